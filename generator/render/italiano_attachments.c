#include "render/italiano_attachments.h"

#include <inttypes.h>

#include "render/italiano.h"

static struct slice extension_of(struct slice name)
{
	size_t dot = slice_find_last_byte(name, '.');

	return dot == SLICE_NONE ? SLICE("") : slice_from_index(name, dot + 1);
}

static const char *kind_of(struct slice extension)
{
	static const struct {
		const char *extension, *kind;
	} kinds[] = {
		{ "csv", "tabella CSV" },
		{ "jpg", "immagine JPG" },
		{ "json", "dati JSON" },
		{ "ods", "foglio di calcolo ODS" },
		{ "odt", "documento di testo ODT" },
		{ "p7m", "file firmato P7M" },
		{ "pdf", "documento PDF" },
		{ "png", "immagine PNG" },
		{ "txt", "testo semplice TXT" },
		{ "xml", "dati XML" },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (slice_is(extension, kinds[i].extension))
			return kinds[i].kind;
	return NULL;
}

struct slice italian_file_kind(struct slice name, struct arena *arena)
{
	struct slice extension = extension_of(name);
	const char *kind = kind_of(extension);

	if (slice_is(extension, "p7m")) {
		struct slice within = slice_sub(name, 0, name.len - extension.len - 1);
		const char *signed_kind = kind_of(extension_of(within));

		if (signed_kind)
			return arena_printf(arena, "%s firmato, in formato P7M", signed_kind);
	}
	return kind ? slice_from(kind) : SLICE("file");
}

struct slice italian_attachment_format(const struct attachment *attachment, struct arena *arena)
{
	struct slice parts[] = { italian_file_kind(attachment->name, arena),
		attachment->file ? italian_size(attachment->file->entry->size, arena)
				 : SLICE("file non disponibile"),
		attachment->file && attachment->pages > 0
		    ? italian_count((size_t)attachment->pages, "pagina", "pagine", arena)
		    : SLICE("") };

	return italian_join(parts, sizeof parts / sizeof *parts, arena);
}

struct slice italian_in_language(struct slice code, struct arena *arena)
{
	static const struct {
		const char *code, *name;
	} languages[] = {
		{ "ar", "arabo" },
		{ "bn", "bengalese" },
		{ "de", "tedesco" },
		{ "en", "inglese" },
		{ "es", "spagnolo" },
		{ "fr", "francese" },
		{ "hi", "hindi" },
		{ "pl", "polacco" },
		{ "pt", "portoghese" },
		{ "ro", "rumeno" },
		{ "ru", "russo" },
		{ "sq", "albanese" },
		{ "uk", "ucraino" },
		{ "ur", "urdu" },
		{ "zh", "cinese" },
	};

	if (slice_empty(code) || slice_is(code, "it"))
		return SLICE("");
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (slice_is(code, languages[i].code))
			return arena_printf(arena, "in %s", languages[i].name);
	return arena_printf(arena, "lingua: %.*s", SLICE_ARGS(code));
}

struct slice italian_attachment(const struct attachment *attachment, struct arena *arena)
{
	static const char *const is_signed[] = { "", "non firmato", "firmato" };
	struct slice parts[] = {
		attachment->type,
		italian_word(attachment_form_words, attachment->form),
		slice_from(is_signed[attachment->is_signed]),
		italian_in_language(attachment->language, arena),
	};

	return italian_join(parts, sizeof parts / sizeof *parts, arena);
}

struct slice italian_bytes(uint64_t bytes, struct arena *arena)
{
	struct slice text;

	if (bytes < 1000)
		return arena_printf(arena, "%" PRIu64 " byte", bytes);
	text = arena_printf(arena, "%03" PRIu64 " byte", bytes % 1000);
	for (bytes /= 1000; bytes >= 1000; bytes /= 1000)
		text = arena_printf(arena, "%03" PRIu64 ".%.*s", bytes % 1000, SLICE_ARGS(text));
	return arena_printf(arena, "%" PRIu64 ".%.*s", bytes, SLICE_ARGS(text));
}

struct slice italian_attachment_opening(const struct attachment *attachment)
{
	return slice_is(extension_of(attachment->name), "p7m")
		   ? SLICE("Per aprirlo serve un programma che legge le firme digitali.")
		   : SLICE("");
}

struct slice italian_attachment_reading(
    const struct attachment *attachment, bool whole_text, struct arena *arena)
{
	if (attachment->accessible == YES_NO_YES)
		return SLICE("Si legge anche con un lettore di schermo.");
	if (attachment->accessible != YES_NO_NO)
		return SLICE("");
	if (!slice_empty(attachment->alternative))
		return SLICE("Non si legge con un lettore di schermo.");
	return arena_printf(arena,
	    "Non si legge con un lettore di schermo, e su questo sito non ce n'è una versione "
	    "accessibile.%s",
	    whole_text ? " Il testo dell'atto si legge in questa pagina." : "");
}
