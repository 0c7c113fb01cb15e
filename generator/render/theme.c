#include <stdlib.h>
#include <string.h>

#include "parse/intake.h"
#include "parse/yaml.h"
#include "render/theme_builtin.h"
#include "render/theme_folder.h"

struct theme {
	struct slice name, version;
	const struct theme_file *files;
	size_t count;
	ARRAY(struct theme_file) assets;
	ARRAY(struct template_text) texts;
	struct template_set templates;
};

struct opening {
	struct theme *theme;
	struct slice folder; /* as named to the author */
	struct arena *arena;
	struct diagnostics *diagnostics;
	bool failed;
};

/* Version 1 was the first. */
static const struct views_change changes[] = {
	{ 1, "" },
	{ 2, "cronologia.versioni, home.novita, novita.mesi.versioni" },
};

static struct slice shown_path(const struct opening *opening, struct slice path)
{
	return arena_printf(
	    opening->arena, "%.*s/%.*s", SLICE_ARGS(opening->folder), SLICE_ARGS(path));
}

static struct slice number_text(uint32_t number, struct arena *arena)
{
	return arena_printf(arena, "%u", number);
}

bool theme_views_fit(uint32_t wanted, uint32_t current, const struct views_change *table,
    size_t count, struct position at, struct diagnostics *diagnostics)
{
	struct slice names = SLICE("");
	struct arena *scratch;

	if (wanted == current)
		return true;
	scratch = arena_new();
	for (size_t i = 0; i < count; i++)
		if (table[i].version > wanted)
			names = arena_printf(scratch, "%.*s%s%s", SLICE_ARGS(names),
			    names.len ? ", " : "", table[i].names);
	if (wanted < current)
		diag3(diagnostics, DIAG_THEME_VIEWS_OLD, at, number_text(wanted, scratch),
		    number_text(current, scratch), names);
	else
		diag2(diagnostics, DIAG_THEME_VIEWS_NEW, at, number_text(wanted, scratch),
		    number_text(current, scratch));
	arena_free(scratch);
	return false;
}

static bool text_of(
    struct opening *opening, struct slice bytes, struct slice file, struct slice *text)
{
	if (text_intake(bytes, file, opening->arena, opening->diagnostics, text) == 0)
		return true;
	opening->failed = true;
	return false;
}

/* The text under the key; reported where it is missing or no text. */
static struct slice read_key(
    struct opening *opening, const struct yaml_node *root, const char *key, struct slice file)
{
	const struct yaml_node *node = yaml_get(root, key);

	if (node && node->kind == YAML_SCALAR && !slice_empty(node->text))
		return node->text;
	diag1(opening->diagnostics, DIAG_THEME_VALUE,
	    node ? yaml_position(node, file) : position_file(file), slice_from(key));
	opening->failed = true;
	return SLICE("");
}

static void read_views(struct opening *opening, const struct yaml_node *root, struct slice file)
{
	struct slice text = read_key(opening, root, "viste", file);
	uint32_t version;

	if (slice_empty(text))
		return;
	if (!slice_to_uint(text, 1000000, &version) || version == 0) {
		diag1(opening->diagnostics, DIAG_THEME_VALUE,
		    yaml_position(yaml_get(root, "viste"), file), SLICE("viste"));
		opening->failed = true;
	} else if (!theme_views_fit(version, VIEWS_VERSION, changes,
		       sizeof changes / sizeof *changes,
		       yaml_position(yaml_get(root, "viste"), file), opening->diagnostics)) {
		opening->failed = true;
	}
}

