/*
 * What templates write: the ground of the Mustache specification in cases of our own, over a static
 * view with every kind of field (template_sample.h). What they refuse is in test_template_errors.c,
 * what hostile values can do in test_template_safety.c.
 */
#include <criterion/criterion.h>
#include <pthread.h>
#include <string.h>

#include "template_sample.h"

struct template_case {
	const char *name;
	struct sample_templates templates;
	const char *expected;
};

#define RUN_TABLE(table) run_table((table), sizeof(table) / sizeof *(table))

static void run_table(const struct template_case *cases, size_t count)
{
	struct arena *arena = arena_new();
	struct sample page = sample_page(arena);

	for (size_t i = 0; i < count; i++) {
		const char *result = sample_run(&cases[i].templates, &page, arena);

		cr_expect(strcmp(result, cases[i].expected) == 0, "%s:\n[%s]\nis not\n[%s]",
		    cases[i].name, result, cases[i].expected);
	}
	arena_free(arena);
}

Test(template, values)
{
	static const struct template_case cases[] = {
		{ "nothing", { { "" } }, "" },
		{ "text alone", { { "a { b } c\n" } }, "a { b } c\n" },
		{ "text", { { "<p>{{titolo}}</p>" } }, "<p>Titolo</p>" },
		{ "blanks in the tag", { { "{{ titolo\n}}|{{{ html }}}|{{& html }}" } },
		    "Titolo|<b>x</b>|<b>x</b>" },
		{ "empty text", { { "[{{vuoto}}]" } }, "[]" },
		{ "html", { { "{{{html}}}{{&html}}" } }, "<b>x</b><b>x</b>" },
		{ "id", { { "{{id}}" } }, "dczi-1" },
		{ "URL as text", { { "{{url}}" } }, "../a/?b=1&amp;c=2" },
		{ "date", { { "{{giorno}} {{mese}} [{{niente_giorno}}]" } },
		    "2031-04-15 2031-04 []" },
		{ "numbers", { { "{{negativo}} {{numero}} {{zero}}" } }, "-3 7 0" },
		{ "through an object", { { "{{capo.nome}} {{capo.prossimo.nome}}" } }, "uno due" },
		{ "through an absent object",
		    { { "[{{assente.nome}}{{capo.prossimo.prossimo.nome}}]" } }, "[]" },
		{ "through two absent objects", { { "[{{assente.prossimo.nome}}]" } }, "[]" },
		{ "number of items",
		    { { "{{voci.quanti}} {{niente.quanti}} {{capo.etichette.quanti}}" } },
		    "2 0 2" },
		{ "no template in a value", { { "{{=<% %>=}}<%titolo%>{{titolo}}" } },
		    "Titolo{{titolo}}" },
		{ "accents", { { "perch\xC3\xA9 {{titolo}} \xE2\x80\x94" } },
		    "perch\xC3\xA9 Titolo \xE2\x80\x94" },
		{ "alone on a line, a value keeps it", { { "  {{titolo}}\n  {{{html}}}\n" } },
		    "  Titolo\n  <b>x</b>\n" },
	};

	RUN_TABLE(cases);
}

