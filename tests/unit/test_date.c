#include <criterion/criterion.h>

#include "base/date.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct date date_of(const char *text)
{
	struct date date = DATE_NONE;

	cr_assert(*text == '\0' || date_parse(slice_from(text), &date), "row with '%s'", text);
	return date;
}

static const char *iso(struct date date, struct arena *arena)
{
	return arena_cstr(arena, date_iso(date, arena));
}

Test(date, parsed)
{
	static const struct {
		const char *text;
		struct date date; /* year 0: refused */
	} rows[] = {
		{ "2024-05-13", { 2024, 5, 13 } },
		{ "2024-05", { 2024, 5, 0 } },
		{ "2024", { 2024, 0, 0 } },
		{ "2024-02-29", { 2024, 2, 29 } },
		{ "2000-02-29", { 2000, 2, 29 } },
		{ "1000-01-01", { 1000, 1, 1 } },
		{ "2999-12-31", { 2999, 12, 31 } },
		{ "2023-02-29", { 0, 0, 0 } },
		{ "1900-02-29", { 0, 0, 0 } },
		{ "2024-04-31", { 0, 0, 0 } },
		{ "2024-13-01", { 0, 0, 0 } },
		{ "2024-00", { 0, 0, 0 } },
		{ "2024-01-00", { 0, 0, 0 } },
		{ "2024-1-1", { 0, 0, 0 } },
		{ "24-01-01", { 0, 0, 0 } },
		{ "0999", { 0, 0, 0 } },
		{ "3000-01-01", { 0, 0, 0 } },
		{ "2024/01/01", { 0, 0, 0 } },
		{ "2024-01/01", { 0, 0, 0 } },
		{ "2024-01-01 ", { 0, 0, 0 } },
		{ "2024-", { 0, 0, 0 } },
		{ "2024-01-", { 0, 0, 0 } },
		{ "20240101", { 0, 0, 0 } },
		{ "2024-+1", { 0, 0, 0 } },
		{ "", { 0, 0, 0 } },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct date date = DATE_NONE;
		bool good = date_parse(slice_from(rows[i].text), &date);

		cr_expect_eq(good, date_known(rows[i].date), "'%s'", rows[i].text);
		cr_expect(date_eq(date, rows[i].date), "'%s'", rows[i].text);
		if (good)
			cr_expect_str_eq(iso(date, arena), rows[i].text);
	}
	cr_expect(slice_is(date_iso(DATE_NONE, arena), ""));
	arena_free(arena);
}

/* A partial date sorts after the full ones of its span (design 4), an unknown one after all. */
Test(date, order)
{
	static const char *const ascending[] = { "1000-01-01", "2023", "2024-01-01", "2024-01-31",
		"2024-01", "2024-02-01", "2024-02", "2024-12-31", "2024-12", "2024", "2025-01-01",
		"2999", "" };

	for (size_t i = 0; i < COUNT(ascending); i++)
		for (size_t k = 0; k < COUNT(ascending); k++) {
			struct date a = date_of(ascending[i]), b = date_of(ascending[k]);
			int order = date_cmp(a, b);

			cr_expect_eq((order > 0) - (order < 0), (i > k) - (i < k), "%s and %s",
			    ascending[i], ascending[k]);
			cr_expect_eq(
			    date_eq(a, b), i == k, "%s and %s", ascending[i], ascending[k]);
		}
}

