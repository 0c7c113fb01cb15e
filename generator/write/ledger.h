/*
 * The ledger, OUT/.zonale/ledger: every file in OUT that is ours. Text, so that a person can read it; whole
 * or not believed at all.
 *
 *     zonale ledger 1
 *     mode <what kind of build this is>
 *     <sign> <class> <sha-256> <size> <path>
 *     ...
 *     end <sha-256 of all the lines before>
 *
 * Lines are sorted by path. class: a asset, p page, l list, h home. sign:
 *
 *     =   the path's content
 *     -   the same, of a file that a build is about to remove
 *     =~  -~   the same two, of a file that may lead to what is not there
 *     +   the content that a build is about to put there
 *     ?   the content that an earlier build was about to put there, and never did
 *
 * A finished build leaves '=' alone. Before its first rename a build replaces the ledger by one that also
 * says what it is about to do: '=' for what stays, '=' and '+' for what it replaces, '+' for what is new, '-'
 * for what it will remove. Killed at any point after, it leaves files that are each named here with every
 * content that they may have: the next build knows all that is ours, and takes nothing else for ours (a file
 * at a path with '+' or '?' alone is ours only if it is what the sign says).
 *
 * Why '~', "loose": of a build killed among its new files, those that came may lead to others that did not; of
 * one killed while it removed, what it had still to remove may lead to what is gone. No other page leads to
 * either. The next build must replace them before it publishes a page that does, and the mark stays until
 * that is done, however many builds are killed on the way (publish.c settles it). All others lead only to
 * what is there and not loose.
 */
#ifndef ZONALE_WRITE_LEDGER_H
#define ZONALE_WRITE_LEDGER_H

#include "base/buffer.h"
#include "base/map.h"
#include "write/publish.h"

#define LEDGER_NAME "ledger"

struct content {
	struct digest digest;
	uint64_t size;
};

struct ledger_entry {
	struct slice path;
	enum publish_class class;
	bool has;              /* '=' or '-' stands for it */
	bool leaving, loose;   /* '-'; '~' behind it */
	bool planned, forgone; /* '+' or '?' stands for it; '?' */
	bool added;            /* by a build that was killed: settled when publishing begins */
	struct content content, plan;
};

struct ledger {
	bool found; /* false: nothing was ever published here */
	struct slice mode, text;
	ARRAY(struct ledger_entry *) entries; /* sorted by path */
	struct map by_path;
};

/*
 * Reads the ledger from OUT's own folder into the arena. 0, also where there is none; -1 with *line = the
 * first line that is wrong, counted from 1, or 0 and errno where reading failed.
 */
int ledger_read(int own_fd, struct arena *arena, struct ledger *ledger, size_t *line);

/* The text of the ledger, in three parts: head, one call a file in order of paths, end. */
void ledger_add_head(struct buffer *text, struct slice mode);
void ledger_add_entry(struct buffer *text, const struct ledger_entry *entry);
void ledger_add_end(struct buffer *text);

/* Writes the text beside the ledger, for ledger_replace to put in its place. Both -1 with errno. */
int ledger_write_aside(int own_fd, struct slice text);

/* Renames it into place and makes that durable. */
int ledger_replace(int own_fd);

#endif
