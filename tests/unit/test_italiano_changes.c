/* Sentences on what changed, each written before it was seen: every key, singular and plural, both genders, vowels. */
#include <criterion/criterion.h>
#include <string.h>

#include "change_sentences.h"
#include "model/file_form.h"
#include "stored_changes.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct row {
	const char *name, *before, *after, *expected;
	enum change_kind kind;
};

static void check_rows(const char *path, const struct row *rows, size_t count)
{
	struct told_site told;
	struct history_subject subject;

	told_site_load(&told);
	subject = told_subject(&told, path);
	for (size_t i = 0; i < count; i++) {
		struct change_context context = { .site = told.site,
			.subject = subject,
			.kind = rows[i].kind,
			.first_known = true };
		struct changes changes =
		    told_changes(&told, subject, rows[i].before, rows[i].after);
		struct sentences sentences = { 0 }, later = { 0 };
		const char *got;

		italian_changes(&context, &changes, told.arena, &sentences);
		got = told_sentences(&sentences, told.arena);
		changes = stored_and_restored(
		    told.site, file_form(subject.file->kind)->table, &changes, told.arena);
		italian_changes(&context, &changes, told.arena, &later);
		cr_expect_str_eq(told_sentences(&later, told.arena), got, "%s", rows[i].name);
		cr_expect_str_eq(got, rows[i].expected, "%s:\n    %s\n    %s", rows[i].name, got,
		    rows[i].expected);
	}
	told_site_release(&told);
}

#define DELIBERA "atti/2031/dczi-1.md"
#define NOTHING "{}"

Test(italiano_changes, of_an_act)
{
	static const struct row rows[] = {
		{ "a date", NOTHING, "data: 2024-05-13",
		    "Aggiunta la data di adozione: 13 maggio 2024.", KIND_ADDITION },
		{ "a date corrected", "data: 2024-05-03", "data: 2024-05-13",
		    "Corretta la data di adozione: 13 maggio 2024, non 3 maggio 2024.", KIND_DATA },
		{ "a date brought up to date", "data: 2024-05-03", "data: 2024-05-13",
		    "Cambiata la data di adozione: 13 maggio 2024; prima: 3 maggio 2024.",
		    KIND_UPDATE },
		{ "a date taken out", "data: 2024-05-03", NOTHING,
		    "Tolta la data di adozione (3 maggio 2024).", KIND_DATA },
		{ "a number found", "numero: ignoto", "numero: 12", "Aggiunto il numero: 12.",
		    KIND_DATA },
		{ "a number lost", "numero: 12", "numero: ignoto", "Tolto il numero (12).",
		    KIND_DATA },
		{ "a number", "numero: 12", "numero: 21", "Corretto il numero: 21, non 12.",
		    KIND_DATA },
		{ "none", "numero: 12", "numero: senza_numero",
		    "Corretto il numero: senza numero, non 12.", KIND_DATA },
		{ "a suffix", "suffisso: bis", "suffisso: ter",
		    "Corretto il suffisso del numero: ter, non bis.", KIND_DATA },
		{ "a kind", "tipo: delibera", "tipo: decreto",
		    "Corretto il tipo di atto: decreto, non delibera.", KIND_DATA },
		{ "a body", "organo: organismo", "organo: conferenza",
		    "Corretto l'organo: Conferenza di prova, non Organismo tecnico.", KIND_DATA },
		{ "an organisation", NOTHING, "ente: alfa", "Aggiunto l'ente: Comune di Alfa.",
		    KIND_ADDITION },
		{ "a year", NOTHING, "anno: 2023", "Aggiunto l'anno: 2023.", KIND_ADDITION },
		{ "inferred", NOTHING, "dedotti: [anno]", "Indicato come dedotto l'anno.",
		    KIND_DATA },
		{ "inferred no more", "dedotti: [data]", NOTHING,
		    "La data di adozione non è più indicata come dedotta.", KIND_DATA },
		{ "inferred, of several", NOTHING, "dedotti: [presenze]",
		    "Indicate come dedotte le presenze.", KIND_DATA },
		{ "a subject, few words", "oggetto: Approvazione del programma trienale di prova",
		    "oggetto: Approvazione del programma triennale di prova",
		    "Corretto l'oggetto: \"triennale\", non \"trienale\".", KIND_DATA },
		{ "a subject without a name", "oggetto: Incarico di prova a Mario Inventato",
		    "oggetto: Incarico di prova a una persona",
		    "Corretto l'oggetto: \"Incarico di prova a una persona\".", KIND_DATA },
		{ "a subject shorter", "oggetto: Incarico di prova a Mario Inventato per un anno",
		    "oggetto: Incarico di prova per un anno",
		    "Corretto l'oggetto: \"Incarico di prova per un anno\".", KIND_DATA },
		{ "another subject", "oggetto: Una cosa", "oggetto: Tutta un'altra decisione",
		    "Corretto l'oggetto: \"Tutta un'altra decisione\".", KIND_DATA },
		{ "a subject found", "oggetto: ignoto", "oggetto: Approvazione dell'accordo",
		    "Aggiunto l'oggetto: \"Approvazione dell'accordo\".", KIND_DATA },
		{ "a short title", "titolo_breve: Il piano", "titolo_breve: La mensa",
		    "Cambiato il titolo breve: \"La mensa\".", KIND_UPDATE },
		{ "a summary", NOTHING, "sintesi: Decide della mensa.",
		    "Aggiunta la sintesi: \"Decide della mensa\".", KIND_ADDITION },
		{ "plain words", "in_parole_semplici: Una cosa", NOTHING,
		    "Tolta la spiegazione in parole semplici.", KIND_UPDATE },
		{ "a meeting", NOTHING, "seduta: 2031-03-05-conferenza",
		    "Aggiunta l'indicazione della seduta: 5 marzo 2031, Conferenza di prova.",
		    KIND_ADDITION },
		{ "an agenda item", "punto_odg: 2", "punto_odg: 3",
		    "Corretto il numero all'ordine del giorno: 3, non 2.", KIND_DATA },
		{ "effect", NOTHING, "efficace_dal: 2024-06-01\nefficace_fino_al: 2026-06-08",
		    "Aggiunta la data da cui l'atto produce effetti: 1º giugno 2024. "
		    "Aggiunta la data fino a cui l'atto produce effetti: 8 giugno 2026.",
		    KIND_ADDITION },
		{ "an office", "ufficio_responsabile: Ufficio Alfa", "ufficio_responsabile: Scuola",
		    "Cambiato l'ufficio responsabile: \"Scuola\".", KIND_DATA },
		{ "personal data", NOTHING, "dati_personali: {livello: altri, base: Una norma}",
		    "Aggiornata l'indicazione sui dati personali dell'atto.", KIND_DATA },
		{ "more on personal data", "dati_personali: {livello: altri, base: Una norma}",
		    "dati_personali: {livello: nessuno, fino_al: 2031-01-01}",
		    "Aggiornata l'indicazione sui dati personali dell'atto.", KIND_DATA },
		{ "seen here", NOTHING, "pubblicato_dal: 2031-03-11\npubblica_fino_al: 2036-12-31",
		    "Aggiunto il giorno di pubblicazione su questo sito: 11 marzo 2031. "
		    "Aggiunto l'ultimo giorno di pubblicazione su questo sito: 31 dicembre 2036.",
		    KIND_ADDITION },
		{ "search engines", NOTHING, "indicizzazione: no",
		    "Cambiata l'indicazione per i motori di ricerca: no; prima: automatica.",
		    KIND_DATA },
		{ "an extract", NOTHING, "testo: estratto",
		    "Cambiata l'indicazione sul testo: estratto; prima: testo integrale.",
		    KIND_DATA },
		{ "a source", "fonte: Un elenco", "fonte: Il registro degli atti",
		    "Cambiata la fonte dei dati: \"Il registro degli atti\".", KIND_DATA },
		{ "unknown keys", "colore: verde\nforma: tonda", "forma: quadrata\npeso: 3",
		    "Cambiato un dato che il sito non mostra: «forma». "
		    "Aggiunto un dato che il sito non mostra: «peso». "
		    "Tolto un dato che il sito non mostra: «colore».",
		    KIND_DATA },
		{ "a key that can't be read", "data: ieri", "data: l'altro ieri",
		    "Cambiata la data di adozione.", KIND_DATA },
	};

	check_rows(DELIBERA, rows, COUNT(rows));
}

