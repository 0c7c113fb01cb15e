#include <criterion/criterion.h>

#include "support.h"

#define ACT "atti/2031/dczi-1.md"
#define MEETING "sedute/2031-03-05-conferenza.yaml"
#define BODY "organi/conferenza.yaml"

/* An act of the meeting that only says it comes of it. */
#define SECOND "atti/2031/dczi-2.md"
#define SECOND_TEXT                                                              \
	"---\ntipo: delibera\norgano: conferenza\nnumero: 2\ndata: 2031-03-05\n" \
	"oggetto: Una seconda delibera\nseduta: 2031-03-05-conferenza\n"         \
	"testo: non_disponibile\n---\n"
#define SECOND_LACKS SECOND " ESSENTIALS_UNKNOWN testo, verbalizzazione, sottoscrizioni"

Test(check_votes, votes)
{
	static const struct check_row rows[] = {
		{ "secret, with names",
		    { { ACT, "favorevoli: 2", "modalita: segreta\n    favorevoli: [alfa, beta]" } },
		    ACT ":12:17 VOTE_SECRET_NAMES" },
		{ "secret, with numbers",
		    { { ACT, "favorevoli: 2", "modalita: segreta\n    favorevoli: 2" } }, "" },
		{ "votes twice",
		    { { ACT, "favorevoli: 2", "favorevoli: [alfa, beta]\n    astenuti: [beta]" } },
		    ACT ":10:5 VOTE_SUM 3,2; " ACT ":12:16 VOTE_TWICE beta" },
		{ "was absent, and is not in the list",
		    { { ACT, "favorevoli: 2",
			"favorevoli: [alfa, gamma]\n    contrari: [delta]" } },
		    ACT ":10:5 VOTE_SUM 3,2; " ACT ":11:24 VOTE_NOT_PRESENT gamma; " ACT
			":12:16 VOTE_NOT_PRESENT delta" },
		{ "one vote too few", { { ACT, "favorevoli: 2", "favorevoli: 1" } },
		    ACT ":10:5 VOTE_SUM 1,2" },
		{ "one left early",
		    { { ACT, "favorevoli: 2", "favorevoli: 1" },
			{ MEETING, "    esito: presente\n",
			    "    esito: presente\n    esce: \"17:30\"\n" } },
		    "" },
		{ "one has no vote",
		    { { ACT, "favorevoli: 2", "favorevoli: 1" },
			{ MEETING, "    esito: presente\n", "    esito: presente\n    voto: no\n" },
			{ MEETING, "quorum: 2", "quorum: 1" } },
		    "" },
		{ "the act's own attendance holds",
		    { { ACT, "votazioni:",
			"presenze:\n  - {ente: alfa, esito: presente}\nvotazioni:" } },
		    ACT ":12:5 VOTE_SUM 2,1" },
		{ "shares are not heads", { { ACT, "unita: teste", "unita: quote" } }, "" },
		{ "approved with a tie",
		    { { ACT, "favorevoli: 2", "favorevoli: 1\n    contrari: 1" } },
		    ACT ":13:12 VOTE_OUTCOME approvata,1,1" },
		{ "rejected with all in favour", { { ACT, "approvata", "respinta" } },
		    ACT ":12:12 VOTE_OUTCOME respinta,2,0" },
		{ "rejected with half abstaining",
		    { { ACT, "favorevoli: 2", "favorevoli: 1\n    astenuti: 1" },
			{ ACT, "approvata", "respinta" } },
		    "" },
	};

	CHECK_ROWS(rows);
}

