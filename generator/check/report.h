/*
 * Diagnostics as people and programs read them. One function a form, each over a sorted list: a further
 * form is one more function. Accepted entries are shown only where asked for, with their mark.
 *
 * Text, for people:
 *
 *     content/atti/2024/dczi-1.md:4:7: errore Z143: il valore non è una data
 *       data: ieri
 *             ^~~~
 *       rimedio: Scrivere la data come AAAA-MM-GG.
 *     2 errori, 1 avviso
 *
 * Logs are read by many: a source line that holds personal data is left out, that of every finding of 500-509
 * too; in messages and remedies such data are shortened, in JSON as well.
 *
 * JSON, for programs: one object, indented,
 *
 *     {"formato": 1,
 *      "diagnostics": [{"file": text, "line": n, "column": n, "length": n, "id": "Z143",
 *                       "level": "error", "accepted": bool, "message": text, "remedy": text}],
 *      "counts": {"failure": n, "error": n, "warning": n, "note": n}}
 *
 * where line, column and length are counted in characters from 1 and are 0 for a file as a whole, `file`
 * is "" for what has no place, level is one of failure, error, warning, note in any language, message and
 * remedy are in the language asked for, remedy may be "". Counts leave out what is accepted.
 */
#ifndef ZONALE_CHECK_REPORT_H
#define ZONALE_CHECK_REPORT_H

#include "base/file.h"
#include "source/source.h"

/*
 * The line of a file, from 1, without its end, as positions count it (base/diag.h): true with the text,
 * which stays valid until the next call.
 */
typedef bool report_line(void *context, struct slice file, uint32_t line, struct slice *text);

struct report_options {
	enum language language;
	bool accepted;     /* show what `accettati` silences, too */
	bool colours;      /* text only; see report_colours */
	report_line *line; /* null: no source lines */
	void *context;
};

void report_text(const struct diagnostics *diagnostics, const struct report_options *options,
    struct output *out);
void report_json(const struct diagnostics *diagnostics, const struct report_options *options,
    struct output *out);

/* Colours are for a terminal whose user did not set NO_COLOR (its value as in the environment, or null). */
bool report_colours(int fd, const char *no_color);

/* "2 errori, 1 avviso", "nessun errore"; in the caller's arena. */
struct slice report_summary(
    const struct diagnostics *diagnostics, enum language language, struct arena *arena);

/* Lines from a source, the last file kept; without a source there are none. */
struct report_source {
	struct source *source;
	struct arena *arena;
	struct slice file, text;
	/* Diagnostics come in order: the last line asked for, what is behind it, and its number. */
	struct slice line, rest;
	uint32_t passed;
};

void report_source_init(struct report_source *lines, struct source *source);
void report_source_release(struct report_source *lines);

/* A report_line whose context is a struct report_source. */
bool report_source_line(void *context, struct slice file, uint32_t line, struct slice *text);

#endif
