#include <criterion/criterion.h>
#include <stdio.h>

#include "base/slice.h"

Test(slice, order)
{
	static const struct {
		struct slice a, b;
		int sign;
	} rows[] = {
		{ SLICE_INIT(""), SLICE_INIT(""), 0 },
		{ SLICE_INIT(""), SLICE_INIT("a"), -1 },
		{ SLICE_INIT("a"), SLICE_INIT("ab"), -1 },
		{ SLICE_INIT("b"), SLICE_INIT("ab"), 1 },
		{ SLICE_INIT("a\0b"), SLICE_INIT("a\0c"), -1 },
		{ SLICE_INIT("z"), SLICE_INIT("\xC3\xA0"), -1 }, /* by bytes, unsigned */
		{ { NULL, 0 }, SLICE_INIT(""), 0 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int order = slice_cmp(rows[i].a, rows[i].b);

		cr_expect_eq((order > 0) - (order < 0), rows[i].sign, "row %zu: %d", i, order);
		cr_expect_eq(slice_eq(rows[i].a, rows[i].b), rows[i].sign == 0, "row %zu", i);
	}
}

Test(slice, find)
{
	static const struct {
		const char *text, *needle;
		size_t at;
	} rows[] = {
		{ "abcabc", "c", 2 },
		{ "abcabc", "cab", 2 },
		{ "abcabc", "abc", 0 },
		{ "abcabc", "d", SLICE_NONE },
		{ "abc", "abcd", SLICE_NONE },
		{ "aaab", "aab", 1 },
		{ "abc", "", 0 },
		{ "", "a", SLICE_NONE },
		{ "", "", 0 },
		{ "ab", "b", 1 },
		{ "aab", "ab", 1 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_eq(slice_find(slice_from(rows[i].text), rows[i].needle), rows[i].at,
		    "'%s' in '%s'", rows[i].needle, rows[i].text);
	cr_expect_eq(slice_find_byte(SLICE("a/b/c"), '/'), 1);
	cr_expect_eq(slice_find_last_byte(SLICE("a/b/c"), '/'), 3);
	cr_expect_eq(slice_find_byte(SLICE(""), '/'), SLICE_NONE);
	cr_expect_eq(slice_find_last_byte(SLICE("abc"), '/'), SLICE_NONE);
}

Test(slice, ends)
{
	cr_expect(slice_starts(SLICE("abc"), "ab") && slice_starts(SLICE("abc"), ""));
	cr_expect(!slice_starts(SLICE("a"), "ab") && !slice_starts(SLICE("abc"), "b"));
	cr_expect(slice_ends(SLICE("abc"), "bc") && slice_ends(SLICE(""), ""));
	cr_expect(!slice_ends(SLICE("c"), "bc") && !slice_ends(SLICE("abc"), "b"));
	cr_expect(slice_is(slice_from(NULL), "") && slice_is(SLICE("x"), "x"));
	cr_expect(!slice_is(SLICE("x"), "xy") && !slice_is(SLICE("xy"), "x"));
}

Test(slice, parts)
{
	static const struct {
		size_t from, to;
		const char *part;
	} rows[] = {
		{ 0, 3, "abc" },
		{ 1, 2, "b" },
		{ 2, 99, "c" },
		{ 3, 3, "" },
		{ 9, 99, "" },
		{ 2, 1, "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(slice_is(slice_sub(SLICE("abc"), rows[i].from, rows[i].to), rows[i].part),
		    "[%zu, %zu)", rows[i].from, rows[i].to);
	cr_expect(slice_is(slice_from_index(SLICE("abc"), 1), "bc"));
	cr_expect(slice_is(slice_from_index(SLICE("abc"), 4), ""));
	cr_expect(slice_is(slice_trim(SLICE(" \t\r\n a b \n")), "a b"));
	cr_expect(slice_is(slice_trim(SLICE("  ")), ""));
}

Test(slice, cut)
{
	static const struct {
		const char *text;
		bool found;
		const char *head, *tail;
	} rows[] = {
		{ "a=b", true, "a", "b" },
		{ "a=b=c", true, "a", "b=c" },
		{ "=", true, "", "" },
		{ "abc", false, "abc", "" },
		{ "", false, "", "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct slice head, tail;

		cr_expect_eq(slice_cut(slice_from(rows[i].text), '=', &head, &tail), rows[i].found,
		    "'%s'", rows[i].text);
		cr_expect(slice_is(head, rows[i].head) && slice_is(tail, rows[i].tail), "'%s'",
		    rows[i].text);
	}
}

Test(slice, lines)
{
	static const struct {
		const char *text, *lines; /* each line in [] */
	} rows[] = {
		{ "", "" },
		{ "a", "[a]" },
		{ "a\n", "[a]" },
		{ "a\nb", "[a][b]" },
		{ "\n\na\n\n", "[][][a][]" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct slice rest = slice_from(rows[i].text), line;
		char joined[64] = "";
		size_t len = 0;

		while (slice_next_line(&rest, &line))
			len += (size_t)snprintf(
			    joined + len, sizeof joined - len, "[%.*s]", SLICE_ARGS(line));
		cr_expect_str_eq(joined, rows[i].lines, "'%s': %s", rows[i].text, joined);
	}
}

Test(slice, numbers)
{
	static const struct {
		const char *text;
		uint32_t max;
		bool good;
		uint32_t value;
	} rows[] = {
		{ "0", 9, true, 0 },
		{ "007", 9, true, 7 },
		{ "99999", 99999, true, 99999 },
		{ "100000", 99999, false, 0 },
		{ "4294967295", UINT32_MAX, true, UINT32_MAX },
		{ "4294967296", UINT32_MAX, false, 0 },
		{ "00000000001", UINT32_MAX, false, 0 }, /* longer than any number it takes */
		{ "", 9, false, 0 },
		{ "-1", 9, false, 0 },
		{ "+1", 9, false, 0 },
		{ "1 ", 9, false, 0 },
		{ "1a", 9, false, 0 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t value = 0;

		cr_expect_eq(slice_to_uint(slice_from(rows[i].text), rows[i].max, &value),
		    rows[i].good, "'%s'", rows[i].text);
		cr_expect_eq(value, rows[i].value, "'%s': %u", rows[i].text, value);
	}
}