Test(italiano_changes, of_attendance)
{
	static const struct row rows[] = {
		{ "one", NOTHING, "presenze: [{ente: alfa, esito: presente}]",
		    "Aggiunta all'elenco la presenza del Comune di Alfa, che mancava.",
		    KIND_ADDITION },
		{ "two", NOTHING,
		    "presenze: [{ente: alfa, esito: presente}, {ente: beta, esito: presente}]",
		    "Aggiunte all'elenco le presenze dei Comuni di Alfa e Beta, che mancavano.",
		    KIND_ADDITION },
		{ "a province", NOTHING, "presenze: [{ente: omega, esito: presente}]",
		    "Aggiunta all'elenco la presenza della Provincia di Omega, che mancava.",
		    KIND_ADDITION },
		{ "a vowel", NOTHING, "presenze: [{ente: zeta, esito: presente}]",
		    "Aggiunta all'elenco la presenza dell'Istituto Zeta, che mancava.",
		    KIND_ADDITION },
		{ "a name without article", NOTHING, "presenze: [{ente: psi, esito: presente}]",
		    "Aggiunta all'elenco la presenza dell'ente «Psi Insieme», che mancava.",
		    KIND_ADDITION },
		{ "municipalities and others", NOTHING,
		    "presenze: [{ente: alfa, esito: presente}, {ente: omega, esito: presente}, "
		    "{ente: beta, esito: presente}]",
		    "Aggiunte all'elenco le presenze dei Comuni di Alfa e Beta e della Provincia "
		    "di Omega, che mancavano.",
		    KIND_ADDITION },
		{ "many", NOTHING,
		    "presenze: [{ente: alfa, esito: presente}, {ente: beta, esito: presente}, "
		    "{ente: gamma, esito: presente}, {ente: delta, esito: presente}, "
		    "{ente: epsilon, esito: presente}, {ente: eta, esito: presente}, "
		    "{ente: iota, esito: presente}, {ente: kappa, esito: presente}]",
		    "Aggiunte all'elenco le presenze dei Comuni di Alfa, Beta, Gamma, Delta, Epsilon "
		    "e altri 3, che mancavano.",
		    KIND_ADDITION },
		{ "absent", NOTHING, "presenze: [{ente: alfa, esito: assente}]",
		    "Aggiunta all'elenco l'assenza del Comune di Alfa, che mancava.",
		    KIND_ADDITION },
		{ "present and absent", NOTHING,
		    "presenze: [{ente: alfa, esito: presente}, {ente: beta, esito: assente}, "
		    "{ente: gamma, esito: assente_giustificato}]",
		    "Aggiunta all'elenco la presenza del Comune di Alfa, che mancava. Aggiunte "
		    "all'elenco le assenze dei Comuni di Beta e Gamma, che mancavano.",
		    KIND_ADDITION },
		{ "taken out", "presenze: [{ente: alfa, esito: presente}]", NOTHING,
		    "Tolta dall'elenco la presenza del Comune di Alfa.", KIND_DATA },
		{ "two taken out",
		    "presenze: [{ente: alfa, esito: presente}, {ente: beta, esito: presente}]",
		    NOTHING, "Tolte dall'elenco le presenze dei Comuni di Alfa e Beta.",
		    KIND_DATA },
		{ "an outcome", "presenze: [{ente: alfa, esito: assente}]",
		    "presenze: [{ente: alfa, esito: presente}]",
		    "Corretta la presenza del Comune di Alfa: presente, non assente.", KIND_DATA },
		{ "an outcome in a version of many changes",
		    "presenze: [{ente: omega, esito: assente}]",
		    "presenze: [{ente: omega, esito: presente}]",
		    "Corretta la presenza della Provincia di Omega: presente, non assente.",
		    KIND_UPDATE },
		{ "a representative", "presenze: [{ente: alfa, esito: presente}]",
		    "presenze: [{ente: alfa, esito: presente, persona: nome-inventato}]",
		    "Aggiunto il rappresentante del Comune di Alfa: Nome Inventato.", KIND_DATA },
		{ "another representative",
		    "presenze: [{ente: alfa, esito: presente, persona: nome-inventato}]",
		    "presenze: [{ente: alfa, esito: presente, persona: altro-inventato}]",
		    "Corretto il rappresentante del Comune di Alfa: Altro Inventato.", KIND_DATA },
		{ "a name becomes a person",
		    "presenze: [{ente: alfa, esito: presente, nome: Chi Sia}]",
		    "presenze: [{ente: alfa, esito: presente, persona: nome-inventato}]",
		    "Corretto il rappresentante del Comune di Alfa: Nome Inventato.", KIND_DATA },
		{ "a representative taken out",
		    "presenze: [{ente: alfa, esito: presente, persona: nome-inventato}]",
		    "presenze: [{ente: alfa, esito: presente}]",
		    "Tolto il rappresentante del Comune di Alfa.", KIND_DATA },
		{ "times", "presenze: [{ente: alfa, esito: presente, entra: \"15:30\"}]",
		    "presenze: [{ente: alfa, esito: presente, entra: \"15:45\", esce: \"17:00\"}]",
		    "Corretta l'ora di entrata del Comune di Alfa: 15:45, non 15:30. Aggiunta l'ora di "
		    "uscita del Comune di Alfa: 17:00.",
		    KIND_DATA },
		{ "a share", "presenze: [{ente: alfa, esito: presente, quota: 40}]",
		    "presenze: [{ente: alfa, esito: presente, quota: 45.5}]",
		    "Corretta la quota del Comune di Alfa: 45,5, non 40.", KIND_DATA },
		{ "remote", "presenze: [{ente: alfa, esito: presente, collegamento: in_sala}]",
		    "presenze: [{ente: alfa, esito: presente, collegamento: da_remoto}]",
		    "Corretta la modalità di partecipazione del Comune di Alfa: da remoto, non in sala.",
		    KIND_DATA },
		{ "much of one", "presenze: [{ente: alfa, esito: presente}]",
		    "presenze: [{ente: alfa, esito: presente, persona: nome-inventato, carica: sindaco, "
		    "titolo: di_diritto}]",
		    "Aggiunti il rappresentante, la carica e il titolo del rappresentante del Comune di Alfa.",
		    KIND_DATA },
	};

	check_rows(DELIBERA, rows, COUNT(rows));
}

