#include <criterion/criterion.h>

#include "support.h"

#define ACT "atti/2031/dczi-1.md"
#define BODY "organi/conferenza.yaml"

Test(check_registers, doubles)
{
	static const struct check_row rows[] = {
		{ "a term twice, whatever its letters",
		    { { "glossario.yaml", "- termine: Zona", "- termine: programmA" } },
		    "glossario.yaml:4:12 REGISTER_DOUBLE programmA,1" },
		{ "an acronym twice",
		    { { "glossario.yaml", "- termine: Zona", "- termine: Zona\n  sigla: PRG" } },
		    "glossario.yaml:5:10 REGISTER_DOUBLE PRG,1" },
		{ "a law twice", { { "norme.yaml", "D.Lgs. 33/2013", "l.r. 32/2002" } },
		    "norme.yaml:2:12 REGISTER_DOUBLE l.r. 32/2002,1" },
		{ "a member twice",
		    { { BODY, "  - ente: gamma", "  - ente: gamma\n  - ente: beta" } },
		    BODY ":9:11 REGISTER_DOUBLE beta,7" },
		{ "a member again, later",
		    { { BODY, "  - ente: beta", "  - {ente: beta, al: 2020-12-31}" },
			{ BODY, "  - ente: gamma",
			    "  - ente: gamma\n  - {ente: beta, dal: 2021-01-01}" } },
		    "" },
		{ "initials of two bodies",
		    { { "organi/altro.yaml", NULL,
			"id: altro\nnome: Altro organo\nsigle: {delibera: dczi, verbale: V}\n" } },
		    BODY ":4:13 BODIES_SHARE_INITIALS DCZI,delibera,altro" },
	};

	CHECK_ROWS(rows);
}

Test(check_registers, people_and_spans)
{
	static const struct check_row rows[] = {
		{ "in political office, without one",
		    { { "persone.yaml", "  incarichi:\n    - ruolo: sindaco\n      ente: alfa\n",
			"" } },
		    "persone.yaml:3:14 PERSON_NO_OFFICE nome-inventato" },
		{ "an office nowhere", { { "persone.yaml", "      ente: alfa\n", "" } },
		    "persone.yaml:5:7 OFFICE_OF 0" },
		{ "an office in two places",
		    { { "persone.yaml", "ente: alfa", "ente: alfa\n      organo: conferenza" } },
		    "persone.yaml:5:7 OFFICE_OF 2" },
		{ "spans that end before they begin",
		    { { "persone.yaml", "ente: alfa",
			  "ente: alfa\n      dal: 2030-06\n      al: 2030-05" },
			{ BODY, "  - ente: gamma", "  - {ente: gamma, dal: 2031, al: 2030-12-31}" },
			{ "regolamenti/uso/2030-01-01.md", NULL,
			    "---\ntitolo: Uso\nvigente_dal: 2030-01-01\nvigente_al: "
			    "2029-12\n---\nTesto.\n" } },
		    BODY ":8:34 DATES_REVERSED 2030-12-31,2031; persone.yaml:8:11 "
			 "DATES_REVERSED 2030-05,2030-06; regolamenti/uso/2030-01-01.md:4:13 "
			 "DATES_REVERSED 2029-12,2030-01-01; "
			 "sedute/2031-03-05-conferenza.yaml:17:11 ATTENDANCE_NOT_MEMBER "
			 "gamma,conferenza" },
	};

	CHECK_ROWS(rows);
}

