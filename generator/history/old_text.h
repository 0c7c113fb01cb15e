/*
 * What a content file said at its revisions: read from the repository as far as it is needed, one neighbour's findings
 * taken for the next where they are the same. Old texts are read by today's key tables without a word about what is
 * wrong in them (design 6): what was wrong then nobody can mend now.
 *
 * All of it lives in the reader's scratch.
 */
#ifndef ZONALE_HISTORY_OLD_TEXT_H
#define ZONALE_HISTORY_OLD_TEXT_H

#include "history/history.h"
#include "model/site.h"

/* Where old texts of one file are read from. */
struct old_text_reader {
	const struct site *site;
	enum file_kind kind;
	struct slice folder;              /* of the file: see model/past.h */
	const struct content_file *today; /* as it is loaded; null for a path that holds none now */
	const struct act *act; /* that of today; null for other files, and where there is none */
	struct arena *scratch;
	struct diagnostics *unheard;     /* what nobody is shown */
	struct diagnostics *diagnostics; /* a failure of the system */
};

struct old_text {
	bool readable; /* its keys are a mapping, or it has none by its kind */
	struct slice
	    whole; /* the file's text; empty where it is today's, which is at hand in the model */
	struct slice front_matter;
	/* Empty where there is nothing in it, its page does not show it, or its tree is at hand. */
	struct slice body;
	uint32_t body_line;
	const struct yaml_node *root;
	const struct md *tree; /* of the body, once it is parsed */
	bool refused;          /* the body can't be parsed */
	void *keys;            /* the struct of its table, once it is read */
};

/*
 * The texts of all revisions, newest first in reading. One a revision; those of revisions without a file are not
 * readable.
 */
struct old_text *old_texts_read(
    const struct old_text_reader *reader, const struct file_revisions *revisions);

/* The text of one revision: that of today where it is the same. neighbour: one that may say the same, or null. */
void old_text_read(const struct old_text_reader *reader, const struct file_revision *revision,
    const struct old_text *neighbour, struct old_text *old);

/* The struct of its table, linked to today's registers; the tree of its body, or null without one. */
const void *old_text_keys(const struct old_text_reader *reader, struct old_text *old);
const struct md *old_text_tree(const struct old_text_reader *reader, struct old_text *old);

/* A body that can't be parsed as it was written, but for comments, which no page ever shows; empty of any other. */
struct slice old_text_unparsed(const struct old_text_reader *reader, const struct old_text *old);

#endif
