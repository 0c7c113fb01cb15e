/* Attachments: listed and there, allowed, and holding what their name says (design 4.1, 9). */
#include "check/rule.h"
#include "check/sniff.h"

#define ATTACHMENT_MAX ((size_t)50 << 20)

static struct slice extension_of(struct slice name)
{
	size_t dot = slice_find_last_byte(name, '.');

	return dot == SLICE_NONE ? SLICE("") : slice_from_index(name, dot + 1);
}

/* What a URL and every file system hold without escapes, with an extension in lower case. */
static bool good_name(struct slice name)
{
	struct slice extension = extension_of(name);

	if (slice_empty(name) || name.p[0] == '.' || name.p[0] == '-' || slice_empty(extension))
		return false;
	for (size_t i = 0; i < name.len; i++)
		if (!ascii_is_alnum(name.p[i]) &&
		    slice_find_byte(SLICE("._-"), name.p[i]) == SLICE_NONE)
			return false;
	for (size_t i = 0; i < extension.len; i++)
		if (ascii_lower(extension.p[i]) != extension.p[i])
			return false;
	return true;
}

static const struct attachment *find_attachment(const struct act *act, struct slice name)
{
	for (size_t i = 0; i < act->attachments.count; i++)
		if (slice_eq(act->attachments.items[i].name, name))
			return &act->attachments.items[i];
	return NULL;
}

static void check_attachment(
    struct check *check, const struct act *act, const struct attachment *each)
{
	struct position at = at_key(act->file, each->node, "file");
	struct slice extension = extension_of(each->name);

	if (slice_empty(each->name))
		return;
	if (find_attachment(act, each->name) != each)
		diag1(check->diagnostics, DIAG_ATTACHMENT_TWICE, at, each->name);
	else if (!good_name(each->name))
		diag1(check->diagnostics, DIAG_ATTACHMENT_NAME, at, each->name);
	else if (!attachment_allowed(extension))
		diag1(check->diagnostics, DIAG_ATTACHMENT_KIND, at, extension);
	else if (!each->file)
		diag2(check->diagnostics, DIAG_ATTACHMENT_MISSING, at, each->name,
		    arena_printf(check->scratch, "content/atti/%.*s/", SLICE_ARGS(act->place)));
}

static void check_attachments(struct check *check, const struct act *act)
{
	for (size_t i = 0; i < act->attachments.count; i++) {
		const struct attachment *each = &act->attachments.items[i];

		check_attachment(check, act, each);
		if (!slice_empty(each->alternative) && !find_attachment(act, each->alternative))
			diag1(check->diagnostics, DIAG_ATTACHMENT_ALTERNATIVE,
			    at_key(act->file, each->node, "alternativa"), each->alternative);
	}
	for (size_t i = 0; i < act->opinions.count; i++) {
		const struct opinion *opinion = &act->opinions.items[i];

		if (!slice_empty(opinion->attachment) && !find_attachment(act, opinion->attachment))
			diag1(check->diagnostics, DIAG_OPINION_ATTACHMENT,
			    at_key(act->file, opinion->node, "allegato"), opinion->attachment);
	}
}

/* Reads a listed attachment, alone in memory, and holds its bytes against its name. */
static int check_content(struct check *check, const struct act *act,
    const struct attachment *attachment, const struct content_file *file)
{
	struct position at = at_key(act->file, attachment->node, "file");
	struct slice extension = extension_of(attachment->name), bytes;

	if (file->entry->size > ATTACHMENT_MAX) {
		diag1(check->diagnostics, DIAG_ATTACHMENT_TOO_LARGE, at, attachment->name);
		return 0;
	}
	if (!attachment_allowed(extension))
		return 0;
	if (source_read(check->site->source, file->entry, ATTACHMENT_MAX, check->scratch, &bytes,
		check->diagnostics) != 0)
		return -1;
	if (!content_fits(extension, bytes))
		diag2(check->diagnostics, DIAG_ATTACHMENT_CONTENT, at, attachment->name,
		    slice_from(content_name(content_sniff(bytes))));
	return 0;
}

static int check_attachment_file(struct check *check, const struct content_file *file)
{
	const struct act *act;
	const struct attachment *attachment;

	if (file->kind != FILE_ATTACHMENT || file->entry->kind != SOURCE_FILE)
		return 0;
	act = map_get(&check->site->by_id[TARGET_ACT], file->folder);
	if (!act) {
		diag1(check->diagnostics, DIAG_ATTACHMENT_ORPHAN, position_file(file->path),
		    file->folder);
		return 0;
	}
	attachment = find_attachment(act, file->id);
	if (attachment)
		return check_content(check, act, attachment, file);
	diag1(check->diagnostics, DIAG_ATTACHMENT_UNLISTED, position_file(file->path),
	    act->file->path);
	return 0;
}

static const struct rule rules[] = {
	{ .act = check_attachments,
	    REPORTS(DIAG_ATTACHMENT_TWICE, DIAG_ATTACHMENT_NAME, DIAG_ATTACHMENT_KIND,
		DIAG_ATTACHMENT_MISSING, DIAG_ATTACHMENT_ALTERNATIVE, DIAG_OPINION_ATTACHMENT) },
	{ .file = check_attachment_file,
	    REPORTS(DIAG_ATTACHMENT_TOO_LARGE, DIAG_ATTACHMENT_CONTENT, DIAG_ATTACHMENT_ORPHAN,
		DIAG_ATTACHMENT_UNLISTED) },
};

const struct rule_table attachment_rules = { rules, sizeof rules / sizeof *rules };