Test(italiano_changes, of_votes)
{
	static const struct row rows[] = {
		{ "one", NOTHING,
		    "votazioni: [{favorevoli: 7, contrari: 1, modalita: palese, esito: approvata}]",
		    "Aggiunta la votazione sull'atto: approvata con 7 favorevoli e 1 contrario.",
		    KIND_ADDITION },
		{ "an amendment", NOTHING,
		    "votazioni: [{oggetto: emendamento, parte: punto 2, esito: respinta}]",
		    "Aggiunta la votazione su un emendamento (punto 2): respinta.", KIND_ADDITION },
		{ "two", NOTHING,
		    "votazioni: [{esito: approvata}, {oggetto: immediata_eseguibilita, esito: "
		    "approvata}]",
		    "Aggiunte le votazioni sull'atto e sull'immediata eseguibilità.",
		    KIND_ADDITION },
		{ "taken out", "votazioni: [{oggetto: atto, parte: chi sa, esito: approvata}]",
		    NOTHING, "Tolta la votazione sull'atto.", KIND_DATA },
		{ "a count", "votazioni: [{favorevoli: 6, esito: approvata}]",
		    "votazioni: [{favorevoli: 7, esito: approvata}]",
		    "Corretti i voti favorevoli della votazione sull'atto: 7, non 6.", KIND_DATA },
		{ "who", "votazioni: [{favorevoli: [alfa, beta], esito: approvata}]",
		    "votazioni: [{favorevoli: [alfa, gamma], esito: approvata}]",
		    "Corretto l'elenco dei voti favorevoli della votazione sull'atto.", KIND_DATA },
		{ "who at last", "votazioni: [{favorevoli: 2, esito: approvata}]",
		    "votazioni: [{favorevoli: [alfa, gamma], esito: approvata}]",
		    "Aggiunto l'elenco dei voti favorevoli della votazione sull'atto.", KIND_DATA },
		{ "who no more", "votazioni: [{astenuti: [alfa], esito: approvata}]",
		    "votazioni: [{astenuti: 1, esito: approvata}]",
		    "Tolto l'elenco degli astenuti della votazione sull'atto.", KIND_DATA },
		{ "who, in secret",
		    "votazioni: [{modalita: segreta, astenuti: [alfa], esito: approvata}]",
		    "votazioni: [{modalita: segreta, astenuti: [beta, gamma], esito: approvata}]",
		    "Corretti gli astenuti della votazione sull'atto: 2, non 1.", KIND_DATA },
		{ "an outcome", "votazioni: [{esito: respinta}]", "votazioni: [{esito: approvata}]",
		    "Corretto l'esito della votazione sull'atto: approvata, non respinta.",
		    KIND_DATA },
	};

	check_rows(DELIBERA, rows, COUNT(rows));
}

