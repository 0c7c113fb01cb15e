/*
 * What values can do to a page, whatever they hold: nothing. And what broken templates can do to
 * the program: the same.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "reported.h"
#include "template_sample.h"

#include <fcntl.h>

struct place_case {
	const char *name, *template, *expected;
};

/*
 * Each kind in each place that takes it. Text is <a href="x">'&', the URL "javascript:x" or
 * "?q=<a>&b='", as said.
 */
Test(template_safety, places)
{
	static const struct place_case cases[] = {
		{ "text in content", "<p>{{titolo}}</p>",
		    "<p>&lt;a href=&quot;x&quot;&gt;'&amp;'</p>" },
		{ "text in title", "<title>{{titolo}}</title>{{titolo}}",
		    "<title>&lt;a href=&quot;x&quot;&gt;'&amp;'</title>&lt;a href=&quot;x&quot;&gt;'&amp;'" },
		{ "text in double quotes", "<p title=\"{{titolo}}\">",
		    "<p title=\"&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;\">" },
		{ "text in single quotes", "<p TITLE = '{{titolo}}'>",
		    "<p TITLE = '&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;'>" },
		{ "text within an attribute", "<p class=\"a {{titolo}} b\">",
		    "<p class=\"a &lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39; b\">" },
		{ "text in a query", "<a href=\"/cerca/?q={{titolo}}&amp;p=1\">",
		    "<a href=\"/cerca/?q=%3Ca%20href%3D%22x%22%3E%27%26%27&amp;p=1\">" },
		{ "text as a segment", "<img src='a/{{titolo}}'>",
		    "<img src='a/%3Ca%20href%3D%22x%22%3E%27%26%27'>" },
		{ "text as a fragment", "<a href=\"#{{titolo}}\">",
		    "<a href=\"#%3Ca%20href%3D%22x%22%3E%27%26%27\">" },
		{ "text behind a scheme", "<a href=\"mailto:{{titolo}}\">",
		    "<a href=\"mailto:%3Ca%20href%3D%22x%22%3E%27%26%27\">" },
		{ "URL", "<a href=\"{{url}}\">", "<a href=\"?q=%3Ca%3E&amp;b=&#x27;\">" },
		{ "URL behind a URL", "<a href=\"{{url}}{{url}}\">",
		    "<a href=\"?q=%3Ca%3E&amp;b=&#x27;?q=%3Ca%3E&amp;b=&#x27;\">" },
		{ "URL in an attribute that is none", "<meta content=\"0; url={{url}}\">",
		    "<meta content=\"0; url=?q=%3Ca%3E&amp;b=&#x27;\">" },
		{ "URL as text", "{{url}}", "?q=&lt;a&gt;&amp;b='" },
		{ "active URL", "{{#voci}}<a href='{{url}}'>{{/voci}}", "<a href='#'>" },
		{ "active URL in another attribute", "{{#voci}}<meta content=\"{{url}}\">{{/voci}}",
		    "<meta content=\"#\">" },
		{ "active URL as text", "{{#voci}}{{url}}{{/voci}}", "javascript:x" },
		{ "id that is none", "<a id=\"{{id}}\" href=\"{{id}}\" title=\"{{id}}\">{{id}}",
		    "<a id=\"a&quot;:\" href=\"a%22:\" title=\"a&quot;:\">a&quot;:" },
		{ "id behind a fragment's sign", "<a href=\"{{url}}#{{id}}\">",
		    "<a href=\"?q=%3Ca%3E&amp;b=&#x27;#a%22:\">" },
		{ "date and number",
		    "<time datetime=\"{{giorno}}\" data-n='{{numero}}'><a href=\"/{{giorno}}/{{numero}}\">",
		    "<time datetime=\"2031-04-15\" data-n='7'><a href=\"/2031-04-15/7\">" },
		{ "html in content", "<p>{{{html}}}</p>", "<p><b>x</b></p>" },
		{ "html behind what is no tag", "a < b {{{html}}}", "a < b <b>x</b>" },
		{ "behind a comment, a script, a style, a doctype",
		    "<!doctype html><!-- > -- --><!--><!--->"
		    "<script>if (a < b) '</scrip>'</script ><style>a > b{}</style>{{titolo}}",
		    "<!doctype html><!-- > -- --><!--><!--->"
		    "<script>if (a < b) '</scrip>'</script ><style>a > b{}</style>"
		    "&lt;a href=&quot;x&quot;&gt;'&amp;'" },
		{ "behind unquoted and bare attributes",
		    "<input type=checkbox checked/><a b = c>{{titolo}}",
		    "<input type=checkbox checked/><a b = c>&lt;a href=&quot;x&quot;&gt;'&amp;'" },
		{ "JSON", "<script type=\"application/ld+json\">{{{json}}}</script>",
		    "<script type=\"application/ld+json\">{\"a\":\"\\u003C/script\\u003E\\u0026\\u2028\"}</script>" },
	};
	struct arena *arena = arena_new();
	struct sample page = sample_page(arena);

	page.title = SLICE("<a href=\"x\">'&'");
	page.url = SLICE("?q=<a>&b='");
	page.id = SLICE("a\":");
	page.items.count = 1;
	page.items.items[0].url = SLICE("javascript:x");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct sample_templates templates = { { cases[i].template } };
		const char *result = sample_run(&templates, &page, arena);

		cr_expect(strcmp(result, cases[i].expected) == 0, "%s:\n[%s]\nis not\n[%s]",
		    cases[i].name, result, cases[i].expected);
	}
	arena_free(arena);
}

