#include <criterion/criterion.h>

#include "support.h"

#define ACT "atti/2031/dczi-1.md"
#define MEETING "sedute/2031-03-05-conferenza.yaml"

/* A second act, right in itself, that rows add and change. */
#define SECOND "atti/2031/dczi-2.md"
#define SECOND_TEXT                                                              \
	"---\ntipo: delibera\norgano: conferenza\nnumero: 2\ndata: 2031-04-10\n" \
	"oggetto: Una seconda delibera\ntesto: non_disponibile\n---\n"
#define SECOND_LACKS                                                                \
	"atti/2031/dczi-2.md ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, " \
	"sottoscrizioni"
#define FUTURE_LACKS "atti/2031/dczi-1.md ESSENTIALS_MISSING presenze"

Test(check_acts, sample)
{
	static const struct check_row rows[] = {
		{ "nothing is reported of the sample itself", { { 0 } }, "" },
	};

	CHECK_ROWS(rows);
}

Test(check_acts, identity)
{
	static const struct check_row rows[] = {
		{ "organo and ente", { { ACT, "numero: 1", "numero: 1\nente: alfa" } },
		    ACT ":5:7 ACT_TWO_ISSUERS" },
		{ "neither", { { ACT, "organo: conferenza\n", "" } }, ACT " ACT_NO_ISSUER" },
		{ "an ente alone is fine",
		    { { SECOND, NULL,
			"---\ntipo: avviso\nente: alfa\nnumero: 2\ndata: 2031-04-10\n"
			"oggetto: Un avviso di prova\n---\nTesto.\n" } },
		    "" },
		{ "neither date nor year",
		    { { SECOND, NULL, SECOND_TEXT }, { SECOND, "data: 2031-04-10\n", "" } },
		    SECOND " ACT_NO_DATE; " SECOND
			   " ESSENTIALS_UNKNOWN data, presenze, testo, verbalizzazione, "
			   "sottoscrizioni" },
		{ "year of another date", { { ACT, "numero: 1", "numero: 1\nanno: 2030" } },
		    ACT ":5:7 ACT_YEAR_DIFFERS 2030,2031" },
		{ "the date's own year", { { ACT, "numero: 1", "numero: 1\nanno: 2031" } }, "" },
		{ "folder of another year", { { "atti/2030/dczi-2.md", NULL, SECOND_TEXT } },
		    "atti/2030/dczi-2.md ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, "
		    "sottoscrizioni; atti/2030/dczi-2.md:5:7 ACT_FOLDER_YEAR 2031,2030" },
		{ "year alone in another folder",
		    { { "atti/2030/dczi-2.md", NULL, SECOND_TEXT },
			{ "atti/2030/dczi-2.md", "data: 2031-04-10", "anno: 2029" } },
		    "atti/2030/dczi-2.md ESSENTIALS_UNKNOWN data, presenze, testo, "
		    "verbalizzazione, sottoscrizioni; atti/2030/dczi-2.md:5:7 "
		    "ACT_FOLDER_YEAR 2029,2030" },
		{ "name outside the rule",
		    { { "atti/2031/delibera-2.md", NULL, SECOND_TEXT },
			{ "atti/2031/dczi-3b.md", NULL, SECOND_TEXT },
			{ "atti/2031/dczi-3b.md", "numero: 2", "numero: 3" } },
		    "ACT_NAMES_OUTSIDE_RULE 2,2031/dczi-3b; atti/2031/dczi-3b.md "
		    "ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, sottoscrizioni; "
		    "atti/2031/delibera-2.md ESSENTIALS_UNKNOWN presenze, testo, "
		    "verbalizzazione, sottoscrizioni" },
		{ "suffix and unknown number by the rule",
		    { { "atti/2031/dczi-2-bis.md", NULL, SECOND_TEXT },
			{ "atti/2031/dczi-2-bis.md", "numero: 2", "numero: 2\nsuffisso: bis" },
			{ "atti/2031/dczi-ignoto.md", NULL, SECOND_TEXT },
			{ "atti/2031/dczi-ignoto.md", "numero: 2", "numero: ignoto" } },
		    "atti/2031/dczi-2-bis.md ESSENTIALS_UNKNOWN presenze, testo, "
		    "verbalizzazione, sottoscrizioni; atti/2031/dczi-ignoto.md "
		    "ESSENTIALS_UNKNOWN numero, presenze, testo, verbalizzazione, "
		    "sottoscrizioni" },
		{ "the same act twice",
		    { { "atti/2031/dczi-1-bis.md", NULL, SECOND_TEXT },
			{ "atti/2031/dczi-1-bis.md", "numero: 2", "numero: 1" } },
		    "ACT_NAMES_OUTSIDE_RULE 1,2031/dczi-1-bis; atti/2031/dczi-1-bis.md "
		    "ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, sottoscrizioni; "
		    "atti/2031/dczi-1-bis.md:4:9 ACT_DOUBLE content/atti/2031/dczi-1.md" },
		{ "subject too short",
		    { { ACT, "Approvazione di un accordo di prova", "Accordi è" } },
		    ACT ":6:10 ACT_SUBJECT_SHORT" },
		{ "subject of ten characters",
		    { { ACT, "Approvazione di un accordo di prova", "Accordo sì" } }, "" },
		{ "unknown subject", { { ACT, "Approvazione di un accordo di prova", "ignoto" } },
		    "" },
		{ "inferred", { { ACT, "seduta:", "dedotti: [data, dota, albo]\nseduta:" } },
		    ACT ":7:17 ACT_INFERRED_UNKNOWN dota; " ACT ":7:23 ACT_INFERRED_ABSENT albo" },
	};

	CHECK_ROWS(rows);
}