Test(check_registers, settings)
{
	static const struct check_row rows[] = {
		{ "an address that is a mailbox",
		    { { "sito.yaml", "https://www.example.org/zona/",
			"mailto:zona@alfa.example" } },
		    "sito.yaml:3:11 SETTINGS_BASE_URL mailto:zona@alfa.example/" },
		{ "an address with what a web server's settings would understand",
		    { { "sito.yaml", "org/zona/", "org/zona;{}/" } },
		    "sito.yaml:3:11 SETTINGS_BASE_URL https://www.example.org/zona;{}/" },
		{ "an address with a port, and signs that addresses have",
		    { { "sito.yaml", "org/zona/", "org:8080/~zona-1/a_b.c/" } }, "" },
		{ "an address with a query", { { "sito.yaml", "org/zona/", "org/?zona=1" } },
		    "sito.yaml:3:11 SETTINGS_BASE_URL https://www.example.org/?zona=1/" },
		{ "nothing for the legal pages",
		    { { "sito.yaml", NULL,
			"formato: 1\ntitolo: Sito di prova\n"
			"base_url: http://localhost:8000\nente: alfa\n" } },
		    "sito.yaml SETTINGS_MISSING accessibilita.dichiarazione_url,Accessibilità; "
		    "sito.yaml SETTINGS_MISSING contatti.dpo,Privacy; "
		    "sito.yaml SETTINGS_MISSING contatti.email,Contatti; "
		    "sito.yaml SETTINGS_MISSING contatti.titolare,Privacy; "
		    "sito.yaml SETTINGS_MISSING licenza,Note legali; "
		    "sito.yaml SETTINGS_MISSING link.amministrazione_trasparente,Note legali; "
		    "sito.yaml SETTINGS_MISSING link.privacy,Privacy" },
		{ "all of it said to be awaited",
		    { { "sito.yaml", NULL,
			"formato: 1\ntitolo: Sito di prova\nbase_url: http://localhost:8000\n"
			"ente: alfa\ncontatti: da_indicare\naccessibilita: da_indicare\n"
			"licenza: da_indicare\nlink: 'da_indicare'\n" } },
		    "sito.yaml:5:11 SETTINGS_AWAITED contatti; "
		    "sito.yaml:6:16 SETTINGS_AWAITED accessibilita; "
		    "sito.yaml:7:10 SETTINGS_AWAITED licenza; "
		    "sito.yaml:8:7 SETTINGS_AWAITED link" },
		{ "some of it awaited, key by key",
		    { { "sito.yaml", "telefono: 0573 123456", "email: da_indicare" },
			{ "sito.yaml", "dpo: dpo@alfa.example", "dpo: da_indicare" },
			{ "sito.yaml", "https://form.agid.gov.it/view/prova", "da_indicare" },
			{ "sito.yaml", "https://alfa.example/privacy/", "da_indicare" } },
		    "sito.yaml:8:10 SETTINGS_AWAITED contatti.email; "
		    "sito.yaml:9:8 SETTINGS_AWAITED contatti.dpo; "
		    "sito.yaml:12:22 SETTINGS_AWAITED accessibilita.dichiarazione_url; "
		    "sito.yaml:14:12 SETTINGS_AWAITED link.privacy" },
		{ "no way to be reached, and a key left out of each mapping",
		    { { "sito.yaml", "  telefono: 0573 123456\n", "" },
			{ "sito.yaml", "  titolare: Comune di Alfa\n", "" },
			{ "sito.yaml", "  privacy: https://alfa.example/privacy/\n", "" } },
		    "sito.yaml SETTINGS_MISSING contatti.email,Contatti; "
		    "sito.yaml SETTINGS_MISSING contatti.titolare,Privacy; "
		    "sito.yaml SETTINGS_MISSING link.privacy,Privacy" },
		{ "a title of that word is a title",
		    { { "sito.yaml", "titolo: Sito di prova", "titolo: da_indicare" } }, "" },
		{ "a mailbox alone is a way to be reached",
		    { { "sito.yaml", "telefono: 0573 123456", "pec: alfa@pec.example" } }, "" },
		{ "a declaration that is not AgID's",
		    { { "sito.yaml", "form.agid.gov.it/view/prova",
			"alfa.example/dichiarazione" } },
		    "sito.yaml:12:22 SETTINGS_DECLARATION https://alfa.example/dichiarazione" },
	};

	CHECK_ROWS(rows);
}

