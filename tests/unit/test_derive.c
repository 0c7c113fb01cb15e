/* What is never written: who sees an act, its names, recorded status, completeness; progress, regulations, glossary. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/unicode.h"
#include "support.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ACT "atti/2031/dczi-1.md"
#define BODY "organi/conferenza.yaml"
#define DATA "dati_personali: solo_incarichi\n"
/* Lines behind the act's last key. */
#define ACT_WITH(lines)               \
	{                             \
		ACT, DATA, DATA lines \
	}
/* The sample is looked at on 15 June 2031. */
#define COMPLETE                                                                          \
	{                                                                                 \
		BODY, "composizione:", "archivio_completo_dal: 2031-01-01\ncomposizione:" \
	}

static struct act *act_at(const struct sample *sample, const char *place)
{
	return map_get(&sample->site->by_id[TARGET_ACT], slice_from(place));
}

Test(derive, says_who_sees_an_act)
{
	static const char *const names[] = { "nowhere", "card", "public" };
	static const struct {
		const char *name, *lines, *expected, *with_drafts;
	} rows[] = {
		{ "nothing said", "", "public", "public" },
		{ "published", "stato: pubblicato\n", "public", "public" },
		{ "a draft", "stato: bozza\n", "nowhere", "public" },
		{ "from tomorrow", "pubblicato_dal: 2031-06-16\n", "nowhere", "public" },
		{ "from today", "pubblicato_dal: 2031-06-15\n", "public", "public" },
		{ "until today", "pubblica_fino_al: 2031-06-15\n", "public", "public" },
		{ "until yesterday", "pubblica_fino_al: 2031-06-14\n", "card", "card" },
		{ "a draft, and past", "stato: bozza\npubblica_fino_al: 2031-06-14\n", "nowhere",
		    "card" },
		{ "removed", "stato: rimosso\nrimozione: {data: 2031-06-01, motivo: errore}\n",
		    "card", "card" },
		{ "removed, and was to be seen from tomorrow",
		    "stato: rimosso\nrimozione: {data: 2031-06-01, motivo: errore}\n"
		    "pubblicato_dal: 2031-06-16\n",
		    "nowhere", "card" },
		{ "an error in it", "colore: verde\n", "nowhere", "nowhere" },
		{ "an error in a list of it", "allegati: [{file: a.pdf}]\n", "nowhere", "nowhere" },
		{ "an unknown word", "stato: in_attesa\n", "nowhere", "nowhere" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const struct edit edits[] = {
			{ ACT, DATA, arena_printf(arena, DATA "%s", rows[i].lines).p }, { 0 }
		};
		struct sample sample;
		const struct act *act;

		sample_load(&sample, edits);
		act = act_at(&sample, "2031/dczi-1");
		cr_expect_str_eq(names[act->visibility], rows[i].expected, "%s", rows[i].name);
		cr_expect_str_eq(names[act_visibility(act, SAMPLE_TODAY, true)],
		    rows[i].with_drafts, "%s, with drafts", rows[i].name);
		sample_release(&sample);
		arena_free(arena);
	}
}

Test(derive, says_what_may_be_indexed)
{
	static const struct {
		const char *name, *lines;
		bool expected;
	} rows[] = {
		{ "offices alone", DATA, true },
		{ "nobody", "dati_personali: nessuno\n", true },
		{ "the long form", "dati_personali: {livello: nessuno}\n", true },
		{ "others", "dati_personali: {livello: altri, base: L, fino_al: 2035-01-01}\n",
		    false },
		{ "not said", "", false },
		{ "others, and yes",
		    "dati_personali: {livello: altri, base: L, fino_al: 2035-01-01}\n"
		    "indicizzazione: si\n",
		    true },
		{ "nobody, and no", "dati_personali: nessuno\nindicizzazione: no\n", false },
		{ "nobody, and auto", "dati_personali: nessuno\nindicizzazione: auto\n", true },
		{ "yes, but a card", "indicizzazione: si\npubblica_fino_al: 2031-06-01\n", false },
		{ "yes, but a draft", "indicizzazione: si\nstato: bozza\n", false },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct edit edits[] = { { ACT, DATA, rows[i].lines }, { 0 } };
		struct sample sample;

		sample_load(&sample, edits);
		cr_expect_eq(
		    act_at(&sample, "2031/dczi-1")->indexed, rows[i].expected, "%s", rows[i].name);
		sample_release(&sample);
	}
}

Test(derive, names_an_act)
{
	static const struct {
		const char *name;
		struct edit edits[2];
		const char *reference, *title;
	} rows[] = {
		{ "as it is", { { 0 } }, "Delibera DCZI n. 1/2031",
		    "Approvazione di un accordo di prova" },
		{ "a suffix", { { ACT, "numero: 1", "numero: 1\nsuffisso: bis" } },
		    "Delibera DCZI n. 1 bis/2031", "Approvazione di un accordo di prova" },
		{ "no initials for the kind", { { ACT, "tipo: delibera", "tipo: determina" } },
		    "Determina n. 1/2031", "Approvazione di un accordo di prova" },
		{ "an unknown number", { { ACT, "numero: 1", "numero: ignoto" } },
		    "Delibera DCZI di numero non noto del 2031",
		    "Approvazione di un accordo di prova" },
		{ "no number", { { ACT, "numero: 1", "numero: senza_numero" } },
		    "Delibera DCZI senza numero del 2031", "Approvazione di un accordo di prova" },
		{ "the year alone", { { ACT, "data: 2031-03-05", "anno: 2031" } },
		    "Delibera DCZI n. 1/2031", "Approvazione di un accordo di prova" },
		{ "a short title", { { ACT, "numero: 1", "numero: 1\ntitolo_breve: Breve" } },
		    "Delibera DCZI n. 1/2031", "Breve" },
		{ "the subject unknown, a summary",
		    { { ACT, "oggetto: Approvazione di un accordo di prova",
			"oggetto: ignoto\nsintesi: In breve" } },
		    "Delibera DCZI n. 1/2031", "In breve" },
		{ "the subject unknown",
		    { { ACT, "oggetto: Approvazione di un accordo di prova", "oggetto: ignoto" } },
		    "Delibera DCZI n. 1/2031", "Delibera DCZI n. 1/2031" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sample sample;
		const struct act *act;

		sample_load(&sample, rows[i].edits);
		act = act_at(&sample, "2031/dczi-1");
		cr_expect(slice_is(act->reference, rows[i].reference), "%s: %.*s", rows[i].name,
		    SLICE_ARGS(act->reference));
		cr_expect(slice_is(act->list_title, rows[i].title), "%s: %.*s", rows[i].name,
		    SLICE_ARGS(act->list_title));
		cr_expect_eq(act->subject_unknown, slice_empty(act->subject), "%s", rows[i].name);
		sample_release(&sample);
	}
}

Test(derive, counts_essential_elements)
{
	static const struct {
		const char *name;
		struct edit edits[2];
		unsigned expected, missing;
	} rows[] = {
		{ "all of them", { { 0 } }, 6, 0 },
		{ "number unknown", { { ACT, "numero: 1", "numero: ignoto" } }, 5,
		    ESSENTIAL_NUMBER },
		{ "without number", { { ACT, "numero: 1", "numero: senza_numero" } }, 6, 0 },
		{ "the day unknown", { { ACT, "data: 2031-03-05", "data: 2031-03" } }, 5,
		    ESSENTIAL_DATE },
		{ "no attendance", { { ACT, "seduta: 2031-03-05-conferenza\npunto_odg: 1\n", "" } },
		    5, ESSENTIAL_ATTENDANCE },
		{ "attendance of its own",
		    { { ACT, "seduta: 2031-03-05-conferenza\npunto_odg: 1\n",
			"presenze: [{ente: alfa, esito: presente}]\n" } },
		    6, 0 },
		{ "no text", { { ACT, "## Delibera\n\n1. Di approvare l'accordo.\n", "" } }, 5,
		    ESSENTIAL_DECISIONS },
		{ "text said to be missing", { ACT_WITH("testo: non_disponibile\n") }, 5,
		    ESSENTIAL_DECISIONS },
		{ "no minutes",
		    { { ACT, "verbalizzazione:\n  verbalizzante: nome-inventato\n", "" } }, 5,
		    ESSENTIAL_RECORDING },
		{ "no signatures",
		    { { ACT, "sottoscrizioni:\n  - persona: nome-inventato\n", "" } }, 5,
		    ESSENTIAL_SIGNATURES },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sample sample;
		const struct act *act;

		sample_load(&sample, rows[i].edits);
		act = act_at(&sample, "2031/dczi-1");
		cr_expect_eq(act_completeness(act), rows[i].expected, "%s: %u", rows[i].name,
		    act_completeness(act));
		cr_expect_eq(act->essentials, 63 & ~rows[i].missing, "%s", rows[i].name);
		sample_release(&sample);
	}
}

Test(derive, takes_attendance_from_the_act_first)
{
	static const struct edit own[] = { ACT_WITH("presenze: [{ente: delta, esito: presente}]\n"),
		{ 0 } };
	struct sample sample;
	const struct attendance *attendance;
	size_t count;

	sample_load(&sample, NULL);
	attendance = act_attendance(act_at(&sample, "2031/dczi-1"), &count);
	cr_expect(count == 3 && slice_is(attendance[0].organisation.id, "alfa"));
	sample_release(&sample);
	sample_load(&sample, own);
	attendance = act_attendance(act_at(&sample, "2031/dczi-1"), &count);
	cr_expect(count == 1 && slice_is(attendance[0].organisation.id, "delta"));
	sample_release(&sample);
}

#define LATER(number, day, lines)                                                             \
	{                                                                                     \
		"atti/2031/dczi-" number ".md", NULL,                                         \
		    "---\ntipo: delibera\norgano: conferenza\nnumero: " number "\ndata: " day \
		    "\noggetto: Un altro oggetto inventato\n" lines "---\nTesto.\n"           \
	}
#define LINK_TO(number, type, rest) \
	"collegamenti: [{tipo: " type ", atto: 2031/dczi-" number rest "}]\n"
#define LINK(type, rest) LINK_TO("1", type, rest)

static const char *const status_names[STATUS_COUNT] = { "?", "none", "not ascertained",
	"not adopted", "amended", "suspended", "replaced", "revoked", "annulled", "lapsed",
	"expired" };

/* "revoked 2031-04-01 by 2031/dczi-2, in part" */
static struct slice shown_status(const struct act *act, struct arena *arena)
{
	const struct act_status *status = &act->status;
	struct slice text = slice_from(status_names[status->status]);

	if (date_known(status->since))
		text = arena_printf(arena, "%.*s %.*s", SLICE_ARGS(text),
		    SLICE_ARGS(date_iso(status->since, arena)));
	if (status->by)
		text = arena_printf(
		    arena, "%.*s by %.*s", SLICE_ARGS(text), SLICE_ARGS(status->by->place));
	if (status->event)
		text = arena_printf(arena, "%.*s from outside", SLICE_ARGS(text));
	return arena_printf(arena, "%.*s%s", SLICE_ARGS(text), status->partial ? ", in part" : "");
}

Test(derive, records_what_became_of_an_act)
{
	static const struct check_row rows[] = {
		{ "nothing, and the archive is not said to be complete", { { 0 } },
		    "not ascertained" },
		{ "nothing, and the archive is complete", { COMPLETE }, "none" },
		{ "complete from the day after",
		    { { BODY,
			"composizione:", "archivio_completo_dal: 2031-03-06\ncomposizione:" } },
		    "not ascertained" },
		{ "complete from the act's day",
		    { { BODY,
			"composizione:", "archivio_completo_dal: 2031-03-05\ncomposizione:" } },
		    "none" },
		{ "complete from its year on",
		    { { BODY, "composizione:", "archivio_completo_dal: 2031\ncomposizione:" } },
		    "none" },
		{ "the act's day unknown, complete from within its month",
		    { { ACT, "data: 2031-03-05", "data: 2031-03" },
			{ BODY,
			    "composizione:", "archivio_completo_dal: 2031-03-02\ncomposizione:" } },
		    "not ascertained" },
		{ "of no body of ours", { { ACT, "organo: conferenza", "ente: alfa" }, COMPLETE },
		    "not ascertained" },
		{ "revoked", { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", "")) },
		    "revoked 2031-04-01 by 2031/dczi-2" },
		{ "revoked, where the archive is not complete",
		    { LATER("2", "2031-04-01", LINK("revoca", "")) },
		    "revoked 2031-04-01 by 2031/dczi-2" },
		{ "revoked from another day",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", ", dal: 2031-05-01")) },
		    "revoked 2031-05-01 by 2031/dczi-2" },
		{ "to be revoked tomorrow",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", ", dal: 2031-06-16")) },
		    "none" },
		{ "revoked from today",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", ", dal: 2031-06-15")) },
		    "revoked 2031-06-15 by 2031/dczi-2" },
		{ "revoked in part",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", ", parte: punto 3")) },
		    "revoked 2031-04-01 by 2031/dczi-2, in part" },
		{ "amended", { COMPLETE, LATER("2", "2031-04-01", LINK("modifica", "")) },
		    "amended 2031-04-01 by 2031/dczi-2" },
		{ "supplemented", { COMPLETE, LATER("2", "2031-04-01", LINK("integra", "")) },
		    "amended 2031-04-01 by 2031/dczi-2" },
		{ "corrected", { COMPLETE, LATER("2", "2031-04-01", LINK("rettifica", "")) },
		    "amended 2031-04-01 by 2031/dczi-2" },
		{ "extended", { COMPLETE, LATER("2", "2031-04-01", LINK("proroga", "")) },
		    "amended 2031-04-01 by 2031/dczi-2" },
		{ "suspended", { COMPLETE, LATER("2", "2031-04-01", LINK("sospende", "")) },
		    "suspended 2031-04-01 by 2031/dczi-2" },
		{ "replaced", { COMPLETE, LATER("2", "2031-04-01", LINK("sostituisce", "")) },
		    "replaced 2031-04-01 by 2031/dczi-2" },
		{ "annulled", { COMPLETE, LATER("2", "2031-04-01", LINK("annulla", "")) },
		    "annulled 2031-04-01 by 2031/dczi-2" },
		{ "merely referred to",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("richiama", "")) }, "none" },
		{ "confirmed", { COMPLETE, LATER("2", "2031-04-01", LINK("conferma", "")) },
		    "none" },
		{ "amended, then revoked",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("modifica", "")),
			LATER("3", "2031-05-01", LINK("revoca", "")) },
		    "revoked 2031-05-01 by 2031/dczi-3" },
		{ "revoked, and amended by what came later",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", "")),
			LATER("3", "2031-05-01", LINK("modifica", "")) },
		    "revoked 2031-04-01 by 2031/dczi-2" },
		{ "annulled in part, then revoked whole",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("annulla", ", parte: punto 3")),
			LATER("3", "2031-05-01", LINK("revoca", "")) },
		    "revoked 2031-05-01 by 2031/dczi-3" },
		{ "amended, and revoked in part",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("modifica", "")),
			LATER("3", "2031-05-01", LINK("revoca", ", parte: punto 3")) },
		    "revoked 2031-05-01 by 2031/dczi-3, in part" },
		{ "revoked by a draft",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", "") "stato: bozza\n") },
		    "none" },
		{ "revoked by what is published tomorrow",
		    { COMPLETE, LATER("2", "2031-04-01",
				    LINK("revoca", "") "pubblicato_dal: 2031-06-16\n") },
		    "none" },
		{ "revoked by what is a card now",
		    { COMPLETE, LATER("2", "2031-04-01",
				    LINK("revoca", "") "pubblica_fino_al: 2031-05-01\n") },
		    "revoked 2031-04-01 by 2031/dczi-2" },
		{ "revoked by what was published by mistake",
		    { COMPLETE,
			LATER("2", "2031-04-01",
			    LINK("revoca", "") "stato: rimosso\n"
					       "rimozione: {data: 2031-05-01, motivo: errore}\n") },
		    "none" },
		{ "revoked by what was rejected",
		    { COMPLETE, LATER("2", "2031-04-01",
				    LINK("revoca", "") "votazioni: [{esito: respinta}]\n") },
		    "none" },
		/* L. 241/1990, art. 21-nonies: what is annulled never had effects; what is revoked had them. */
		{ "revoked by what was then annulled",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", "")),
			LATER("3", "2031-05-01", LINK_TO("2", "annulla", "")) },
		    "none" },
		{ "revoked by what a court annulled",
		    { COMPLETE, LATER("2", "2031-04-01",
				    LINK("revoca",
					"") "vicende: [{tipo: annullata, data: 2031-05-02}]\n") },
		    "none" },
		{ "revoked by what will be annulled tomorrow",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", "")),
			LATER("3", "2031-05-01", LINK_TO("2", "annulla", ", dal: 2031-06-16")) },
		    "revoked 2031-04-01 by 2031/dczi-2" },
		{ "revoked by what was annulled in part",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", "")),
			LATER("3", "2031-05-01", LINK_TO("2", "annulla", ", parte: punto 3")) },
		    "revoked 2031-04-01 by 2031/dczi-2" },
		{ "revoked by what was annulled by a draft",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", "")),
			LATER("3", "2031-05-01", LINK_TO("2", "annulla", "") "stato: bozza\n") },
		    "revoked 2031-04-01 by 2031/dczi-2" },
		{ "revoked by what was annulled by what was annulled",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", "")),
			LATER("3", "2031-05-01", LINK_TO("2", "annulla", "")),
			LATER("4", "2031-05-02", LINK_TO("3", "annulla", "")) },
		    "revoked 2031-04-01 by 2031/dczi-2" },
		{ "revoked by what was then revoked",
		    { COMPLETE, LATER("2", "2031-04-01", LINK("revoca", "")),
			LATER("3", "2031-05-01", LINK_TO("2", "revoca", "")) },
		    "revoked 2031-04-01 by 2031/dczi-2" },
		{ "rejected", { COMPLETE, { ACT, "esito: approvata", "esito: respinta" } },
		    "not adopted" },
		{ "rejected, whatever came later",
		    { COMPLETE, { ACT, "esito: approvata", "esito: respinta" },
			LATER("2", "2031-04-01", LINK("revoca", "")) },
		    "not adopted" },
		{ "rejected on immediate effect alone",
		    { COMPLETE, { ACT, "esito: approvata",
				    "esito: approvata\n  - {oggetto: immediata_eseguibilita, "
				    "esito: respinta}" } },
		    "none" },
		{ "an amendment rejected",
		    { COMPLETE,
			{ ACT, "esito: approvata",
			    "esito: approvata\n  - {oggetto: emendamento, esito: respinta}" } },
		    "none" },
		{ "a part rejected",
		    { COMPLETE, { ACT, "esito: approvata",
				    "esito: approvata\n  - {parte: punto 3, esito: respinta}" } },
		    "none" },
		{ "annulled by a court",
		    { COMPLETE, ACT_WITH("vicende: [{tipo: annullata, data: 2031-05-02, "
					 "da: TAR Toscana}]\n") },
		    "annulled 2031-05-02 from outside" },
		{ "suspended by a court, from another day",
		    { COMPLETE, ACT_WITH("vicende: [{tipo: sospesa, data: 2031-05-02, "
					 "dal: 2031-05-10}]\n") },
		    "suspended 2031-05-10 from outside" },
		{ "lapsed", { COMPLETE, ACT_WITH("vicende: [{tipo: decaduta}]\n") },
		    "lapsed from outside" },
		{ "ceased",
		    { COMPLETE, ACT_WITH("vicende: [{tipo: cessata, data: 2031-05-02}]\n") },
		    "lapsed 2031-05-02 from outside" },
		{ "to cease",
		    { COMPLETE, ACT_WITH("vicende: [{tipo: cessata, data: 2031-07-01}]\n") },
		    "none" },
		{ "in effect until today", { COMPLETE, ACT_WITH("efficace_fino_al: 2031-06-15\n") },
		    "none" },
		{ "in effect until yesterday",
		    { COMPLETE, ACT_WITH("efficace_fino_al: 2031-06-14\n") },
		    "expired 2031-06-15" },
		{ "extended beyond its last day",
		    { COMPLETE, ACT_WITH("efficace_fino_al: 2031-06-14\n"),
			LATER("2", "2031-05-01", LINK("proroga", "")) },
		    "amended 2031-05-01 by 2031/dczi-2" },
		{ "expired, and revoked before",
		    { COMPLETE, ACT_WITH("efficace_fino_al: 2031-06-14\n"),
			LATER("2", "2031-04-01", LINK("revoca", "")) },
		    "revoked 2031-04-01 by 2031/dczi-2" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sample sample;
		struct slice said;

		sample_load(&sample, rows[i].edits);
		said = shown_status(act_at(&sample, "2031/dczi-1"), sample.arena);
		cr_expect(
		    slice_is(said, rows[i].expected), "%s: %.*s", rows[i].name, SLICE_ARGS(said));
		cr_expect(!diagnostics_blocking(&sample.diagnostics), "%s: %s", rows[i].name,
		    sample_reported(&sample.diagnostics, sample.arena));
		sample_release(&sample);
	}
}