Test(italiano_changes, of_what_stands_in_an_act)
{
	static const struct row rows[] = {
		{ "enforceability", NOTHING,
		    "esecutivita: {regime: immediata, dal: 2024-05-13, fonte: Statuto}",
		    "Aggiunti i dati sull'esecutività: immediatamente eseguibile, dal 13 maggio 2024; "
		    "fonte: Statuto.",
		    KIND_ADDITION },
		{ "its day", "esecutivita: {regime: immediata, dal: 2024-05-03}",
		    "esecutivita: {regime: immediata, dal: 2024-05-13}",
		    "Corretta la decorrenza dell'esecutività: 13 maggio 2024, non 3 maggio 2024.",
		    KIND_DATA },
		{ "all of it", "esecutivita: {regime: immediata, dal: 2024-05-03, fonte: Uno}",
		    "esecutivita: {regime: termine, dal: 2024-05-13, fonte: Due}",
		    "Corretti i dati sull'esecutività.", KIND_DATA },
		{ "an opinion", NOTHING, "pareri: [{tipo: tecnico, esito: favorevole}]",
		    "Aggiunto il parere tecnico: favorevole.", KIND_ADDITION },
		{ "two opinions", NOTHING,
		    "pareri: [{tipo: tecnico, esito: favorevole}, {tipo: contabile, esito: contrario}]",
		    "Aggiunti i pareri tecnico e contabile.", KIND_ADDITION },
		{ "an opinion of a body", NOTHING,
		    "pareri: [{tipo: organismo, esito: con_rilievi}]",
		    "Aggiunto il parere di un organismo: con rilievi.", KIND_ADDITION },
		{ "an opinion taken out", "pareri: [{tipo: contabile, esito: favorevole}]", NOTHING,
		    "Tolto il parere contabile.", KIND_DATA },
		{ "an opinion's outcome", "pareri: [{tipo: tecnico, esito: favorevole}]",
		    "pareri: [{tipo: tecnico, esito: con_rilievi}]",
		    "Corretto l'esito del parere tecnico: con rilievi, non favorevole.",
		    KIND_DATA },
		{ "a proposal", NOTHING, "proposta: {numero: 7, data: 2024-05-08}",
		    "Aggiunti i dati della proposta: n. 7 dell'8 maggio 2024.", KIND_ADDITION },
		{ "a proposal taken out", "proposta: {numero: 7, proponente: Chi Sia}", NOTHING,
		    "Tolti i dati della proposta.", KIND_DATA },
		{ "a proposer", "proposta: {proponente: Chi Sia}",
		    "proposta: {proponente: Il presidente}",
		    "Corretto il proponente: \"Il presidente\".", KIND_DATA },
		{ "a protocol", "protocollo: {numero: 21}", "protocollo: {numero: 12}",
		    "Corretto il numero di protocollo: 12, non 21.", KIND_DATA },
		{ "sent", NOTHING, "trasmissione: [{a: Regione di prova, data: 2024-05-11}]",
		    "Aggiunta la trasmissione alla Regione di prova, l'11 maggio 2024.",
		    KIND_ADDITION },
		{ "sent to two", NOTHING,
		    "trasmissione: [{a: Regione di prova}, {a: Ufficio Alfa}]",
		    "Aggiunte le trasmissioni alla Regione di prova e all'Ufficio Alfa.",
		    KIND_ADDITION },
		{ "sent to whom", NOTHING, "trasmissione: [{a: Psi Insieme}]",
		    "Aggiunta la trasmissione a: Psi Insieme.", KIND_ADDITION },
		{ "sent no more", "trasmissione: [{a: Chi Sia}]", NOTHING,
		    "Tolta una trasmissione.", KIND_DATA },
		{ "an original", NOTHING,
		    "originale: {forma: digitale, conservato_da: Comune di Alfa}",
		    "Aggiunti i dati sull'originale: digitale, conservato da: Comune di Alfa.",
		    KIND_ADDITION },
		{ "who keeps it", "originale: {conservato_da: Comune di Alfa}",
		    "originale: {conservato_da: Archivio di prova}",
		    "Cambiato il depositario dell'originale: \"Archivio di prova\".", KIND_DATA },
		{ "money", NOTHING, "fondi: [{fonte: Fondo di prova, importo: 12500.50}]",
		    "Aggiunto il finanziamento «Fondo di prova»: 12.500,50 euro.", KIND_ADDITION },
		{ "an amount", "fondi: [{fonte: Fondo di prova, importo: 90}]",
		    "fondi: [{fonte: Fondo di prova, importo: 100}]",
		    "Corretto l'importo del finanziamento «Fondo di prova»: 100,00 euro, non 90,00 "
		    "euro.",
		    KIND_DATA },
		{ "money taken out", "fondi: [{fonte: Uno}, {fonte: Due}]", NOTHING,
		    "Tolti 2 finanziamenti.", KIND_DATA },
		{ "recorded", NOTHING,
		    "verbalizzazione: {verbalizzante: nome-inventato, ruolo: Segretario}",
		    "Aggiunta la verbalizzazione: Nome Inventato, Segretario.", KIND_ADDITION },
		{ "by another", "verbalizzazione: {verbalizzante: {nome: Chi Sia}}",
		    "verbalizzazione: {verbalizzante: altro-inventato}",
		    "Corretto il verbalizzante: Altro Inventato.", KIND_DATA },
		{ "minutes nobody may know of", NOTHING,
		    "verbalizzazione: {ruolo: Segretario, verbale: 2031/dczi-9}",
		    "Aggiunta la verbalizzazione: Segretario.", KIND_ADDITION },
		{ "minutes nobody may know of, alone", "verbalizzazione: {ruolo: Segretario}",
		    "verbalizzazione: {ruolo: Segretario, verbale: 2031/dczi-9}",
		    "Aggiunti gli estremi del verbale.", KIND_ADDITION },
		{ "a signature", NOTHING, "sottoscrizioni: [{persona: nome-inventato}]",
		    "Aggiunta la firma di Nome Inventato.", KIND_ADDITION },
		{ "two signatures", NOTHING,
		    "sottoscrizioni: [{persona: nome-inventato}, {nome: Altro Inventato}]",
		    "Aggiunte le firme di Nome Inventato e di Altro Inventato.", KIND_ADDITION },
		{ "a signature taken out", "sottoscrizioni: [{nome: Chi Sia}]", NOTHING,
		    "Tolta una firma.", KIND_DATA },
		{ "two signatures taken out", "sottoscrizioni: [{nome: Chi Sia}, {nome: Altro}]",
		    NOTHING, "Tolte 2 firme.", KIND_DATA },
		{ "a day of signature",
		    "sottoscrizioni: [{nome: Nome Inventato, data: 2024-05-03}]",
		    "sottoscrizioni: [{nome: Nome Inventato, data: 2024-05-13}]",
		    "Corretta la data della firma di Nome Inventato: 13 maggio 2024, non 3 maggio 2024.",
		    KIND_DATA },
		{ "another signer", "sottoscrizioni: [{nome: Chi Sia, ruolo: Presidente}]",
		    "sottoscrizioni: [{nome: Nome Inventato, ruolo: Presidente}]",
		    "Corretto il nome di chi ha firmato: Nome Inventato.", KIND_DATA },
		{ "notice board", NOTHING,
		    "albo: {ente: alfa, repertorio: 55, dal: 2024-05-08, al: 2024-05-23}",
		    "Aggiunti i dati della pubblicazione all'albo: Comune di Alfa, repertorio n. 55, "
		    "dall'8 maggio 2024, fino al 23 maggio 2024.",
		    KIND_ADDITION },
		{ "its first day", "albo: {dal: 2024-05-08}", "albo: {dal: 2024-05-09}",
		    "Corretto il primo giorno all'albo: 9 maggio 2024, non 8 maggio 2024.",
		    KIND_DATA },
		{ "its address", "albo: {dal: 2024-05-08}",
		    "albo: {dal: 2024-05-08, url: \"https://alfa.example/\"}",
		    "Aggiunto l'indirizzo della pubblicazione all'albo.", KIND_ADDITION },
		{ "removal", NOTHING, "rimozione: {data: 2031-01-01, motivo: errore}",
		    "Aggiunti i dati della rimozione.", KIND_ADDITION },
	};

	check_rows(DELIBERA, rows, COUNT(rows));
}

