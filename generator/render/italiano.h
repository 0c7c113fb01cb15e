/*
 * Every Italian sentence of the program that pages show: the other words of pages stand in themes/. Plain and
 * neutral, date first, singular and plural right. Each function gives text (not html) in the page's arena.
 */
#ifndef ZONALE_RENDER_ITALIANO_H
#define ZONALE_RENDER_ITALIANO_H

#include "history/change.h"
#include "history/history.h"
#include "model/site.h"

#define ITALIAN_NOTES "Note"
#define ITALIAN_BACK_TO_TEXT "Torna al testo"
#define ITALIAN_TABLE "Tabella"
#define ITALIAN_LINK_TO_POINT "Link al punto"

/* "13 maggio 2024", "maggio 2024", "2024"; the first day of a month is "1º". */
struct slice italian_date(struct date date, struct arena *arena);
/* "il 13 maggio 2024", "l'8 maggio 2024", "nel maggio 2024", "nel 2024" */
struct slice italian_on_date(struct date date, struct arena *arena);
/* "dal 13 maggio 2024", "dall'8 maggio 2024", "da maggio 2024", "dal 2024" */
struct slice italian_since_date(struct date date, struct arena *arena);
/* "al 13 maggio 2024", "all'8 maggio 2024", "a maggio 2024", "ad aprile 2024", "al 2024" */
struct slice italian_to_date(struct date date, struct arena *arena);
/* "fino al 13 maggio 2024", "fino all'8 maggio 2024", "fino a maggio 2024", "fino al 2024" */
struct slice italian_until_date(struct date date, struct arena *arena);
/* "del 13 maggio 2024", "dell'8 maggio 2024", "di maggio 2024", "del 2024" */
struct slice italian_of_date(struct date date, struct arena *arena);
/* "15:30" */
struct slice italian_time(struct clock clock, struct arena *arena);
/* "marzo" for 3 */
const char *italian_month(int month);

/* "1 atto", "12 atti" */
struct slice italian_count(size_t count, const char *one, const char *many, struct arena *arena);

/* "Alfa", "Alfa e Beta", "Alfa, Beta e Gamma" */
struct slice italian_list(const struct slice *items, size_t count, struct arena *arena);

/* "a, b, c": those that are not empty */
struct slice italian_join(const struct slice *parts, size_t count, struct arena *arena);

/* At most `max` (1 or more) code points: where there are more, the words that fit before an ellipsis. */
struct slice italian_shortened(struct slice text, size_t max, struct arena *arena);

/* The same with a capital first letter, or with a small one, where that is ASCII. */
struct slice italian_with_capital(struct slice text, bool capital, struct arena *arena);

/* "45,5": as written, with a comma */
struct slice italian_decimal(struct decimal number, struct arena *arena);
/* "12.500,50 euro" */
struct slice italian_euros(struct decimal amount, struct arena *arena);
/* "120 byte", "34 KB", "1,2 MB" */
struct slice italian_size(uint64_t bytes, struct arena *arena);

/* The label of a word, in Italian; empty for 0. */
struct slice italian_word(const struct word *words, int value);

/* --- acts: italiano_acts.c, italiano_act_facts.c ----------------------------------------------- */

/* "13 maggio 2024", "marzo 2024, giorno non noto", "2023 (anno dedotto), giorno non noto" */
struct slice italian_act_date(const struct act *act, struct arena *arena);
/* "la delibera DCZI n. 1/2024", "l'accordo n. 3/2024", "il decreto senza numero del 2024" */
struct slice italian_the_act(const struct act *act, struct arena *arena);
/* Is its kind a feminine word, as la delibera? */
bool italian_act_is_feminine(const struct act *act);
/* "questa delibera", "questo accordo" */
const char *italian_this_act(const struct act *act);
/* "revocata", "in parte modificato"; empty where this site records nothing that changed the act */
struct slice italian_status_word(const struct act *act, struct arena *arena);
/* "Revocata"; "Nessuna modifica registrata", "Non accertato" where that is all that can be said */
struct slice italian_status_badge(const struct act *act, struct arena *arena);
/*
 * What this site records about the act: since when, and by what (design 4.1). Not by what from outside has an
 * address: there a link follows.
 */
struct slice italian_status_sentence(const struct act *act, struct arena *arena);

