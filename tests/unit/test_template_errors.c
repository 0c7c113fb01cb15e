/* What templates may not say: each entry of the table of diagnostics about them, with its place. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "template_sample.h"

struct error_case {
	const char *name;
	struct sample_templates templates;
	const char *reported;
};

#define RUN_TABLE(table) run_table((table), sizeof(table) / sizeof *(table))

static void run_table(const struct error_case *cases, size_t count)
{
	struct arena *arena = arena_new();
	struct sample page = sample_page(arena);

	for (size_t i = 0; i < count; i++) {
		const char *result = sample_run(&cases[i].templates, &page, arena);

		cr_expect(
		    strncmp(result, "! ", 2) == 0 && strcmp(result + 2, cases[i].reported) == 0,
		    "%s:\n[%s]\nis not\n[! %s]", cases[i].name, result, cases[i].reported);
	}
	arena_free(arena);
}

Test(template_errors, tags)
{
	static const struct error_case cases[] = {
		{ "no end", { { "a\n {{titolo}" } }, "2:2+2 TEMPLATE_TAG_OPEN }}" },
		{ "no end of three braces", { { "{{{html}}" } }, "1:1+2 TEMPLATE_TAG_OPEN }}}" },
		{ "no end of a comment", { { "a{{! b" } }, "1:2+2 TEMPLATE_TAG_OPEN }}" },
		{ "no end of delimiters", { { "{{=| |}}" } }, "1:1+2 TEMPLATE_TAG_OPEN =}}" },
		{ "columns are characters", { { "\xC3\xA8\xC3\xA8{{x" } },
		    "1:3+2 TEMPLATE_TAG_OPEN }}" },
		{ "no name", { { "{{}}{{# }}" } },
		    "1:1+4 TEMPLATE_TAG_NAME {{}}; 1:5+6 TEMPLATE_TAG_NAME {{# }}" },
		{ "two names", { { "{{titolo id}}" } }, "1:1+13 TEMPLATE_TAG_NAME {{titolo id}}" },
		{ "one delimiter", { { "{{=<%=}}" } }, "1:1+8 TEMPLATE_DELIMITERS <%" },
		{ "three delimiters", { { "{{=a b c=}}" } }, "1:1+11 TEMPLATE_DELIMITERS a b c" },
		{ "equals signs as delimiters", { { "{{== ==}}" } },
		    "1:1+9 TEMPLATE_DELIMITERS = =" },
		{ "closed without having been opened", { { "a\n{{/si}}" } },
		    "2:1+7 TEMPLATE_CLOSE_ALONE {{/si}}" },
		{ "never closed", { { "a\n {{#si}} b {{^no}}" } },
		    "2:2+7 TEMPLATE_NOT_CLOSED {{#si}}; 2:12+7 TEMPLATE_NOT_CLOSED {{^no}}" },
		{ "closed by another name", { { "{{#si}}\n{{/sì}}\n{{/si}}" } },
		    "2:1+7 TEMPLATE_CLOSE_OTHER {{/sì}},{{#si}},1" },
		{ "closed from outside", { { "{{#si}}\n{{#no}}\n{{/si}}" } },
		    "3:1+7 TEMPLATE_CLOSE_OTHER {{/si}},{{#no}},2" },
		{ "in a partial, at its place", { { "{{>a}}{{>a}}", "x\n{{/si}}" } },
		    "2:1+7 TEMPLATE_CLOSE_ALONE {{/si}}" },
	};

	RUN_TABLE(cases);
}

Test(template_errors, names)
{
	static const struct error_case cases[] = {
		{ "unknown", { { "{{oggetto}}" } }, "1:1+11 TEMPLATE_NAME oggetto,'campione'" },
		{ "misspelt", { { "<p>\n{{titlo}}" } },
		    "2:1+9 TEMPLATE_NAME_NEAR titlo,'campione',titolo" },
		{ "all of them", { { "{{titlo}}{{numro}}" } },
		    "1:1+9 TEMPLATE_NAME_NEAR titlo,'campione',titolo; "
		    "1:10+9 TEMPLATE_NAME_NEAR numro,'campione',numero" },
		{ "in a section, the views of both", { { "{{#voci}}{{ultmo}}{{/voci}}" } },
		    "1:10+9 TEMPLATE_NAME_NEAR ultmo,'voce', 'campione',ultimo" },
		{ "outside of its section", { { "{{#voci}}{{/voci}}{{ultimo}}" } },
		    "1:19+10 TEMPLATE_NAME ultimo,'campione'" },
		{ "unknown section: its content is not looked at",
		    { { "{{#oggetto}}{{x}}{{/oggetto}}" } },
		    "1:1+12 TEMPLATE_NAME oggetto,'campione'" },
		{ "of an object", { { "{{capo.titlo}}" } },
		    "1:1+14 TEMPLATE_NAME_NEAR titlo,'voce',titolo" },
		{ "of a text", { { "{{titolo.nome}}" } }, "1:1+15 TEMPLATE_NO_PARTS titolo,nome" },
		{ "of a list", { { "{{capo.etichette.nome}}" } },
		    "1:1+23 TEMPLATE_NO_PARTS capo.etichette,nome" },
		{ "of a number of items", { { "{{voci.quanti.x}}" } },
		    "1:1+17 TEMPLATE_NO_PARTS voci.quanti,x" },
		{ "empty parts", { { "{{capo.}}{{.nome}}{{..}}" } },
		    "1:1+9 TEMPLATE_NAME ,'voce'; 1:10+9 TEMPLATE_NAME ,'campione'; "
		    "1:19+6 TEMPLATE_NAME ,'campione'" },
		{ "no single value here", { { "{{.}}{{#voci}}{{.}}{{/voci}}" } },
		    "1:1+5 TEMPLATE_NAME .,'campione'; 1:15+5 TEMPLATE_NAME .,'voce', 'campione'" },
		{ "a name of the parent's place only",
		    { { "{{<a}}{{$b}}{{#ultimo}}{{/ultimo}}{{/b}}{{/a}}", "{{$b}}{{/b}}" } },
		    "1:13+11 TEMPLATE_NAME ultimo,'campione'" },
		{ "in a partial, in the second of two places",
		    { { "{{#capo}}{{>a}}{{/capo}}{{>a}}", "{{#ultimo}}{{/ultimo}}" } },
		    "1:1+11 TEMPLATE_NAME ultimo,'campione'" },
		{ "a flag, a list, an object", { { "{{si}}{{voci}}\n{{capo}}" } },
		    "1:1+6 TEMPLATE_NOT_WRITTEN si; 1:7+8 TEMPLATE_NOT_WRITTEN voci; "
		    "2:1+8 TEMPLATE_NOT_WRITTEN capo" },
		{ "text in three braces", { { "{{{titolo}}}{{&url}}" } },
		    "1:1+12 TEMPLATE_NOT_HTML titolo; 1:13+8 TEMPLATE_NOT_HTML url" },
		{ "html in two braces", { { "{{html}}" } }, "1:1+8 TEMPLATE_HTML_BRACES html" },
	};

	RUN_TABLE(cases);
}

Test(template_errors, inclusions)
{
	static const struct error_case cases[] = {
		{ "missing", { { "a\n{{>testata}}" } }, "2:1+12 TEMPLATE_MISSING testata" },
		{ "misspelt", { { "{{<paginaa}}{{/paginaa}}" } },
		    "1:1+12 TEMPLATE_MISSING_NEAR paginaa,pagina" },
		{ "itself", { { "{{>pagina}}" } },
		    "1:1+11 TEMPLATE_RECURSION pagina,pagina > pagina" },
		{ "itself through another", { { "{{>a}}", "\n{{>b}}", "{{>a}}" } },
		    "1:1+6 TEMPLATE_RECURSION a,a > b > a" },
		{ "itself in a section", { { "{{>a}}", "{{#capo}}{{>a}}{{/capo}}" } },
		    "1:10+6 TEMPLATE_RECURSION a,a > a" },
		{ "itself with ever new blocks",
		    { { "{{>a}}", "{{$x}}{{/x}}{{<a}}{{$x}}{{/x}}{{/a}}" } },
		    "1:1+6 TEMPLATE_DEPTH x; 1:13+6 TEMPLATE_DEPTH a" },
		{ "a block that the parent has not",
		    { { "{{<a}}\n{{$corpo}}{{/corpo}}{{/a}}", "{{$t}}{{/t}}" } },
		    "2:1+10 TEMPLATE_BLOCK corpo,a" },
		{ "a block's name misspelt",
		    { { "{{<a}}{{$titlo}}{{/titlo}}{{/a}}",
			"{{$titolo}}{{/titolo}}{{$corpo}}{{/corpo}}" } },
		    "1:7+10 TEMPLATE_BLOCK_NEAR titlo,a,titolo" },
		{ "text in a parent", { { "{{<a}}\n  perso\n{{/a}}", "x" } },
		    "2:1+8 TEMPLATE_IN_PARENT a" },
		{ "a value in a parent", { { "{{<a}}{{titolo}}{{/a}}", "x" } },
		    "1:7+10 TEMPLATE_IN_PARENT a" },
	};

	RUN_TABLE(cases);
}

Test(template_errors, places)
{
	static const struct error_case cases[] = {
		{ "html in an attribute", { { "<p title=\"{{{html}}}\">" } },
		    "1:11+10 TEMPLATE_HTML_PLACE html" },
		{ "html in title", { { "<title>{{{html}}}</title>" } },
		    "1:8+10 TEMPLATE_HTML_PLACE html" },
		{ "an element's name", { { "<{{titolo}}>" } }, "1:2+10 TEMPLATE_PLACE titolo" },
		{ "part of an element's name", { { "<h{{numero}}>" } },
		    "1:3+10 TEMPLATE_PLACE numero" },
		{ "an attribute's name", { { "<p {{id}}=\"\"><p da{{id}}=''>" } },
		    "1:4+6 TEMPLATE_PLACE id; 1:19+6 TEMPLATE_PLACE id" },
		{ "an attribute without quotes", { { "<p id={{id}}><p id= x{{id}}>" } },
		    "1:7+6 TEMPLATE_PLACE id; 1:22+6 TEMPLATE_PLACE id" },
		{ "an end tag", { { "</{{id}}>" } }, "1:3+6 TEMPLATE_PLACE id" },
		{ "script", { { "<script>var a = \"{{titolo}}\"</script>" } },
		    "1:18+10 TEMPLATE_PLACE titolo" },
		{ "script in capitals, with an attribute",
		    { { "<SCRIPT defer>{{numero}}</SCRIPT>" } }, "1:15+10 TEMPLATE_PLACE numero" },
		{ "script after what looks like its end",
		    { { "<script></scrip></scripts>{{id}}</script>" } },
		    "1:27+6 TEMPLATE_PLACE id" },
		{ "style", { { "<style>a{b:{{titolo}}}</style>" } },
		    "1:12+10 TEMPLATE_PLACE titolo" },
		{ "style attribute", { { "<p style=\"width:{{numero}}px\">" } },
		    "1:17+10 TEMPLATE_PLACE numero" },
		{ "event handler", { { "<p onclick='{{titolo}}'><p ONLOAD=\"{{url}}\">" } },
		    "1:13+10 TEMPLATE_PLACE titolo; 1:36+7 TEMPLATE_PLACE url" },
		{ "srcset and srcdoc",
		    { { "<img srcset=\"{{url}}\"><iframe srcdoc=\"{{titolo}}\"></iframe>" } },
		    "1:14+7 TEMPLATE_PLACE url; 1:39+10 TEMPLATE_PLACE titolo" },
		{ "iframe's content", { { "<iframe>{{titolo}}</iframe>" } },
		    "1:9+10 TEMPLATE_PLACE titolo" },
		{ "comment", { { "<!-- {{titolo}} --><!---{{id}}-->" } },
		    "1:6+10 TEMPLATE_PLACE titolo; 1:25+6 TEMPLATE_PLACE id" },
		{ "doctype", { { "<!DOCTYPE {{id}}>" } }, "1:11+6 TEMPLATE_PLACE id" },
		{ "JSON as text",
		    { { "{{{json}}}<p title=\"{{{json}}}\"><title>{{{json}}}</title>" } },
		    "1:1+10 TEMPLATE_PLACE json; 1:21+10 TEMPLATE_PLACE json; "
		    "1:40+10 TEMPLATE_PLACE json" },
		{ "JSON in a script that runs",
		    { { "<script type=\"module\">{{{json}}}</script>" } },
		    "1:23+10 TEMPLATE_PLACE json" },
		{ "text in a JSON script",
		    { { "<script type='application/ld+json'>\"{{titolo}}\"</script>" } },
		    "1:37+10 TEMPLATE_PLACE titolo" },
		{ "JSON where the type holds sometimes",
		    { { "<script{{#si}} type=\"application/ld+json\"{{/si}}>{{{json}}}</script>" } },
		    "1:50+10 TEMPLATE_PLACE json" },
		{ "text begins a URL", { { "<a href=\"{{titolo}}\"><img src='{{titolo}}'>" } },
		    "1:10+10 TEMPLATE_URL_BEGIN titolo; 1:32+10 TEMPLATE_URL_BEGIN titolo" },
		{ "text may become a scheme", { { "<a href=\"java{{titolo}}\">" } },
		    "1:14+10 TEMPLATE_URL_BEGIN titolo" },
		{ "text behind an id, a number or a URL",
		    { { "<a href=\"{{id}}{{titolo}}\"><a href=\"{{numero}}{{titolo}}\"><a href=\"{{url}}{{titolo}}\">" } },
		    "1:16+10 TEMPLATE_URL_BEGIN titolo; 1:47+10 TEMPLATE_URL_BEGIN titolo; "
		    "1:75+10 TEMPLATE_URL_BEGIN titolo" },
		{ "a URL behind what may be a scheme",
		    { { "<a href=\"java{{url}}\"><a href=\"{{id}}{{url}}\">" } },
		    "1:14+7 TEMPLATE_URL_BEGIN url; 1:38+7 TEMPLATE_URL_BEGIN url" },
		{ "an active scheme",
		    { { "<a href=\"javascript:{{numero}}\"><a href='data:/{{url}}'>" } },
		    "1:21+10 TEMPLATE_URL_BEGIN numero; 1:48+7 TEMPLATE_URL_BEGIN url" },
		{ "a scheme behind a value", { { "<a href=\"{{url}}:{{id}}\">" } },
		    "1:18+6 TEMPLATE_URL_BEGIN id" },
		{ "a good scheme behind a value", { { "<a href=\"{{url}}http:{{id}}\">" } },
		    "1:22+6 TEMPLATE_URL_BEGIN id" },
		{ "settled in a section only", { { "<a href=\"{{#si}}/{{/si}}{{titolo}}\">" } },
		    "1:25+10 TEMPLATE_URL_BEGIN titolo" },
	};

	RUN_TABLE(cases);
}

Test(template_errors, sections)
{
	static const struct error_case cases[] = {
		{ "begins in a name", { { "<{{#si}}p{{/si}}>" } },
		    "1:2+7 TEMPLATE_SECTION_PLACE si,1; 1:10+7 TEMPLATE_SECTION_JOIN si,1" },
		{ "begins without quotes", { { "<p id={{#si}}\"a\"{{/si}}>" } },
		    "1:7+7 TEMPLATE_SECTION_PLACE si,1; 1:17+7 TEMPLATE_SECTION_JOIN si,1" },
		{ "leaves a tag open", { { "<p>\n{{#si}}<p\n{{/si}}>" } },
		    "3:1+7 TEMPLATE_SECTION_JOIN si,2" },
		{ "leaves quotes open", { { "<p {{#si}}id=\"{{/si}}x\">" } },
		    "1:15+7 TEMPLATE_SECTION_JOIN si,1" },
		{ "closes quotes", { { "<p id=\"a{{#si}}\"{{/si}}>" } },
		    "1:17+7 TEMPLATE_SECTION_JOIN si,1" },
		{ "changes the attribute", { { "<p id=\"a{{^si}}\" href=\"{{/si}}{{titolo}}\">" } },
		    "1:24+7 TEMPLATE_SECTION_JOIN si,1" },
		{ "changes the element, in an attribute",
		    { { "<p id=\"{{#si}}\"><a id=\"{{/si}}\">" } },
		    "1:24+7 TEMPLATE_SECTION_JOIN si,1" },
		{ "changes the element, in its content",
		    { { "<title>{{#si}}</title><textarea>{{/si}}" } },
		    "1:33+7 TEMPLATE_SECTION_JOIN si,1" },
		{ "begins a script", { { "{{#si}}<script>{{/si}}x</script>" } },
		    "1:16+7 TEMPLATE_SECTION_JOIN si,1" },
		{ "begins a comment", { { "{{^si}}<!-- {{/si}}" } },
		    "1:13+7 TEMPLATE_SECTION_JOIN si,1" },
		{ "glued to what comes behind", { { "<a{{#si}} id=\"x\"{{/si}}b>" } },
		    "1:24+1 TEMPLATE_GLUED" },
		{ "glued to what came before", { { "<a{{#si}}b{{/si}}>" } },
		    "1:10+1 TEMPLATE_GLUED" },
		{ "two attributes without a blank", { { "<a\n id=\"x\"class='y'>" } },
		    "2:8+1 TEMPLATE_GLUED" },
		{ "a value behind a section without an attribute",
		    { { "<a id{{#si}} x{{/si}}=\"y\">" } }, "1:22+1 TEMPLATE_GLUED" },
		{ "the page ends in a tag", { { "<p" } }, "0:0+0 TEMPLATE_END" },
		{ "the page ends in quotes", { { "<p id=\">" } }, "0:0+0 TEMPLATE_END" },
		{ "the page ends in a comment", { { "<!-- -- >" } }, "0:0+0 TEMPLATE_END" },
		{ "the page ends in a script", { { "<script></scrip>" } }, "0:0+0 TEMPLATE_END" },
	};

	RUN_TABLE(cases);
}

static const char *repeat(const char *text, size_t count, struct arena *arena)
{
	char *all = arena_alloc(arena, strlen(text) * count + 1);

	for (size_t i = 0; i < count; i++)
		memcpy(all + i * strlen(text), text, strlen(text));
	return all;
}

static void expect_result(const struct sample_templates *templates, const char *expected)
{
	struct arena *arena = arena_new();
	struct sample page = sample_page(arena);
	const char *result = sample_run(templates, &page, arena);

	cr_expect(strcmp(result, expected) == 0, "[%s]\nis not\n[%s]", result, expected);
	arena_free(arena);
}

/* As deep as may be, and one deeper, in one file and over two. */
Test(template_errors, depth)
{
	struct arena *arena = arena_new();
	const char *open = repeat("{{#si}}", TEMPLATE_MAX_DEPTH, arena);
	const char *close = repeat("{{/si}}", TEMPLATE_MAX_DEPTH, arena);
	struct sample_templates templates = { 0 };

	templates.texts[0] = arena_printf(arena, "%sx%s", open, close).p;
	expect_result(&templates, "x");
	templates.texts[0] = arena_printf(arena, "%s{{#si}}x{{/si}}%s", open, close).p;
	expect_result(&templates, "! 1:225+7 TEMPLATE_DEPTH {{#si}}");
	templates.texts[0] = arena_printf(arena, "%s{{>a}}%s", open, close).p;
	templates.texts[1] = " {{#si}}x{{/si}}";
	expect_result(&templates, "! 1:2+7 TEMPLATE_DEPTH si");
	arena_free(arena);
}

