/*
 * Tables of what stands inside acts and meetings, and rows that several of them share; for the files that hold tables.
 */
#ifndef ZONALE_MODEL_TABLES_ACT_PARTS_H
#define ZONALE_MODEL_TABLES_ACT_PARTS_H

#include "model/act.h"
#include "model/table_rows.h"

#define PERSON_KEYS(record)                                                            \
	{ .name = "persona",                                                           \
		AT(record, person),                                                    \
		REFERS_TO(TARGET_PERSON),                                              \
		SAYS("Persona", "Person", "Chi è, se sta in persone.yaml.",            \
		    "Who, if listed in persone.yaml.") },                              \
	{                                                                              \
		.name = "nome", AT(record, name), .type = VALUE_LINE, .max = 120,      \
		SAYS("Nome", "Name", "Nome e cognome di chi non sta in persone.yaml.", \
		    "The name of someone who is not listed there.")                    \
	}
#define DATE_KEY(record, name_, member_, it, en, it_description, en_description) \
	{                                                                        \
		.name = name_, AT(record, member_), .type = VALUE_DATE,          \
		SAYS(it, en, it_description, en_description)                     \
	}

extern const struct key_table named_person_table, attendance_table, vote_table,
    enforceability_table, opinion_table, proposal_table, protocol_table, transmission_table,
    original_table, funding_table, recording_table, signature_table, notice_board_table,
    act_link_table, act_event_table, attachment_table, personal_data_table, removal_table;

#endif