Test(check_acts, meeting)
{
	static const struct check_row rows[] = {
		{ "another day", { { ACT, "data: 2031-03-05", "data: 2031-03-06" } },
		    ACT ":5:7 ACT_MEETING_DATE 2031-03-06,2031-03-05" },
		{ "a month that holds the day is fine",
		    { { ACT, "data: 2031-03-05", "data: 2031-03" } },
		    ACT " ESSENTIALS_MISSING data" },
		{ "another body",
		    { { "organi/altro.yaml", NULL, "id: altro\nnome: Altro organo\n" },
			{ ACT, "organo: conferenza", "organo: altro" } },
		    ACT ":7:9 ACT_MEETING_BODY altro,conferenza" },
		{ "no such item", { { ACT, "punto_odg: 1", "punto_odg: 4" } },
		    ACT ":8:12 ACT_AGENDA_MISSING 2031-03-05-conferenza,4; " MEETING
			":9:11 AGENDA_ACT_ELSEWHERE 2031/dczi-1,4" },
		{ "the item is another act's",
		    { { SECOND, NULL, SECOND_TEXT },
			{ MEETING, "atto: 2031/dczi-1", "atto: 2031/dczi-2" } },
		    ACT
		    ":8:12 ACT_AGENDA_OTHER 1,2031-03-05-conferenza,2031/dczi-2; " SECOND
		    " ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, sottoscrizioni; " MEETING
		    ":9:11 AGENDA_ACT_SILENT 2031/dczi-2,2031-03-05-conferenza" },
		{ "item without meeting",
		    { { ACT, "seduta: 2031-03-05-conferenza\n", "" },
			{ MEETING, "    atto: 2031/dczi-1\n", "" } },
		    ACT " ESSENTIALS_MISSING presenze; " ACT ":7:12 ACT_AGENDA_ALONE" },
	};

	CHECK_ROWS(rows);
}

