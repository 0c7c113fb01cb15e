/* Values of keys in words, read by the tables of acts as old versions are. */
#include <criterion/criterion.h>

#include "model/past.h"
#include "parse/yaml.h"
#include "render/italiano_values.h"
#include "support.h"

static const struct edit edits[] = {
	{ "atti/2031/dczi-2.md", NULL,
	    "---\ntipo: delibera\norgano: conferenza\nnumero: 2\ndata: 2031-03-06\n"
	    "oggetto: Una bozza che nessuno vede\nstato: bozza\ndati_personali: nessuno\n---\n"
	    "Testo.\n" },
	{ "argomenti.yaml", NULL, "- {id: nidi, nome: Nidi}\n- {id: mense, nome: Mense}\n" },
	{ 0 },
};

static struct sample sample;

static const void *read_act(const char *yaml)
{
	struct yaml_node *root =
	    yaml_parse(slice_from(yaml), SLICE("prova"), 1, sample.arena, &sample.diagnostics);

	cr_assert(root, "%s", yaml);
	return past_read(
	    sample.site, FILE_ACT, SLICE("2031"), root, sample.arena, &sample.diagnostics);
}

static struct slice joined(const struct text_lines *lines)
{
	struct slice all = SLICE("");

	for (size_t i = 0; i < lines->count; i++)
		all = arena_printf(sample.arena, "%.*s%s%.*s", SLICE_ARGS(all), i ? " | " : "",
		    SLICE_ARGS(lines->items[i]));
	return all;
}

Test(italiano_values, says_values_whole)
{
	static const struct {
		const char *key, *yaml, *wanted;
	} rows[] = {
		{ "oggetto", "oggetto: Un oggetto", "Un oggetto" },
		{ "oggetto", "tipo: delibera", "" },
		{ "tipo", "tipo: delibera", "Delibera" },
		{ "numero", "numero: 12", "12" },
		{ "numero", "numero: ignoto", "numero non noto" },
		{ "numero", "oggetto: Senza", "" },
		{ "data", "data: 2031-03-01", "1º marzo 2031" },
		{ "data", "data: 2031-03", "marzo 2031" },
		{ "organo", "organo: conferenza", "Conferenza di prova" },
		{ "seduta", "seduta: 2031-03-05-conferenza",
		    "Seduta del 5 marzo 2031, Conferenza di prova" },
		{ "argomenti", "argomenti: [nidi, mense]", "Nidi | Mense" },
		{ "punti_programma", "punti_programma: [2]", "Punto 2: Secondo punto" },
		{ "anni_scolastici", "anni_scolastici: [2031/32, 2032/33]", "2031/32 | 2032/33" },
		{ "esecutivita", "esecutivita: {regime: immediata, dal: 2031-03-05}",
		    "Regime: immediatamente eseguibile; dal: 5 marzo 2031" },
		{ "presenze",
		    "presenze: [{ente: alfa, persona: nome-inventato, esito: presente, entra: "
		    "\"15:30\", quota: 45.5, voto: si}, {ente: beta, esito: assente}]",
		    "Ente: Comune di Alfa; persona: Nome Inventato; presenza: presente; entra "
		    "alle: 15:30; quota: 45,5; con diritto di voto: sì | Ente: Comune di Beta; "
		    "presenza: assente" },
		/* Whom the registers don't know any more, a page does not name. */
		{ "sottoscrizioni", "sottoscrizioni: [{persona: cognome-segreto}]",
		    "Persona: una persona" },
		{ "votazioni",
		    "votazioni: [{oggetto: atto, modalita: palese, favorevoli: [alfa, beta], esito: "
		    "approvata}]",
		    "Oggetto: sull'atto; modalità: voto palese; favorevoli: 2: Comune di Alfa e Comune "
		    "di Beta; esito: approvata" },
		{ "votazioni",
		    "votazioni: [{modalita: segreta, favorevoli: [alfa], esito: approvata}]",
		    "Modalità: voto segreto; favorevoli: 1; esito: approvata" },
		{ "collegamenti", "collegamenti: [{tipo: revoca, atto: 2031/dczi-1}]",
		    "Tipo: revoca; atto: Delibera DCZI n. 1/2031" },
		/* Of a draft not even the place is told. */
		{ "collegamenti", "collegamenti: [{tipo: revoca, atto: 2031/dczi-2}]",
		    "Tipo: revoca; atto: un altro atto" },
		{ "verbalizzazione", "verbalizzazione: {verbale: 2031/dczi-2}",
		    "Verbale: un altro atto" },
		{ "verbalizzazione", "verbalizzazione: {verbale: 2031/dczi-1}",
		    "Verbale: Delibera DCZI n. 1/2031" },
		{ "verbalizzazione", "verbalizzazione: {verbale: Verbale n. 3}",
		    "Verbale: Verbale n. 3" },
		{ "collegamenti",
		    "collegamenti: [{tipo: attua, esterno: {estremi: DGR 584/2024, url: "
		    "\"https://example.org/\"}}]",
		    "Tipo: attua; atto esterno (Estremi: DGR 584/2024; indirizzo: https://example.org/)" },
		{ "dati_personali", "dati_personali: nessuno", "nessun dato personale" },
	};

	sample_load(&sample, edits);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const void *act = read_act(rows[i].yaml);
		const struct key *key = key_find(&act_table, slice_from(rows[i].key));
		struct text_lines lines = { 0 };

		italian_value(
		    sample.site, key, key_place(key, act), NULL, NULL, sample.arena, &lines);
		cr_expect(slice_is(joined(&lines), rows[i].wanted), "%s: %.*s", rows[i].yaml,
		    SLICE_ARGS(joined(&lines)));
	}
	sample_release(&sample);
}

