#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "parse/intake.h"
#include "parse/yaml.h"
#include "render/theme_builtin.h"
#include "render/theme_folder.h"

struct theme {
	struct slice name, version;
	ARRAY(struct theme_file) assets; /* sorted by path */
	ARRAY(const struct theme_file *) preloads;
	ARRAY(struct template_text) texts;
	struct template_set templates;
};

/* A theme as it was found: by itself, or under another that extends it. */
struct layer {
	struct slice folder; /* as named to the author */
	const struct theme_file *files;
	size_t count;
	size_t extensible; /* the first of the linked themes that it may extend */
};

/* One of the files, and the folder that it is in. */
struct layered_file {
	struct theme_file file;
	struct slice folder;
};

struct opening {
	struct theme *theme;
	struct arena *arena;
	struct diagnostics *diagnostics;
	ARRAY(struct layered_file) found;
	struct map known;                /* by path, what is found */
	const struct yaml_node *preload; /* precarica of the uppermost theme that has it, or null */
	struct slice preload_file;
	bool failed;
};

/* Version 1 was the first. */
static const struct views_change changes[] = {
	{ 1, "" },
	{ 2, "cronologia.versioni, home.novita, novita.mesi.versioni" },
	{ 3,
	    "cronoprogramma.altezza, cronoprogramma.righe, cronoprogramma.punti.scadenze, "
	    "programma.punti, atto.presenti, atto.ultima_modifica, presenze.riassunto, sedute.passate" },
};

static struct slice shown_path(struct slice folder, struct slice path, struct arena *arena)
{
	return arena_printf(arena, "%.*s/%.*s", SLICE_ARGS(folder), SLICE_ARGS(path));
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

/* Which of the linked themes has this name: its place, or their number. */
static size_t builtin_named(struct slice name)
{
	size_t i = 0;

	while (i < builtin_theme_count && !slice_eq(builtin_themes[i].name, name))
		i++;
	return i;
}

static struct layer builtin_layer(size_t which, struct arena *arena)
{
	const struct builtin_theme *theme = &builtin_themes[which];

	return (
	    struct layer){ .folder = arena_printf(arena, "themes/%.*s", SLICE_ARGS(theme->name)),
		.files = theme->files,
		.count = theme->count,
		.extensible = which + 1 };
}

/* The theme below this one, into `below`; false where there is none. */
static bool read_extended(struct opening *opening, const struct layer *layer,
    const struct yaml_node *root, struct slice file, struct layer *below)
{
	const struct yaml_node *node = yaml_get(root, "estende");
	size_t which;

	if (!node)
		return false;
	which = node->kind == YAML_SCALAR ? builtin_named(node->text) : builtin_theme_count;
	if (which >= layer->extensible && which < builtin_theme_count) {
		*below = builtin_layer(which, opening->arena);
		return true;
	}
	diag2(opening->diagnostics, DIAG_THEME_EXTENDED, yaml_position(node, file),
	    node->kind == YAML_SCALAR ? node->text : SLICE(""),
	    theme_builtin_names(opening->arena));
	opening->failed = true;
	return false;
}

static void check_keys(struct opening *opening, const struct yaml_node *root, struct slice file)
{
	static const char *const keys[] = { "nome", "versione", "viste", "estende", "precarica" };

	for (const struct yaml_node *node = root->first; node; node = node->next) {
		bool known = false;

		for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
			known = known || slice_is(node->key, keys[i]);
		if (known)
			continue;
		diag1(
		    opening->diagnostics, DIAG_THEME_KEY, yaml_key_position(node, file), node->key);
		opening->failed = true;
	}
}

/* theme.yaml of a layer. True, and the layer below, where it extends another theme. */
static bool read_settings(
    struct opening *opening, const struct layer *layer, struct slice bytes, struct layer *below)
{
	struct slice file = shown_path(layer->folder, SLICE("theme.yaml"), opening->arena);
	struct slice text, name, version;
	const struct yaml_node *root;

	if (!text_of(opening, bytes, file, &text))
		return false;
	root = yaml_parse(text, file, 1, opening->arena, opening->diagnostics);
	if (!root) {
		opening->failed = true;
		return false;
	}
	check_keys(opening, root, file);
	name = read_key(opening, root, "nome", file);
	version = read_key(opening, root, "versione", file);
	read_views(opening, root, file);
	if (!opening->preload) {
		opening->preload = yaml_get(root, "precarica");
		opening->preload_file = file;
	}
	/* The uppermost is the theme itself. */
	if (slice_empty(opening->theme->name)) {
		opening->theme->name = name;
		opening->theme->version = version;
	}
	return read_extended(opening, layer, root, file, below);
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

static void take_template(
    struct opening *opening, const struct theme_file *file, struct slice shown)
{
	struct template_text template = {
		.name = slice_sub(file->path, 0, file->path.len - strlen(".mustache")),
		.file = shown,
	};