Test(check_registers, publication)
{
	static const struct check_row rows[] = {
		{ "obscuring what is there, was there, has gone",
		    { { "oscuramenti.yaml", NULL,
			  "- {percorso: content/atti/2031/dczi-1.md, categoria: errore}\n"
			  "- {percorso: content/atti/2030/vecchio.md, categoria: errore}\n"
			  "- {percorso: content/atti/2029/tolto.md, categoria: errore}\n" },
			{ ACT, "numero: 1", "numero: 1\ngia: [2030/vecchio]" },
			{ "cessati.yaml", NULL,
			    "- {url: /atti/2029/tolto/, data: 2031-01-01, categoria: altro}\n" } },
		    "" },
		{ "obscuring nothing, and in the future",
		    { { "oscuramenti.yaml", NULL,
			"- percorso: atti/2031/dczi-1.md\n  categoria: errore\n"
			"- percorso: content/enti.yaml\n  prima_di: 2031-06-16T00:00\n"
			"  categoria: errore\n" } },
		    "oscuramenti.yaml:1:13 REDACTION_PATH_UNKNOWN atti/2031/dczi-1.md; "
		    "oscuramenti.yaml:4:13 REDACTION_FUTURE 2031-06-16T00:00" },
		{ "addresses",
		    { { "cessati.yaml", NULL,
			"- {url: https://alfa.example/atti/, data: 2031-01-01, categoria: altro}\n"
			"- {url: /atti/2030/x, data: 2031-01-01, categoria: altro}\n"
			"- {url: /atti/../x/, data: 2031-01-01, categoria: altro}\n"
			"- {url: /atti/2030/x/allegati/a.pdf, data: 2031-01-01, categoria: "
			"altro}\n"
			"- {url: /atti/2031/dczi-1/, data: 2031-01-01, categoria: altro}\n" } },
		    "cessati.yaml:1:9 CEASED_URL https://alfa.example/atti/; "
		    "cessati.yaml:2:9 CEASED_URL /atti/2030/x; "
		    "cessati.yaml:3:9 CEASED_URL /atti/../x/; "
		    "cessati.yaml:5:9 CEASED_LIVE /atti/2031/dczi-1/,content/" ACT },
		{ "a draft may have ceased",
		    { { ACT, "numero: 1", "numero: 1\nstato: bozza" },
			{ "cessati.yaml", NULL,
			    "- {url: /atti/2031/dczi-1/, data: 2031-01-01, categoria: altro}\n" } },
		    "" },
		{ "notes",
		    { { "note_pubbliche.yaml", NULL,
			"- percorso: content/atti/2031/dczi-7.md\n  data: 2031-04-01\n  nota: Prova\n"
			"- percorso: content/atti/2031/dczi-1.md\n  nota: Prova\n"
			"- percorso: content/atti/2031/dczi-1.md\n  data: 2031-04-01\n"
			"  commit: 0123456\n  tipo: ritocco\n" } },
		    "note_pubbliche.yaml:1:13 PUBLIC_NOTE_PATH content/atti/2031/dczi-7.md; "
		    "note_pubbliche.yaml:4:3 PUBLIC_NOTE_WHICH 0; "
		    "note_pubbliche.yaml:6:3 PUBLIC_NOTE_WHICH 2; "
		    "note_pubbliche.yaml:9:9 PUBLIC_NOTE_KIND ritocco" },
	};

	CHECK_ROWS(rows);
}

#define ACCEPT(rules)                                                 \
	{                                                             \
		ACT, "numero: 1", "numero: 1\naccettati: [" rules "]" \
	}
#define RULE(id) "{regola: " id ", motivo: Così vuole la prova}"

