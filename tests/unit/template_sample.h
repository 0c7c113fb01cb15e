/*
 * A page of every kind of field, and templates given as text, for the tests of the template engine.
 */
#ifndef ZONALE_TESTS_TEMPLATE_SAMPLE_H
#define ZONALE_TESTS_TEMPLATE_SAMPLE_H

#include "render/template.h"

struct sample_item {
	struct slice name, title, url;
	bool last;
	const struct sample_item *next;
	ARRAY(struct slice) labels;
};

struct sample {
	struct slice title, empty, url, id, json;
	struct html html, no_html;
	struct date day, month, no_day;
	bool yes, no;
	int negative;
	uint32_t number;
	size_t zero;
	ARRAY(struct sample_item) items;
	ARRAY(struct sample_item) nothing;
	ARRAY(struct slice) labels;
	const struct sample_item *head, *absent;
};

/* "campione", with items of "voce". */
extern const struct view sample_view;

/*
 * titolo "Titolo", vuoto "", url "../a/?b=1&c=2", id "dczi-1", json, html "<b>x</b>", niente_html
 * "", giorno 2031-04-15, mese 2031-04, niente_giorno, si, no, negativo -3, numero 7, zero, voci uno
 * (url "1/", etichette a, b; prossimo: due) and due (titolo "T2"; ultimo), niente (no items),
 * etichette "x", "<y>", capo: uno, assente.
 */
struct sample sample_page(struct arena *arena);

#define SAMPLE_TEMPLATES 5

/* The first is the page's; the others are "a", "b", "c", "d". Null: not there. */
struct sample_templates {
	const char *texts[SAMPLE_TEMPLATES];
};

/*
 * The page's file is "pagina", that of the others their name. Null with diagnostics where it does
 * not compile.
 */
const struct template *sample_compile(
    const struct sample_templates *templates, struct arena *arena, struct diagnostics *diagnostics);

/* What the page is, or "! " and what was reported (reported.h). */
const char *sample_run(
    const struct sample_templates *templates, const struct sample *sample, struct arena *arena);

#endif
