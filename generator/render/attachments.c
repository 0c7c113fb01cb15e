#include "render/attachments.h"

#include "model/url.h"
#include "render/italiano.h"
#include "render/italiano_attachments.h"

#define GROUP 8 /* digits */

static const struct view_field attachment_row_fields[] = {
	VIEW_TEXT(struct attachment_row, title, "titolo"),
	VIEW_TEXT(struct attachment_row, name, "nome_file"),
	VIEW_URL(struct attachment_row, url, "url"),
	VIEW_TEXT(struct attachment_row, format, "formato"),
	VIEW_TEXT(struct attachment_row, details, "dettagli"),
	VIEW_ID(struct attachment_row, language, "codice_lingua"),
	VIEW_TEXT(struct attachment_row, opening, "come_si_apre"),
	VIEW_TEXT(struct attachment_row, reading, "chi_lo_legge"),
	VIEW_TEXT(struct attachment_row, alternative, "alternativa"),
	VIEW_URL(struct attachment_row, alternative_url, "url_alternativa"),
	VIEW_URL(struct attachment_row, contacts_url, "url_richiesta"),
	VIEW_TEXT(struct attachment_row, size, "dimensione"),
	VIEW_LIST(struct attachment_row, digest, "impronta", struct slice, &view_text),
	VIEW_URL(struct attachment_row, verify_url, "url_verifica"),
};
const struct view attachment_row_view =
    VIEW("allegato", struct attachment_row, attachment_row_fields);

void attachments_find(
    const struct site *site, struct arena *arena, struct published_attachments *list)
{
	for (size_t i = 0; i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		if (act->visibility != VISIBILITY_PUBLIC)
			continue;
		for (size_t n = 0; n < act->attachments.count; n++)
			if (act->attachments.items[n].file)
				*ARENA_PUSH(arena, list) =
				    (struct published_attachment){ .act = act,
					    .attachment = &act->attachments.items[n] };
	}
}

/* Null for an attachment of an old version, which is no item of the list. */
static const struct published_attachment *find_published(
    const struct maker *maker, const struct act *act, const struct attachment *attachment)
{
	const struct published_attachments *list = maker->renderer->attachments;
	size_t low = 0, high = list ? list->count : 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (act_cmp(list->items[middle].act, act) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; list && low < list->count && list->items[low].act == act; low++)
		if (list->items[low].attachment == attachment)
			return &list->items[low];
	return NULL;
}

void digest_text(struct digest digest, struct arena *arena, struct digest_text *text)
{
	char hex[DIGEST_HEX + 1];

	digest_hex(digest, hex);
	for (size_t i = 0; i < DIGEST_HEX; i += GROUP)
		*ARENA_PUSH(arena, text) = arena_printf(arena, "%.*s", GROUP, hex + i);
}

static const struct attachment *find_named(const struct act *act, struct slice name)
{
	for (size_t i = 0; i < act->attachments.count; i++)
		if (slice_eq(act->attachments.items[i].name, name))
			return &act->attachments.items[i];
	return NULL;
}

struct slice attachment_path(const struct act *act, struct slice name, struct arena *arena)
{
	const struct attachment *found = find_named(act, name);

	return found && found->file ? url_attachment(act, name, arena) : SLICE("");
}

static struct slice attachment_link(struct maker *maker, const struct act *act, struct slice name)
{
	struct slice path = attachment_path(act, name, maker->arena);

	return slice_empty(path) ? path : maker_link(maker, path);
}

struct slice attachment_title(const struct attachment *attachment)
{
	return slice_empty(attachment->title) ? attachment->name : attachment->title;
}

/* Its accessible form, or where to ask for one. */
static void fill_alternative(struct maker *maker, const struct act *act,
    const struct attachment *attachment, struct attachment_row *row)
{
	const struct attachment *other = find_named(act, attachment->alternative);

	if (slice_empty(attachment->alternative)) {
		if (attachment->accessible == YES_NO_NO)
			row->contacts_url = maker_link(maker, SLICE("contatti/"));
		return;
	}
	row->alternative = attachment->alternative;
	if (!other)
		return;
	row->alternative =
	    arena_printf(maker->arena, "%.*s (%.*s)", SLICE_ARGS(attachment_title(other)),
		SLICE_ARGS(italian_attachment_format(other, maker->arena)));
	row->alternative_url = attachment_link(maker, act, other->name);
}

/* What lets a reader tell that a file is this one. */
static void fill_identity(struct maker *maker, const struct act *act,
    const struct attachment *attachment, struct attachment_row *row)
{
	const struct published_attachment *published = find_published(maker, act, attachment);

	if (!published)
		return;
	row->size = italian_bytes(attachment->file->entry->size, maker->arena);
	digest_text(published->digest, maker->arena, &row->digest);
	row->verify_url = maker_link(maker, SLICE("verifica/"));
}

void act_attachments(struct maker *maker, const struct act *act, struct attachment_rows *rows)
{
	struct arena *arena = maker->arena;

	for (size_t i = 0; i < act->attachments.count; i++) {
		const struct attachment *each = &act->attachments.items[i];
		struct attachment_row row = {
			.title = attachment_title(each),
			.name = each->name,
			.url = attachment_link(maker, act, each->name),
			.format = italian_attachment_format(each, arena),
			.details = italian_attachment(each, arena),
			.language = slice_is(each->language, "it") ? SLICE("") : each->language,
			.opening = italian_attachment_opening(each),
			.reading = italian_attachment_reading(
			    each, act->text == ACT_TEXT_WHOLE && act->file->has_body, arena),
		};

		fill_alternative(maker, act, each, &row);
		fill_identity(maker, act, each, &row);
		*ARENA_PUSH(arena, rows) = row;
	}
}