Test(check_registers, accepted)
{
	static const struct check_row rows[] = {
		{ "a warning", { ACCEPT(RULE("Z323")), { ACT, "favorevoli: 2", "favorevoli: 1" } },
		    ACT ":11:5 VOTE_SUM* 1,2" },
		{ "a personal finding, though an error",
		    { ACCEPT(RULE("Z500")), { ACT, "l'accordo.", "RSSMRA80A01H501U" } },
		    ACT ":22:17 PERSONAL_TAX_CODE* RSS…" },
		{ "in an attachment and in its name",
		    { ACCEPT(RULE("Z502") ", " RULE("Z504")),
			{ ACT, "dati_personali: solo",
			    "allegati:\n  - {file: RSSMRA80A01H501U.txt, titolo: "
			    "Prova}\ndati_personali: solo" },
			{ "atti/2031/dczi-1/RSSMRA80A01H501U.txt", NULL,
			    "a\n tel. 0573 123456\n" } },
		    "atti/2031/dczi-1 PERSONAL_FILE_NAME* RSS…; " ACT
		    ":19:12 PERSONAL_TAX_CODE RSS…; "
		    "atti/2031/dczi-1/RSSMRA80A01H501U.txt:2:7 PERSONAL_PHONE* 057…" },
		{ "not in another file",
		    { ACCEPT(RULE("Z254")),
			{ "persone.yaml", "  incarichi:\n    - ruolo: sindaco\n      ente: alfa\n",
			    "" } },
		    ACT ":5:22 ACCEPTED_IDLE Z254; persone.yaml:3:14 PERSON_NO_OFFICE "
			"nome-inventato" },
		{ "an error, no rule, nothing to silence",
		    { ACCEPT(RULE("Z300") ", " RULE("Z999") ", " RULE("Z323")),
			{ ACT, "tipo: delibera", "tipo: delibera\nente: alfa" } },
		    ACT ":3:7 ACT_TWO_ISSUERS; " ACT ":6:22 ACCEPTED_NOT_ALLOWED Z300; " ACT
			":6:67 ACCEPTED_UNKNOWN Z999; " ACT ":6:112 ACCEPTED_IDLE Z323" },
	};

	CHECK_ROWS(rows);
}

/* What was public once, and what is there now. */
Test(check_registers, vanished)
{
	static const struct {
		const char *name;
		struct edit edits[MAX_EDITS];
		const char *once, *expected;
	} rows[] = {
		{ "still there", { { 0 } }, "content/atti/2031/dczi-1.md", "" },
		{ "gone", { { 0 } }, "content/atti/2030/dczi-4.md",
		    "atti/2030/dczi-4.md ACT_VANISHED 2030/dczi-4" },
		{ "gone, and said so",
		    { { "cessati.yaml", NULL,
			"- {url: /atti/2030/dczi-4/, data: 2031-01-01, categoria: altro}\n" } },
		    "content/atti/2030/dczi-4.md", "" },
		{ "moved", { { ACT, "numero: 1", "numero: 1\ngia: [2030/dczi-4]" } },
		    "content/atti/2030/dczi-4.md", "" },
		{ "removed",
		    { { ACT, "numero: 1",
			"numero: 1\nstato: rimosso\nrimozione: {data: 2031-04-01, motivo: "
			"errore}" } },
		    "content/atti/2031/dczi-1.md", "" },
		{ "a draft again", { { ACT, "numero: 1", "numero: 1\nstato: bozza" } },
		    "content/atti/2031/dczi-1.md", ACT ":5:8 ACT_WITHDRAWN 2031/dczi-1" },
		{ "put off", { { ACT, "numero: 1", "numero: 1\npubblicato_dal: 2031-06-16" } },
		    "content/atti/2031/dczi-1.md", ACT ":5:17 ACT_WITHDRAWN 2031/dczi-1" },
		{ "no act", { { 0 } }, "content/pagine/chi-siamo.md", "" },
		{ "an attachment", { { 0 } }, "content/atti/2031/dczi-1/nota.md", "" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct slice once = slice_from(rows[i].once);
		struct sample sample;
		const char *said;

		sample_load(&sample, rows[i].edits);
		check_vanished(sample.site, &once, 1, &sample.diagnostics);
		said = sample_reported(&sample.diagnostics, arena);
		cr_expect_str_eq(said, rows[i].expected, "%s: %s", rows[i].name, said);
		sample_release(&sample);
	}
	arena_free(arena);
}
