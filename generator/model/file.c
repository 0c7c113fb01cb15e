#include "model/file.h"

#include "base/date.h"
#include "base/unicode.h"

static const struct {
	const char *name;
	enum file_kind kind;
} root_files[] = {
	{ "sito.yaml", FILE_SETTINGS },
	{ "enti.yaml", FILE_ORGANISATIONS },
	{ "persone.yaml", FILE_PEOPLE },
	{ "argomenti.yaml", FILE_TOPICS },
	{ "glossario.yaml", FILE_GLOSSARY },
	{ "eventi.yaml", FILE_EVENTS },
	{ "scuole.yaml", FILE_SCHOOLS },
	{ "norme.yaml", FILE_LEGAL_SOURCES },
	{ "oscuramenti.yaml", FILE_REDACTIONS },
	{ "cessati.yaml", FILE_CEASED },
	{ "note_pubbliche.yaml", FILE_PUBLIC_NOTES },
};

static const char *const rules[FILE_KIND_COUNT] = {
	[FILE_BODY] = "organi/<id>.yaml",
	[FILE_MEETING] = "sedute/AAAA-MM-GG-<organo>.yaml",
	[FILE_WORKING_TABLE] = "tavoli/<id>.yaml",
	[FILE_ACT] = "atti/AAAA/<sigla>-<numero>.md",
	[FILE_ATTACHMENT] = "atti/AAAA/<atto>/<nome>.<estensione>",
	[FILE_PROGRAMME] = "programma/AAAA-AAAA/programma.yaml",
	[FILE_POINT] = "programma/AAAA-AAAA/punti/NN-<nome>.yaml",
	[FILE_POINT_TEXT] = "programma/AAAA-AAAA/punti/NN-<nome>.md",
	[FILE_PROGRESS] = "programma/AAAA-AAAA/avanzamento/AAAA-MM-GG-N.M.yaml",
	[FILE_REPORT] = "rapporti/AAAA-MM-GG-<nome>.md",
	[FILE_REGULATION] = "regolamenti/<id>/AAAA-MM-GG.md",
	[FILE_PAGE] = "pagine/<nome>.md",
};

const char *file_name_rule(enum file_kind kind)
{
	return rules[kind] ? rules[kind] : "";
}

/* The name without this ending; an empty slice where it ends otherwise. */
static struct slice stem(struct slice name, const char *extension)
{
	if (!slice_ends(name, extension))
		return SLICE("");
	return slice_sub(name, 0, name.len - slice_from(extension).len);
}

static bool is_year(struct slice text)
{
	struct date date;

	return text.len == 4 && date_parse(text, &date);
}

static bool is_years(struct slice text)
{
	return text.len == 9 && text.p[4] == '-' && is_year(slice_sub(text, 0, 4)) &&
	       is_year(slice_sub(text, 5, 9));
}

/* "AAAA-MM-GG-" and an id behind it. */
static bool is_dated_id(struct slice text)
{
	struct date date;

	return text.len > 11 && text.p[10] == '-' && date_parse(slice_sub(text, 0, 10), &date) &&
	       id_valid(slice_from_index(text, 11));
}

/* "NN-" and an id behind it. */
static bool is_point_name(struct slice text)
{
	uint32_t number;

	return text.len > 3 && text.p[2] == '-' &&
	       slice_to_uint(slice_sub(text, 0, 2), 99, &number) &&
	       id_valid(slice_from_index(text, 3));
}

/* "AAAA-MM-GG-N.M" or "AAAA-MM-GG-N.M-k". */
static bool is_progress_name(struct slice text)
{
	struct slice action, count, point, number;
	struct date date;
	uint32_t value;

	if (text.len < 14 || text.p[10] != '-' || !date_parse(slice_sub(text, 0, 10), &date))
		return false;
	if (slice_cut(slice_from_index(text, 11), '-', &action, &count) &&
	    !slice_to_uint(count, 999, &value))
		return false;
	return slice_cut(action, '.', &point, &number) && slice_to_uint(point, 99, &value) &&
	       slice_to_uint(number, 99, &value);
}

/* Letters of any case, digits, '.', '_' and '-': what a URL holds without escapes. */
static bool is_attachment_name(struct slice name)
{
	if (name.len == 0 || name.len > 120 || name.p[0] == '.' || name.p[0] == '-')
		return false;
	for (size_t i = 0; i < name.len; i++)
		if (!ascii_is_alnum(name.p[i]) &&
		    slice_find_byte(SLICE("._-"), name.p[i]) == SLICE_NONE)
			return false;
	return true;
}

