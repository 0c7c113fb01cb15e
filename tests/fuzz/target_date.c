/* Dates and moments: what is read is written again as it was, and calendar and clock go both ways. */
#include "base/date.h"
#include "parse/citation_reader.h"
#include "target.h"

static void check_date(struct trial *trial)
{
	struct date date, first, last;

	if (!date_parse(trial->bytes, &date))
		return;
	MUST(slice_eq(date_iso(date, trial->arena), trial->bytes), trial->bytes);
	first = date_first_day(date);
	last = date_last_day(date);
	MUST(date_cmp(first, last) <= 0 && date_cmp(last, date) <= 0, trial->bytes);
	MUST(date_eq(date_from_days(date_to_days(last)), last), trial->bytes);
	MUST(date_weekday(last) >= 1 && date_weekday(last) <= 7, trial->bytes);
	MUST(date_eq(date_add_days(date_add_days(last, 400), -400), last), trial->bytes);
	MUST(date_cmp(date_add_months(first, 13), first) > 0, trial->bytes);
}

/* Reading a time that summer time skips gives the hour after; every other one comes back. */
static void check_moment(struct trial *trial)
{
	struct moment moment, back;
	int64_t seconds;

	if (!moment_parse(trial->bytes, &moment) || moment.day.year < 1900)
		return;
	seconds = moment_to_unix(moment);
	back = moment_in_rome(seconds);
	MUST(moment_to_unix(back) == seconds, trial->bytes);
	MUST(date_eq(back.day, moment.day) || back.hour == 0, trial->bytes);
}

static void check_seconds(struct slice bytes)
{
	int64_t seconds = 0;
	struct moment moment;

	for (size_t i = 0; i < bytes.len && i < 8; i++)
		seconds = (int64_t)((uint64_t)seconds << 8 | (uint8_t)bytes.p[i]);
	moment = moment_in_rome(seconds);
	MUST(date_full(moment.day) && moment.hour >= 0 && moment.hour < 24, bytes);
	MUST(moment.minute >= 0 && moment.minute < 60 && moment.second >= 0 && moment.second < 60,
	    bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct reader reader;
	struct date date;

	trial_begin(&trial, data, size);
	check_date(&trial);
	check_moment(&trial);
	check_seconds(trial.bytes);
	reader = (struct reader){ .text = trial.bytes };
	if (reader_date(&reader, &date))
		MUST(date_eq(date_from_days(date_to_days(date)), date) && reader.at <= size,
		    trial.bytes);
	trial_end(&trial);
	return 0;
}