Test(italiano_changes, of_links_of_an_act)
{
	static const struct row rows[] = {
		{ "one", NOTHING, "collegamenti: [{tipo: revoca, atto: 2031/dczi-7}]",
		    "Aggiunto il collegamento con la delibera DCZI n. 7/2031, che questa delibera "
		    "revoca.",
		    KIND_ADDITION },
		{ "two", NOTHING,
		    "collegamenti: [{tipo: revoca, atto: 2031/dczi-7}, "
		    "{tipo: attua, atto: 2031/accordo-3}]",
		    "Aggiunti i collegamenti con la delibera DCZI n. 7/2031 e con l'accordo n. 3/2031.",
		    KIND_ADDITION },
		{ "a regulation", NOTHING, "collegamenti: [{tipo: approva, regolamento: interno}]",
		    "Aggiunto il collegamento con «Regolamento interno», che questa delibera approva.",
		    KIND_ADDITION },
		{ "outside", NOTHING, "collegamenti: [{tipo: richiama, esterno: DGR 584/2024}]",
		    "Aggiunto il collegamento con «DGR 584/2024», che questa delibera richiama.",
		    KIND_ADDITION },
		{ "nobody may know of it", NOTHING,
		    "collegamenti: [{tipo: revoca, atto: 2031/dczi-9}]",
		    "Aggiunto un collegamento.", KIND_ADDITION },
		{ "taken out", "collegamenti: [{tipo: revoca, atto: 2031/dczi-7}]", NOTHING,
		    "Tolto il collegamento con la delibera DCZI n. 7/2031.", KIND_DATA },
		{ "its day", "collegamenti: [{tipo: revoca, atto: 2031/dczi-7, dal: 2031-05-01}]",
		    "collegamenti: [{tipo: revoca, atto: 2031/dczi-7, dal: 2031-06-01}]",
		    "Corretta la decorrenza del collegamento con la delibera DCZI n. 7/2031: 1º giugno "
		    "2031, non 1º maggio 2031.",
		    KIND_DATA },
		{ "an event", NOTHING, "vicende: [{tipo: annullata, data: 2031-01-02}]",
		    "Aggiunta la notizia dell'annullamento del 2 gennaio 2031.", KIND_ADDITION },
		{ "its beginning", "vicende: [{tipo: decaduta, data: 2031-01-02}]",
		    "vicende: [{tipo: decaduta, data: 2031-01-02, parte: punto 2}]",
		    "Aggiunta la parte della decadenza del 2 gennaio 2031: \"punto 2\".",
		    KIND_ADDITION },
		{ "a topic", NOTHING, "argomenti: [mensa]",
		    "Aggiunto l'argomento «Mensa scolastica».", KIND_ADDITION },
		{ "topics", NOTHING, "argomenti: [mensa, trasporto]",
		    "Aggiunti gli argomenti «Mensa scolastica» e «Trasporto».", KIND_ADDITION },
		{ "one for another", "argomenti: [mensa]", "argomenti: [trasporto]",
		    "Aggiunto l'argomento «Trasporto». Tolto l'argomento «Mensa scolastica».",
		    KIND_DATA },
		{ "a point", NOTHING, "data: 2031-03-05\npunti_programma: [12]",
		    "Aggiunta la data di adozione: 5 marzo 2031. Aggiunto il punto del programma 12.",
		    KIND_ADDITION },
		{ "points", "data: 2031-03-05", "data: 2031-03-05\npunti_programma: [1, 12]",
		    "Aggiunti i punti del programma 1 e 12.", KIND_ADDITION },
		{ "organisations", NOTHING, "enti: [alfa, beta]",
		    "Aggiunti fra gli enti interessati i Comuni di Alfa e Beta.", KIND_ADDITION },
		{ "an organisation", NOTHING, "enti: [alfa]",
		    "Aggiunto fra gli enti interessati il Comune di Alfa.", KIND_ADDITION },
		{ "a province", NOTHING, "enti: [omega]",
		    "Aggiunta fra gli enti interessati la Provincia di Omega.", KIND_ADDITION },
		{ "an organisation taken out", "enti: [zeta]", NOTHING,
		    "Tolto dagli enti interessati l'Istituto Zeta.", KIND_DATA },
		{ "a table and a school", NOTHING, "tavoli: [orientamento]\nscuole: [liceo]",
		    "Aggiunto il tavolo interessato «Orientamento». Aggiunta la scuola interessata "
		    "«Liceo di prova».",
		    KIND_ADDITION },
		{ "a school year", NOTHING, "anni_scolastici: [2024/25]",
		    "Aggiunto l'anno scolastico 2024/25.", KIND_ADDITION },
		{ "school years", NOTHING, "anni_scolastici: [2024/25, 2025/26]",
		    "Aggiunti gli anni scolastici 2024/25 e 2025/26.", KIND_ADDITION },
		{ "an attachment", NOTHING, "allegati: [{file: a.pdf, titolo: Piano annuale}]",
		    "Aggiunto l'allegato «Piano annuale».", KIND_ATTACHMENT },
		{ "attachments", NOTHING,
		    "allegati: [{file: a.pdf, titolo: Piano annuale}, {file: b.pdf, titolo: Relazione}]",
		    "Aggiunti gli allegati «Piano annuale» e «Relazione».", KIND_ATTACHMENT },
		{ "an attachment taken out", "allegati: [{file: a.pdf, titolo: Di Chi Sia}]",
		    NOTHING, "Tolto un allegato.", KIND_ATTACHMENT },
		{ "attachments taken out",
		    "allegati: [{file: a.pdf, titolo: Uno}, {file: b.pdf, titolo: Due}]", NOTHING,
		    "Tolti 2 allegati.", KIND_ATTACHMENT },
		{ "its title", "allegati: [{file: a.pdf, titolo: Dichiarazione di Chi Sia}]",
		    "allegati: [{file: a.pdf, titolo: Piano annuale}]",
		    "Cambiato il titolo dell'allegato «Piano annuale».", KIND_ATTACHMENT },
		{ "its form", "allegati: [{file: a.pdf, titolo: Piano, forma: originale}]",
		    "allegati: [{file: a.pdf, titolo: Piano, forma: copia}]",
		    "Cambiata la forma dell'allegato «Piano»: copia; prima: originale.",
		    KIND_ATTACHMENT },
	};

	check_rows(DELIBERA, rows, COUNT(rows));
}