	if (text_of(opening, file->bytes, template.file, &template.text))
		*ARENA_PUSH(opening->arena, &opening->theme->texts) = template;
}

static void take_file(struct opening *opening, const struct layered_file *found)
{
	const struct theme_file *file = &found->file;
	struct slice shown = shown_path(found->folder, file->path, opening->arena);

	if (slice_ends(file->path, ".mustache"))
		take_template(opening, file, shown);
	else if (is_published(file->path))
		*ARENA_PUSH(opening->arena, &opening->theme->assets) = *file;
	else
		diag1(opening->diagnostics, DIAG_THEME_NOT_PUBLISHED, position_file(shown),
		    file->path);
}

/* Reads a layer, and takes what no layer above it has. True, and the layer below, where there is one. */
static bool take_layer(struct opening *opening, const struct layer *layer, struct layer *below)
{
	const struct theme_file *settings = NULL;

	for (size_t i = 0; i < layer->count; i++) {
		const struct theme_file *file = &layer->files[i];

		if (slice_is(file->path, "theme.yaml")) {
			settings = file;
		} else if (!map_get(&opening->known, file->path)) {
			map_put(&opening->known, opening->arena, file->path, (void *)file);
			*ARENA_PUSH(opening->arena, &opening->found) =
			    (struct layered_file){ *file, layer->folder };
		}
	}
	if (settings)
		return read_settings(opening, layer, settings->bytes, below);
	diag0(opening->diagnostics, DIAG_THEME_NO_FILE, position_file(layer->folder));
	opening->failed = true;
	/* No theme's folder: nothing is to be said of what else it holds. */
	opening->found.count = 0;
	return false;
}

static int compare_found(const void *left, const void *right)
{
	return slice_cmp(((const struct layered_file *)left)->file.path,
	    ((const struct layered_file *)right)->file.path);
}

/* In style sheets the names under which files are published; what of these names no file is an error. */
static void link_styles(struct opening *opening)
{
	struct theme *theme = opening->theme;

	for (size_t i = 0, style = 0; i < opening->found.count; i++) {
		const struct layered_file *found = &opening->found.items[i];

		if (!slice_ends(found->file.path, ".css"))
			continue;
		while (!slice_eq(theme->assets.items[style].path, found->file.path))
			style++;
		if (!asset_link_style(&found->file,
			shown_path(found->folder, found->file.path, opening->arena),
			theme->assets.items, theme->assets.count, opening->arena,
			opening->diagnostics, &theme->assets.items[style].bytes))
			opening->failed = true;
	}
}

static void find_preloads(struct opening *opening)
{
	const struct yaml_node *list = opening->preload;

	if (list && list->kind != YAML_LIST) {
		diag1(opening->diagnostics, DIAG_THEME_VALUE,
		    yaml_position(list, opening->preload_file), SLICE("precarica"));
		opening->failed = true;
		return;
	}
	for (const struct yaml_node *node = list ? list->first : NULL; node; node = node->next) {
		const struct theme_file *file = theme_find(opening->theme, node->text);

		if (file) {
			*ARENA_PUSH(opening->arena, &opening->theme->preloads) = file;
			continue;
		}
		diag1(opening->diagnostics, DIAG_THEME_REFERENCE,
		    yaml_position(node, opening->preload_file), node->text);
		opening->failed = true;
	}
}

static const struct theme *open_layers(
    struct layer layer, struct arena *arena, struct diagnostics *diagnostics)
{
	struct opening opening = {
		.theme = ARENA_NEW(arena, struct theme), .arena = arena, .diagnostics = diagnostics
	};
	struct theme *theme = opening.theme;

	for (struct layer below; take_layer(&opening, &layer, &below); layer = below)
		;
	if (opening.found.count > 0)
		qsort(opening.found.items, opening.found.count, sizeof *opening.found.items,
		    compare_found);
	for (size_t i = 0; i < opening.found.count; i++)
		take_file(&opening, &opening.found.items[i]);
	theme->templates = (struct template_set){ theme->texts.items, theme->texts.count };
	link_styles(&opening);
	find_preloads(&opening);
	return opening.failed ? NULL : theme;
}

bool theme_is_builtin(struct slice name)
{
	return builtin_named(name) < builtin_theme_count;
}

struct slice theme_builtin_names(struct arena *arena)
{
	struct slice names = builtin_themes[0].name;

	for (size_t i = 1; i < builtin_theme_count; i++)
		names = arena_printf(
		    arena, "%.*s, %.*s", SLICE_ARGS(names), SLICE_ARGS(builtin_themes[i].name));
	return names;
}

const struct theme *theme_open_builtin(
    struct slice name, struct arena *arena, struct diagnostics *diagnostics)
{
	return open_layers(
	    builtin_layer(slice_empty(name) ? 0 : builtin_named(name), arena), arena, diagnostics);
}

const struct theme *theme_open_dir(
    const char *dir, struct arena *arena, struct diagnostics *diagnostics)
{
	struct theme_files files = { 0 };

	if (theme_read_folder(dir, arena, diagnostics, &files) != 0)
		return NULL;
	return open_layers(
	    (struct layer){ slice_from(dir), files.items, files.count, 0 }, arena, diagnostics);
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

const struct theme_file *theme_find(const struct theme *theme, struct slice path)
{
	return asset_find(theme->assets.items, theme->assets.count, path);
}

const struct theme_file *const *theme_preloads(const struct theme *theme, size_t *count)
{
	*count = theme->preloads.count;
	return theme->preloads.items;
}
