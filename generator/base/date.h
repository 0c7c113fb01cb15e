/*
 * Calendar dates (proleptic Gregorian), full or partial, their arithmetic, and civil time in Rome.
 * No clock, no TZ, no locale: rules of summer time are in a table of our own.
 */
#ifndef ZONALE_BASE_DATE_H
#define ZONALE_BASE_DATE_H

#include "base/arena.h"

/* year 0: no date. month 0: only the year is known. day 0: year and month. */
struct date {
	int16_t year;
	int8_t month, day;
};

#define DATE_NONE ((struct date){ 0, 0, 0 })

/* AAAA-MM-GG, AAAA-MM or AAAA with 1000 <= year <= 2999, and a day that exists (design 4). */
bool date_parse(struct slice text, struct date *date);

static inline bool date_known(struct date date)
{
	return date.year != 0;
}

static inline bool date_full(struct date date)
{
	return date.day != 0;
}

/* Is it one that date_parse gives? */
bool date_exists(struct date date);

/* A partial date sorts after the full ones of its span; an unknown one after all. */
int date_cmp(struct date a, struct date b);
bool date_eq(struct date a, struct date b);

/* The first and the last day that the date may mean; a full date is both. */
struct date date_first_day(struct date date);
struct date date_last_day(struct date date);

int date_days_in_month(int year, int month);

/* Days since 1970-01-01 of a full date, and back. */
int64_t date_to_days(struct date date);
struct date date_from_days(int64_t days);

/* A full date and so many days, months or years later, clamped to the month's end. */
struct date date_add_days(struct date date, int days);
struct date date_add_months(struct date date, int months);

/* 1 Monday to 7 Sunday (ISO 8601) of a full date. */
int date_weekday(struct date date);

/* "2024-05-13", "2024-05" or "2024"; an unknown date gives "". */
struct slice date_iso(struct date date, struct arena *arena);

/* A civil moment in Rome. */
struct moment {
	struct date day;
	int8_t hour, minute, second;
};

/* The last second of 2999 in Rome: nothing that a commit claims may leave the calendar. */
#define MOMENT_LAST INT64_C(32503676399)

/*
 * Seconds since 1970-01-01T00:00Z to Europe/Rome, with the rules in force then and now. What is
 * earlier is read as winter time; what no calendar holds becomes the first or the last moment
 * (1970, 2999).
 */
struct moment moment_in_rome(int64_t unix_seconds);

/*
 * The reverse; a time that summer time skips is taken as the hour after, one that occurs twice as
 * the first.
 */
int64_t moment_to_unix(struct moment moment);

/* AAAA-MM-GGThh:mm[:ss], local time in Rome (design 10). */
bool moment_parse(struct slice text, struct moment *moment);

#endif