Test(italiano_changes, of_an_agreement)
{
	static const struct row rows[] = {
		{ "a link", NOTHING, "collegamenti: [{tipo: attua, atto: 2031/dczi-7}]",
		    "Aggiunto il collegamento con la delibera DCZI n. 7/2031, che questo accordo attua.",
		    KIND_ADDITION },
		{ "an event", NOTHING, "vicende: [{tipo: sospesa}]",
		    "Aggiunta la notizia della sospensione.", KIND_ADDITION },
	};

	check_rows("atti/2031/accordo-3.md", rows, COUNT(rows));
}

Test(italiano_changes, of_a_meeting)
{
	static const struct row rows[] = {
		{ "held", "stato: convocata", "stato: svolta",
		    "Cambiato lo stato: svolta; prima: convocata.", KIND_UPDATE },
		{ "a place", "luogo: Sala Alfa", "luogo: Palazzo di prova",
		    "Cambiato il luogo: \"Palazzo di prova\".", KIND_UPDATE },
		{ "a time", "ora_inizio: \"15:00\"", "ora_inizio: \"15:30\"\nora_fine: \"18:00\"",
		    "Cambiata l'ora di inizio: 15:30; prima: 15:00. Aggiunta l'ora di fine: 18:00.",
		    KIND_UPDATE },
		{ "remote", "modalita: presenza", "modalita: distanza",
		    "Cambiata la modalità: a distanza; prima: in presenza.", KIND_UPDATE },
		{ "convened", NOTHING,
		    "convocazione: {data: 2024-05-03, protocollo: 7, tipo: straordinaria}",
		    "Aggiunti i dati della convocazione: straordinaria, del 3 maggio 2024, protocollo n. "
		    "7.",
		    KIND_ADDITION },
		{ "its kind", "convocazione: {tipo: urgente}", "convocazione: {tipo: ordinaria}",
		    "Cambiato il tipo di convocazione: ordinaria; prima: urgente.", KIND_UPDATE },
		{ "an item", NOTHING, "ordine_del_giorno: [{n: 3, titolo: Varie}]",
		    "Aggiunto il punto 3 all'ordine del giorno: «Varie».", KIND_ADDITION },
		{ "items", NOTHING,
		    "ordine_del_giorno: [{n: 3, titolo: Varie}, {n: 4, titolo: Altro}]",
		    "Aggiunti i punti 3 e 4 all'ordine del giorno.", KIND_ADDITION },
		{ "an item taken out", "ordine_del_giorno: [{n: 3, titolo: Di Chi Sia}]", NOTHING,
		    "Tolto il punto 3 all'ordine del giorno.", KIND_UPDATE },
		{ "an item's words", "ordine_del_giorno: [{n: 3, titolo: Di Chi Sia}]",
		    "ordine_del_giorno: [{n: 3, titolo: Varie}]",
		    "Cambiato il titolo del punto 3 all'ordine del giorno: \"Varie\".",
		    KIND_UPDATE },
		{ "who presides", NOTHING, "presiede: nome-inventato",
		    "Aggiunto il presidente della seduta: Nome Inventato.", KIND_ADDITION },
		{ "who presides now", "presiede: nome-inventato",
		    "presiede: {nome: Altro Inventato}",
		    "Cambiato il presidente della seduta: Altro Inventato.", KIND_UPDATE },
		{ "nobody presides", "segretario: nome-inventato", NOTHING,
		    "Tolto il segretario della seduta.", KIND_UPDATE },
		{ "quorum", NOTHING, "quorum: 6", "Aggiunto il numero legale: 6.", KIND_ADDITION },
		{ "another quorum", "quorum: 5", "quorum: 6",
		    "Cambiato il numero legale: 6; prima: 5.", KIND_UPDATE },
		{ "attendance", "presenze: [{ente: alfa, esito: assente}]",
		    "presenze: [{ente: alfa, esito: presente}]",
		    "Corretta la presenza del Comune di Alfa: presente, non assente.",
		    KIND_ADDITION },
		{ "a guest", NOTHING, "partecipanti: [Nome Inventato]",
		    "Aggiunta la partecipazione di Nome Inventato.", KIND_ADDITION },
		{ "guests taken out", "partecipanti: [Chi Sia, Altro Inventato]", NOTHING,
		    "Tolte 2 partecipazioni.", KIND_UPDATE },
		{ "minutes", NOTHING, "verbale: 2031/dczi-7",
		    "Aggiunta l'indicazione del verbale: delibera DCZI n. 7/2031.", KIND_ADDITION },
		{ "minutes nobody may know of", NOTHING, "verbale: 2031/dczi-9",
		    "Aggiunta l'indicazione del verbale.", KIND_ADDITION },
	};

	check_rows("sedute/2031-03-05-conferenza.yaml", rows, COUNT(rows));
}

