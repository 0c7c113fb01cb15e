/*
 * Diagnostics: everything the program has to say about content, repositories and the system.
 *
 * One table (base/diag.def) holds every message once: id, level, text and remedy in Italian and in
 * English. Code names an entry (DIAG_YAML_SYNTAX), people see its id ("Z101"). A struct diagnostics
 * collects; nothing here prints. Workers have one each; diagnostics_merge brings them together and
 * diagnostics_sort gives the one order in which they are shown. The worst level is the exit status.
 *
 * Arguments are copied into the list's own arena. They may quote what the author wrote, never what
 * is obscured or was removed.
 */
#ifndef ZONALE_BASE_DIAG_H
#define ZONALE_BASE_DIAG_H

#include "base/arena.h"

enum level {
	LEVEL_NOTE,    /* worth knowing */
	LEVEL_WARNING, /* published, but should be looked at */
	LEVEL_ERROR,   /* the content is wrong: nothing is published; exit 1 */
	LEVEL_FAILURE, /* the system failed (disk, repository, memory): exit 3 */
};

enum language { LANGUAGE_ITALIAN, LANGUAGE_ENGLISH };

enum diag_id {
#define DIAG(number, level, name, it, it_remedy, en, en_remedy) DIAG_##name,
#include "base/diag.def"
#undef DIAG
	DIAG_COUNT
};

/*
 * Where: a file as named to its author (relative to the site's folder, or as given on the command
 * line), line and column from 1, in characters; length in characters, for the caret. line 0: the
 * file as a whole; an empty file: no place at all.
 */
struct position {
	struct slice file;
	uint32_t line, column, length;
};

#define DIAG_ARGS 4

struct diagnostic {
	enum diag_id id;
	enum level level; /* the table's, unless --strict or `accettati` moved it */
	struct position at;
	struct slice args[DIAG_ARGS];
	bool accepted; /* silenced by `accettati` in its file: listed by check --accepted only */
};

struct diagnostics {
	struct arena *arena; /* owned */
	ARRAY(struct diagnostic) list;
};

void diagnostics_init(struct diagnostics *diagnostics);
void diagnostics_release(struct diagnostics *diagnostics);

/* Forgets everything, for lists that nobody will be shown. */
void diagnostics_clear(struct diagnostics *diagnostics);

/* A literal argument that differs by language; all others are shown as they are. */
#define DIAG_BOTH(it, en) it "\x1E" en

/* Reports an entry with as many arguments as its text has places ({1} to {4}). */
void diag0(struct diagnostics *d, enum diag_id id, struct position at);
void diag1(struct diagnostics *d, enum diag_id id, struct position at, struct slice a);
void diag2(
    struct diagnostics *d, enum diag_id id, struct position at, struct slice a, struct slice b);
void diag3(struct diagnostics *d, enum diag_id id, struct position at, struct slice a,
    struct slice b, struct slice c);
void diag4(struct diagnostics *d, enum diag_id id, struct position at, struct slice a,
    struct slice b, struct slice c, struct slice e);

/* Copies all of `from` behind those of `into`. */
void diagnostics_merge(struct diagnostics *into, const struct diagnostics *from);

/* By file, line, column, id, arguments; exact repetitions are dropped. */
void diagnostics_sort(struct diagnostics *diagnostics);

/* How many at this level that are not accepted. */
size_t diagnostics_count(const struct diagnostics *diagnostics, enum level level);

/* LEVEL_ERROR or worse among those not accepted. */
bool diagnostics_blocking(const struct diagnostics *diagnostics);

/* Facts of the table. The code ("Z101") is static text. */
const char *diag_code(enum diag_id id);
const char *diag_name(enum diag_id id);
enum level diag_level(enum diag_id id);
const char *diag_template(enum diag_id id, enum language language);
const char *diag_remedy_template(enum diag_id id, enum language language);

/* The id with this code ("Z101"); DIAG_COUNT where there is none. */
enum diag_id diag_by_code(struct slice code);

/* "errore", "warning"... as shown. */
const char *level_name(enum level level, enum language language);

/* The sentence and the remedy with their arguments filled in; the remedy may be empty. */
struct slice diagnostic_text(
    const struct diagnostic *diagnostic, enum language language, struct arena *arena);
struct slice diagnostic_remedy(
    const struct diagnostic *diagnostic, enum language language, struct arena *arena);

/* An argument as it is shown: the half of DIAG_BOTH that is meant, or all of it. */
struct slice diag_argument(struct slice argument, enum language language);

/* Replaces {1}..{4} in a template by the arguments. */
struct slice message_fill(
    const char *pattern, const struct slice *args, size_t count, struct arena *arena);

/* A position for a file as a whole, and for nothing. */
struct position position_file(struct slice file);
#define POSITION_NONE ((struct position){ { "", 0 }, 0, 0, 0 })

#endif