/* Sections in tags and attributes that keep their place. */
Test(template_safety, sections)
{
	static const struct place_case cases[] = {
		{ "an attribute", "<a{{#si}} b=\"c\"{{/si}}>", "<a b=\"c\">" },
		{ "an attribute that is skipped", "<a{{#no}} b=\"c\"{{/no}} d>", "<a d>" },
		{ "a bare attribute", "<a{{#si}} b{{/si}}{{^si}} c{{/si}}/>", "<a b/>" },
		{ "behind a value", "<a b=\"c\"{{#si}} d='e'{{/si}} f>", "<a b=\"c\" d='e' f>" },
		{ "behind a blank", "<a {{#si}}b=\"c\" {{/si}}d>", "<a b=\"c\" d>" },
		{ "within quotes", "<a class=\"b{{#si}} c{{/si}}{{#no}} d{{/no}}\">",
		    "<a class=\"b c\">" },
		{ "whole elements", "{{#si}}<a b=\"c\">{{/si}}d{{#si}}</a>{{/si}}",
		    "<a b=\"c\">d</a>" },
		{ "in title", "<title>{{#si}}a{{/si}}</title>", "<title>a</title>" },
		{ "in a script", "<script>{{#si}}a{{/si}}</script>{{numero}}",
		    "<script>a</script>7" },
		{ "in a comment", "<!-- {{#si}}a{{/si}} -->{{numero}}", "<!-- a -->7" },
		{ "a URL's parts", "<a href=\"/{{#si}}a/{{/si}}{{numero}}\">",
		    "<a href=\"/a/7\">" },
	};
	struct arena *arena = arena_new();
	struct sample page = sample_page(arena);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct sample_templates templates = { { cases[i].template } };
		const char *result = sample_run(&templates, &page, arena);

		cr_expect(strcmp(result, cases[i].expected) == 0, "%s:\n[%s]\nis not\n[%s]",
		    cases[i].name, result, cases[i].expected);
	}
	arena_free(arena);
}

static size_t count_signs(struct slice text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.p[i] == '<' || text.p[i] == '>' || text.p[i] == '"';
	return count;
}

