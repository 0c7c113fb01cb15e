/*
 * Values of content as bytes and back, by their key tables, so that they can be kept for the next build
 * (base/cache_file.h).
 *
 * Bytes hold what a copy does (model/keys_copy.h), but of references only their id: what is restored names what today's
 * registers have. Bytes are of one version of the program: they know keys by their place in a table.
 */
#ifndef ZONALE_MODEL_KEYS_STORED_H
#define ZONALE_MODEL_KEYS_STORED_H

#include "base/cache_file.h"
#include "model/site.h"

struct key_store {
	struct buffer *bytes;
	bool unresolved; /* a reference that finds nothing was met */
};

/* A struct of the table; a key's value; an item of the list under a key. */
void keys_store(struct key_store *store, const struct key_table *table, const void *object);
void key_store(struct key_store *store, const struct key *key, const void *place);
void key_item_store(struct key_store *store, const struct key *key, const void *item);

/*
 * Where bytes are restored from and to. Texts point into the bytes. `reader.failed` is set where they make no sense by
 * the tables: what was given back is to be thrown away then.
 */
struct key_restore {
	struct cache_reader reader;
	const struct site *site;
	const struct programme *programme; /* as past_programme gave it (model/past.h) */
	struct arena *arena;
	bool unresolved; /* a reference that finds nothing was met */
};

/* The same places and structs as model/keys_copy.h makes. */
void *keys_restore(struct key_restore *restore, const struct key_table *table);
void *key_restore(struct key_restore *restore, const struct key *key);
void *key_item_restore(struct key_restore *restore, const struct key *key);

/* A date alone, or DATE_NONE. */
void date_store(struct buffer *bytes, struct date date);
struct date date_restore(struct cache_reader *reader);

#endif
