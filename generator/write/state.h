/*
 * What publish.c and commit.c share, for them alone.
 */
#ifndef ZONALE_WRITE_STATE_H
#define ZONALE_WRITE_STATE_H

#include <pthread.h>
#include <stdatomic.h>

#include "write/ledger.h"
#include "write/place.h"

/* A file given to this build. */
struct item {
	struct slice path; /* NUL-terminated past its length */
	enum publish_class class;
	struct content content;
	struct ledger_entry *before; /* what the ledger knows of the path, or null */
	enum place_kind place;       /* what stood there when it was given */
	bool staged;                 /* it differs; written as `stage` */
	bool altered;                /* ours, but not as we left it */
	struct content there;        /* where staged: of the file that it replaces, or zero */
	size_t stage;
};

struct publish {
	struct arena *arena; /* guarded by `mutex` while files are given */
	struct slice out_name;
	int out_fd, own_fd, lock_fd, stage_fd;
	struct publish_options options;
	struct ledger ledger;
	pthread_mutex_t mutex; /* guards `items` */
	ARRAY(struct item *) items;
	atomic_size_t stages; /* numbers given to staged files */
	atomic_bool failed;
};

/*
 * Report on a path in OUT, and return -1: an errno while nothing in OUT was changed yet, or an entry whose
 * only argument is the path.
 */
int publish_failed(struct publish *publish, struct slice path, int error, struct diagnostics *d);
int publish_refused(
    struct publish *publish, enum diag_id id, struct slice path, struct diagnostics *d);

/* The path as shown to people: "public/atti/index.html". */
struct slice publish_shown(struct publish *publish, struct slice path, struct arena *arena);

#endif