Test(italiano_values, tells_items_by_their_identity)
{
	static const struct {
		const char *key, *yaml, *wanted;
	} rows[] = {
		{ "presenze", "presenze: [{ente: alfa, nome: Nome, esito: presente}]",
		    "Comune di Alfa, Nome" },
		{ "presenze", "presenze: [{ente: alfa, esito: presente}]", "Comune di Alfa" },
		{ "votazioni", "votazioni: [{oggetto: atto, parte: allegato A, esito: approvata}]",
		    "sull'atto, allegato A" },
	};

	sample_load(&sample, edits);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const void *act = read_act(rows[i].yaml);
		const struct key *key = key_find(&act_table, slice_from(rows[i].key));
		const struct list *list = key_place(key, act);
		struct slice words =
		    italian_identity(sample.site, key->of, list->items, sample.arena);

		cr_expect(
		    slice_is(words, rows[i].wanted), "%s: %.*s", rows[i].yaml, SLICE_ARGS(words));
	}
	sample_release(&sample);
}

Test(italiano_values, names_nobody_of_a_secret_vote)
{
	const struct act *act;
	const struct key *votes = key_find(&act_table, SLICE("votazioni"));
	const struct key *in_favour = key_find(&vote_table, SLICE("favorevoli"));
	struct text_lines secret = { 0 }, open = { 0 };

	sample_load(&sample, edits);
	act = read_act("votazioni: [{modalita: segreta, favorevoli: [alfa], esito: approvata}]");
	italian_value(sample.site, in_favour, &act->votes.items[0].in_favour, votes->of,
	    &act->votes.items[0], sample.arena, &secret);
	act = read_act("votazioni: [{modalita: palese, favorevoli: [alfa], esito: approvata}]");
	italian_value(sample.site, in_favour, &act->votes.items[0].in_favour, votes->of,
	    &act->votes.items[0], sample.arena, &open);
	cr_expect(slice_is(joined(&secret), "1"), "%.*s", SLICE_ARGS(joined(&secret)));
	cr_expect(slice_is(joined(&open), "1: Comune di Alfa"), "%.*s", SLICE_ARGS(joined(&open)));
	sample_release(&sample);
}