/*
 * Each template includes the next twenty times: 160,000 values are taken, 3,200,000 are not, nor
 * twenty times 1 MiB.
 */
Test(template_errors, size)
{
	struct arena *arena = arena_new();
	struct sample_templates templates = { {
	    repeat("{{>a}}", 20, arena),
	    repeat("{{>b}}", 20, arena),
	    repeat("{{>c}}", 20, arena),
	    repeat("{{titolo}}", 20, arena),
	} };
	struct sample page = sample_page(arena);

	cr_expect_eq(
	    strlen(sample_run(&templates, &page, arena)), 20 * 20 * 20 * 20 * strlen("Titolo"));
	templates.texts[3] = repeat("{{>d}}", 20, arena);
	templates.texts[4] = repeat("{{titolo}}", 20, arena);
	cr_expect_not_null(strstr(sample_run(&templates, &page, arena), "TEMPLATE_TOO_LARGE"));
	templates.texts[1] = repeat("0123456789abcdef", 65536, arena);
	cr_expect_not_null(strstr(sample_run(&templates, &page, arena), "TEMPLATE_TOO_LARGE"));
	arena_free(arena);
}

/* A template of the theme that page code asks for. */
Test(template_errors, page)
{
	struct sample_templates templates = { { NULL, "x" } };

	expect_result(&templates, "! 0:0+0 TEMPLATE_MISSING pagina");
}