/* Before and after: of one body, or one organisation, and one kind; cards too, drafts never. */
Test(derive, finds_neighbours)
{
	static const char of_alfa[] =
	    "---\ntipo: delibera\nente: alfa\nnumero: 1\ndata: 2031-04-02\n"
	    "oggetto: Un altro oggetto inventato\n---\n";
	static const char of_beta[] =
	    "---\ntipo: delibera\nente: beta\nnumero: 1\ndata: 2031-04-03\n"
	    "oggetto: Un altro oggetto inventato\n---\n";
	static const struct edit edits[] = {
		LATER("2", "2031-04-01", "stato: bozza\n"),
		LATER("3", "2031-05-01", "pubblica_fino_al: 2031-05-02\n"),
		{ "atti/2031/alfa-1.md", NULL, of_alfa },
		{ "atti/2031/beta-1.md", NULL, of_beta },
		{ "atti/2031/determina-9.md", NULL,
		    "---\ntipo: determina\norgano: conferenza\nnumero: 9\ndata: 2031-04-01\n"
		    "oggetto: Un altro oggetto inventato\n---\n" },
	};
	struct sample sample;
	const struct act *first, *draft, *card;

	sample_load(&sample, edits);
	first = act_at(&sample, "2031/dczi-1");
	draft = act_at(&sample, "2031/dczi-2");
	card = act_at(&sample, "2031/dczi-3");
	cr_expect(!first->previous && first->next == card);
	cr_expect(card->previous == first && !card->next);
	cr_expect(!draft->previous && !draft->next);
	cr_expect_null(act_at(&sample, "2031/alfa-1")->next);
	cr_expect_null(act_at(&sample, "2031/beta-1")->previous);
	cr_expect_null(act_at(&sample, "2031/determina-9")->previous);
	sample_release(&sample);
}