Test(check_votes, attendance)
{
	static const struct check_row rows[] = {
		{ "twice", { { MEETING, "  - ente: gamma", "  - ente: alfa" } },
		    MEETING ":17:11 ATTENDANCE_TWICE alfa" },
		{ "no member", { { MEETING, "  - ente: gamma", "  - ente: delta" } },
		    MEETING ":17:11 ATTENDANCE_NOT_MEMBER delta,conferenza" },
		{ "no member, in an act",
		    { { ACT, "votazioni:",
			"presenze:\n  - {ente: alfa, esito: presente}\n"
			"  - {ente: delta, esito: presente}\nvotazioni:" } },
		    ACT ":11:12 ATTENDANCE_NOT_MEMBER delta,conferenza" },
		{ "no member, without a vote",
		    { { MEETING, "  - ente: gamma", "  - ente: delta\n    voto: no" } }, "" },
		{ "no longer a member",
		    { { BODY, "  - ente: gamma", "  - ente: gamma\n    al: 2031-02" } },
		    MEETING ":17:11 ATTENDANCE_NOT_MEMBER gamma,conferenza" },
		{ "a member until some day of that month",
		    { { BODY, "  - ente: gamma", "  - ente: gamma\n    al: 2031-03" } }, "" },
		{ "not yet a member",
		    { { BODY, "  - ente: gamma", "  - ente: gamma\n    dal: 2031-03-06" } },
		    MEETING ":17:11 ATTENDANCE_NOT_MEMBER gamma,conferenza" },
		{ "person and name",
		    { { MEETING, "  - ente: alfa",
			"  - ente: alfa\n    persona: nome-inventato\n    nome: Nome Inventato" } },
		    MEETING ":15:11 PERSON_AND_NAME" },
		{ "who signed, recorded and took part",
		    { { ACT, "  - persona: nome-inventato", "  - ruolo: presidente" },
			{ ACT, "  verbalizzante: nome-inventato", "  verbalizzante: {}" },
			{ MEETING, "presiede: nome-inventato",
			    "presiede: {persona: nome-inventato, nome: Nome Inventato}\n"
			    "partecipanti:\n  - Nome Inventato\n  - ruolo: uditore" } },
		    ACT ":14:18 PERSON_MISSING; " ACT ":16:5 PERSON_MISSING; " MEETING
			":10:43 PERSON_AND_NAME; " MEETING ":13:5 PERSON_MISSING" },
	};

	CHECK_ROWS(rows);
}

Test(check_votes, meetings)
{
	static const struct check_row rows[] = {
		{ "name of another day",
		    { { MEETING, "data: 2031-03-05", "data: 2031-03-07" },
			{ ACT, "data: 2031-03-05", "data: 2031-03-07" } },
		    MEETING ":2:7 MEETING_FILE_NAME 2031-03-07-conferenza" },
		{ "item twice", { { MEETING, "presiede", "  - {n: 1, titolo: Altro}\npresiede" } },
		    MEETING ":10:9 AGENDA_NUMBER_TWICE 1" },
		{ "the act says nothing of the meeting",
		    { { ACT, "seduta: 2031-03-05-conferenza\npunto_odg: 1\n", "" } },
		    ACT " ESSENTIALS_MISSING presenze; " MEETING
			":9:11 AGENDA_ACT_SILENT 2031/dczi-1,2031-03-05-conferenza" },
		{ "the act comes of another meeting",
		    { { "sedute/2031-03-06-conferenza.yaml", NULL,
			  "organo: conferenza\ndata: 2031-03-06\nstato: svolta\n"
			  "ordine_del_giorno:\n  - {n: 1, titolo: Accordo}\n"
			  "presenze:\n  - {ente: alfa, esito: presente}\n"
			  "  - {ente: beta, esito: presente}\n" },
			{ ACT, "seduta: 2031-03-05-conferenza", "seduta: 2031-03-06-conferenza" },
			{ ACT, "data: 2031-03-05", "data: 2031-03-06" } },
		    MEETING ":9:11 AGENDA_ACT_ELSEWHERE 2031/dczi-1,2031-03-06-conferenza" },
		{ "held before its day",
		    { { "sedute/2031-07-01-conferenza.yaml", NULL,
			"organo: conferenza\ndata: 2031-07-01\nstato: svolta\n" } },
		    "sedute/2031-07-01-conferenza.yaml:3:8 MEETING_HELD_EARLY 2031-07-01" },
		{ "convened, its day past",
		    { { "sedute/2031-06-14-conferenza.yaml", NULL,
			"organo: conferenza\ndata: 2031-06-14\nstato: convocata\n" } },
		    "sedute/2031-06-14-conferenza.yaml:3:8 MEETING_PAST 2031-06-14" },
		{ "convened for today",
		    { { "sedute/2031-06-15-conferenza.yaml", NULL,
			"organo: conferenza\ndata: 2031-06-15\nstato: convocata\n" } },
		    "" },
		{ "too few", { { MEETING, "quorum: 2", "quorum: 3" } },
		    MEETING ":11:9 MEETING_NO_QUORUM 2,3" },
		{ "deserted, with acts",
		    { { MEETING, "stato: svolta", "stato: deserta" },
			{ SECOND, NULL, SECOND_TEXT } },
		    SECOND_LACKS "; " MEETING ":3:8 MEETING_NOT_HELD 2031/dczi-1; " MEETING
				 ":3:8 MEETING_NOT_HELD 2031/dczi-2" },
		{ "convened behind its day",
		    { { MEETING, "data: 2031-02-20", "data: 2031-03-06" } },
		    MEETING ":2:7 DATES_ORDER data,2031-03-05,convocazione.data,2031-03-06" },
	};

	CHECK_ROWS(rows);
}