static struct slice run_with(
    const struct template *template, struct sample *page, struct slice value, struct buffer *out)
{
	page->title = page->url = page->id = value;
	page->items.items[0].name = page->items.items[0].url = value;
	page->labels.items[0] = value;
	buffer_clear(out);
	template_run(template, page, out);
	return buffer_slice(out);
}

/* Whatever the value, the page has the same signs of markup. */
static void expect_harmless(
    const struct template *template, struct sample *page, struct slice value, const char *source)
{
	struct buffer harmless = { 0 }, hostile = { 0 };
	size_t expected = count_signs(run_with(template, page, SLICE("v"), &harmless));
	size_t found = count_signs(run_with(template, page, value, &hostile));

	cr_expect_eq(found, expected, "'%.*s' in [%s] gives [%.*s]", SLICE_ARGS(value), source,
	    SLICE_ARGS(buffer_slice(&hostile)));
	buffer_release(&harmless);
	buffer_release(&hostile);
}

static const char everywhere[] =
    "<!DOCTYPE html><title>{{titolo}}</title><a href=\"{{url}}\" title='{{titolo}}' class=\"a {{titolo}}\">"
    "{{titolo}}</a><img src='/{{titolo}}?a={{id}}#{{url}}' alt=\"{{url}}\"><meta content=\"0;url={{url}}\">"
    "{{#voci}}<a id=\"{{nome}}\" href=\"{{url}}\">{{nome}}</a>{{/voci}}{{#etichette}}<b>{{.}}</b>{{/etichette}}";

static const char *const hostile[] = {
	"<script>alert(1)</script>",
	"\"><script>alert(1)</script>",
	"'><img src=x onerror=alert(1)>",
	"javascript:alert(1)",
	" \tjava\nscript:alert(1)",
	"JaVaScRiPt:alert(1)",
	"data:text/html,<script>",
	"vbscript:x",
	"\" onmouseover=\"alert(1)",
	"' onfocus='alert(1)",
	"</title><script>",
	"--><script>",
	"{{titolo}}",
	"{{{html}}}",
	"&lt;script&gt;",
	"&#x3C;script>",
	"//evil.example/",
	"\\\\evil.example",
	"\x01javascript:alert(1)",
	"\xEF\xBB\xBF<",
	"\xC3",
	"%22%3E",
	"`",
	"a\"b'c<d>e&f",
};

Test(template_safety, hostile_values)
{
	const struct sample_templates templates = { { everywhere } };
	struct arena *arena = arena_new();
	struct sample page = sample_page(arena);
	struct diagnostics diagnostics;
	const struct template *template;
	struct buffer out = { 0 };

	diagnostics_init(&diagnostics);
	template = sample_compile(&templates, arena, &diagnostics);
	cr_assert_not_null(template, "%s", reported(&diagnostics, arena));
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		struct slice text = run_with(template, &page, slice_from(hostile[i]), &out);

		expect_harmless(template, &page, slice_from(hostile[i]), everywhere);
		cr_expect_eq(slice_find(text, "href=\"javascript"), SLICE_NONE, "%s", hostile[i]);
		cr_expect_eq(slice_find(text, "href=\"data"), SLICE_NONE, "%s", hostile[i]);
	}
	buffer_release(&out);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