Test(check_acts, state)
{
	static const struct check_row rows[] = {
		{ "removed without removal", { { ACT, "numero: 1", "numero: 1\nstato: rimosso" } },
		    ACT ":5:8 REMOVAL_MISSING" },
		{ "removal without being removed",
		    { { ACT, "numero: 1",
			"numero: 1\nrimozione: {data: 2031-04-01, motivo: errore}" } },
		    ACT ":5:12 REMOVAL_UNEXPECTED" },
		{ "removed as it should be, with what may not be shown",
		    { { ACT, "numero: 1",
			  "numero: 1\nstato: rimosso\nrimozione: {data: 2031-04-01, motivo: "
			  "dati_personali}" },
			{ ACT, "l'accordo.", "l'accordo. RSSMRA80A01H501U" } },
		    "" },
		{ "personal data longer than they may be published",
		    { { ACT, "dati_personali: solo_incarichi",
			"dati_personali: {livello: altri, base: legge, fino_al: 2031-06-14}" } },
		    ACT ":17:56 PERSONAL_DATA_OVERDUE 2031-06-14" },
		{ "on their last day",
		    { { ACT, "dati_personali: solo_incarichi",
			"dati_personali: {livello: altri, base: legge, fino_al: 2031-06-15}" } },
		    "" },
		{ "personal data of an act that is a card",
		    { { ACT, "dati_personali: solo_incarichi",
			"dati_personali: {livello: altri, base: legge, fino_al: 2031-06-01}\n"
			"pubblica_fino_al: 2031-06-01" } },
		    ACT ":18:19 PUBLICATION_ENDED 2031-06-01" },
		{ "other personal data need basis and end",
		    { { ACT, "dati_personali: solo_incarichi", "dati_personali: altri" } },
		    ACT ":17:17 PERSONAL_DATA_BASIS base; " ACT
			":17:17 PERSONAL_DATA_BASIS fino_al" },
		{ "with both",
		    { { ACT, "dati_personali: solo_incarichi",
			"dati_personali: {livello: altri, base: Una norma, fino_al: 2032-01-01}" } },
		    "" },
		{ "a text that should not be there",
		    { { ACT, "numero: 1", "numero: 1\ntesto: non_disponibile" } },
		    ACT " ESSENTIALS_UNKNOWN testo; " ACT ":5:8 TEXT_UNEXPECTED" },
		{ "no text", { { ACT, "## Delibera\n\n1. Di approvare l'accordo.\n", "" } },
		    ACT " TEXT_ABSENT; " ACT " ESSENTIALS_MISSING testo" },
		{ "five years are over on 1 January",
		    { { "atti/2025/dczi-2.md", NULL, SECOND_TEXT },
			{ "atti/2025/dczi-2.md", "2031-04-10", "2025-04-10" },
			{ "atti/2026/dczi-2.md", NULL, SECOND_TEXT },
			{ "atti/2026/dczi-2.md", "2031-04-10", "2026-04-10" } },
		    "atti/2025/dczi-2.md REVIEW_DUE 2030; atti/2025/dczi-2.md "
		    "ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, sottoscrizioni; "
		    "atti/2026/dczi-2.md ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, "
		    "sottoscrizioni" },
		{ "they count from the day of publication",
		    { { "atti/2024/dczi-2.md", NULL, SECOND_TEXT },
			{ "atti/2024/dczi-2.md", "2031-04-10",
			    "2024-04-10\npubblicato_dal: 2026-01-01" } },
		    "atti/2024/dczi-2.md ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, "
		    "sottoscrizioni" },
		{ "publication has ended",
		    { { ACT, "numero: 1", "numero: 1\npubblica_fino_al: 2031-06-14" } },
		    ACT ":5:19 PUBLICATION_ENDED 2031-06-14" },
		{ "its last day",
		    { { ACT, "numero: 1", "numero: 1\npubblica_fino_al: 2031-06-15" } }, "" },
		{ "no signatures",
		    { { ACT, "sottoscrizioni:\n  - persona: nome-inventato\n", "" } },
		    ACT " ESSENTIALS_MISSING sottoscrizioni" },
		{ "a notice needs no minutes",
		    { { ACT, "tipo: delibera", "tipo: avviso" },
			{ ACT, "sottoscrizioni:\n  - persona: nome-inventato\n", "" } },
		    "" },
	};

	CHECK_ROWS(rows);
}

