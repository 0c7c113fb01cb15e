/*
 * Acts (atti) and meetings (sedute): what their files say, and what linking and deriving add.
 * design 4.1, 4.3.
 */
#ifndef ZONALE_MODEL_ACT_H
#define ZONALE_MODEL_ACT_H

#include "model/registry.h"

/* Words of `numero` that are not numbers. */
enum { NUMBER_ABSENT = 0, NUMBER_UNKNOWN = -1, NUMBER_NONE = -2 };

/* A person by id, or by name where the registers have none. */
struct named_person {
	const struct yaml_node *node;
	struct reference person;
	struct slice name;
};

enum attendance_outcome { ATTENDANCE_PRESENT = 1, ATTENDANCE_ABSENT, ATTENDANCE_EXCUSED };

struct attendance {
	const struct yaml_node *node;
	struct reference organisation, person;
	struct slice name;
	int office, title; /* carica; by right or delegated */
	int outcome;       /* enum attendance_outcome */
	int connection;
	struct clock enters, leaves;
	struct decimal share;
	int votes; /* enum yes_no */
};

enum vote_subject { VOTE_ON_ACT = 1, VOTE_ON_IMMEDIATE_EFFECT, VOTE_ON_AMENDMENT };
enum vote_manner { VOTE_OPEN = 1, VOTE_SECRET, VOTE_MANNER_UNKNOWN };
enum vote_unit { VOTE_HEADS = 1, VOTE_SHARES, VOTE_INHABITANTS };
enum vote_outcome { VOTE_APPROVED = 1, VOTE_REJECTED, VOTE_POSTPONED };

struct vote {
	const struct yaml_node *node;
	int subject, manner, unit, outcome;
	struct slice part;
	struct tally in_favour, against, abstaining, not_taking_part;
};

enum enforceability_regime {
	ENFORCEABLE_AT_ONCE = 1,
	ENFORCEABLE_AFTER_TERM,
	ENFORCEABLE_BY_REGULATION,
	ENFORCEABLE_NOT_FORESEEN,
	ENFORCEABLE_UNKNOWN,
};

/* Declared with its source, never computed. */
struct enforceability {
	const struct yaml_node *node;
	int regime;
	struct date since;
	struct slice source;
};

struct opinion {
	const struct yaml_node *node;
	int type, outcome;
	struct slice role, attachment;
	struct date date;
};

struct proposal {
	const struct yaml_node *node;
	struct slice number, proposer;
	struct date date;
};

struct protocol {
	const struct yaml_node *node;
	struct slice number;
	struct date date;
};

struct transmission {
	const struct yaml_node *node;
	struct slice to, protocol;
	struct date date;
};

struct original {
	const struct yaml_node *node;
	int form;
	struct slice kept_by;
};

struct funding {
	const struct yaml_node *node;
	struct slice source, project_code;
	struct decimal amount;
};

struct recording {
	const struct yaml_node *node;
	struct named_person *recorder;
	struct slice role, minutes;
};

struct signature {
	const struct yaml_node *node;
	struct reference person;
	struct slice name, role, format;
	int type;
	struct date date;
};

struct notice_board {
	const struct yaml_node *node;
	struct reference organisation;
	struct slice register_number, url;
	struct date since, until;
};

/* An act or law that is not on this site. */
struct external_act {
	const struct yaml_node *node;
	struct slice reference, url;
};

enum link_type {
	LINK_AMENDS = 1,
	LINK_SUPPLEMENTS,
	LINK_CORRECTS,
	LINK_EXTENDS,
	LINK_SUSPENDS,
	LINK_REPLACES,
	LINK_REVOKES,
	LINK_ANNULS,
	LINK_VALIDATES,
	LINK_INTERPRETS,
	LINK_INSTITUTES,
	LINK_APPROVES,
	LINK_CONFIRMS,
	LINK_APPOINTS,
	LINK_DELEGATES,
	LINK_IMPLEMENTS,
	LINK_RATIFIES,
	LINK_RECALLS,
};

/* What this act does to another: exactly one of act, regulation and external. */
struct act_link {
	const struct yaml_node *node;
	int type; /* enum link_type */
	struct reference act, regulation;
	struct external_act *external;
	struct slice part, note;
	struct date since;
};

enum act_event_type { EVENT_ANNULLED = 1, EVENT_SUSPENDED, EVENT_LAPSED, EVENT_CEASED };