Test(italiano_changes, of_the_programme)
{
	static const struct row rows[] = {
		{ "a title", "titolo: Programma", "titolo: Piano", "Cambiato il titolo: \"Piano\".",
		    KIND_UPDATE },
		{ "who leads", "capofila: alfa", "capofila: beta",
		    "Cambiato il Comune capofila: Comune di Beta; prima: Comune di Alfa.",
		    KIND_UPDATE },
		{ "an introduction", "introduzione: Uno", "introduzione: Due",
		    "Cambiata l'introduzione.", KIND_UPDATE },
		{ "approval found", "approvato_con: ignoto", "approvato_con: 2031/dczi-7",
		    "Aggiunta l'indicazione dell'atto che approva il programma: delibera DCZI n. "
		    "7/2031.",
		    KIND_UPDATE },
		{ "signed", NOTHING, "data_firma: 2031-06",
		    "Aggiunta la data della firma: giugno 2031.", KIND_ADDITION },
		{ "a law", NOTHING, "norme: [\"L.R. 32/2002\"]",
		    "Aggiunta la norma \"L.R. 32/2002\".", KIND_ADDITION },
		{ "laws", NOTHING, "norme: [\"L.R. 32/2002\", \"D.Lgs. 33/2013\"]",
		    "Aggiunte le norme \"L.R. 32/2002\" e \"D.Lgs. 33/2013\".", KIND_ADDITION },
		{ "a law taken out", "norme: [\"L.R. 32/2002\"]", NOTHING, "Tolta una norma.",
		    KIND_UPDATE },
	};

	check_rows("programma/2030-2032/programma.yaml", rows, COUNT(rows));
}

#define ACTION(more) "azioni: [{id: \"12.1\", testo: Uno." more "}]"
#define DEADLINE(term) "scadenze: [{testo: Primo termine, azioni: [\"12.1\"], quando: {" term "}}]"
#define OTHER_DEADLINE(term) \
	"scadenze: [{testo: Un avviso, azioni: [\"12.2\"], quando: {" term "}}]"
#define BARE_DEADLINE(term) "scadenze: [{testo: Un convegno, quando: {" term "}}]"

Test(italiano_changes, of_a_point)
{
	static const struct row rows[] = {
		{ "a title", "titolo_semplice: Una cosa", "titolo_semplice: La mensa",
		    "Cambiato il titolo in parole semplici: \"La mensa\".", KIND_UPDATE },
		{ "texts", "situazione_attuale: Uno\ncriticita: Due",
		    "situazione_attuale: Tre\ncriticita: Quattro",
		    "Cambiata la descrizione della situazione attuale. Cambiata la descrizione delle "
		    "criticità.",
		    KIND_UPDATE },
		{ "indicators", NOTHING, "indicatori: Uno", "Aggiunti gli indicatori.",
		    KIND_ADDITION },
		{ "a goal", NOTHING, "obiettivi: [{id: \"12.2\", testo: Due.}]",
		    "Aggiunto l'obiettivo 12.2.", KIND_ADDITION },
		{ "actions", NOTHING,
		    "azioni: [{id: \"12.2\", testo: Due.}, {id: \"12.3\", testo: Tre.}]",
		    "Aggiunte le azioni 12.2 e 12.3.", KIND_ADDITION },
		{ "an action taken out", ACTION(""), NOTHING, "Tolta l'azione 12.1.", KIND_UPDATE },
		{ "an action's text", ACTION(""), "azioni: [{id: \"12.1\", testo: Altro.}]",
		    "Cambiato il testo dell'azione 12.1.", KIND_UPDATE },
		{ "who does it", ACTION(", responsabile: Chi Sia"),
		    ACTION(", responsabile: Ufficio Alfa"),
		    "Cambiato il responsabile dell'azione 12.1: \"Ufficio Alfa\".", KIND_UPDATE },
		{ "what for", ACTION(", obiettivi: [\"12.1\"]"),
		    ACTION(", obiettivi: [\"12.1\", \"12.2\"]"),
		    "Cambiati gli obiettivi dell'azione 12.1: 12.1 e 12.2; prima: 12.1.",
		    KIND_UPDATE },
		{ "expected acts", ACTION(""), ACTION(", atti_previsti: [Una convenzione]"),
		    "Aggiunto l'atto previsto dell'azione 12.1: \"Una convenzione\".",
		    KIND_ADDITION },
		{ "a deadline", NOTHING, DEADLINE("entro: 2030-12"),
		    "Aggiunta la scadenza dell'azione 12.1: entro dicembre 2030.", KIND_ADDITION },
		{ "a deadline without action", NOTHING, BARE_DEADLINE("entro: 2030-12"),
		    "Aggiunta la scadenza «Un convegno»: entro dicembre 2030.", KIND_ADDITION },
		{ "of an action with two", NOTHING, OTHER_DEADLINE("entro: 2030-12"),
		    "Aggiunta la scadenza «Un avviso» dell'azione 12.2: entro dicembre 2030.",
		    KIND_ADDITION },
		{ "a deadline taken out", DEADLINE("entro: 2030-12"), NOTHING,
		    "Tolta la scadenza dell'azione 12.1.", KIND_UPDATE },
		{ "one without action taken out", BARE_DEADLINE("entro: 2030-12"), NOTHING,
		    "Tolta una scadenza.", KIND_UPDATE },
		{ "put off", DEADLINE("entro: 2030-12"), DEADLINE("entro: 2031-03"),
		    "Spostata la scadenza dell'azione 12.1: da dicembre 2030 a marzo 2031. È il primo "
		    "rinvio.",
		    KIND_UPDATE },
		{ "put off by days", OTHER_DEADLINE("entro: 2030-12-08"),
		    OTHER_DEADLINE("entro: 2031-03-11"),
		    "Spostata la scadenza «Un avviso» dell'azione 12.2: dall'8 dicembre 2030 all'11 marzo "
		    "2031. È il primo rinvio.",
		    KIND_UPDATE },
		{ "put off to a year", DEADLINE("nel: 2030"), DEADLINE("entro: 2031"),
		    "Spostata la scadenza dell'azione 12.1: dal 2030 al 2031. È il primo rinvio.",
		    KIND_UPDATE },
		{ "brought forward", DEADLINE("entro: 2031-08"), DEADLINE("entro: 2031-04"),
		    "Anticipata la scadenza dell'azione 12.1: da agosto 2031 ad aprile 2031.",
		    KIND_UPDATE },
		{ "later, and said otherwise", DEADLINE("entro: 2030-12"),
		    DEADLINE("stagione: 2031-autunno"),
		    "Spostata la scadenza dell'azione 12.1: ora nell'autunno 2031; prima entro dicembre "
		    "2030. È il primo rinvio.",
		    KIND_UPDATE },
		{ "said otherwise", DEADLINE("entro: 2032-12-31"), DEADLINE("fine_triennio: si"),
		    "Cambiata la scadenza dell'azione 12.1: ora entro la fine del triennio; prima entro "
		    "il 31 dicembre 2032.",
		    KIND_UPDATE },
		{ "mistyped", DEADLINE("entro: 2030-12"), DEADLINE("entro: 2031-03"),
		    "Corretto il termine della scadenza dell'azione 12.1: entro marzo 2031, non entro "
		    "dicembre 2030.",
		    KIND_DATA },
		{ "which actions", DEADLINE("entro: 2030-12"),
		    "scadenze: [{testo: Primo termine, azioni: [\"12.1\", \"12.2\"], quando: {entro: "
		    "2030-12}}]",
		    "Cambiate le azioni della scadenza «Primo termine»: 12.1 e 12.2; prima: 12.1.",
		    KIND_UPDATE },
		{ "see also", NOTHING, "vedi_anche: [1]", "Aggiunto il rinvio al punto 1.",
		    KIND_ADDITION },
		{ "see also several", NOTHING, "vedi_anche: [1, 12]",
		    "Aggiunti i rinvii ai punti 1 e 12.", KIND_ADDITION },
	};

	check_rows("programma/2030-2032/punti/12-altro.yaml", rows, COUNT(rows));
}