Test(check_acts, register_gaps)
{
	static const struct check_row rows[] = {
		{ "numbers 1 and 3",
		    { { "organi/conferenza.yaml", "composizione",
			  "registro_completo_dal: 2031\ncomposizione" },
			{ "atti/2031/dczi-3.md", NULL, SECOND_TEXT },
			{ "atti/2031/dczi-3.md", "numero: 2", "numero: 3" } },
		    "atti/2031/dczi-3.md ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, "
		    "sottoscrizioni; organi/conferenza.yaml:5:24 NUMBER_GAP delibera,2031,2" },
		{ "many",
		    { { "organi/conferenza.yaml", "composizione",
			  "registro_completo_dal: 2031\ncomposizione" },
			{ "atti/2031/dczi-15.md", NULL, SECOND_TEXT },
			{ "atti/2031/dczi-15.md", "numero: 2", "numero: 15" } },
		    "atti/2031/dczi-15.md ESSENTIALS_UNKNOWN presenze, testo, "
		    "verbalizzazione, sottoscrizioni; organi/conferenza.yaml:5:24 NUMBER_GAP "
		    "delibera,2031,2, 3, 4, 5, 6, 7, 8, 9, 10, 11..." },
		{ "complete since April: from the first act after it",
		    { { "organi/conferenza.yaml", "composizione",
			  "registro_completo_dal: 2031-04-01\ncomposizione" },
			{ "atti/2031/dczi-3.md", NULL, SECOND_TEXT },
			{ "atti/2031/dczi-3.md", "numero: 2", "numero: 3" } },
		    "atti/2031/dczi-3.md ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, "
		    "sottoscrizioni" },
		{ "nothing declared",
		    { { "atti/2031/dczi-3.md", NULL, SECOND_TEXT },
			{ "atti/2031/dczi-3.md", "numero: 2", "numero: 3" } },
		    "atti/2031/dczi-3.md ESSENTIALS_UNKNOWN presenze, testo, verbalizzazione, "
		    "sottoscrizioni" },
	};

	CHECK_ROWS(rows);
}

Test(check_acts, dates)
{
	static const struct check_row rows[] = {
		{ "adopted tomorrow",
		    { { SECOND, NULL, SECOND_TEXT }, { SECOND, "2031-04-10", "2031-06-16" } },
		    SECOND_LACKS "; " SECOND ":5:7 ACT_FUTURE 2031-06-16" },
		{ "adopted today, or this year",
		    { { SECOND, NULL, SECOND_TEXT }, { SECOND, "2031-04-10", "2031-06-15" },
			{ "atti/2031/dczi-3.md", NULL, SECOND_TEXT },
			{ "atti/2031/dczi-3.md", "numero: 2\ndata: 2031-04-10",
			    "numero: 3\ndata: 2031" } },
		    SECOND_LACKS "; atti/2031/dczi-3.md ESSENTIALS_UNKNOWN data, presenze, testo, "
				 "verbalizzazione, sottoscrizioni" },
		{ "a draft may be dated ahead",
		    { { SECOND, NULL, SECOND_TEXT },
			{ SECOND, "2031-04-10", "2031-06-16\nstato: bozza" } },
		    "" },
		{ "what follows adoption",
		    { { ACT, "numero: 1",
			  "numero: 1\nprotocollo: {numero: 7, data: 2031-03-04}\n"
			  "albo: {ente: alfa, dal: 2031-03-01, al: 2031-03-20}\n"
			  "pubblicato_dal: 2031-03-02\n"
			  "esecutivita: {regime: termine, dal: 2031-03-03}\n"
			  "trasmissione: [{a: Regione di prova, data: 2031-01-09}]\n"
			  "vicende: [{tipo: sospesa, data: 2031-01-08}]" },
			{ ACT, "  - persona: nome-inventato",
			    "  - persona: nome-inventato\n    data: 2031-03-04" } },
		    ACT ":5:31 DATES_ORDER protocollo.data,2031-03-04,data,2031-03-05; " ACT
			":6:25 DATES_ORDER albo.dal,2031-03-01,data,2031-03-05; " ACT
			":7:17 DATES_ORDER pubblicato_dal,2031-03-02,data,2031-03-05; " ACT
			":8:37 DATES_ORDER esecutivita.dal,2031-03-03,data,2031-03-05; " ACT
			":9:44 DATES_ORDER trasmissione.data,2031-01-09,data,2031-03-05; " ACT
			":10:33 DATES_ORDER vicende.data,2031-01-08,data,2031-03-05; " ACT
			":23:11 DATES_ORDER sottoscrizioni.data,2031-03-04,data,2031-03-05" },
		{ "what precedes adoption",
		    { { ACT, "numero: 1",
			"numero: 1\nproposta: {data: 2031-03-06}\n"
			"pareri: [{tipo: tecnico, esito: favorevole, data: 2031-03-07}]" } },
		    ACT ":7:7 DATES_ORDER data,2031-03-05,pareri.data,2031-03-07; " ACT
			":7:7 DATES_ORDER data,2031-03-05,proposta.data,2031-03-06" },
		{ "ends before beginnings",
		    { { ACT, "numero: 1",
			"numero: 1\nefficace_dal: 2031-04-01\nefficace_fino_al: 2031-03-31\n"
			"albo: {ente: alfa, dal: 2031-03-20, al: 2031-03-10}\n"
			"pubblicato_dal: 2031-06-01\npubblica_fino_al: 2031-05-31" } },
		    ACT ":6:19 DATES_REVERSED 2031-03-31,2031-04-01; " ACT
			":7:41 DATES_REVERSED 2031-03-10,2031-03-20; " ACT
			":9:19 DATES_REVERSED 2031-05-31,2031-06-01; " ACT
			":9:19 PUBLICATION_ENDED 2031-05-31" },
		{ "removed before it was adopted",
		    { { ACT, "numero: 1",
			"numero: 1\nstato: rimosso\nrimozione: {data: 2031-03-01, motivo: "
			"errore}" } },
		    ACT ":6:19 DATES_ORDER rimozione.data,2031-03-01,data,2031-03-05" },
	};

	CHECK_ROWS(rows);
}