/* What is decided already and begins later: "Dal 1º dicembre 2031 cambierà: lo ha deciso la delibera ..."; or empty. */
struct slice italian_coming_sentence(const struct act *act, struct arena *arena);
/* "Testo delle decisioni": of one of the six */
struct slice italian_essential(enum essential essential, struct arena *arena);
/* "Su questo sito mancano: la data e le firme; non significa che manchino nell'atto."; empty where none is missing */
struct slice italian_missing_essentials(unsigned essentials, struct arena *arena);
/* "Questo sito non ha notizie di: votazioni e pareri."; empty where it has all of what may be told beside those six */
struct slice italian_untold(const struct act *act, bool unconnected, struct arena *arena);
/* "Delibere"; "Altri atti" */
const char *italian_acts_of_type(int type);
/* "Atti revocati", and what that says: "Un altro atto di questo sito li revoca." */
const char *italian_acts_in_status(enum recorded_status status);
const char *italian_status_meaning(enum recorded_status status);
/* "Punto 16: Gli atti della Conferenza" */
struct slice italian_point(const struct point *point, struct arena *arena);
/* "Delibere del 2024: manca il numero 3.", "...: mancano i numeri 3 e 5." */
struct slice italian_missing_numbers(
    int type, int32_t year, const int32_t *numbers, size_t count, struct arena *arena);
/*
 * As lawyers cite: "Conferenza zonale di Alfa, delibera 10 aprile 2031, n. 7 bis"; "..., delibera del 2005 (anno
 * dedotto), numero non noto". Without an address.
 */
struct slice italian_citation(const struct act *act, struct arena *arena);
/* "1 bis", "non noto", "senza numero" */
struct slice italian_act_number(const struct act *act, struct arena *arena);
/* "immediatamente eseguibile, dal 13 maggio 2024; fonte: ..."; says so where nothing is declared */
struct slice italian_enforceability(const struct enforceability *declared, struct arena *arena);
/* One line each: what is known, in order, with commas between. */
struct slice italian_opinion(const struct opinion *opinion, struct arena *arena);
struct slice italian_proposal(const struct proposal *proposal, struct arena *arena);
struct slice italian_protocol(const struct protocol *protocol, struct arena *arena);
struct slice italian_transmission(const struct transmission *sent, struct arena *arena);
struct slice italian_funding(const struct funding *funding, struct arena *arena);
struct slice italian_recording(const struct recording *recording, struct arena *arena);
struct slice italian_signature(const struct signature *signature, struct arena *arena);
struct slice italian_notice_board(const struct notice_board *board, struct arena *arena);
/* "2024/25" for 2024 */
struct slice italian_school_year(int32_t begins, struct arena *arena);
/* "L'originale firmato (digitale) è conservato da: Comune di Alfa."; says so where it is not known */
struct slice italian_original(const struct original *original, struct arena *arena);
/* "voto palese, per teste" */
struct slice italian_vote_manner(const struct vote *vote, struct arena *arena);
/* "sull'atto, parte: allegato A" */
struct slice italian_vote_subject(const struct vote *vote, struct arena *arena);
/* "Sull'atto, parte: allegato A: approvata", "Sull'immediata eseguibilità: esito non noto" */
struct slice italian_vote_outcome(const struct vote *vote, struct arena *arena);
enum vote_side {
	VOTE_SIDE_FOR,
	VOTE_SIDE_AGAINST,
	VOTE_SIDE_ABSTAINING,
	VOTE_SIDE_NOT_TAKING_PART
};
/* "5 favorevoli", "1 astenuto", "contrari: 20 quote"; "astenuti: non noti" for a count below 0 */
struct slice italian_vote_count(enum vote_side side, int32_t count, int unit, struct arena *arena);
/* "3", "2: Comune di Alfa e Comune di Beta", "non noto"; a secret vote names no one */
struct slice italian_tally(const struct tally *tally, bool secret, struct arena *arena);
/* ", parte: punto 3, dal 13 maggio 2024": what follows the name of the act in a link between acts */
struct slice italian_link_extent(struct slice part, struct date date, struct arena *arena);
/* " (senza effetto: annullata)": behind what an act does to others; empty where it has effect */
struct slice italian_no_effect(const struct act *act, struct arena *arena);
/* "Attua", before "la delibera DCZI n. 1/2024"; "Richiama:", before a name that comes without article */
struct slice italian_link_begins(const struct act_link *link, struct arena *arena);
/* "modifica questa delibera": of a link's type, seen from the act that it leads to */
struct slice italian_link_to(int type, const struct act *act, struct arena *arena);
/* "Questa delibera è stata annullata il 2 gennaio 2031, dal 3 gennaio 2031", and ". Riferimento:" before its source */
struct slice italian_event(
    const struct act *act, const struct act_event *event, struct arena *arena);
/* The same without its source */
struct slice italian_event_words(
    const struct act *act, const struct act_event *event, struct arena *arena);
