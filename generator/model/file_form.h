/*
 * What a content file of each kind holds: which key table reads it, alone or as a list, before a Markdown body or not.
 */
#ifndef ZONALE_MODEL_FILE_FORM_H
#define ZONALE_MODEL_FILE_FORM_H

#include "model/file.h"

struct file_form {
	const struct key_table *table; /* null: no keys */
	bool list;                     /* a register: a list of the table's mappings */
	bool markdown;                 /* front matter and a body */
};

const struct file_form *file_form(enum file_kind kind);

#endif