/* What befell the act from outside (vicende). */
struct act_event {
	const struct yaml_node *node;
	int type; /* enum act_event_type */
	struct date date, since;
	struct external_act *by;
	struct slice part;
};

struct attachment {
	const struct yaml_node *node;
	struct slice name, title, type, language, alternative;
	int form, is_signed, accessible; /* the last two: enum yes_no */
	int32_t pages;                   /* as the author counts them; 0: not told */
	/* found by link and check */
	const struct content_file *file; /* null: named but not there */
};

enum personal_data_level { PERSONAL_DATA_NONE = 1, PERSONAL_DATA_OFFICES, PERSONAL_DATA_OTHER };

struct personal_data {
	const struct yaml_node *node;
	int level; /* enum personal_data_level */
	struct slice basis;
	struct date until;
};

enum act_state { ACT_STATE_DRAFT = 1, ACT_STATE_PUBLISHED, ACT_STATE_REMOVED };
enum removal_reason { REMOVAL_ERROR = 1, REMOVAL_PERSONAL_DATA, REMOVAL_TERM, REMOVAL_ORDER };
enum act_text { ACT_TEXT_WHOLE = 1, ACT_TEXT_EXTRACT, ACT_TEXT_UNAVAILABLE };
enum indexing { INDEXING_AUTO = 1, INDEXING_YES, INDEXING_NO };

struct removal {
	const struct yaml_node *node;
	struct date date;
	int reason; /* enum removal_reason */
};

/* Who sees what (design 4.1): the answer of the one function, act_visibility. */
enum visibility {
	VISIBILITY_NOWHERE, /* a draft, or to be published later */
	VISIBILITY_CARD,    /* removed, or past its time: no text, people, attachments, versions */
	VISIBILITY_PUBLIC,
};

/* What this site records about an act: derived, never written (design 4.1). */
enum recorded_status {
	STATUS_NONE_RECORDED = 1, /* no act that changes or revokes it is recorded here */
	STATUS_NOT_ASCERTAINED,   /* the archive is not complete for its time */
	STATUS_NOT_ADOPTED,       /* rejected by its vote */
	STATUS_AMENDED,
	STATUS_SUSPENDED,
	STATUS_REPLACED,
	STATUS_REVOKED,
	STATUS_ANNULLED,
	STATUS_LAPSED,  /* decaduta, cessata */
	STATUS_EXPIRED, /* efficace_fino_al is past */
	STATUS_COUNT
};

struct act_status {
	enum recorded_status status;
	struct date since;             /* unknown where nobody said it */
	const struct act *by;          /* the act of this site that made it so, or null */
	const struct act_link *link;   /* with `by`: by this link of it */
	const struct act_event *event; /* or what befell it from outside */
	bool partial;                  /* only a part of the act */
};

/* An act of this site that points at another. */
struct incoming_link {
	const struct act *from;
	const struct act_link *link;
};

/* The six essential elements of an act (the zone's programme, point 16): a bit each. */
enum essential {
	ESSENTIAL_NUMBER = 1,
	ESSENTIAL_DATE = 2,
	ESSENTIAL_ATTENDANCE = 4,
	ESSENTIAL_DECISIONS = 8,
	ESSENTIAL_RECORDING = 16,
	ESSENTIAL_SIGNATURES = 32,
};
#define ESSENTIAL_COUNT 6

struct act {
	const struct yaml_node *node;
	const struct content_file *file;
	int type; /* enum act_type */
	struct reference body, organisation;
	int32_t number; /* 1..99999 or NUMBER_... */
	struct slice suffix;
	struct date date;
	int32_t year; /* as written; 0 where not */
	ARRAY(struct slice) inferred;
	struct slice subject; /* "ignoto" is taken out by derive: empty, with subject_unknown */
	struct slice short_title, summary, plain_words;
	struct reference meeting;
	int32_t agenda_item;
	ARRAY(struct attendance) attendance;
	ARRAY(struct vote) votes;
	struct enforceability *enforceability;
	struct date effective_since, effective_until;
	ARRAY(struct opinion) opinions;
	struct proposal *proposal;
	struct protocol *protocol;
	struct slice office;
	ARRAY(struct transmission) transmissions;
	struct original *original;
	ARRAY(struct funding) funding;
	struct recording *recording;
	ARRAY(struct signature) signatures;
	struct notice_board *notice_board;
	ARRAY(struct act_link) links;
	ARRAY(struct act_event) events;
	ARRAY(struct reference) topics, points, organisations, tables, schools;
	ARRAY(int32_t) school_years;
	ARRAY(struct attachment) attachments;
	struct personal_data *personal_data;
	struct date published_since, published_until;
	int indexing, state, text;
	struct removal *removal;
	ARRAY(struct slice) former_places;
	struct slice source;

