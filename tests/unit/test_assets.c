/* A theme's files as they are published, and style sheets that name them. */
#include <criterion/criterion.h>
#include <string.h>

#include "render/assets.h"
#include "reported.h"

/* The fingerprints are the first digits of `printf a | sha256sum` and so on. */
static const struct theme_file files[] = {
	{ SLICE_INIT("caratteri/a.woff2"), SLICE_INIT("a") },
	{ SLICE_INIT("immagini/b.svg"), SLICE_INIT("b") },
	{ SLICE_INIT("licenza.txt"), SLICE_INIT("c") },
	{ SLICE_INIT("stile.css"), SLICE_INIT("a{}") },
};

#define FILES (sizeof files / sizeof *files)
#define A "a.ca978112.woff2"
#define B "b.3e23e816.svg"

Test(assets, path)
{
	static const char *const cases[][2] = {
		{ "caratteri/a.woff2", "risorse/caratteri/" A },
		{ "immagini/b.svg", "risorse/immagini/" B },
		{ "licenza.txt", "risorse/licenza.txt" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct theme_file *file = asset_find(files, FILES, slice_from(cases[i][0]));

		cr_assert_not_null(file, "%s", cases[i][0]);
		cr_expect(slice_is(asset_path(file, arena), cases[i][1]), "%s", cases[i][0]);
	}
	cr_expect_null(asset_find(files, FILES, SLICE("caratteri")));
	cr_expect_null(asset_find(NULL, 0, SLICE("stile.css")));
	arena_free(arena);
}

Test(assets, style)
{
	static const struct {
		const char *name, *path, *text, *linked, *reported;
	} cases[] = {
		{ "nothing to link", "stile.css", "a{b:c}", "a{b:c}", "" },
		{ "as it is, twice", "stile.css",
		    "a{src:url(caratteri/a.woff2) format('woff2'),url(caratteri/a.woff2)}",
		    "a{src:url(caratteri/" A ") format('woff2'),url(caratteri/" A ")}", "" },
		{ "in quotes", "stile.css",
		    "a{b:url( \"immagini/b.svg\" )}u{b:URL('immagini/b.svg')}",
		    "a{b:url( \"immagini/" B "\" )}u{b:URL('immagini/" B "')}", "" },
		{ "a part of a file", "stile.css", "a{b:url(immagini/b.svg#c)}",
		    "a{b:url(immagini/" B "#c)}", "" },
		{ "a part of the page", "stile.css", "a{b:url(#c)}", "a{b:url(#c)}", "" },
		{ "from a folder", "caratteri/x.css",
		    "a{b:url(a.woff2)}c{d:url(../immagini/b.svg)}",
		    "a{b:url(" A ")}c{d:url(../immagini/" B ")}", "" },
		{ "a name that keeps", "stile.css", "a{b:url(licenza.txt)}",
		    "a{b:url(licenza.txt)}", "" },
		{ "in a comment, a string and a name", "stile.css",
		    "/* url(x) ' */a{content:'url(x)\\'url(x)';b:my-url(x)}",
		    "/* url(x) ' */a{content:'url(x)\\'url(x)';b:my-url(x)}", "" },
		{ "missing", "stile.css", "a{}\nb{à:url(c.woff2)}", NULL,
		    "2:9+7 THEME_REFERENCE c.woff2" },
		{ "out of the theme", "stile.css", "a{b:url(../a.woff2)}", NULL,
		    "1:9+10 THEME_REFERENCE ../a.woff2" },
		{ "out of the theme by a folder", "caratteri/x.css", "a{b:url(../../a.woff2)}",
		    NULL, "1:9+13 THEME_REFERENCE ../../a.woff2" },
		{ "another site", "stile.css", "a{b:url(https://example.org/a.woff2)}", NULL,
		    "1:9+27 THEME_REFERENCE https://example.org/a.woff2" },
		{ "data", "stile.css", "a{b:url('data:image/gif;base64,R0lGO')}", NULL,
		    "1:10+27 THEME_REFERENCE data:image/gif;base64,R0lGO" },
		{ "another style sheet", "altro.css", "a{b:url(stile.css)}", NULL,
		    "1:9+9 THEME_REFERENCE stile.css" },
		{ "an import", "altro.css", "@import 'stile.css';", NULL,
		    "1:1+7 THEME_REFERENCE @import" },
		{ "no name", "stile.css", "a{b:url()}", NULL, "1:9+0 THEME_REFERENCE" },
		{ "cut off", "stile.css", "a{b:url(", NULL, "1:9+0 THEME_REFERENCE" },
		{ "cut off in a string", "stile.css", "a{b:url('immagini/b.svg", NULL,
		    "1:10+13 THEME_REFERENCE immagini/b.sv" },
		{ "a comment without end", "stile.css", "a{}/* url(x)", "a{}/* url(x)", "" },
		{ "a string without end", "stile.css", "a{b:'url(x)\\", "a{b:'url(x)\\", "" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct theme_file style = { slice_from(cases[i].path), slice_from(cases[i].text) };
		struct diagnostics diagnostics;
		struct slice linked;
		bool good;

		diagnostics_init(&diagnostics);
		good = asset_link_style(
		    &style, SLICE("x.css"), files, FILES, arena, &diagnostics, &linked);
		cr_expect(strcmp(reported(&diagnostics, arena), cases[i].reported) == 0, "%s: [%s]",
		    cases[i].name, reported(&diagnostics, arena));
		cr_expect_eq(good, cases[i].linked != NULL, "%s", cases[i].name);
		if (cases[i].linked)
			cr_expect(slice_is(linked, cases[i].linked), "%s: [%.*s]", cases[i].name,
			    SLICE_ARGS(linked));
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}