Test(template, sections)
{
	static const struct template_case cases[] = {
		{ "flags", { { "{{#si}}a{{/si}}{{#no}}b{{/no}}{{^si}}c{{/si}}{{^no}}d{{/no}}" } },
		    "ad" },
		{ "texts",
		    { { "{{#titolo}}[{{.}}]{{/titolo}}{{#vuoto}}b{{/vuoto}}{{^vuoto}}c{{/vuoto}}" } },
		    "[Titolo]c" },
		{ "html", { { "{{#html}}({{{.}}}){{/html}}{{#niente_html}}b{{/niente_html}}" } },
		    "(<b>x</b>)" },
		{ "url and id", { { "{{#url}}<a href=\"{{.}}\">{{/url}}{{#id}}{{.}}{{/id}}" } },
		    "<a href=\"../a/?b=1&amp;c=2\">dczi-1" },
		{ "dates",
		    { { "{{#mese}}{{.}}{{/mese}}{{#niente_giorno}}b{{/niente_giorno}}"
			"{{^niente_giorno}}c{{/niente_giorno}}" } },
		    "2031-04c" },
		{ "numbers",
		    { { "{{#numero}}{{.}}{{/numero}}{{#negativo}}{{.}}{{/negativo}}"
			"{{#zero}}no{{/zero}}{{^zero}}0{{/zero}}" } },
		    "7-30" },
		{ "json",
		    { { "<script type=\"application/ld+json\">{{#json}}{{{.}}}{{/json}}</script>" } },
		    "<script type=\"application/ld+json\">"
		    "{\"a\":\"\\u003C/script\\u003E\\u0026\\u2028\"}</script>" },
		{ "list of objects", { { "{{#voci}}({{nome}}){{/voci}}" } }, "(uno)(due)" },
		{ "empty list",
		    { { "{{#niente}}a{{/niente}}{{^niente}}b{{/niente}}{{^voci}}c{{/voci}}" } },
		    "b" },
		{ "list of texts", { { "{{#etichette}}({{.}}){{/etichette}}" } },
		    "(x)(&lt;y&gt;)" },
		{ "list in a list",
		    { { "{{#voci}}{{nome}}:{{#etichette}}{{.}}{{nome}},{{/etichette}};{{/voci}}" } },
		    "uno:auno,buno,;due:;" },
		{ "wrapper only where there are items",
		    { { "{{#voci.quanti}}<ul>{{#voci}}<li>{{nome}}{{/voci}}</ul>{{/voci.quanti}}"
			"{{#niente.quanti}}<ul></ul>{{/niente.quanti}}" } },
		    "<ul><li>uno<li>due</ul>" },
		{ "object",
		    { { "{{#capo}}{{nome}}{{/capo}}{{#assente}}b{{/assente}}{{^assente}}c{{/assente}}" } },
		    "unoc" },
		{ "dotted section",
		    { { "{{#capo.prossimo}}{{nome}}{{/capo.prossimo}}"
			"{{^assente.prossimo}}no{{/assente.prossimo}}" } },
		    "dueno" },
		{ "inner name first, then the outer one",
		    { { "{{titolo}}{{#voci}}[{{titolo}}{{numero}}{{#prossimo}}{{nome}}{{/prossimo}}]{{/voci}}" } },
		    "Titolo[7due][T27]" },
		{ "a flag opens no context",
		    { { "{{#etichette}}{{#si}}{{.}}{{/si}}{{/etichette}}" } }, "x&lt;y&gt;" },
		{ "the same name within itself", { { "{{#si}}a{{#si}}b{{/si}}c{{/si}}" } }, "abc" },
		{ "after a section the context is the outer one again",
		    { { "{{#capo}}{{#prossimo}}{{titolo}}{{/prossimo}}{{titolo}}{{/capo}}{{titolo}}" } },
		    "T2Titolo" },
		{ "blanks in the tags", { { "{{# si }}a{{/ si }}{{^ no }}b{{/ no }}" } }, "ab" },
	};

	RUN_TABLE(cases);
}