/* A list of attacks that others collected, one a line. */
Test(template_safety, collected_attacks)
{
	const struct sample_templates templates = { { everywhere } };
	struct arena *arena = arena_new();
	const char *path = shared_data("xss/payloadbox-xss-payload-list.txt", arena);
	struct sample page = sample_page(arena);
	struct slice lines, line;
	struct diagnostics diagnostics;
	const struct template *template;
	size_t count = 0;

	if (!path) {
		arena_free(arena);
		cr_skip_test();
	}
	diagnostics_init(&diagnostics);
	template = sample_compile(&templates, arena, &diagnostics);
	cr_assert_eq(file_read(AT_FDCWD, path, 8 << 20, arena, &lines), 0);
	for (; slice_next_line(&lines, &line); count++)
		expect_harmless(template, &page, line, everywhere);
	cr_expect_gt(count, 1000);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static const char *const fragments[] = {
	"{{",
	"}}",
	"{{{",
	"}}}",
	"{{#si}}",
	"{{/si}}",
	"{{^voci}}",
	"{{/voci}}",
	"{{#voci}}",
	"{{nome}}",
	"{{>a}}",
	"{{<a}}",
	"{{/a}}",
	"{{$b}}",
	"{{/b}}",
	"{{titolo}}",
	"{{url}}",
	"{{{html}}}",
	"{{=| |=}}",
	"|={{ }}=|",
	"{{! x }}",
	"{{.}}",
	"{{capo.nome}}",
	"<a href=\"",
	"\"",
	"'",
	">",
	"<",
	"</",
	"<script>",
	"</script>",
	"<!--",
	"-->",
	"=",
	" ",
	"\n",
	"\r\n",
	"\t",
	"<title>",
	"</title>",
	"\xC3\xA8",
	"\xFF",
	"{",
	"/",
	"javascript:",
};

/* Cuts, doubles, inserts and overwrites a few times; fewer than `max` bytes, and a NUL. */
static struct slice mutate(struct slice text, char *out, size_t max, uint32_t *random)
{
	const size_t kinds = sizeof fragments / sizeof *fragments;
	size_t len = text.len;

	memcpy(out, text.p, len);
	for (uint32_t times = next_random(random) % 4; times > 0; times--) {
		struct slice piece = slice_from(fragments[next_random(random) % kinds]);
		size_t at = len ? next_random(random) % len : 0;
		size_t cut = next_random(random) % 2 ? 0 : next_random(random) % 12;

		if (cut > len - at)
			cut = len - at;
		if (len + piece.len >= max)
			break;
		memmove(out + at + piece.len, out + at + cut, len - at - cut);
		memcpy(out + at, piece.p, piece.len);
		len += piece.len - cut;
	}
	out[len] = '\0';
	return (struct slice){ out, len };
}

/*
 * Random mutations of templates neither crash nor hang, and those that still compile let no value
 * become markup. The seed is fixed; the sanitizers' build looks closer.
 */
Test(template_safety, mutations)
{
	static const char *const seeds[] = {
		everywhere,
		"{{<a}}\n{{$b}}\n<p>{{titolo}}\n  {{#voci}}\n  <i{{#ultimo}} b=\"{{nome}}\"{{/ultimo}}>\n"
		"  {{/voci}}\n{{/b}}\n{{/a}}\n",
		"a\n  {{>a}}\n{{=| |=}}\n|#si|x|/si| |{html}| |! y |\n",
	};
	uint32_t random = 20310415;
	size_t compiled = 0;

	for (int i = 0; i < 20000; i++) {
		struct arena *arena = arena_new();
		struct sample page = sample_page(arena);
		struct diagnostics diagnostics;
		char first[1024], second[256];
		struct template_text texts[] = {
			{ SLICE("pagina"), SLICE("p"),
			    mutate(slice_from(seeds[i % 3]), first, sizeof first, &random) },
			{ SLICE("a"), SLICE("a"),
			    mutate(SLICE("<main>\n  {{$b}}\n  {{/b}}{{$c}}{{/c}}\n</main>\n"),
				second, sizeof second, &random) },
		};
		const struct template_set set = { texts, 2 };
		const struct template *template;

		diagnostics_init(&diagnostics);
		template =
		    template_compile(&set, SLICE("pagina"), &sample_view, arena, &diagnostics);
		cr_expect_eq(template == NULL, diagnostics_blocking(&diagnostics));
		if (template)
			expect_harmless(template, &page, SLICE("\"'><script>"), first);
		compiled += template != NULL;
		diagnostics_release(&diagnostics);
		arena_free(arena);
	}
	cr_expect_gt(compiled, 1000, "only %zu still compile", compiled);
}