/* Sentences whose own braces stand beside those of their arguments. */
Test(template_errors, sentences)
{
	static const struct {
		const char *template, *text, *remedy;
	} cases[] = {
		{ "{{si}}",
		    "'si' è un sì o no, un elenco o un oggetto: non si può scrivere nella pagina",
		    "Usarlo per una sezione: {{#si}}...{{/si}}." },
		{ "{{{titolo}}}",
		    "'titolo' non è HTML, e le tre parentesi sono soltanto per l'HTML",
		    "Scrivere {{titolo}} con due parentesi." },
		{ "{{html}}",
		    "'html' è già HTML o JSON: con due parentesi i suoi segni si vedrebbero nella pagina",
		    "Scrivere {{{html}}} con tre parentesi." },
		{ "{{<a}}{{$x}}{{/x}}{{/a}}", "il modello 'a' non ha il blocco 'x'",
		    "Togliere il blocco, o aggiungerlo a 'a': {{$x}}{{/x}}." },
		{ "{{<a}}x{{/a}}",
		    "dentro {{<a}} contano soltanto i blocchi: quello che c'è qui non comparirebbe nella pagina",
		    "Metterlo in un blocco, {{$nome}}...{{/nome}}, o toglierlo." },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct sample_templates templates = { { cases[i].template, "" } };
		struct diagnostics diagnostics;

		diagnostics_init(&diagnostics);
		cr_expect_null(sample_compile(&templates, arena, &diagnostics));
		cr_assert_eq(diagnostics.list.count, 1, "%s", cases[i].template);
		cr_expect(
		    slice_is(diagnostic_text(&diagnostics.list.items[0], LANGUAGE_ITALIAN, arena),
			cases[i].text),
		    "%s", cases[i].template);
		cr_expect(
		    slice_is(diagnostic_remedy(&diagnostics.list.items[0], LANGUAGE_ITALIAN, arena),
			cases[i].remedy),
		    "%s", cases[i].template);
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}