/* "Tolta dal sito il 13 maggio 2024: a tutela di dati personali." */
struct slice italian_removal(const struct act *act, struct arena *arena);
/* Instead of what an agenda says of an act that was removed for personal data */
#define ITALIAN_WITHHELD "Argomento omesso a tutela di dati personali"
/* "Nome Inventato, assessore, per delega"; empty where nothing of it is known */
struct slice italian_representative(const struct attendance *attendance, struct arena *arena);
/* "presente da remoto, entra alle 15:30, esce alle 17:00, non vota" */
struct slice italian_attendance(const struct attendance *attendance, struct arena *arena);
/* "7 presenti", "1 assente giustificato": so many (1 or more) with the outcome */
struct slice italian_attendance_count(int outcome, size_t count, struct arena *arena);

/* --- terms: italiano_term.c -------------------------------------------------------------------- */

/*
 * `quando` in words, without a capital: "entro dicembre 2024, per tre anni", "entro un anno dalla firma
 * dell'accordo (data da determinare)", "nell'autunno 2025". Empty for a null term.
 */
struct slice italian_term(const struct site *site, const struct term *term, struct arena *arena);
/* "dalla firma dell'accordo", "dall'avvio dei lavori", "dall'evento «Elezioni»" */
struct slice italian_from_event(const struct site *site, struct slice event, struct arena *arena);

/* --- programme: italiano_programme.c ----------------------------------------------------------- */

#define ITALIAN_UNKNOWN "non noto"
#define ITALIAN_UNKNOWN_FEMININE "non nota"

/* The state that is told in this place (0 to PROGRESS_STATE_COUNT - 1): what is done first, what nobody told last. */
int italian_progress_order(int place);
/* "non comunicato", "in corso": of an action */
struct slice italian_progress_state(int state);
/* "In corso, secondo l'avanzamento del 3 febbraio 2031."; empty where nothing was told */
struct slice italian_action_state(const struct action *deed, struct arena *arena);
/*
 * What is known of a deadline on the day: past or not, and what was told of its actions (design 4.2). Empty where
 * there is no day and nothing was told.
 */
struct slice italian_deadline_state(
    const struct deadline *deadline, struct date today, struct arena *arena);
/* Said only from an entry dated after the deed's last term; empty otherwise. */
struct slice italian_late(const struct action *deed, struct arena *arena);
/* "Nuova scadenza: entro marzo 2031. Prima: entro dicembre 2030. È il primo rinvio."; empty for other entries */
struct slice italian_rescheduled(const struct site *site, const struct action *deed,
    const struct progress *progress, struct arena *arena);
/* A term that is another now. */
struct moved_term {
	const struct term *before; /* null: the programme said nothing, or several days */
	const struct term *after;
	const struct term *first; /* what it was before all changes; may be null */
	size_t
	    number; /* which rescheduling it is, if it is one; 0: nothing is said of those before */
};

/*
 * "Spostata la scadenza dell'azione 12.1: da dicembre 2030 a marzo 2031. È il primo rinvio."; "Anticipata ..." where it
 * falls earlier; "Cambiata ..." where neither is plain. The first term is told as soon as it is not the one before. what:
 * with its article, feminine.
 */
struct slice italian_moved_term(const struct site *site, const struct programme *programme,
    struct slice what, const struct moved_term *moved, struct arena *arena);
/* Do both fall on a day that is known, and the second later? Either may be null. */
bool italian_term_is_later(const struct site *site, const struct programme *programme,
    const struct term *before, const struct term *after);
/* The same of an entry that moves the term of its action; empty for other entries */
struct slice italian_moved_by(
    const struct site *site, const struct progress *progress, struct arena *arena);
/* "Notizia modificata il 3 febbraio 2031."; empty for an unknown day */
struct slice italian_progress_changed(struct date day, struct arena *arena);
/* The last day: "31 dicembre 2030", "da determinare", "nessuno" */
struct slice italian_due_day(const struct term_days *days, struct arena *arena);
/* "Nuova scadenza, comunicata il 3 febbraio 2031" */
struct slice italian_new_term(const struct progress *progress, struct arena *arena);
/* "Azione 12.1" */
struct slice italian_action(const struct action *action, struct arena *arena);
/* "Azione 12.1: in corso" */
struct slice italian_action_told(const struct action *action, struct arena *arena);
/* "azione 12.1, nel punto 12 (I compiti da svolgere insieme)" */
struct slice italian_action_elsewhere(const struct action *action, struct arena *arena);
/* "Nei punti del programma sono scritte 32 azioni. ... Contate una volta sola, le azioni sono 26." */
struct slice italian_deeds(const struct programme *programme, struct arena *arena);
/* "Per 20 azioni almeno un termine è passato, e ..."; empty where there is none */
struct slice italian_past_unreported(const struct programme *programme, struct arena *arena);
/* "3 azioni (1 completata, 2 in corso)"; "1 azione con stato non comunicato" */
struct slice italian_point_progress(const struct point *point, struct arena *arena);
/* "Cronoprogramma 2024-2026", "Scadenze 2024-2026", "Programma 2024-2026 in una pagina" */
struct slice italian_programme_part(
    const struct programme *programme, const char *part, struct arena *arena);
