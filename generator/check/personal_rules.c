/* Personal data in the text of every file, published attachments too, and in the names of files (design 4.4). */
#include "base/unicode.h"
#include "check/personal.h"
#include "check/rule.h"
#include "check/sniff.h"
#include "parse/intake.h"

#define TEXT_MAX ((size_t)50 << 20)

static const enum diag_id ids[] = {
	[PERSONAL_TAX_CODE] = DIAG_PERSONAL_TAX_CODE,
	[PERSONAL_IBAN] = DIAG_PERSONAL_IBAN,
	[PERSONAL_PHONE] = DIAG_PERSONAL_PHONE,
	[PERSONAL_EMAIL] = DIAG_PERSONAL_EMAIL,
};

/* A search through a file: finds come in order, so that lines are counted once. */
struct search {
	struct check *check;
	struct slice file, text;
	size_t line_start, at;
	uint32_t line;
	uint32_t free_from, free_until; /* lines in which an office says how to reach it */
};

static void go_to(struct search *search, size_t at)
{
	for (; search->at < at; search->at++)
		if (search->text.p[search->at] == '\n') {
			search->line++;
			search->line_start = search->at + 1;
		}
}

static void report_found(void *context, enum personal_kind kind, size_t at, size_t length)
{
	struct search *search = context;
	struct slice datum = slice_sub(search->text, at, at + length);
	struct position place = { .file = search->file };

	go_to(search, at);
	place.line = search->line;
	place.column = (uint32_t)utf8_count(slice_sub(search->text, search->line_start, at)) + 1;
	place.length = (uint32_t)utf8_count(datum);
	if ((kind == PERSONAL_PHONE || kind == PERSONAL_EMAIL) && place.line >= search->free_from &&
	    place.line < search->free_until)
		return;
	diag1(search->check->diagnostics, ids[kind], place,
	    personal_shortened(datum, search->check->scratch));
}

/* `contatti` of sito.yaml: from its key to the next. */
static void leave_contacts_out(struct search *search, const struct yaml_node *root)
{
	const struct yaml_node *contacts = yaml_get(root, "contatti");

	if (!contacts)
		return;
	search->free_from = contacts->key_line;
	search->free_until = contacts->next ? contacts->next->key_line : UINT32_MAX;
}

/* Is it published, now or when its time comes? A removed act's text is not: the card shows nothing of it. */
static bool is_searched(const struct check *check, const struct content_file *file)
{
	const struct act *act = NULL;
	size_t dot = slice_find_last_byte(file->id, '.');

	if (file->entry->kind != SOURCE_FILE || file->kind == FILE_UNKNOWN ||
	    (file->unreadable && file->kind == FILE_ATTACHMENT) || file->entry->size > TEXT_MAX)
		return false;
	if (file->kind == FILE_ACT)
		act = map_get(&check->site->by_id[TARGET_ACT],
		    arena_printf(check->scratch, "%.*s/%.*s", SLICE_ARGS(file->folder),
			SLICE_ARGS(file->id)));
	if (file->kind == FILE_ATTACHMENT) {
		act = map_get(&check->site->by_id[TARGET_ACT], file->folder);
		if (!act || dot == SLICE_NONE ||
		    !attachment_is_text(slice_from_index(file->id, dot + 1)))
			return false;
	}
	return !act || act->visibility != VISIBILITY_CARD;
}

/* A text that is no UTF-8 was reported when it was read, or as an attachment's content. */
static int check_personal_text(struct check *check, const struct content_file *file)
{
	struct search search = { .check = check, .file = file->path, .line = 1 };
	struct diagnostics unheard;
	struct slice bytes;
	bool read;

	if (!is_searched(check, file))
		return 0;
	if (source_read(check->site->source, file->entry, TEXT_MAX, check->scratch, &bytes,
		check->diagnostics) != 0)
		return -1;
	/* All that is looked for is ASCII: most texts need not be brought to their form again. */
	if (!personal_any(bytes))
		return 0;
	diagnostics_init(&unheard);
	read = text_intake(bytes, file->path, check->scratch, &unheard, &search.text) == 0;
	diagnostics_release(&unheard);
	if (!read)
		return 0;
	if (file->kind == FILE_SETTINGS)
		leave_contacts_out(&search, file->root);
	personal_find(search.text, report_found, &search);
	return 0;
}

struct name_search {
	struct check *check;
	struct slice name, folder;
};

/* Named by its folder alone: the path would repeat what must not be shown. */
static void report_name(void *context, enum personal_kind kind, size_t at, size_t length)
{
	struct name_search *search = context;

	if (kind == PERSONAL_TAX_CODE || kind == PERSONAL_IBAN)
		diag1(search->check->diagnostics, DIAG_PERSONAL_FILE_NAME,
		    position_file(search->folder),
		    personal_shortened(
			slice_sub(search->name, at, at + length), search->check->scratch));
}

static int check_personal_name(struct check *check, const struct content_file *file)
{
	size_t slash = slice_find_last_byte(file->path, '/');
	struct name_search search = { check, slice_from_index(file->path, slash + 1),
		slice_sub(file->path, 0, slash) };

	personal_find(search.name, report_name, &search);
	return 0;
}

static const struct rule rules[] = {
	{ .file = check_personal_text,
	    REPORTS(DIAG_PERSONAL_TAX_CODE, DIAG_PERSONAL_IBAN, DIAG_PERSONAL_PHONE,
		DIAG_PERSONAL_EMAIL) },
	{ .file = check_personal_name, REPORTS(DIAG_PERSONAL_FILE_NAME) },
};

const struct rule_table personal_rules = { rules, sizeof rules / sizeof *rules };
