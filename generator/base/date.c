#include "base/date.h"

#define SECONDS_A_DAY INT64_C(86400)

int date_days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

bool date_parse(struct slice text, struct date *date)
{
	uint32_t year = 0, month = 0, day = 0;

	if (text.len != 4 && text.len != 7 && text.len != 10)
		return false;
	if (!slice_to_uint(slice_sub(text, 0, 4), 2999, &year) || year < 1000)
		return false;
	if (text.len >= 7 &&
	    (text.p[4] != '-' || !slice_to_uint(slice_sub(text, 5, 7), 12, &month) || month == 0))
		return false;
	if (text.len == 10 &&
	    (text.p[7] != '-' || !slice_to_uint(slice_sub(text, 8, 10), 31, &day) || day == 0 ||
		(int)day > date_days_in_month((int)year, (int)month)))
		return false;
	*date = (struct date){ (int16_t)year, (int8_t)month, (int8_t)day };
	return true;
}

/* Unknown parts count as later than any known one. */
bool date_exists(struct date date)
{
	return date.year >= 1000 && date.year <= 2999 && date.month >= 0 && date.month <= 12 &&
	       date.day >= 0 &&
	       (date.month ? date.day <= date_days_in_month(date.year, date.month) : !date.day);
}

static int32_t sort_key(struct date date)
{
	int32_t year = date.year ? date.year : 9999;
	int32_t month = date.month ? date.month : 13;
	int32_t day = date.day ? date.day : 32;

	return year * 1000 + month * 40 + day;
}

int date_cmp(struct date a, struct date b)
{
	int32_t left = sort_key(a), right = sort_key(b);

	return (left > right) - (left < right);
}