/* Of how many deeds this site was told anything; empty where there is none. */
struct slice italian_told_deeds(const struct programme *programme, struct arena *arena);
/* "20 maggio 2031", "a questo sito non ne è arrivata nessuna": of the last entry of its progress */
struct slice italian_last_news(const struct programme *programme, struct arena *arena);
/* "Cronoprogramma 2024-2026, punti da 1 a 8" */
struct slice italian_schedule_drawing(
    const struct programme *programme, int first_point, int last_point, struct arena *arena);
/* What a point's page holds, for previews. */
struct slice italian_point_description(const struct point *point, struct arena *arena);
/* "Data da determinare: dipende dalla firma dell'accordo" */
struct slice italian_waits_for(const struct site *site, struct slice event, struct arena *arena);
/* "In vigore dal 13 maggio 2024.", "Non è più in vigore: lo è stato fino al 2023." */
struct slice italian_regulation_status(const struct regulation *regulation,
    const struct regulation *current, struct date today, struct arena *arena);
/* "Regolamento della Conferenza, versione del 13 maggio 2024" */
struct slice italian_regulation_version(const struct regulation *regulation, struct arena *arena);
/* " modifica questo regolamento, parte: articolo 3" */
struct slice italian_link_to_regulation(const struct act_link *link, struct arena *arena);

/* --- meetings, bodies, people ------------------------------------------------------------------ */

/* "Seduta del 13 maggio 2024, Conferenza zonale" */
struct slice italian_meeting(const struct meeting *meeting, struct arena *arena);
/* "dal 2022 al 13 maggio 2024", "fino a maggio 2024"; empty where neither is known */
struct slice italian_period(struct date since, struct date until, struct arena *arena);
/* "dalle 15:30 alle 17:00", "dalle 15:30"; empty where the beginning is not known */
struct slice italian_hours(struct clock begins, struct clock ends, struct arena *arena);
/* "dalle 15:30 alle 17:00, Sala inventata, in presenza": what is known of when, where and how */
struct slice italian_meeting_details(const struct meeting *meeting, struct arena *arena);
/* Still to be held: convened, and today or later. */
bool meeting_is_coming(const struct meeting *meeting, struct date today);
/* "Convocata: si terrà il 13 maggio 2031.", "Svolta.", "Convocata; a questo sito non è stato comunicato l'esito." */
struct slice italian_meeting_state(
    const struct meeting *meeting, struct date today, struct arena *arena);
/*
 * What came of an item of the agenda: "Esito della votazione: approvata.", "Esito della votazione non noto a questo sito.", "A questo sito non
 * risulta un atto su questo argomento."; empty where nothing can have come of it, and of acts that are not public
 */
struct slice italian_agenda_outcome(
    const struct meeting *meeting, const struct agenda_item *item, struct arena *arena);
/* "7 presenti su 9"; empty where no attendance is known */
struct slice italian_present_of(const struct meeting *meeting, struct arena *arena);
/* "Servono almeno 5 presenti"; with the source where it is given */
struct slice italian_quorum(const struct quorum *quorum, struct arena *arena);

/* --- history ----------------------------------------------------------------------------------- */

/* "Pubblicazione", "Aggiornamento della pagina" */
const char *italian_version_kind(enum version_kind kind);
/* "Questa pagina c'è dal 13 maggio 2024. Ultimo aggiornamento: 8 giugno 2024."; without a first day the latter alone. */
struct slice italian_page_history(struct date first, struct date last, struct arena *arena);

/* --- two texts laid beside each other: italiano_comparison.c ------------------------------------ */

#define ITALIAN_ADDED_BEGINS "inizio testo aggiunto"
#define ITALIAN_ADDED_ENDS "fine testo aggiunto"
#define ITALIAN_REMOVED_BEGINS "inizio testo tolto"
#define ITALIAN_REMOVED_ENDS "fine testo tolto"
#define ITALIAN_MOVED_ENDS "fine testo spostato"

/* "1 paragrafo non cambiato", "12 punti non cambiati", "3 voci dell'elenco non cambiate", "2 note non cambiate" */
struct slice italian_unchanged(enum text_unit unit, size_t count, struct arena *arena);
/* "Spostato qui dal punto 5", "Spostata qui dalla riga 2 di «Premesse»", "Spostato qui da un altro posto del testo" */
struct slice italian_moved_here(enum text_unit unit, const struct text_place *here,
    const struct text_place *from, struct arena *arena);
/* "Spostato al punto 2", "Spostata alla voce 3 del punto 1", "Spostata in un altro posto del testo" */
struct slice italian_moved_away(enum text_unit unit, const struct text_place *from,
    const struct text_place *to, struct arena *arena);

#endif
