#include "base/unicode.h"
#include "check/official_text.h"
#include "check/rule.h"
#include "parse/intake.h"

size_t characters_counted(struct slice text)
{
	size_t count = 0, at = 0;
	bool space = false;

	text = slice_trim(text);
	while (at < text.len) {
		int32_t code = utf8_next(text, &at);
		bool blank = code == 0xA0 || (code < 0x80 && ascii_is_space((char)code));

		count += !blank || !space;
		space = blank;
	}
	return count;
}

size_t official_text_length(const struct md *md)
{
	struct buffer text = { 0 };
	size_t count;

	for (uint32_t node = md->nodes[0].first; node; node = md->nodes[node].next) {
		if (md->nodes[node].kind == MD_HEADING)
			continue;
		buffer_add_byte(&text, '\n');
		md_plain_text(md, node, &text);
	}
	count = characters_counted(buffer_slice(&text));
	buffer_release(&text);
	return count;
}

static const struct {
	const char *name, *word; /* the word that the heading holds, case and accents aside */
} headings[OFFICIAL_TEXT_HEADINGS] = {
	{ "Situazione attuale", "situazione attuale" },
	{ "Criticità", "criticita" },
	{ "Obiettivi", "obiettivi" },
	{ "Azioni", "azioni" },
	{ "Tempi", "tempi" },
};

const char *official_text_heading_missing(const struct md *md, struct arena *scratch)
{
	size_t found = 0;

	for (uint32_t node = md->nodes[0].first; node; node = md->nodes[node].next) {
		struct buffer text = { 0 };

		if (md->nodes[node].kind != MD_HEADING)
			continue;
		md_plain_text(md, node, &text);
		if (found < OFFICIAL_TEXT_HEADINGS &&
		    slice_find(utf8_fold(buffer_slice(&text), scratch), headings[found].word) !=
			SLICE_NONE)
			found++;
		buffer_release(&text);
	}
	return found < OFFICIAL_TEXT_HEADINGS ? headings[found].name : NULL;
}

static void check_length(
    struct check *check, const struct content_file *file, size_t length, size_t limit)
{
	if (length > limit)
		diag2(check->diagnostics, DIAG_POINT_TEXT_LONG, position_file(file->path),
		    shown_number(check, (int64_t)length), shown_number(check, (int64_t)limit));
}

/* The point that the text belongs to has the same name. */
static void check_point_file(struct check *check, const struct content_file *file)
{
	struct slice point = arena_printf(check->scratch, "content/programma/%.*s/punti/%.*s.yaml",
	    SLICE_ARGS(file->folder), SLICE_ARGS(file->id));

	if (!check_file(check, point))
		diag1(check->diagnostics, DIAG_POINT_TEXT_ALONE, position_file(file->path), point);
}

static int check_official_text(struct check *check, const struct content_file *file)
{
	bool introduction = slice_starts(file->id, "00-");
	const char *missing;
	struct slice bytes, text;
	struct md md;

	if (file->kind != FILE_POINT_TEXT || file->unreadable || file->entry->kind != SOURCE_FILE)
		return 0;
	if (source_read(check->site->source, file->entry, MD_MAX_BYTES, check->scratch, &bytes,
		check->diagnostics) != 0)
		return -1;
	if (text_intake(bytes, file->path, check->scratch, check->diagnostics, &text) != 0 ||
	    md_parse(text, file->path, 1, check->scratch, check->diagnostics, &md) != 0)
		return 0;
	check_length(check, file, official_text_length(&md),
	    introduction ? OFFICIAL_TEXT_INTRODUCTION_MAX : OFFICIAL_TEXT_POINT_MAX);
	if (introduction)
		return 0;
	check_point_file(check, file);
	missing = official_text_heading_missing(&md, check->scratch);
	if (missing)
		diag1(check->diagnostics, DIAG_POINT_TEXT_HEADINGS, position_file(file->path),
		    slice_from(missing));
	return 0;
}

static const struct rule rules[] = {
	{ .file = check_official_text,
	    REPORTS(DIAG_POINT_TEXT_LONG, DIAG_POINT_TEXT_HEADINGS, DIAG_POINT_TEXT_ALONE) },
};

const struct rule_table official_text_rules = { rules, sizeof rules / sizeof *rules };
