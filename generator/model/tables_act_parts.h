/*
 * Tables of what stands inside acts and meetings, and rows that several of them share; for the files that hold tables.
 */
#ifndef ZONALE_MODEL_TABLES_ACT_PARTS_H
#define ZONALE_MODEL_TABLES_ACT_PARTS_H

#include "model/act.h"
#include "model/table_rows.h"

#define PERSON_KEYS(record)                                                                 \
	{ .name = "persona",                                                                \
		FEMININE("la persona"),                                                     \
		AT(record, person),                                                         \
		REFERS_TO(TARGET_PERSON),                                                   \
		SAYS("Persona", "Person", "Chi è, se sta in persone.yaml.",                 \
		    "Who, if listed in persone.yaml.") },                                   \
	{                                                                                   \
		.name = "nome", MASCULINE("il nome"), AT(record, name), .type = VALUE_LINE, \
		.max = 120,                                                                 \
		SAYS("Nome", "Name", "Nome e cognome di chi non sta in persone.yaml.",      \
		    "The name of someone who is not listed there.")                         \
	}
/* noun_: MASCULINE("il primo giorno") or FEMININE("la data") */
#define DATE_KEY(record, name_, member_, noun_, it, en, it_description, en_description) \
	{                                                                               \
		.name = name_, noun_, AT(record, member_), .type = VALUE_DATE,          \
		SAYS(it, en, it_description, en_description)                            \
	}

#endif
