/*
 * Themes: a folder with theme.yaml, templates (*.mustache) and the files that are published beside
 * the pages. Those of themes/ are linked into the program, and `tema` of sito.yaml chooses among them;
 * one in a folder (--theme DIR) replaces them whole, or extends one of them: then the files that it
 * lacks are that one's.
 *
 *   theme.yaml    nome: Base / versione: "1" / viste: 2 / estende: base
 *
 * `viste` is the VIEWS_VERSION the theme was written for. The views are a promise to themes: when a
 * field's name or kind changes, VIEWS_VERSION goes up and theme.c names what changed.
 *
 * `precarica` lists fonts that pages ask for before they have read the style sheet: those that the first view of most
 * pages needs (precarica: [caratteri/testo.woff2]).
 *
 * Files published: css, js, svg, png, jpg, webp, ico, woff2, txt. Names that begin with
 * a dot are not looked at; symbolic links and everything that is neither file nor folder are
 * errors.
 */
#ifndef ZONALE_RENDER_THEME_H
#define ZONALE_RENDER_THEME_H

#include "render/assets.h"
#include "render/template.h"

#define VIEWS_VERSION 3

#define THEME_MAX_FILE ((size_t)8 * 1024 * 1024)
#define THEME_MAX_FILES 1000
#define THEME_MAX_DEPTH 8

struct theme;

/* Is a theme of this name linked into the program? And the names of all, the default first: "italia, base". */
bool theme_is_builtin(struct slice name);
struct slice theme_builtin_names(struct arena *arena);

/* The theme linked in under this name, which it must have; empty: the default. Null after an error, as below. */
const struct theme *theme_open_builtin(
    struct slice name, struct arena *arena, struct diagnostics *diagnostics);

/* Reads a folder. Null after at least one error was reported; all lives in the arena. */
const struct theme *theme_open_dir(
    const char *dir, struct arena *arena, struct diagnostics *diagnostics);

/* theme.yaml's nome and versione. */
struct slice theme_name(const struct theme *theme);
struct slice theme_version(const struct theme *theme);

/* The templates, for template_compile(theme_templates(theme), SLICE("atto"), ...). */
const struct template_set *theme_templates(const struct theme *theme);

/*
 * What is to be published, sorted by path, style sheets with the names in OUT (render/assets.h); and one of them by its
 * path, or null.
 */
const struct theme_file *theme_assets(const struct theme *theme, size_t *count);
const struct theme_file *theme_find(const struct theme *theme, struct slice path);

/* The published files that theme.yaml's precarica names, in its order. */
const struct theme_file *const *theme_preloads(const struct theme *theme, size_t *count);

/*
 * What a version of the views changed: "atto.titolo, punto.numero", the names as themes knew them
 * before.
 */
struct views_change {
	uint32_t version;
	const char *names;
};

/*
 * May a theme for version `wanted` be used with views of version `current`? False after reporting,
 * at `at`, what has changed since, or that the theme is newer.
 */
bool theme_views_fit(uint32_t wanted, uint32_t current, const struct views_change *changes,
    size_t count, struct position at, struct diagnostics *diagnostics);

#endif
