/* Themes: the one that is linked in, and folders, good ones and others. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "render/theme.h"
#include "reported.h"

struct entry {
	const char *path; /* with a '/' at its end: a folder */
	const char *text; /* "-> x" is a symbolic link, "|" a FIFO */
};

#define ENTRIES 6

struct theme_case {
	const char *name;
	struct entry entries[ENTRIES];
	const char *reported;
};

#define SETTINGS                                                         \
	{                                                                \
		"theme.yaml", "nome: Prova\nversione: \"2\"\nviste: 3\n" \
	}

static void make_entry(int folder, const struct entry *entry)
{
	size_t len = strlen(entry->path);
	int fd;

	if (entry->path[len - 1] == '/') {
		cr_assert_eq(make_folders(folder, entry->path), 0);
	} else if (strncmp(entry->text, "-> ", 3) == 0) {
		cr_assert_eq(symlinkat(entry->text + 3, folder, entry->path), 0);
	} else if (strcmp(entry->text, "|") == 0) {
		cr_assert_eq(mkfifoat(folder, entry->path, 0600), 0);
	} else {
		fd = openat(folder, entry->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		cr_assert_geq(fd, 0, "%s", entry->path);
		cr_assert_eq(fd_write_all(fd, slice_from(entry->text)), 0);
		close(fd);
	}
}

/* A folder of the test's own with these entries; the caller removes it. */
static void make_theme(const struct entry *entries, size_t count, char path[64])
{
	int folder;

	snprintf(path, 64, "/tmp/zonale-theme-XXXXXX");
	cr_assert_not_null(mkdtemp(path));
	folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	for (size_t i = 0; i < count && entries[i].path; i++)
		make_entry(folder, &entries[i]);
	close(folder);
}

static void remove_theme(const char *path)
{
	char command[128];

	snprintf(command, sizeof command, "rm -rf -- '%s'", path);
	cr_expect_eq(system(command), 0);
}

/* What is reported of a folder with these entries; each has a place in it. */
static const char *open_and_report(
    const struct entry *entries, size_t count, bool *opened, struct arena *arena)
{
	struct diagnostics diagnostics;
	const char *result;
	char path[64];

	make_theme(entries, count, path);
	diagnostics_init(&diagnostics);
	*opened = theme_open_dir(path, arena, &diagnostics) != NULL;
	diagnostics_sort(&diagnostics);
	result = reported(&diagnostics, arena);
	for (size_t i = 0; i < diagnostics.list.count; i++)
		cr_expect(slice_starts(diagnostics.list.items[i].at.file, path));
	diagnostics_release(&diagnostics);
	remove_theme(path);
	return result;
}

Test(theme, faults)
{
	static const struct theme_case cases[] = {
		{ "no theme.yaml", { { "a.mustache", "x" } }, "0:0+0 THEME_NO_FILE" },
		{ "theme.yaml in a subfolder only",
		    { { "a/", NULL }, { "a/theme.yaml", "nome: x" } }, "0:0+0 THEME_NO_FILE" },
		{ "unknown key",
		    { { "theme.yaml", "nome: A\nversione: 1\nviste: 3\nautore: B\n" } },
		    "4:1+6 THEME_KEY autore" },
		{ "keys missing", { { "theme.yaml", "" } },
		    "0:0+0 THEME_VALUE nome; 0:0+0 THEME_VALUE versione; 0:0+0 THEME_VALUE viste" },
		{ "empty and not text", { { "theme.yaml", "nome:\nversione: [1]\nviste: 3\n" } },
		    "1:6+0 THEME_VALUE nome; 2:11+1 THEME_VALUE versione" },
		{ "no number", { { "theme.yaml", "nome: A\nversione: 1\nviste: uno\n" } },
		    "3:8+3 THEME_VALUE viste" },
		{ "views 0", { { "theme.yaml", "nome: A\nversione: 1\nviste: 0\n" } },
		    "3:8+1 THEME_VALUE viste" },
		{ "newer views", { { "theme.yaml", "nome: A\nversione: 1\nviste: 4\n" } },
		    "3:8+1 THEME_VIEWS_NEW 4,3" },
		{ "older views", { { "theme.yaml", "nome: A\nversione: 1\nviste: 1\n" } },
		    "3:8+1 THEME_VIEWS_OLD 1,3,cronologia.versioni, home.novita, novita.mesi.versioni, "
		    "cronoprogramma.altezza, cronoprogramma.righe, cronoprogramma.punti.scadenze, "
		    "programma.punti, atto.presenti, atto.ultima_modifica, presenze.riassunto, sedute.passate" },
		{ "extends what is not there",
		    { { "theme.yaml", "nome: A\nversione: 1\nviste: 3\nestende: basi\n" } },
		    "4:10+4 THEME_EXTENDED basi,italia, base" },
		{ "extends a list",
		    { { "theme.yaml", "nome: A\nversione: 1\nviste: 3\nestende: [base]\n" } },
		    "4:10+1 THEME_EXTENDED ,italia, base" },
		{ "a font that is not there",
		    { { "theme.yaml",
			  "nome: A\nversione: 1\nviste: 3\nprecarica: [a.woff2, b.woff2]\n" },
			{ "a.woff2", "" } },
		    "4:22+7 THEME_REFERENCE b.woff2" },
		{ "no list of fonts",
		    { { "theme.yaml", "nome: A\nversione: 1\nviste: 3\nprecarica: a.woff2\n" },
			{ "a.woff2", "" } },
		    "4:12+7 THEME_VALUE precarica" },
		{ "a style sheet that names what is not there",
		    { SETTINGS, { "stile.css", "\na{b:url(c.woff2)}" } },
		    "2:9+7 THEME_REFERENCE c.woff2" },
		{ "theme.yaml is no YAML", { { "theme.yaml", "nome: A\nnome: B\n" } },
		    "2:1+4 YAML_DUPLICATE_KEY nome,1" },
		{ "a template that is not UTF-8", { SETTINGS, { "a.mustache", "\xE8" } },
		    "1:1+1 TEXT_NOT_UTF8 1" },
		{ "a symbolic link", { SETTINGS, { "a.mustache", "-> theme.yaml" } },
		    "0:0+0 THEME_ENTRY a.mustache" },
		{ "a symbolic link to a folder", { SETTINGS, { "a", "-> /tmp" } },
		    "0:0+0 THEME_ENTRY a" },
		{ "a FIFO", { SETTINGS, { "a.css", "|" } }, "0:0+0 THEME_ENTRY a.css" },
		{ "a blank in a name", { SETTINGS, { "a b.css", "" } },
		    "0:0+0 THEME_FILE_NAME a b.css" },
		{ "too deep", { SETTINGS, { "1/2/3/4/5/6/7/8/9/", NULL } },
		    "0:0+0 THEME_TOO_LARGE 1/2/3/4/5/6/7/8" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool opened;
		const char *result = open_and_report(cases[i].entries, ENTRIES, &opened, arena);

		cr_expect(strcmp(result, cases[i].reported) == 0, "%s: [%s] is not [%s]",
		    cases[i].name, result, cases[i].reported);
		cr_expect(!opened, "%s", cases[i].name);
	}
	arena_free(arena);
}

Test(theme, folder)
{
	static const struct entry entries[] = {
		SETTINGS,
		{ "parti/", NULL },
		{ "parti/testata.mustache", "\xEF\xBB\xBF<h1>\r\n" },
		{ "stile.css", "a{}" },
		{ "font.woff2", "\xFF" },
		{ ".git", "-> /" },
	};
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	const struct theme_file *assets;
	const struct theme *theme;
	char path[64], file[128];
	size_t count;

	make_theme(entries, sizeof entries / sizeof *entries, path);
	diagnostics_init(&diagnostics);
	theme = theme_open_dir(path, arena, &diagnostics);
	cr_assert_not_null(theme, "%s", reported(&diagnostics, arena));
	cr_expect_eq(diagnostics.list.count, 0);
	cr_expect(slice_is(theme_name(theme), "Prova"));
	cr_expect(slice_is(theme_version(theme), "2"));

	cr_assert_eq(theme_templates(theme)->count, 1);
	cr_expect(slice_is(theme_templates(theme)->items[0].name, "parti/testata"));
	cr_expect(slice_is(theme_templates(theme)->items[0].text, "<h1>\n"));
	snprintf(file, sizeof file, "%s/parti/testata.mustache", path);
	cr_expect(slice_is(theme_templates(theme)->items[0].file, file));

	assets = theme_assets(theme, &count);
	cr_assert_eq(count, 2);
	cr_expect(slice_is(assets[0].path, "font.woff2"));
	cr_expect(slice_is(assets[0].bytes, "\xFF"));
	cr_expect(slice_is(assets[1].path, "stile.css"));
	cr_expect_null(theme_find(theme, SLICE("stile")));
	cr_expect(slice_is(theme_find(theme, SLICE("stile.css"))->bytes, "a{}"));
	remove_theme(path);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

/* What a theme lacks is that of the one it extends; what it has replaces it. */
Test(theme, extends)
{
	static const struct entry entries[] = {
		{ "theme.yaml",
		    "nome: Mio\nversione: \"3\"\nviste: 3\nestende: base\nprecarica: [a.woff2]\n" },
		{ "a.woff2", "a" },
		{ "aaa.css", "i{}" },
		{ "mappa.mustache", "mia" },
		{ "stile.css", "b{c:url(a.woff2)}" },
	};
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	const struct theme *theme, *base;
	const struct template_set *ours, *theirs;
	size_t count, base_count;
	char path[64], file[128];

	make_theme(entries, sizeof entries / sizeof *entries, path);
	diagnostics_init(&diagnostics);
	theme = theme_open_dir(path, arena, &diagnostics);
	base = theme_open_builtin(SLICE("base"), arena, &diagnostics);
	cr_assert_str_eq(reported(&diagnostics, arena), "");
	cr_expect(slice_is(theme_name(theme), "Mio"));
	cr_expect(slice_is(theme_version(theme), "3"));
	snprintf(file, sizeof file, "%s/mappa.mustache", path);
	ours = theme_templates(theme);
	theirs = theme_templates(base);
	cr_assert_eq(ours->count, theirs->count);
	for (size_t i = 0; i < ours->count; i++) {
		bool mine = slice_is(ours->items[i].name, "mappa");

		cr_expect(slice_eq(ours->items[i].name, theirs->items[i].name));
		cr_expect(mine ? slice_is(ours->items[i].text, "mia")
			       : slice_eq(ours->items[i].text, theirs->items[i].text));
		cr_expect(mine ? slice_is(ours->items[i].file, file)
			       : slice_eq(ours->items[i].file, theirs->items[i].file));
	}
	cr_expect(
	    slice_is(theme_find(theme, SLICE("stile.css"))->bytes, "b{c:url(a.ca978112.woff2)}"));
	cr_expect(slice_is((*theme_preloads(theme, &count))->path, "a.woff2"));
	cr_expect_eq(count, 1);
	cr_expect(slice_is(theme_assets(theme, &count)[1].path, "aaa.css"));
	theme_assets(base, &base_count);
	cr_expect_eq(count, base_count + 2);
	remove_theme(path);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

/* A file that is neither template nor published is told of, and does no harm. */
Test(theme, other_files)
{
	static const struct entry entries[] = { SETTINGS, { "LEGGIMI.md", "x" } };
	struct arena *arena = arena_new();
	bool opened;
	const char *result = open_and_report(entries, 2, &opened, arena);

	cr_expect_str_eq(result, "0:0+0 THEME_NOT_PUBLISHED LEGGIMI.md");
	cr_expect(opened);
	arena_free(arena);
}

Test(theme, sizes)
{
	static const struct entry entries[] = { SETTINGS, { "a.css", "" } };
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	char path[64], file[128];

	make_theme(entries, 2, path);
	snprintf(file, sizeof file, "%s/a.css", path);
	diagnostics_init(&diagnostics);
	cr_assert_eq(truncate(file, THEME_MAX_FILE), 0);
	cr_expect_not_null(theme_open_dir(path, arena, &diagnostics));
	cr_assert_eq(truncate(file, THEME_MAX_FILE + 1), 0);
	cr_expect_null(theme_open_dir(path, arena, &diagnostics));
	cr_expect_str_eq(reported(&diagnostics, arena), "0:0+0 THEME_TOO_LARGE a.css");
	for (int i = 0; i < THEME_MAX_FILES; i++) {
		snprintf(file, sizeof file, "%s/%d.css", path, i);
		close(open(file, O_WRONLY | O_CREAT, 0600));
	}
	snprintf(file, sizeof file, "%s/a.css", path);
	cr_assert_eq(truncate(file, 0), 0);
	cr_expect_null(theme_open_dir(path, arena, &diagnostics));
	cr_expect_eq(diagnostics.list.count, 2);
	cr_expect_eq(diagnostics.list.items[1].id, DIAG_THEME_TOO_LARGE);
	remove_theme(path);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(theme, no_folder)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics);
	cr_expect_null(theme_open_dir("/nowhere/at/all", arena, &diagnostics));
	cr_assert_eq(diagnostics.list.count, 1);
	cr_expect_eq(diagnostics.list.items[0].id, DIAG_SYSTEM);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

/* What a version changed is named when the theme is older than it. */
Test(theme, views)
{
	static const struct views_change changes[] = { { 1, "" }, { 2, "atto.titolo" },
		{ 3, "punto.numero, punto.testo" } };
	static const struct {
		uint32_t wanted;
		const char *reported;
	} cases[] = {
		{ 1, "0:0+0 THEME_VIEWS_OLD 1,3,atto.titolo, punto.numero, punto.testo" },
		{ 2, "0:0+0 THEME_VIEWS_OLD 2,3,punto.numero, punto.testo" },
		{ 3, "" },
		{ 4, "0:0+0 THEME_VIEWS_NEW 4,3" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct diagnostics diagnostics;

		diagnostics_init(&diagnostics);
		cr_expect_eq(
		    theme_views_fit(cases[i].wanted, 3, changes, 3, POSITION_NONE, &diagnostics),
		    cases[i].wanted == 3);
		cr_expect_str_eq(reported(&diagnostics, arena), cases[i].reported);
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

/* The base theme in the program is themes/base/, byte for byte. */
Test(theme, builtin)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	const struct theme *builtin, *folder;
	const struct theme_file *assets, *same;
	size_t count, folder_count;

	cr_expect(theme_is_builtin(SLICE("italia")));
	cr_expect_not(theme_is_builtin(SLICE("ital")));
	cr_expect(slice_is(theme_builtin_names(arena), "italia, base"));
	diagnostics_init(&diagnostics);
	builtin = theme_open_builtin(SLICE("base"), arena, &diagnostics);
	folder = theme_open_dir("themes/base", arena, &diagnostics);
	cr_assert_str_eq(reported(&diagnostics, arena), "");
	cr_expect(slice_is(theme_name(builtin), "Base"));
	cr_assert_gt(theme_templates(builtin)->count, 0);
	cr_assert_eq(theme_templates(builtin)->count, theme_templates(folder)->count);
	for (size_t i = 0; i < theme_templates(builtin)->count; i++) {
		const struct template_text *ours = &theme_templates(builtin)->items[i];
		const struct template_text *theirs = &theme_templates(folder)->items[i];

		cr_expect(slice_eq(ours->name, theirs->name));
		cr_expect(slice_eq(ours->file, theirs->file));
		cr_expect(slice_eq(ours->text, theirs->text));
	}
	assets = theme_assets(builtin, &count);
	same = theme_assets(folder, &folder_count);
	cr_assert_eq(count, folder_count);
	for (size_t i = 0; i < count; i++) {
		cr_expect(slice_eq(assets[i].path, same[i].path));
		cr_expect(slice_eq(assets[i].bytes, same[i].bytes));
	}
	diagnostics_release(&diagnostics);
	arena_free(arena);
}