Test(template, lines)
{
	static const struct template_case cases[] = {
		{ "section tags alone", { { "<ul>\n{{#voci}}\n<li>{{nome}}\n{{/voci}}\n</ul>\n" } },
		    "<ul>\n<li>uno\n<li>due\n</ul>\n" },
		{ "indented section tags",
		    { { "<ul>\n  {{#voci}}\n  <li>{{nome}}\n  {{/voci}}\n</ul>\n" } },
		    "<ul>\n  <li>uno\n  <li>due\n</ul>\n" },
		{ "inverted tags alone", { { "a\n{{^no}}\nb\n{{/no}}\nc" } }, "a\nb\nc" },
		{ "two tags on a line stay", { { "a\n  {{#si}}{{/si}}\nb" } }, "a\n  \nb" },
		{ "text beside a tag", { { "a {{#si}}\nb\n{{/si}} c\n" } }, "a \nb\n c\n" },
		{ "CRLF", { { "a\r\n{{#si}}\r\nb\r\n{{/si}}\r\nc\r\n" } }, "a\r\nb\r\nc\r\n" },
		{ "first line without one before", { { "  {{#si}}\na{{/si}}\n" } }, "a\n" },
		{ "last line without end", { { "a\n  {{#si}}\nb\n  {{/si}}" } }, "a\nb\n" },
		{ "comment alone", { { "a\n  {{! b }}\nc\n" } }, "a\nc\n" },
		{ "comment of several lines", { { "a\n  {{! b\n c\n }}\nd\n" } }, "a\nd\n" },
		{ "comment in a line", { { "a {{! b }} c\n" } }, "a  c\n" },
		{ "comment holding tags' signs", { { "{{! {{ # / $ }}a" } }, "a" },
		{ "delimiters alone",
		    { { "a\n{{=<% %>=}}\n<%titolo%>\n<%={{ }}=%>\n{{titolo}}\n" } },
		    "a\nTitolo\nTitolo\n" },
		{ "delimiters in a line", { { "a {{=| |=}} |titolo|\n" } }, "a  Titolo\n" },
		{ "delimiters with blanks", { { "{{= <%   %> =}}<%{html}%><%&html%>" } },
		    "<b>x</b><b>x</b>" },
	};

	RUN_TABLE(cases);
}

Test(template, partials)
{
	static const struct template_case cases[] = {
		{ "in a line", { { "[{{>a}}]", "{{titolo}}" } }, "[Titolo]" },
		{ "blanks in the tag", { { "{{> a }}", "x" } }, "x" },
		{ "in the context of its place", { { "{{#voci}}{{>a}}{{/voci}}", "({{nome}})" } },
		    "(uno)(due)" },
		{ "in two contexts",
		    { { "{{#capo}}{{>a}}{{/capo}}{{>a}}", "({{titolo}}){{#si}}!{{/si}}" } },
		    "()!(Titolo)!" },
		{ "one in another", { { "{{>a}}", "1{{>b}}3", "2" } }, "123" },
		{ "delimiters do not reach in, nor out",
		    { { "{{=| |=}}|>a||titolo|", "{{titolo}}{{=< >=}}<titolo>" } },
		    "TitoloTitoloTitolo" },
		{ "alone on its line: indented", { { "<a>\n  {{>a}}\n</a>\n", "1\n 2\n" } },
		    "<a>\n  1\n   2\n</a>\n" },
		{ "empty lines stay empty", { { "  {{>a}}\n", "1\n\n2\n" } }, "  1\n\n  2\n" },
		{ "in a line: not indented", { { "  a {{>a}}\n", "1\n2" } }, "  a 1\n2\n" },
		{ "indentation adds up", { { " {{>a}}\n", "1\n  {{>b}}\n4\n", "2\n3\n" } },
		    " 1\n   2\n   3\n 4\n" },
		{ "a value's lines are not indented",
		    { { "  {{>a}}\n", "{{{html}}}\n{{titolo}}\n" } }, "  <b>x</b>\n  Titolo\n" },
		{ "sections' lines are", { { "  {{>a}}\n", "{{#voci}}\n{{nome}}\n{{/voci}}\n" } },
		    "  uno\n  due\n" },
		{ "the same one beside itself", { { "{{>a}}{{>a}}", "x{{>b}}", "y" } }, "xyxy" },
	};

	RUN_TABLE(cases);
}