Test(check_acts, links)
{
	static const struct check_row rows[] = {
		{ "no target, two targets",
		    { { ACT, "numero: 1",
			  "numero: 1\ncollegamenti:\n  - tipo: richiama\n  - tipo: richiama\n"
			  "    esterno: Una legge\n    atto: 2031/dczi-2" },
			{ SECOND, NULL, SECOND_TEXT } },
		    ACT ":6:5 LINK_TARGET 0; " ACT ":7:5 LINK_TARGET 2; " SECOND_LACKS },
		{ "itself",
		    { { ACT, "numero: 1",
			"numero: 1\ncollegamenti: [{tipo: modifica, atto: 2031/dczi-1}]" } },
		    ACT ":5:39 LINK_SELF" },
		{ "changes a later act",
		    { { SECOND, NULL, SECOND_TEXT },
			{ ACT, "numero: 1",
			    "numero: 1\ncollegamenti: [{tipo: revoca, atto: 2031/dczi-2}]" } },
		    ACT ":5:37 LINK_LATER 2031/dczi-2,revoca,2031-04-10; " SECOND_LACKS },
		{ "may recall a later act",
		    { { SECOND, NULL, SECOND_TEXT },
			{ ACT, "numero: 1",
			    "numero: 1\ncollegamenti: [{tipo: richiama, atto: 2031/dczi-2}]" } },
		    SECOND_LACKS },
		{ "a circle",
		    { { SECOND, NULL, SECOND_TEXT },
			{ ACT, "numero: 1",
			    "numero: 1\ncollegamenti: [{tipo: modifica, atto: 2031/dczi-2}]" },
			{ SECOND, "numero: 2\ndata: 2031-04-10",
			    "numero: 2\nanno: 2031\n"
			    "collegamenti: [{tipo: integra, atto: 2031/dczi-1}]" } },
		    SECOND " ESSENTIALS_UNKNOWN data, presenze, testo, verbalizzazione, "
			   "sottoscrizioni; " SECOND ":6:38 LINK_CYCLE 2031/dczi-1" },
		{ "works before its own day",
		    { { SECOND, NULL, SECOND_TEXT },
			{ SECOND, "numero: 2",
			    "numero: 2\ncollegamenti: [{tipo: revoca, atto: 2031/dczi-1, dal: "
			    "2031-04-09}]" } },
		    SECOND_LACKS "; " SECOND
				 ":5:55 DATES_ORDER collegamenti.dal,2031-04-09,data,2031-04-10" },
		{ "an annulment works from the beginning",
		    { { SECOND, NULL, SECOND_TEXT },
			{ SECOND, "numero: 2",
			    "numero: 2\ncollegamenti: [{tipo: annulla, atto: 2031/dczi-1, dal: "
			    "2031-03-05}]" } },
		    SECOND_LACKS },
	};

	CHECK_ROWS(rows);
}
