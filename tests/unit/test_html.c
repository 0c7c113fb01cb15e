/* Escapers by context. */
#include <criterion/criterion.h>

#include "render/html.h"
#include "render/html_raw.h"

Test(html, escapers)
{
	static const struct {
		const char *text, *content, *attribute;
	} rows[] = {
		{ "", "", "" },
		{ "Comune di Alfa", "Comune di Alfa", "Comune di Alfa" },
		{ "a & b < c > d", "a &amp; b &lt; c &gt; d", "a &amp; b &lt; c &gt; d" },
		{ "\"l'atto\"", "&quot;l'atto&quot;", "&quot;l&#39;atto&quot;" },
		{ "</script><b>", "&lt;/script&gt;&lt;b&gt;", "&lt;/script&gt;&lt;b&gt;" },
		{ "a\x01\x0B\x7F\tb\n", "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\tb\n",
		    "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\tb\n" },
		{ "perché", "perché", "perché" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buffer content = { 0 }, attribute = { 0 };

		html_escape_text(&content, slice_from(rows[i].text));
		html_escape_attribute(&attribute, slice_from(rows[i].text));
		cr_expect(slice_is(buffer_slice(&content), rows[i].content), "'%s': '%s'",
		    rows[i].text, content.p);
		cr_expect(slice_is(buffer_slice(&attribute), rows[i].attribute), "'%s': '%s'",
		    rows[i].text, attribute.p);
		buffer_release(&content);
		buffer_release(&attribute);
	}
}

Test(html, urls)
{
	static const struct {
		const char *url, *escaped; /* "#" alone: refused */
	} rows[] = {
		{ "https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&amp;d=e#f" },
		{ "HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG" },
		{ "mailto:a@example.org", "mailto:a@example.org" },
		{ "tel:+390000", "tel:+390000" },
		{ "../2024/dczi-1/", "../2024/dczi-1/" },
		{ "/a:b", "/a:b" },
		{ "?a:b", "?a:b" },
		{ "#punto-3", "#punto-3" },
		{ "", "" },
		{ "piano d'area\".pdf", "piano%20d&#x27;area%22.pdf" },
		{ "perché.pdf", "perch%C3%A9.pdf" },
		{ "javascript:alert(1)", "#" },
		{ "JaVaScRiPt:alert(1)", "#" },
		{ " \x01javascript:alert(1)", "#" },
		{ "java\tscript:alert(1)", "#" },
		{ "java\nscript\r:alert(1)", "#" },
		{ "\\javascript:alert(1)", "#" },
		{ "data:text/html,x", "#" },
		{ "vbscript:x", "#" },
		{ "file:///etc/passwd", "#" },
		{ "httpsx:a", "#" },
		{ "https-but-not:a", "#" },
		{ "a:b", "#" },
		{ "//example.org/", "#" },
		{ "/\\example.org/", "#" },
		{ "\t/\n/example.org/", "#" },
		{ "\\\\example.org", "#" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buffer out = { 0 };
		bool refused = slice_is(slice_from(rows[i].escaped), "#");

		cr_expect_eq(
		    html_escape_url(&out, slice_from(rows[i].url)), !refused, "'%s'", rows[i].url);
		cr_expect(slice_is(buffer_slice(&out), rows[i].escaped), "'%s': '%s'", rows[i].url,
		    out.p);
		buffer_release(&out);
	}
}

Test(html, joined)
{
	struct arena *arena = arena_new();
	struct html_builder builder = { 0 };
	struct html parts[2] = { html_text(SLICE("<a>"), arena), html_from_markup(SLICE("<b>")) };

	html_add_text(&builder, SLICE("1 < 2 "));
	html_add(&builder, html_join(parts, 2, arena));
	cr_expect(slice_is(html_markup(html_finish(&builder, arena)), "1 &lt; 2 &lt;a&gt;<b>"));
	cr_expect(html_empty(HTML_EMPTY) && !html_empty(parts[0]));
	arena_free(arena);
}