/* Fills what the file's place says; *good tells whether its name follows the rule. */
static enum file_kind act_kind(struct slice rest, struct content_file *file, bool *good)
{
	struct slice name, attachment;

	slice_cut(rest, '/', &file->folder, &name);
	if (!is_year(file->folder))
		return FILE_ACT;
	if (slice_cut(name, '/', &name, &attachment)) {
		/* AAAA/<id>, without the slash behind it */
		file->folder.len += 1 + name.len;
		file->id = attachment;
		*good = id_valid(name) && is_attachment_name(attachment);
		return FILE_ATTACHMENT;
	}
	file->id = stem(name, ".md");
	*good = id_valid(file->id);
	return FILE_ACT;
}

static enum file_kind programme_kind(struct slice rest, struct content_file *file, bool *good)
{
	struct slice name, folder;

	slice_cut(rest, '/', &file->folder, &name);
	if (!is_years(file->folder))
		return FILE_PROGRAMME;
	if (!slice_cut(name, '/', &folder, &rest)) {
		file->id = stem(name, ".yaml");
		*good = slice_is(file->id, "programma");
		return FILE_PROGRAMME;
	}
	if (slice_is(folder, "punti")) {
		bool text = slice_ends(rest, ".md");

		file->id = stem(rest, text ? ".md" : ".yaml");
		*good = is_point_name(file->id);
		return text ? FILE_POINT_TEXT : FILE_POINT;
	}
	if (slice_is(folder, "avanzamento")) {
		file->id = stem(rest, ".yaml");
		*good = is_progress_name(file->id);
		return FILE_PROGRESS;
	}
	return FILE_UNKNOWN;
}

static enum file_kind regulation_kind(struct slice rest, struct content_file *file, bool *good)
{
	struct slice name;
	struct date date;

	slice_cut(rest, '/', &file->folder, &name);
	file->id = stem(name, ".md");
	*good = id_valid(file->folder) && file->id.len == 10 && date_parse(file->id, &date);
	return FILE_REGULATION;
}

enum file_kind file_kind_of(struct slice path, struct content_file *file, bool *misnamed)
{
	struct slice content, rest, folder, name;
	enum file_kind kind = FILE_UNKNOWN;
	bool good = false;

	*misnamed = false;
	slice_cut(path, '/', &content, &rest);
	if (!slice_cut(rest, '/', &folder, &name)) {
		for (size_t i = 0; i < sizeof root_files / sizeof root_files[0]; i++)
			if (slice_is(rest, root_files[i].name))
				return root_files[i].kind;
		return FILE_UNKNOWN;
	}
	if (slice_is(folder, "atti")) {
		kind = act_kind(name, file, &good);
	} else if (slice_is(folder, "programma")) {
		kind = programme_kind(name, file, &good);
	} else if (slice_is(folder, "regolamenti")) {
		kind = regulation_kind(name, file, &good);
	} else if (slice_is(folder, "organi") || slice_is(folder, "tavoli")) {
		kind = slice_is(folder, "organi") ? FILE_BODY : FILE_WORKING_TABLE;
		file->id = stem(name, ".yaml");
		good = id_valid(file->id);
	} else if (slice_is(folder, "sedute")) {
		kind = FILE_MEETING;
		file->id = stem(name, ".yaml");
		good = is_dated_id(file->id);
	} else if (slice_is(folder, "rapporti")) {
		kind = FILE_REPORT;
		file->id = stem(name, ".md");
		good = is_dated_id(file->id);
	} else if (slice_is(folder, "pagine")) {
		kind = FILE_PAGE;
		file->id = stem(name, ".md");
		good = id_valid(file->id);
	}
	*misnamed = kind != FILE_UNKNOWN && !good;
	return kind;
}

struct slice file_root_suggestion(struct slice path, struct arena *arena)
{
	struct slice names[sizeof root_files / sizeof root_files[0]], content, name;

	slice_cut(path, '/', &content, &name);
	if (slice_find_byte(name, '/') != SLICE_NONE)
		return SLICE("");
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		names[i] = slice_from(root_files[i].name);
	return nearest_word(name, names, sizeof names / sizeof names[0], arena);
}

struct slice act_file_path(struct slice place, struct arena *arena)
{
	return arena_printf(arena, "content/atti/%.*s.md", SLICE_ARGS(place));
}
