/*
 * Who was there: the table of attendance, of a meeting's page and of an act's. It never says why someone was
 * absent (design 4.3).
 */
#ifndef ZONALE_RENDER_ATTENDANCE_H
#define ZONALE_RENDER_ATTENDANCE_H

#include "render/pictogram.h"

struct attendance_row {
	struct slice organisation;
	struct slice organisation_url; /* of a municipality's page; may be empty */
	struct slice representative;   /* "Nome Inventato, assessore, per delega"; may be empty */
	struct slice outcome;          /* "presente da remoto, entra alle 15:30" */
	struct slice share;            /* "45,5"; may be empty */
};

/* parti/presenze.mustache writes it, in a section of the object: {{#presenze}}{{>parti/presenze}}{{/presenze}} */
struct attendance_table {
	struct pictogram picture;
	bool has_shares;
	ARRAY(struct attendance_row) rows;
};

extern const struct view attendance_table_view;

/* Null where there is none. Organisations in the order of the list. */
const struct attendance_table *attendance_table_of(
    struct maker *maker, const struct attendance *attendance, size_t count);

/* Name of a person by id or as written; empty where neither is given. */
struct slice name_of(const struct reference *person, struct slice name);

/* Path of an organisation's page, which municipalities alone have; else empty. */
struct slice organisation_path(const struct organisation *organisation, struct arena *arena);

#endif