Test(derive, orders_acts)
{
	static const struct edit edits[] = {
		LATER("7", "2031", ""),
		LATER("3", "2031-03-05", ""),
		LATER("4", "2031-03", ""),
		{ "atti/2031/dczi-2-bis.md", NULL,
		    "---\ntipo: delibera\norgano: conferenza\nnumero: 3\nsuffisso: bis\n"
		    "data: 2031-03-05\noggetto: Un altro oggetto inventato\n---\n" },
		{ "atti/2030/dczi-9.md", NULL,
		    "---\ntipo: delibera\norgano: conferenza\nnumero: 9\nanno: 2030\n"
		    "oggetto: Un altro oggetto inventato\n---\n" },
	};
	static const char *const expected[] = { "2030/dczi-9", "2031/dczi-1", "2031/dczi-3",
		"2031/dczi-2-bis", "2031/dczi-4", "2031/dczi-7" };
	struct sample sample;

	sample_load(&sample, edits);
	cr_assert_eq(sample.site->acts.count, COUNT(expected));
	for (size_t i = 0; i < COUNT(expected); i++) {
		const struct act *act = sample.site->acts.items[i];

		cr_expect(
		    slice_is(act->place, expected[i]), "%zu: %.*s", i, SLICE_ARGS(act->place));
		cr_expect_eq(act_cmp(act, act), 0);
		cr_expect(i == 0 || act_cmp(sample.site->acts.items[i - 1], act) < 0);
		cr_expect(i == 0 || act_cmp(act, sample.site->acts.items[i - 1]) > 0);
	}
	sample_release(&sample);
}