static void read_settings(struct opening *opening, struct slice bytes, struct slice file)
{
	const struct yaml_node *root, *node;
	struct slice text;

	if (!text_of(opening, bytes, file, &text))
		return;
	root = yaml_parse(text, file, 1, opening->arena, opening->diagnostics);
	if (!root) {
		opening->failed = true;
		return;
	}
	for (node = root->first; node; node = node->next) {
		if (slice_is(node->key, "nome") || slice_is(node->key, "versione") ||
		    slice_is(node->key, "viste"))
			continue;
		diag1(
		    opening->diagnostics, DIAG_THEME_KEY, yaml_key_position(node, file), node->key);
		opening->failed = true;
	}
	opening->theme->name = read_key(opening, root, "nome", file);
	opening->theme->version = read_key(opening, root, "versione", file);
	read_views(opening, root, file);
}

static bool is_published(struct slice path)
{
	static const char *const endings[] = { ".css", ".js", ".svg", ".png", ".jpg", ".webp",
		".ico", ".woff2", ".txt" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (slice_ends(path, endings[i]))
			return true;
	return false;
}

static void take_template(struct opening *opening, const struct theme_file *file)
{
	struct template_text template = {
		.name = slice_sub(file->path, 0, file->path.len - strlen(".mustache")),
		.file = shown_path(opening, file->path),
	};

	if (text_of(opening, file->bytes, template.file, &template.text))
		*ARENA_PUSH(opening->arena, &opening->theme->texts) = template;
}

static void take_file(struct opening *opening, const struct theme_file *file)
{
	if (slice_is(file->path, "theme.yaml"))
		return;
	if (slice_ends(file->path, ".mustache"))
		take_template(opening, file);
	else if (is_published(file->path))
		*ARENA_PUSH(opening->arena, &opening->theme->assets) = *file;
	else
		diag1(opening->diagnostics, DIAG_THEME_NOT_PUBLISHED,
		    position_file(shown_path(opening, file->path)), file->path);
}

static const struct theme *open_files(
    struct opening *opening, const struct theme_file *files, size_t count)
{
	struct theme *theme = opening->theme = ARENA_NEW(opening->arena, struct theme);
	const struct theme_file *settings;

	theme->files = files;
	theme->count = count;
	settings = theme_find(theme, SLICE("theme.yaml"));
	if (!settings) {
		diag0(opening->diagnostics, DIAG_THEME_NO_FILE, position_file(opening->folder));
		return NULL;
	}
	read_settings(opening, settings->bytes, shown_path(opening, settings->path));
	for (size_t i = 0; i < count; i++)
		take_file(opening, &files[i]);
	theme->templates = (struct template_set){ theme->texts.items, theme->texts.count };
	return opening->failed ? NULL : theme;
}

const struct theme *theme_open_builtin(struct arena *arena, struct diagnostics *diagnostics)
{
	struct opening opening = {
		.folder = SLICE("themes/base"), .arena = arena, .diagnostics = diagnostics
	};

	return open_files(&opening, theme_builtin_files, theme_builtin_count);
}

const struct theme *theme_open_dir(
    const char *dir, struct arena *arena, struct diagnostics *diagnostics)
{
	struct opening opening = {
		.folder = slice_from(dir), .arena = arena, .diagnostics = diagnostics
	};
	struct theme_files files = { 0 };

	if (theme_read_folder(dir, arena, diagnostics, &files) != 0)
		return NULL;
	return open_files(&opening, files.items, files.count);
}

struct slice theme_name(const struct theme *theme)
{
	return theme->name;
}

struct slice theme_version(const struct theme *theme)
{
	return theme->version;
}

const struct template_set *theme_templates(const struct theme *theme)
{
	return &theme->templates;
}

const struct theme_file *theme_assets(const struct theme *theme, size_t *count)
{
	*count = theme->assets.count;
	return theme->assets.items;
}

static int compare_path(const void *path, const void *file)
{
	return slice_cmp(*(const struct slice *)path, ((const struct theme_file *)file)->path);
}

const struct theme_file *theme_find(const struct theme *theme, struct slice path)
{
	return theme->count == 0
		   ? NULL
		   : bsearch(&path, theme->files, theme->count, sizeof *theme->files, compare_path);
}