Test(date, spans)
{
	static const struct {
		const char *date, *first, *last;
	} rows[] = {
		{ "2024", "2024-01-01", "2024-12-31" },
		{ "2024-02", "2024-02-01", "2024-02-29" },
		{ "2023-02", "2023-02-01", "2023-02-28" },
		{ "2024-04", "2024-04-01", "2024-04-30" },
		{ "2024-04-17", "2024-04-17", "2024-04-17" },
		{ "", "", "" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		cr_expect_str_eq(iso(date_first_day(date_of(rows[i].date)), arena), rows[i].first);
		cr_expect_str_eq(iso(date_last_day(date_of(rows[i].date)), arena), rows[i].last);
	}
	arena_free(arena);
}

/* Days and weekdays as Python's datetime has them. */
Test(date, days)
{
	static const struct {
		const char *date;
		int64_t days;
		int weekday;
	} rows[] = {
		{ "1970-01-01", 0, 4 },
		{ "1969-12-31", -1, 3 },
		{ "2000-02-29", 11016, 2 },
		{ "2000-03-01", 11017, 3 },
		{ "1900-03-01", -25508, 4 },
		{ "2024-12-31", 20088, 2 },
		{ "1000-01-01", -354285, 3 },
		{ "2999-12-31", 376199, 2 },
		{ "2100-02-28", 47540, 7 },
		{ "2100-03-01", 47541, 1 },
		{ "1600-02-29", -135081, 2 },
	};
	struct date day = date_of("1000-01-01");
	int64_t number = -354285;

	for (size_t i = 0; i < COUNT(rows); i++) {
		cr_expect_eq(date_to_days(date_of(rows[i].date)), rows[i].days, "%s", rows[i].date);
		cr_expect(date_eq(date_from_days(rows[i].days), date_of(rows[i].date)), "%s",
		    rows[i].date);
		cr_expect_eq(
		    date_weekday(date_of(rows[i].date)), rows[i].weekday, "%s", rows[i].date);
	}
	/* Every day of two thousand years is the one after the day before it. */
	for (; day.year < 3000; number++) {
		cr_assert_eq(date_to_days(day), number);
		cr_assert(date_eq(date_from_days(number), day));
		if (++day.day > date_days_in_month(day.year, day.month))
			day = (struct date){ day.year, (int8_t)(day.month + 1), 1 };
		if (day.month > 12)
			day = (struct date){ (int16_t)(day.year + 1), 1, 1 };
	}
}

Test(date, later)
{
	static const struct {
		const char *date;
		int months, days;
		const char *later;
	} rows[] = {
		{ "2024-01-31", 1, 0, "2024-02-29" },
		{ "2023-01-31", 1, 0, "2023-02-28" },
		{ "2024-01-31", 2, 0, "2024-03-31" },
		{ "2024-01-31", 3, 0, "2024-04-30" },
		{ "2024-02-29", 12, 0, "2025-02-28" },
		{ "2024-02-29", 48, 0, "2028-02-29" },
		{ "2024-12-15", 1, 0, "2025-01-15" },
		{ "2024-11-30", 13, 0, "2025-12-30" },
		{ "2024-03-31", -1, 0, "2024-02-29" },
		{ "2024-01-10", -1, 0, "2023-12-10" },
		{ "2024-01-10", -13, 0, "2022-12-10" },
		{ "2024-02-28", 0, 1, "2024-02-29" },
		{ "2024-02-28", 0, 2, "2024-03-01" },
		{ "2024-03-01", 0, -1, "2024-02-29" },
		{ "2023-12-31", 0, 1, "2024-01-01" },
		{ "2024-01-01", 0, 366, "2025-01-01" },
		{ "2024-01-01", 0, 0, "2024-01-01" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct date date = rows[i].months
				       ? date_add_months(date_of(rows[i].date), rows[i].months)
				       : date_add_days(date_of(rows[i].date), rows[i].days);

		cr_expect_str_eq(iso(date, arena), rows[i].later, "%s and %d months, %d days: %s",
		    rows[i].date, rows[i].months, rows[i].days, iso(date, arena));
	}
	arena_free(arena);
}

static const char *moment_text(struct moment moment, struct arena *arena)
{
	return arena_printf(arena, "%sT%02d:%02d:%02d", iso(moment.day, arena), moment.hour,
	    moment.minute, moment.second)
	    .p;
}

/*
 * Rome as the tz database has it: the last second before a change and the first after it, by decree
 * until 1979, on 6 April and 28 September 1980, with an end in September until 1995, in October
 * since; then what 32 bits can't hold, and a century without a leap day.
 */
Test(date, rome)
{
	static const struct {
		int64_t seconds;
		const char *rome;
	} rows[] = {
		{ INT64_C(0), "1970-01-01T01:00:00" },
		{ INT64_C(12956399), "1970-05-30T23:59:59" },
		{ INT64_C(12956400), "1970-05-31T01:00:00" },
		{ INT64_C(23237999), "1970-09-27T00:59:59" },
		{ INT64_C(23238000), "1970-09-27T00:00:00" },
		{ INT64_C(75855599), "1972-05-27T23:59:59" },
		{ INT64_C(75855600), "1972-05-28T01:00:00" },
		{ INT64_C(86741999), "1972-10-01T00:59:59" },
		{ INT64_C(86742000), "1972-10-01T00:00:00" },
		{ INT64_C(107910000), "1973-06-03T01:00:00" },
		{ INT64_C(118191599), "1973-09-30T00:59:59" },
		{ INT64_C(118191600), "1973-09-30T00:00:00" },
		{ INT64_C(149641199), "1974-09-29T00:59:59" },
		{ INT64_C(149641200), "1974-09-29T00:00:00" },
		{ INT64_C(276044399), "1978-10-01T00:59:59" },
		{ INT64_C(276044400), "1978-10-01T00:00:00" },
		{ INT64_C(307493999), "1979-09-30T00:59:59" },
		{ INT64_C(307494000), "1979-09-30T00:00:00" },
		{ INT64_C(323830799), "1980-04-06T01:59:59" },
		{ INT64_C(323830800), "1980-04-06T03:00:00" },
		{ INT64_C(338950799), "1980-09-28T02:59:59" },
		{ INT64_C(338950800), "1980-09-28T02:00:00" },
		{ INT64_C(354675599), "1981-03-29T01:59:59" },
		{ INT64_C(354675600), "1981-03-29T03:00:00" },
		{ INT64_C(370400399), "1981-09-27T02:59:59" },
		{ INT64_C(370400400), "1981-09-27T02:00:00" },
		{ INT64_C(796179600), "1995-03-26T03:00:00" },
		{ INT64_C(811904399), "1995-09-24T02:59:59" },
		{ INT64_C(811904400), "1995-09-24T02:00:00" },
		{ INT64_C(828234000), "1996-03-31T03:00:00" },
		{ INT64_C(846377999), "1996-10-27T02:59:59" },
		{ INT64_C(846378000), "1996-10-27T02:00:00" },
		{ INT64_C(1711846799), "2024-03-31T01:59:59" },
		{ INT64_C(1711846800), "2024-03-31T03:00:00" },
		{ INT64_C(1729990799), "2024-10-27T02:59:59" },
		{ INT64_C(1729990800), "2024-10-27T02:00:00" },
		{ INT64_C(1709247599), "2024-02-29T23:59:59" },
		{ INT64_C(1709247600), "2024-03-01T00:00:00" },
		{ INT64_C(2147483647), "2038-01-19T04:14:07" },
		{ INT64_C(2147483648), "2038-01-19T04:14:08" },
		{ INT64_C(2153350799), "2038-03-28T01:59:59" },
		{ INT64_C(2153350800), "2038-03-28T03:00:00" },
		{ INT64_C(2172099599), "2038-10-31T02:59:59" },
		{ INT64_C(2172099600), "2038-10-31T02:00:00" },
		{ INT64_C(4102437600), "2099-12-31T23:00:00" },
		{ INT64_C(4102441200), "2100-01-01T00:00:00" },
		{ INT64_C(4109875200), "2100-03-28T01:00:00" },
		{ INT64_C(4109878800), "2100-03-28T03:00:00" },
		{ INT64_C(4128624000), "2100-10-31T02:00:00" },
		{ INT64_C(4128627600), "2100-10-31T02:00:00" },
		{ INT64_C(4107538800), "2100-03-01T00:00:00" },
		{ INT64_C(-1), "1970-01-01T00:59:59" },
		{ INT64_MAX, "2999-12-31T23:59:59" },
		{ INT64_MIN, "1970-01-01T01:00:00" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++)
		cr_expect_str_eq(moment_text(moment_in_rome(rows[i].seconds), arena), rows[i].rome,
		    "%lld", (long long)rows[i].seconds);
	arena_free(arena);
}

Test(date, rome_to_unix)
{
	static const struct {
		const char *rome;
		int64_t seconds;
	} rows[] = {
		{ "2025-01-01T00:00", 1735686000 },
		{ "2024-07-01T00:00", 1719784800 },
		{ "2024-03-31T01:59:59", 1711846799 },
		{ "2024-03-31T02:00:00", 1711846800 }, /* skipped: the hour after */
		{ "2024-03-31T02:30:00", 1711848600 },
		{ "2024-03-31T03:00:00", 1711846800 },
		{ "2024-10-27T01:59:59", 1729987199 },
		{ "2024-10-27T02:00:00", 1729987200 }, /* twice: the first */
		{ "2024-10-27T02:59:59", 1729990799 },
		{ "2024-10-27T03:00:00", 1729994400 },
		{ "1970-05-31T00:30:00", 12958200 },
		{ "1970-09-27T00:30:00", 23236200 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct moment moment;

		cr_assert(moment_parse(slice_from(rows[i].rome), &moment), "%s", rows[i].rome);
		cr_expect_eq(moment_to_unix(moment), rows[i].seconds, "%s", rows[i].rome);
	}
}

Test(date, moments_parsed)
{
	static const struct {
		const char *text;
		bool good;
	} rows[] = {
		{ "2024-03-31T23:59", true },
		{ "2024-03-31T23:59:59", true },
		{ "2024-03-31T00:00", true },
		{ "2024-03-31T24:00", false },
		{ "2024-03-31T23:60", false },
		{ "2024-03-31T23:59:60", false },
		{ "2024-03-31 23:59", false },
		{ "2024-03-31T23:59Z", false },
		{ "2024-03-31T23:59+01", false },
		{ "2024-03-31T1:59", false },
		{ "2024-03-31T2359", false },
		{ "2024-03-31T23-59", false },
		{ "2024-03-31T23:59-59", false },
		{ "2024-03T23:59", false },
		{ "2024-03-31T", false },
		{ "2024-03-31", false },
		{ "2024-02-30T10:00", false },
		{ "", false },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct moment moment;

		cr_expect_eq(moment_parse(slice_from(rows[i].text), &moment), rows[i].good, "'%s'",
		    rows[i].text);
	}
}
