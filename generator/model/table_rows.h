/* Shorthand for the rows of key tables; included by the files that hold tables, and by no other. */
#ifndef ZONALE_MODEL_TABLE_ROWS_H
#define ZONALE_MODEL_TABLE_ROWS_H

#include "model/keys.h"

#define AT(type, member) .offset = offsetof(type, member)
#define SAYS(it, en, it_description, en_description) \
	.label = { it, en }, .description = { it_description, en_description }
#define REFERS_TO(kind) .type = VALUE_REFERENCE, .target = kind
#define LIST_OF(table) .type = VALUE_LIST, .of = &table
#define LIST_OF_REFERENCES(kind) .type = VALUE_LIST, .item = VALUE_REFERENCE, .target = kind
#define LIST_OF_LINES .type = VALUE_LIST, .item = VALUE_LINE
#define OBJECT_OF(table) .type = VALUE_OBJECT, .of = &table

/* How sentences name it (struct key_noun): FEMININE("la data"), FEMININE_ITEMS("le firme", "la firma"). */
#define MASCULINE(text_) .noun = { .text = text_ }
#define FEMININE(text_) .noun = { .text = text_, .feminine = true }
#define MASCULINE_PLURAL(text_) .noun = { .text = text_, .plural = true }
#define MASCULINE_ITEMS(many, one) \
	.noun = { .text = many, .plural = true }, .item_noun = { .text = one }
#define FEMININE_ITEMS(many, one)                                   \
	.noun = { .text = many, .feminine = true, .plural = true }, \
	.item_noun = { .text = one, .feminine = true }

/* A table of the rows in an array, for structs of a type; the second form lets a scalar stand for a key. */
#define KEY_TABLE(table_name, record, rows)                               \
	{                                                                 \
		.name = table_name, .size = sizeof(record), .keys = rows, \
		.count = sizeof rows / sizeof rows[0]                     \
	}
#define KEY_TABLE_OR(table_name, record, rows, scalar_key)                     \
	{                                                                      \
		.name = table_name, .size = sizeof(record), .keys = rows,      \
		.count = sizeof rows / sizeof rows[0], .shorthand = scalar_key \
	}

/* One whose structs stand in lists: with .identity, .known_by, .shorthand, .ordered (model/keys.h). */
#define ITEM_TABLE(table_name, record, rows, ...)                         \
	{                                                                 \
		.name = table_name, .size = sizeof(record), .keys = rows, \
		.count = sizeof rows / sizeof rows[0], __VA_ARGS__        \
	}

#endif