#define POINT "programma/2030-2032/punti/01-primo.yaml"
#define PROGRESS "programma/2030-2032/avanzamento/2031-05-02-1.1.yaml"

/* Deeds 1.1 (told again as 2.1) and 1.2; the one deadline is of 1.1 and 2.1. */
Test(derive, counts_each_deed_once)
{
	static const struct {
		const char *name;
		struct edit edits[4];
		size_t deeds, unreported, under_way, completed, past;
	} rows[] = {
		{ "as it is", { { 0 } }, 2, 1, 1, 0, 0 },
		{ "told by the other name", { { PROGRESS, "\"1.1\"", "\"2.1\"" } }, 2, 1, 1, 0, 0 },
		{ "told of both",
		    { { "programma/2030-2032/avanzamento/2031-06-02-2.1.yaml", NULL,
			"data: 2031-06-02\nazione: \"2.1\"\nstato: completata\n" } },
		    2, 1, 0, 1, 0 },
		{ "the term is past, and it is told of",
		    { { POINT, "{entro: 2032-03}", "{entro: 2031-05}" } }, 2, 1, 1, 0, 0 },
		{ "the term is past, and nothing is told",
		    { { POINT, "{entro: 2032-03}", "{entro: 2031-05}" }, { PROGRESS, NULL, NULL } },
		    2, 2, 0, 0, 1 },
		{ "past for the other name alone",
		    { { POINT, "azioni: [\"1.1\", \"2.1\"]\n    quando: {entro: 2032-03}",
			  "azioni: [\"2.1\"]\n    quando: {entro: 2031-05}" },
			{ PROGRESS, NULL, NULL } },
		    2, 2, 0, 0, 1 },
		{ "the term is today",
		    { { POINT, "{entro: 2032-03}", "{entro: 2031-06-15}" },
			{ PROGRESS, NULL, NULL } },
		    2, 2, 0, 0, 0 },
		{ "the term hangs on an event without a day",
		    { { POINT, "{entro: 2032-03}", "{evento: firma}" },
			{ "eventi.yaml", NULL, "- {id: firma, nome: Firma}\n" },
			{ PROGRESS, NULL, NULL } },
		    2, 2, 0, 0, 0 },
		{ "the term hangs on an event long ago",
		    { { POINT, "{entro: 2032-03}", "{evento: firma+P1Y}" },
			{ "eventi.yaml", NULL, "- {id: firma, nome: Firma, data: 2030-01-01}\n" },
			{ PROGRESS, NULL, NULL } },
		    2, 2, 0, 0, 1 },
		{ "a description makes nothing late",
		    { { POINT, "{entro: 2032-03}", "{dal: 2030-01, continuo: si}" },
			{ PROGRESS, NULL, NULL } },
		    2, 2, 0, 0, 0 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct progress_count *count;
		struct sample sample;

		sample_load(&sample, rows[i].edits);
		count = &sample.site->programmes.items[0]->count;
		cr_expect_eq(count->deeds, rows[i].deeds, "%s", rows[i].name);
		cr_expect_eq(
		    count->by_state[PROGRESS_NOT_REPORTED], rows[i].unreported, "%s", rows[i].name);
		cr_expect_eq(
		    count->by_state[PROGRESS_UNDER_WAY], rows[i].under_way, "%s", rows[i].name);
		cr_expect_eq(
		    count->by_state[PROGRESS_COMPLETED], rows[i].completed, "%s", rows[i].name);
		cr_expect_eq(count->past_unreported, rows[i].past, "%s", rows[i].name);
		sample_release(&sample);
	}
}

Test(derive, finds_the_regulation_in_force)
{
	static const struct {
		const char *name, *first, *second; /* keys of the versions of 2020 and 2030 */
		const char *current;               /* the title, or none */
		const char *link;                  /* of an act of 2031-03-01; null: no act */
	} rows[] = {
		{ "the newest", "", "", "Secondo", NULL },
		{ "revoked", "", "", "", "{tipo: revoca, regolamento: nidi}" },
		{ "annulled", "", "", "", "{tipo: annulla, regolamento: nidi}" },
		{ "revoked by what was annulled", "", "", "Secondo",
		    "{tipo: revoca, regolamento: nidi}]\n"
		    "vicende: [{tipo: annullata, data: 2031-05-01}" },
		{ "revoked by what is a card now", "", "", "",
		    "{tipo: revoca, regolamento: nidi}]\n"
		    "pubblica_fino_al: 2031-05-01\nargomenti: [" },
		{ "the newest version is revoked", "", "", "",
		    "{tipo: revoca, regolamento: nidi@2030-01-01}" },
		{ "a version that had ended already is revoked", "", "", "Secondo",
		    "{tipo: revoca, regolamento: nidi@2020-01-01}" },
		{ "revoked in part", "", "", "Secondo",
		    "{tipo: revoca, regolamento: nidi, parte: articolo 2}" },
		{ "revoked from a day to come", "", "", "Secondo",
		    "{tipo: revoca, regolamento: nidi, dal: 2031-07-01}" },
		{ "amended", "", "", "Secondo", "{tipo: modifica, regolamento: nidi}" },
		{ "the newest is not yet in force", "", "vigente_dal: 2031-07-01\n", "Primo",
		    NULL },
		{ "in force from today", "", "vigente_dal: 2031-06-15\n", "Secondo", NULL },
		{ "in force from this year", "", "vigente_dal: 2031\n", "Secondo", NULL },
		{ "the newest is over, and so is what it replaced", "", "vigente_al: 2031-01-01\n",
		    "", NULL },
		{ "over today", "", "vigente_al: 2031-06-14\n", "", NULL },
		{ "in force until today", "", "vigente_al: 2031-06-15\n", "Secondo", NULL },
		{ "until some day of this year", "", "vigente_al: 2031\n", "Secondo", NULL },
		{ "none yet", "vigente_dal: 2032\n", "vigente_dal: 2033\n", "", NULL },
		{ "the first is over, the second to come", "vigente_al: 2030\n",
		    "vigente_dal: 2032\n", "", NULL },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		const struct edit edits[] = {
			{ "regolamenti/nidi/2020-01-01.md", NULL,
			    arena_printf(arena, "---\ntitolo: Primo\n%s---\nT.\n", rows[i].first)
				.p },
			{ "regolamenti/nidi/2030-01-01.md", NULL,
			    arena_printf(arena, "---\ntitolo: Secondo\n%s---\nT.\n", rows[i].second)
				.p },
			{ "regolamenti/altro/2030-01-01.md", NULL,
			    "---\ntitolo: Altro\n---\nT.\n" },
			{ rows[i].link ? "atti/2031/dcza-77.md" : NULL, NULL,
			    arena_printf(arena,
				"---\ntipo: delibera\norgano: conferenza\nnumero: 77\n"
				"data: 2031-03-01\noggetto: Oggetto inventato di prova\n"
				"collegamenti: [%s]\n---\nT.\n",
				rows[i].link ? rows[i].link : "")
				.p },
			{ 0 },
		};
		struct sample sample;
		struct slice current = SLICE("");

		sample_load(&sample, edits);
		for (size_t n = 0; n < sample.site->regulations.count; n++) {
			const struct regulation *each = sample.site->regulations.items[n];

			if (slice_is(each->id, "altro"))
				cr_expect(each->current, "%s", rows[i].name);
			else if (each->current)
				current = arena_printf(arena, "%.*s%.*s", SLICE_ARGS(current),
				    SLICE_ARGS(each->title));
		}
		cr_expect(slice_is(current, rows[i].current), "%s: %.*s", rows[i].name,
		    SLICE_ARGS(current));
		sample_release(&sample);
		arena_free(arena);
	}
}

/* Each entry has an address of its own, whatever the terms are; the order is theirs. */
Test(derive, gives_each_term_its_anchor)
{
	static const struct edit edits[] = {
		{ "glossario.yaml", NULL,
		    "- {termine: Nido d'infanzia, spiegazione: Uno.}\n"
		    "- {termine: \"Nido, d'infanzia\", spiegazione: Due.}\n"
		    "- {termine: Àncora, spiegazione: Tre.}\n"
		    "- {termine: §, spiegazione: Quattro.}\n"
		    "- {termine: Nido d'infanzia 2, spiegazione: Cinque.}\n"
		    "- {termine: Nido d'infanzia, spiegazione: Sei.}\n"
		    "- {termine: €, spiegazione: Sette.}\n" },
		{ 0 },
	};
	struct sample sample;

	sample_load(&sample, edits);
	cr_assert_eq(sample.site->glossary.count, 7);
	for (size_t i = 0; i < 7; i++) {
		struct slice anchor = sample.site->glossary.items[i]->anchor;

		cr_expect(id_valid(anchor), "%.*s", SLICE_ARGS(anchor));
		for (size_t n = 0; n < i; n++)
			cr_expect(!slice_eq(anchor, sample.site->glossary.items[n]->anchor),
			    "twice: %.*s", SLICE_ARGS(anchor));
	}
	sample_release(&sample);
}

Test(derive, ends_the_base_url_with_a_slash)
{
	static const struct edit edits[] = { { "sito.yaml", "https://www.example.org/zona/",
						 "https://www.example.org/zona" },
		{ 0 } };
	struct sample sample;

	sample_load(&sample, edits);
	cr_expect(slice_is(sample.site->settings.base_url, "https://www.example.org/zona/"));
	sample_release(&sample);
	sample_load(&sample, NULL);
	cr_expect(slice_is(sample.site->settings.base_url, "https://www.example.org/zona/"));
	sample_release(&sample);
}

Test(derive, knows_what_was_inferred)
{
	static const struct edit edits[] = { ACT_WITH("dedotti: [anno, numero]\n"), { 0 } };
	struct sample sample;
	const struct act *act;

	sample_load(&sample, edits);
	act = act_at(&sample, "2031/dczi-1");
	cr_expect(act_is_inferred(act, "anno") && act_is_inferred(act, "numero"));
	cr_expect_not(act_is_inferred(act, "data"));
	sample_release(&sample);
}