bool date_eq(struct date a, struct date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

struct date date_first_day(struct date date)
{
	if (date.year && !date.month)
		date.month = 1;
	if (date.year && !date.day)
		date.day = 1;
	return date;
}

struct date date_last_day(struct date date)
{
	if (date.year && !date.month)
		date.month = 12;
	if (date.year && !date.day)
		date.day = (int8_t)date_days_in_month(date.year, date.month);
	return date;
}

/* Years from March, so that a leap day is a year's last: H. Hinnant's "chrono-compatible" dates. */
int64_t date_to_days(struct date date)
{
	int64_t year = date.year - (date.month <= 2);
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t year_of_era = year - era * 400;
	int64_t day_of_year =
	    (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
	       day_of_year - 719468;
}

struct date date_from_days(int64_t days)
{
	int64_t since = days + 719468;
	int64_t era = (since >= 0 ? since : since - 146096) / 146097;
	int64_t of_era = since - era * 146097;
	int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t shifted = (5 * of_year + 2) / 153;
	int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
	int64_t year = year_of_era + era * 400 + (month <= 2);

	return (struct date){ (int16_t)year, (int8_t)month,
		(int8_t)(of_year - (153 * shifted + 2) / 5 + 1) };
}

struct date date_add_days(struct date date, int days)
{
	return date_from_days(date_to_days(date) + days);
}

struct date date_add_months(struct date date, int months)
{
	int since = date.year * 12 + date.month - 1 + months;
	int last;

	date.year = (int16_t)(since / 12);
	date.month = (int8_t)(since % 12 + 1);
	last = date_days_in_month(date.year, date.month);
	if (date.day > last)
		date.day = (int8_t)last;
	return date;
}

int date_weekday(struct date date)
{
	int64_t since_monday = (date_to_days(date) + 3) % 7;

	return (int)(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

struct slice date_iso(struct date date, struct arena *arena)
{
	if (!date.year)
		return SLICE("");
	if (!date.month)
		return arena_printf(arena, "%04d", date.year);
	if (!date.day)
		return arena_printf(arena, "%04d-%02d", date.year, date.month);
	return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static int64_t last_sunday(int year, int month)
{
	struct date last = { (int16_t)year, (int8_t)month,
		(int8_t)date_days_in_month(year, month) };

	return date_to_days(last) - date_weekday(last) % 7;
}

/*
 * When summer time begins and ends in a year, in seconds UTC. From 1996 the European rule
 * (Directive 2000/84/EC and before it 94/21/EC), from 1981 with its end in September, from 1970 the
 * days of the Italian decrees (as in the tz database), beginning and ending at midnight of winter
 * time. Before that none.
 */
static void summer_time(int year, int64_t *begin, int64_t *end)
{
	static const struct {
		int8_t begin_month, begin_day, end_month, end_day;
	} decrees[] = {
		/* 1970 */ { 5, 31, 9, 27 },
		{ 5, 23, 9, 26 },
		{ 5, 28, 10, 1 },
		{ 6, 3, 9, 30 },
		/* 1974 */ { 5, 26, 9, 29 },
		{ 6, 1, 9, 28 },
		{ 5, 30, 9, 26 },
		{ 5, 22, 9, 25 },
		/* 1978 */ { 5, 28, 10, 1 },
		{ 5, 27, 9, 30 },
	};

	*begin = *end = 0;
	if (year >= 1981) {
		*begin = last_sunday(year, 3) * SECONDS_A_DAY + 3600;
		*end = last_sunday(year, year < 1996 ? 9 : 10) * SECONDS_A_DAY + 3600;
	} else if (year == 1980) {
		*begin = date_to_days((struct date){ 1980, 4, 6 }) * SECONDS_A_DAY + 3600;
		*end = date_to_days((struct date){ 1980, 9, 28 }) * SECONDS_A_DAY + 3600;
	} else if (year >= 1970) {
		struct date first = { (int16_t)year, decrees[year - 1970].begin_month,
			decrees[year - 1970].begin_day };
		struct date last = { (int16_t)year, decrees[year - 1970].end_month,
			decrees[year - 1970].end_day };

		*begin = date_to_days(first) * SECONDS_A_DAY - 3600;
		*end = date_to_days(last) * SECONDS_A_DAY - 3600;
	}
}

static int64_t floor_days(int64_t seconds)
{
	return (seconds >= 0 ? seconds : seconds - (SECONDS_A_DAY - 1)) / SECONDS_A_DAY;
}

struct moment moment_in_rome(int64_t unix_seconds)
{
	int64_t begin, end, days, rest;

	if (unix_seconds > MOMENT_LAST || unix_seconds < -MOMENT_LAST)
		unix_seconds = unix_seconds < 0 ? 0 : MOMENT_LAST;

	/* Every year's change is far from its first and last hours: the year in UTC decides. */
	summer_time(date_from_days(floor_days(unix_seconds)).year, &begin, &end);
	unix_seconds += unix_seconds >= begin && unix_seconds < end ? 7200 : 3600;
	days = floor_days(unix_seconds);
	rest = unix_seconds - days * SECONDS_A_DAY;
	return (struct moment){ date_from_days(days), (int8_t)(rest / 3600),
		(int8_t)(rest / 60 % 60), (int8_t)(rest % 60) };
}

int64_t moment_to_unix(struct moment moment)
{
	int64_t local = date_to_days(moment.day) * SECONDS_A_DAY + moment.hour * 3600 +
			moment.minute * 60 + moment.second;
	int64_t begin, end;

	summer_time(moment.day.year, &begin, &end);
	/* local - 7200 in the interval: summer time holds, and is the earlier of two readings. */
	if (local - 7200 >= begin && local - 7200 < end)
		return local - 7200;
	return local - 3600;
}

bool moment_parse(struct slice text, struct moment *moment)
{
	struct slice day, clock;
	uint32_t hour, minute, second = 0;

	if (!slice_cut(text, 'T', &day, &clock) || day.len != 10 || !date_parse(day, &moment->day))
		return false;
	if ((clock.len != 5 && clock.len != 8) || clock.p[2] != ':' ||
	    !slice_to_uint(slice_sub(clock, 0, 2), 23, &hour) ||
	    !slice_to_uint(slice_sub(clock, 3, 5), 59, &minute))
		return false;
	if (clock.len == 8 &&
	    (clock.p[5] != ':' || !slice_to_uint(slice_sub(clock, 6, 8), 59, &second)))
		return false;
	moment->hour = (int8_t)hour;
	moment->minute = (int8_t)minute;
	moment->second = (int8_t)second;
	return true;
}