Test(italiano_changes, of_progress)
{
	static const struct row rows[] = {
		{ "a state", "stato: in_corso", "stato: completata",
		    "Corretta la voce di avanzamento del 3 marzo 2031 sull'azione 12.1. Corretto lo "
		    "stato: completata, non in corso.",
		    KIND_DATA },
		{ "a note", "nota: Uno", "nota: Due",
		    "Corretta la voce di avanzamento del 3 marzo 2031 sull'azione 12.1. Corretta la "
		    "nota.",
		    KIND_DATA },
		{ "brought up to date", "nota: Uno", "nota: Due",
		    "Aggiornata la voce di avanzamento del 3 marzo 2031 sull'azione 12.1. Cambiata la "
		    "nota.",
		    KIND_UPDATE },
		{ "evidence", NOTHING, "evidenze: [{atto: 2031/dczi-7}]",
		    "Corretta la voce di avanzamento del 3 marzo 2031 sull'azione 12.1. Aggiunta "
		    "l'evidenza (delibera DCZI n. 7/2031).",
		    KIND_ADDITION },
		{ "evidence elsewhere", NOTHING,
		    "evidenze: [{url: \"https://alfa.example/\", titolo: Il bando}, "
		    "{rapporto: 2031-06-01-primo}]",
		    "Corretta la voce di avanzamento del 3 marzo 2031 sull'azione 12.1. Aggiunte le "
		    "evidenze «Il bando» e «Primo rapporto».",
		    KIND_ADDITION },
		{ "a new term", "nuova_scadenza: {entro: 2031-06}",
		    "nuova_scadenza: {entro: 2031-07}",
		    "Corretta la voce di avanzamento del 3 marzo 2031 sull'azione 12.1. Corretta la nuova "
		    "scadenza: entro luglio 2031, non entro giugno 2031.",
		    KIND_DATA },
	};

	check_rows("programma/2030-2032/avanzamento/2031-03-03-12.1.yaml", rows, COUNT(rows));
}

Test(italiano_changes, of_reports_and_regulations)
{
	static const struct row report[] = {
		{ "a title", "titolo: Rapporto", "titolo: Relazione",
		    "Cambiato il titolo: \"Relazione\".", KIND_UPDATE },
		{ "a time", NOTHING, "periodo: Primo anno", "Aggiunto il periodo: \"Primo anno\".",
		    KIND_ADDITION },
		{ "a point", "punti_programma: [1, 12]\ndata: 2031-01-01",
		    "punti_programma: [12]\ndata: 2031-01-01", "Tolto il punto del programma 1.",
		    KIND_UPDATE },
	};
	static const struct row regulation[] = {
		{ "in force", "vigente_dal: 2031-04-01", "vigente_dal: 2031-05-01",
		    "Corretta la data di entrata in vigore: 1º maggio 2031, non 1º aprile 2031.",
		    KIND_DATA },
		{ "no more", NOTHING, "vigente_al: 2033",
		    "Aggiunta la data di fine della vigenza: 2033.", KIND_ADDITION },
		{ "approved", NOTHING, "approvato_da: 2031/dczi-7",
		    "Aggiunta l'indicazione dell'atto che lo approva: delibera DCZI n. 7/2031.",
		    KIND_ADDITION },
	};

	check_rows("rapporti/2031-06-01-primo.md", report, COUNT(report));
	check_rows("regolamenti/interno/2031-04-01.md", regulation, COUNT(regulation));
}
