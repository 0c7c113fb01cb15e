/*
 * The registers: organisations, people, topics, schools, events, legal sources, bodies, working
 * tables, and what is kept about the site itself (design 4.3, 10).
 */
#ifndef ZONALE_MODEL_REGISTRY_H
#define ZONALE_MODEL_REGISTRY_H

#include "model/file.h"

struct act;
struct meeting;

/* Kinds of act, in the order of their lists. */
enum act_type {
	ACT_RESOLUTION = 1, /* delibera */
	ACT_DETERMINATION,
	ACT_DECREE,
	ACT_MINUTES,
	ACT_CONVENTION,
	ACT_AGREEMENT,
	ACT_PACT,
	ACT_PROTOCOL,
	ACT_OPINION,
	ACT_NOTICE,
	ACT_OTHER,
	ACT_TYPE_COUNT
};

enum organisation_type {
	ORGANISATION_MUNICIPALITY = 1,
	ORGANISATION_PROVINCE,
	ORGANISATION_REGION,
	ORGANISATION_SCHOOL,
	ORGANISATION_COMPANY,
	ORGANISATION_OTHER,
};

struct organisation {
	const struct yaml_node *node;
	struct slice id, name;
	int type; /* enum organisation_type */
	struct slice istat, ipa, url;
	/* linked */
	ARRAY(const struct act *) acts;         /* they name it, or are its own; drafts too */
	ARRAY(const struct meeting *) meetings; /* in whose attendance it stands */
};

enum person_standing { PERSON_POLITICAL = 1, PERSON_MANAGER, PERSON_STAFF };

struct office {
	const struct yaml_node *node;
	struct slice role;
	struct reference organisation, body;
	struct date since, until, ascertained;
	struct slice source;
};

struct person {
	const struct yaml_node *node;
	struct slice id, name;
	int standing; /* enum person_standing: only the political ones get a place in lists */
	ARRAY(struct office) offices;
};

struct topic {
	const struct yaml_node *node;
	struct slice id, name, description;
	ARRAY(const struct act *) acts; /* linked */
};

struct glossary_entry {
	const struct yaml_node *node;
	struct slice term, acronym, explanation;
	struct slice anchor; /* derived: slug of the term, unique */
};

struct event {
	const struct yaml_node *node;
	struct slice id, name;
	ARRAY(struct slice) other_names;
	struct date date; /* unknown: "data da determinare" */
	struct slice source;
};

struct school {
	const struct yaml_node *node;
	struct slice id, name;
	struct reference organisation;
};

struct legal_source {
	const struct yaml_node *node;
	struct slice reference, title, url; /* estremi: "D.Lgs. 33/2013" */
	struct citation
	    citation; /* linked: estremi read as a citation; number 0 where they are none */
};

enum body_nature { BODY_POLITICAL = 1, BODY_TECHNICAL };

struct body_member {
	const struct yaml_node *node;
	struct reference organisation;
	struct date since, until;
	struct decimal share;
};

/* Short names by kind of act: {delibera: DCZI}. */
struct body_initials {
	const struct yaml_node *node;
	struct slice of_type[ACT_TYPE_COUNT];
};

struct body {
	const struct yaml_node *node;
	const struct content_file *file;
	struct slice id, name;
	struct body_initials *initials; /* null where not given */
	int nature;                     /* enum body_nature */
	struct slice basis, description;
	ARRAY(struct body_member) members;
	struct date register_complete_since, archive_complete_since;
	/* linked */
	ARRAY(const struct act *) acts;
	ARRAY(const struct meeting *) meetings;
};

struct table_meeting {
	const struct yaml_node *node;
	struct date date;
	struct slice note;
};

/* A thematic working table (tavolo). */
struct working_table {
	const struct yaml_node *node;
	const struct content_file *file;
	struct slice id, name, theme, composition, coordination, frequency;
	ARRAY(struct table_meeting) meetings;
	ARRAY(const struct act *) acts; /* linked */
};

/* Of all these an empty text is one that sito.yaml says to be awaited (KEY_AWAITED), or need not have. */
struct contacts {
	const struct yaml_node *node;
	struct slice office, email, certified_email, phone, address;
	struct slice data_controller, data_protection_officer;
};

struct accessibility {
	const struct yaml_node *node;
	struct slice declaration_url;
};

struct site_links {
	const struct yaml_node *node;
	struct slice transparency, notice_board, privacy;
};

struct settings {
	const struct yaml_node *node;
	int32_t format;
	struct slice title, base_url; /* base_url ends in a slash after loading */
	struct reference organisation;
	int language;
	struct slice description, licence, theme;
	struct contacts *contacts;
	struct accessibility *accessibility;
	struct site_links *links;
};

enum redaction_category {
	REDACTION_PERSONAL_DATA = 1,
	REDACTION_ERROR,
	REDACTION_ORDER,
	REDACTION_OTHER,
};

/* One entry of oscuramenti.yaml. */
struct redaction {
	const struct yaml_node *node;
	struct slice path;
	struct moment before; /* day.year 0: before the first commit that holds the entry */
	int category;         /* enum redaction_category */
};

/* One entry of cessati.yaml: an address that answers 410. */
struct ceased {
	const struct yaml_node *node;
	struct slice url;
	struct date date;
	int category;
};

/* One entry of note_pubbliche.yaml: a note for, or instead of, that of a commit. */
struct public_note {
	const struct yaml_node *node;
	struct slice path, commit, note, type;
	struct date date;
};

extern const struct word act_type_words[], organisation_type_words[], person_standing_words[],
    body_nature_words[], redaction_category_words[], language_words[];
extern const struct key_table organisation_table, person_table, topic_table, glossary_table,
    event_table, school_table, legal_source_table, body_table, working_table_table, settings_table,
    redaction_table, ceased_table, public_note_table, accepted_table;

#endif
