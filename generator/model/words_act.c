#include "model/act.h"

#define END_OF_WORDS               \
	{                          \
		NULL, 0,           \
		{                  \
			NULL, NULL \
		}                  \
	}

const struct word number_words[] = {
	{ "ignoto", NUMBER_UNKNOWN, { "numero non noto", "number unknown" } },
	{ "senza_numero", NUMBER_NONE, { "senza numero", "without number" } },
	END_OF_WORDS,
};
const struct word attendance_office_words[] = {
	{ "sindaco", 1, { "Sindaco", "Mayor" } },
	{ "vicesindaco", 2, { "Vicesindaco", "Deputy mayor" } },
	{ "assessore", 3, { "Assessore", "Councillor in charge" } },
	{ "commissario", 4, { "Commissario", "Commissioner" } },
	{ "altro", 5, { "Altra carica", "Other office" } },
	END_OF_WORDS,
};
const struct word attendance_title_words[] = {
	{ "di_diritto", 1, { "di diritto", "by right" } },
	{ "delegato", 2, { "per delega", "delegated" } },
	END_OF_WORDS,
};
const struct word attendance_outcome_words[] = {
	{ "presente", ATTENDANCE_PRESENT, { "presente", "present" } },
	{ "assente", ATTENDANCE_ABSENT, { "assente", "absent" } },
	{ "assente_giustificato", ATTENDANCE_EXCUSED, { "assente giustificato", "excused" } },
	END_OF_WORDS,
};
const struct word connection_words[] = {
	{ "in_sala", 1, { "in sala", "in the room" } },
	{ "da_remoto", 2, { "da remoto", "remotely" } },
	END_OF_WORDS,
};
const struct word vote_subject_words[] = {
	{ "atto", VOTE_ON_ACT, { "sull'atto", "on the act" } },
	{ "immediata_eseguibilita", VOTE_ON_IMMEDIATE_EFFECT,
	    { "sull'immediata eseguibilità", "on immediate effect" } },
	{ "emendamento", VOTE_ON_AMENDMENT, { "su un emendamento", "on an amendment" } },
	END_OF_WORDS,
};
const struct word vote_manner_words[] = {
	{ "palese", VOTE_OPEN, { "voto palese", "open vote" } },
	{ "segreta", VOTE_SECRET, { "voto segreto", "secret vote" } },
	{ "ignota", VOTE_MANNER_UNKNOWN, { "modo di voto non noto", "manner unknown" } },
	END_OF_WORDS,
};
const struct word vote_unit_words[] = {
	{ "teste", VOTE_HEADS, { "per teste", "by heads" } },
	{ "quote", VOTE_SHARES, { "per quote", "by shares" } },
	{ "abitanti", VOTE_INHABITANTS, { "per abitanti", "by inhabitants" } },
	END_OF_WORDS,
};
const struct word vote_outcome_words[] = {
	{ "approvata", VOTE_APPROVED, { "approvata", "approved" } },
	{ "respinta", VOTE_REJECTED, { "respinta", "rejected" } },
	{ "rinviata", VOTE_POSTPONED, { "rinviata", "postponed" } },
	END_OF_WORDS,
};
const struct word enforceability_words[] = {
	{ "immediata", ENFORCEABLE_AT_ONCE, { "immediatamente eseguibile", "at once" } },
	{ "termine", ENFORCEABLE_AFTER_TERM, { "esecutiva dopo il termine", "after a term" } },
	{ "regolamento", ENFORCEABLE_BY_REGULATION,
	    { "esecutiva secondo il regolamento", "as the regulation says" } },
	{ "non_prevista", ENFORCEABLE_NOT_FORESEEN, { "non prevista", "not foreseen" } },
	{ "ignoto", ENFORCEABLE_UNKNOWN, { "non nota", "unknown" } },
	END_OF_WORDS,
};
const struct word opinion_type_words[] = {
	{ "tecnico", 1, { "parere tecnico", "technical opinion" } },
	{ "contabile", 2, { "parere contabile", "accounting opinion" } },
	{ "organismo", 3, { "parere di un organismo", "opinion of a body" } },
	END_OF_WORDS,
};
const struct word opinion_outcome_words[] = {
	{ "favorevole", 1, { "favorevole", "in favour" } },
	{ "contrario", 2, { "contrario", "against" } },
	{ "con_rilievi", 3, { "con rilievi", "with remarks" } },
	{ "non_dovuto", 4, { "non dovuto", "not due" } },
	END_OF_WORDS,
};
const struct word original_form_words[] = {
	{ "digitale", 1, { "digitale", "digital" } },
	{ "cartaceo", 2, { "su carta", "on paper" } },
	END_OF_WORDS,
};
const struct word signature_type_words[] = {
	{ "digitale", 1, { "firma digitale", "digital signature" } },
	{ "elettronica", 2, { "firma elettronica", "electronic signature" } },
	{ "autografa", 3, { "firma autografa", "handwritten signature" } },
	{ "autografa_omessa", 4,
	    { "firma autografa omessa (art. 3 c. 2 D.Lgs. 39/1993)", "handwritten, left out" } },
	{ "ignota", 5, { "tipo di firma non noto", "kind unknown" } },
	END_OF_WORDS,
};
const struct word link_type_words[] = {
	{ "modifica", LINK_AMENDS, { "modifica", "amends" } },
	{ "integra", LINK_SUPPLEMENTS, { "integra", "supplements" } },
	{ "rettifica", LINK_CORRECTS, { "rettifica", "corrects" } },
	{ "proroga", LINK_EXTENDS, { "proroga", "extends" } },
	{ "sospende", LINK_SUSPENDS, { "sospende", "suspends" } },
	{ "sostituisce", LINK_REPLACES, { "sostituisce", "replaces" } },
	{ "revoca", LINK_REVOKES, { "revoca", "revokes" } },
	{ "annulla", LINK_ANNULS, { "annulla", "annuls" } },
	{ "convalida", LINK_VALIDATES, { "convalida", "validates" } },
	{ "interpreta", LINK_INTERPRETS, { "interpreta", "interprets" } },
	{ "istituisce", LINK_INSTITUTES, { "istituisce", "institutes" } },
	{ "approva", LINK_APPROVES, { "approva", "approves" } },
	{ "conferma", LINK_CONFIRMS, { "conferma", "confirms" } },
	{ "nomina", LINK_APPOINTS, { "nomina", "appoints" } },
	{ "delega", LINK_DELEGATES, { "delega", "delegates" } },
	{ "attua", LINK_IMPLEMENTS, { "attua", "implements" } },
	{ "ratifica", LINK_RATIFIES, { "ratifica", "ratifies" } },
	{ "richiama", LINK_RECALLS, { "richiama", "refers to" } },
	END_OF_WORDS,
};
const struct word act_event_words[] = {
	{ "annullata", EVENT_ANNULLED, { "annullata", "annulled" } },
	{ "sospesa", EVENT_SUSPENDED, { "sospesa", "suspended" } },
	{ "decaduta", EVENT_LAPSED, { "decaduta", "lapsed" } },
	{ "cessata", EVENT_CEASED, { "cessata", "ceased" } },
	END_OF_WORDS,
};
const struct word attachment_form_words[] = {
	{ "originale", 1, { "originale", "original" } },
	{ "copia", 2, { "copia", "copy" } },
	END_OF_WORDS,
};
const struct word personal_data_words[] = {
	{ "nessuno", PERSONAL_DATA_NONE, { "nessun dato personale", "none" } },
	{ "solo_incarichi", PERSONAL_DATA_OFFICES, { "solo nomi in un incarico", "offices only" } },
	{ "altri", PERSONAL_DATA_OTHER, { "altri dati personali", "other personal data" } },
	END_OF_WORDS,
};
const struct word indexing_words[] = {
	{ "auto", INDEXING_AUTO, { "automatica", "automatic" } },
	{ "si", INDEXING_YES, { "sì", "yes" } },
	{ "no", INDEXING_NO, { "no", "no" } },
	END_OF_WORDS,
};
const struct word act_state_words[] = {
	{ "bozza", ACT_STATE_DRAFT, { "bozza", "draft" } },
	{ "pubblicato", ACT_STATE_PUBLISHED, { "pubblicato", "published" } },
	{ "rimosso", ACT_STATE_REMOVED, { "rimosso", "removed" } },
	END_OF_WORDS,
};
const struct word act_text_words[] = {
	{ "integrale", ACT_TEXT_WHOLE, { "testo integrale", "whole text" } },
	{ "estratto", ACT_TEXT_EXTRACT, { "estratto", "extract" } },
	{ "non_disponibile", ACT_TEXT_UNAVAILABLE, { "testo non disponibile", "no text" } },
	END_OF_WORDS,
};
const struct word removal_reason_words[] = {
	{ "errore", REMOVAL_ERROR, { "pubblicazione fatta per errore", "published by mistake" } },
	{ "dati_personali", REMOVAL_PERSONAL_DATA,
	    { "a tutela di dati personali", "to protect personal data" } },
	{ "termine", REMOVAL_TERM, { "fine del termine di pubblicazione", "end of its term" } },
	{ "ordine_autorita", REMOVAL_ORDER, { "ordine di un'autorità", "order of an authority" } },
	END_OF_WORDS,
};
const struct word meeting_manner_words[] = {
	{ "presenza", 1, { "in presenza", "in person" } },
	{ "distanza", 2, { "a distanza", "remote" } },
	{ "mista", 3, { "in presenza e a distanza", "mixed" } },
	END_OF_WORDS,
};
const struct word meeting_state_words[] = {
	{ "convocata", MEETING_CONVENED, { "convocata", "convened" } },
	{ "svolta", MEETING_HELD, { "svolta", "held" } },
	{ "deserta", MEETING_NO_QUORUM, { "deserta", "without quorum" } },
	{ "rinviata", MEETING_POSTPONED, { "rinviata", "postponed" } },
	{ "annullata", MEETING_CANCELLED, { "annullata", "cancelled" } },
	END_OF_WORDS,
};
const struct word convocation_type_words[] = {
	{ "ordinaria", 1, { "ordinaria", "ordinary" } },
	{ "straordinaria", 2, { "straordinaria", "extraordinary" } },
	{ "urgente", 3, { "urgente", "urgent" } },
	END_OF_WORDS,
};