	/* by link and derive; const afterwards */
	bool subject_unknown;
	struct slice place;     /* AAAA/<id> */
	struct slice path;      /* its page: "atti/AAAA/<id>/" */
	int32_t order_year;     /* of date, else as written, else the folder's */
	struct slice reference; /* "Delibera DCZI n. 1/2024" */
	struct slice
	    list_title; /* short title, else the subject, else the summary, else reference */
	enum visibility visibility;
	bool indexed;
	struct act_status status;
	struct act_status
	    coming;          /* what is decided and begins after today, the earliest; or zero */
	unsigned essentials; /* enum essential bits that this site has */
	ARRAY(struct incoming_link) incoming;
	const struct act *previous,
	    *next; /* of the same body or organisation and type, among those with a page */
};

enum meeting_state {
	MEETING_CONVENED = 1,
	MEETING_HELD,
	MEETING_NO_QUORUM,
	MEETING_POSTPONED,
	MEETING_CANCELLED,
};

struct convocation {
	const struct yaml_node *node;
	struct date date;
	struct slice protocol;
	int type;
};

struct agenda_item {
	const struct yaml_node *node;
	int32_t number;
	struct slice title;
	struct reference act;
};

struct participant {
	const struct yaml_node *node;
	struct reference person, organisation;
	struct slice name, role;
};

struct quorum {
	const struct yaml_node *node;
	int32_t needed;
	struct slice source;
};

struct meeting {
	const struct yaml_node *node;
	const struct content_file *file;
	struct reference body;
	struct date date;
	struct clock begins, ends;
	struct slice place;
	int manner, state; /* state: enum meeting_state */
	struct convocation *convocation;
	ARRAY(struct agenda_item) agenda;
	struct named_person *chair, *secretary;
	struct quorum *quorum;
	ARRAY(struct attendance) attendance;
	ARRAY(struct participant) participants;
	struct reference minutes; /* an act */
	/* linked */
	struct slice id;                /* AAAA-MM-GG-<organo> */
	ARRAY(const struct act *) acts; /* by number on the agenda, then by act_cmp */
};

extern const struct word number_words[], attendance_office_words[], attendance_title_words[],
    attendance_outcome_words[], connection_words[], vote_subject_words[], vote_manner_words[],
    vote_unit_words[], vote_outcome_words[], enforceability_words[], opinion_type_words[],
    opinion_outcome_words[], original_form_words[], signature_type_words[], link_type_words[],
    act_event_words[], attachment_form_words[], personal_data_words[], indexing_words[],
    act_state_words[], act_text_words[], removal_reason_words[], meeting_manner_words[],
    meeting_state_words[], convocation_type_words[];
extern const struct key_table act_table, meeting_table;

/* Of what stands inside them. */
extern const struct key_table named_person_table, attendance_table, vote_table,
    enforceability_table, opinion_table, proposal_table, protocol_table, transmission_table,
    original_table, funding_table, recording_table, signature_table, notice_board_table,
    act_link_table, act_event_table, attachment_table, personal_data_table, removal_table,
    external_act_table, convocation_table, agenda_item_table, participant_table, quorum_table;

/* The attendance that holds for the act: its own where it says so, else its meeting's. */
const struct attendance *act_attendance(const struct act *act, size_t *count);

/* The one function that says who sees an act on a day (design 4.1). */
enum visibility act_visibility(const struct act *act, struct date today, bool drafts);

/*
 * Does it do to others what it says? One that is a card by now still does, and so does one that was revoked: what it
 * revoked is not in force again. One published by mistake or rejected never did, nor did one that was annulled as a
 * whole (L. 241/1990, art. 21-nonies). Behind site_derive.
 */
bool act_has_effect(const struct act *act);

/* The order of lists: newest year last; by year, date, body, type, number, suffix, place. Total. */
int act_cmp(const struct act *a, const struct act *b);

/* Was the value of the key inferred (dedotti)? */
bool act_is_inferred(const struct act *act, const char *key);

/* How many of the six essential elements this site has. */
unsigned act_completeness(const struct act *act);

#endif