Test(template, inheritance)
{
	static const struct template_case cases[] = {
		{ "a block's own content", { { "{{$b}}own{{/b}}" } }, "own" },
		{ "not replaced", { { "{{<a}}{{/a}}", "[{{$b}}own {{titolo}}{{/b}}]" } },
		    "[own Titolo]" },
		{ "replaced", { { "{{<a}}{{$b}}new{{/b}}{{/a}}", "[{{$b}}own{{/b}}]" } }, "[new]" },
		{ "one of two", { { "{{<a}}{{$c}}new{{/c}}{{/a}}", "{{$b}}1{{/b}}{{$c}}2{{/c}}" } },
		    "1new" },
		{ "a block twice",
		    { { "{{<a}}{{$b}}x{{/b}}{{/a}}", "{{$b}}1{{/b}}{{$b}}2{{/b}}" } }, "xx" },
		{ "a parent without blocks is a partial", { { "{{<a}}{{/a}}{{>a}}", "x" } }, "xx" },
		{ "comments in a parent",
		    { { "{{<a}} {{! why }}\n{{$b}}x{{/b}}\n{{/a}}", "{{$b}}{{/b}}" } }, "x" },
		{ "the names of the parent's place",
		    { { "{{<a}}{{$b}}{{nome}}{{/b}}{{/a}}", "{{#voci}}{{$b}}{{/b}}{{/voci}}" } },
		    "unodue" },
		{ "the outermost replacement counts",
		    { { "{{<a}}{{$x}}page{{/x}}{{/a}}", "{{<b}}{{$x}}a{{/x}}{{/b}}",
			"{{<c}}{{$x}}b{{/x}}{{/c}}", "{{$x}}c{{/x}}" } },
		    "page" },
		{ "else the next one in",
		    { { "{{<a}}{{/a}}", "{{<b}}{{$x}}a{{/x}}{{/b}}", "{{$x}}b{{/x}}" } }, "a" },
		{ "replacements reach partials",
		    { { "{{<a}}{{$x}}page{{/x}}{{/a}}", "{{>b}}", "{{$x}}b{{/x}}" } }, "page" },
		{ "a block within a replacement",
		    { { "{{<a}}{{$y}}page{{/y}}{{/a}}", "{{<b}}{{$x}}[{{$y}}a{{/y}}]{{/x}}{{/b}}",
			"{{$x}}b{{/x}}" } },
		    "[page]" },
		{ "a parent within its own block",
		    { { "{{<a}}{{$x}}1{{<a}}{{$x}}2{{/x}}{{/a}}{{/x}}{{/a}}", "({{$x}}{{/x}})" } },
		    "(1(2))" },
		{ "a block of the same name within itself",
		    { { "{{<a}}{{$x}}1{{$x}}2{{/x}}{{/x}}{{/a}}", "({{$x}}{{/x}})" } }, "(12)" },
		{ "within text", { { "<title>{{$t}}{{/t}}</title>" } }, "<title></title>" },
	};

	RUN_TABLE(cases);
}

/* A page as theme authors write it: nothing of the layout's lines is lost or doubled. */
Test(template, inheritance_lines)
{
	static const struct template_case cases[] = {
		{ "a page",
		    { { "{{<a}}\n{{$t}}Atto {{numero}}{{/t}}\n{{$c}}\n<p>1\n\n  <p>2\n{{/c}}\n{{/a}}\n",
			"<title>{{$t}}{{/t}}</title>\n<main>\n  {{$c}}\n  {{/c}}\n</main>\n" } },
		    "<title>Atto 7</title>\n<main>\n  <p>1\n\n    <p>2\n</main>\n" },
		{ "a block alone on one line",
		    { { "{{<a}}\n{{$c}}\n<p>1\n{{/c}}\n{{/a}}\n",
			"<main>\n  {{$c}}{{/c}}\n</main>\n" } },
		    "<main>\n  <p>1\n</main>\n" },
		{ "the same, with content of no line",
		    { { "{{<a}}{{$c}}<p>1{{/c}}{{/a}}\n", "<main>\n  {{$c}}{{/c}}\n</main>\n" } },
		    "<main>\n  <p>1\n</main>\n" },
		{ "the same, with nothing",
		    { { "{{<a}}{{/a}}\n", "<main>\n  {{$c}}{{/c}}\n</main>\n" } },
		    "<main>\n</main>\n" },
		{ "the same, ending with a section's line",
		    { { "{{<a}}{{$c}}\n{{#voci}}\n{{nome}}\n{{/voci}}\n{{/c}}{{/a}}\n",
			"<main>\n  {{$c}}{{/c}}\n</main>\n" } },
		    "<main>\n  uno\n  due\n</main>\n" },
		{ "default content keeps its lines",
		    { { "{{<a}}{{/a}}\n", "<main>\n{{$c}}\n  <p>own\n{{/c}}\n</main>\n" } },
		    "<main>\n  <p>own\n</main>\n" },
		{ "its indentation is the replacement's",
		    { { "{{<a}}\n{{$c}}\n        <p>1\n          <p>2\n{{/c}}\n{{/a}}\n",
			"<main>\n{{$c}}\n  <p>own\n{{/c}}\n</main>\n" } },
		    "<main>\n  <p>1\n    <p>2\n</main>\n" },
		{ "a parent that is indented",
		    { { "<div>\n  {{<a}}\n    {{$c}}\n    1\n    {{/c}}\n  {{/a}}\n</div>\n",
			"<p>\n  {{$c}}\n  {{/c}}\n</p>\n" } },
		    "<div>\n  <p>\n    1\n  </p>\n</div>\n" },
		{ "a partial in a replacement",
		    { { "{{<a}}\n{{$c}}\n  {{>b}}\n{{/c}}\n{{/a}}\n",
			"<p>\n    {{$c}}\n    {{/c}}\n</p>\n", "1\n2\n" } },
		    "<p>\n    1\n    2\n</p>\n" },
		{ "lines that begin within a line",
		    { { "<div>\n  {{<a}}\n  {{$x}}\n  1\n  2\n  {{/x}}\n  {{/a}}\n</div>\n",
			"<p>{{$x}}{{/x}}</p>\n" } },
		    "<div>\n  <p>1\n  2\n</p>\n</div>\n" },
		{ "a section that goes on behind its tag's line",
		    { { "  {{>a}}\n", "{{#si}}a\n{{/si}}b\n" } }, "  a\n  b\n" },
	};

	RUN_TABLE(cases);
}

struct thread_job {
	const struct template *template;
	const struct sample *page;
	struct buffer out;
};

static void *run_often(void *argument)
{
	struct thread_job *job = argument;

	for (int i = 0; i < 200; i++)
		template_run(job->template, job->page, &job->out);
	return NULL;
}

/* Workers share a compiled template. */
Test(template, threads)
{
	const struct sample_templates templates = { { "{{#voci}}{{>a}}{{/voci}}", "({{nome}})" } };
	struct arena *arena = arena_new();
	struct sample page = sample_page(arena);
	struct diagnostics diagnostics;
	struct thread_job jobs[4] = { 0 };
	pthread_t threads[4];

	diagnostics_init(&diagnostics);
	for (size_t i = 0; i < 4; i++) {
		jobs[i].template =
		    i ? jobs[0].template : sample_compile(&templates, arena, &diagnostics);
		jobs[i].page = &page;
		cr_assert(pthread_create(&threads[i], NULL, run_often, &jobs[i]) == 0);
	}
	for (size_t i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
		cr_expect_eq(jobs[i].out.len, 200 * strlen("(uno)(due)"));
		cr_expect(slice_eq(buffer_slice(&jobs[i].out), buffer_slice(&jobs[0].out)));
	}
	for (size_t i = 0; i < 4; i++)
		buffer_release(&jobs[i].out);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}
