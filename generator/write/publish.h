/*
 * Publishing (design 7): the one way in which files reach OUT, the folder that a web server serves.
 *
 * What stands in OUT is changed only by publish_commit, and only once everything was rendered, staged and
 * found sound. A process that is killed, or a disk that fills up, at any moment leaves each file wholly old
 * or wholly new, leaves whole the links of every page that can be reached, and leaves the next build able to
 * finish the work. Files that are equal already are not touched. Interrupting signals need no handler: they
 * may do what SIGKILL does.
 *
 * OUT/.zonale (0700) holds what publishing remembers: `lock`, `ledger` (write/ledger.h) and, while it works,
 * `staging`. There is no other state. A file in OUT that the ledger lacks belongs to somebody else: it is
 * never overwritten or removed, unless `adopt` gives us those at the very paths that we write. What we wrote
 * is ours by its name: where somebody changed it since, it is put right with a warning.
 *
 * OUT itself may be a symbolic link (it is resolved once); below OUT none is ever followed, and no other
 * file system is entered. What we write has mode 0644, folders 0755 (and the set-group-id bit where OUT has
 * it), whatever the umask: a web server that runs as somebody else must read them.
 *
 * That OUT is not the site's own folder, nor inside content/, is for the caller to see to.
 */
#ifndef ZONALE_WRITE_PUBLISH_H
#define ZONALE_WRITE_PUBLISH_H

#include "base/diag.h"
#include "base/digest.h"

/* Largest file that publish_copy takes, in bytes (design 7: attachments). */
#define PUBLISH_COPY_MAX ((uint64_t)50 * 1024 * 1024)

/*
 * What a file is for, in the order in which changed files are put in place: what pages need first, what
 * leads to pages last. Removals go the other way round.
 */
enum publish_class {
	PUBLISH_ASSET, /* linked to, links nowhere: style sheets, attachments, data */
	PUBLISH_PAGE,
	PUBLISH_LIST, /* leads to pages: lists, feeds, sitemap */
	PUBLISH_HOME,
};

struct publish_options {
	/*
	 * Says what kind of build this is: which site, drafts or not, history or not. OUT keeps the one of its
	 * first build and refuses another. One line: control characters count as '?'.
	 */
	struct slice mode;
	bool adopt; /* take over files that stand at paths we write */
};

struct publish_result {
	size_t written, unchanged, removed; /* files */
	uint64_t bytes;                     /* in the written ones */
};

struct publish;

/*
 * Makes OUT where it is missing and takes its lock, waiting at most so many seconds for another build to
 * end (0: not at all). Null after reporting why not. The lock is held until publish_close: a build that
 * looks up its revision only now, with the lock held, can't publish an older one over a newer one.
 */
struct publish *publish_open(
    const char *out_dir, unsigned wait_seconds, struct diagnostics *diagnostics);

/*
 * Clears away what a killed build left in staging and reads the ledger. Once, before the first publish_file.
 * Returns 0; -1 after reporting that the ledger is damaged or of another mode.
 */
int publish_begin(struct publish *publish, const struct publish_options *options,
    struct diagnostics *diagnostics);

/*
 * Gives a file to publish; path is relative to OUT ("atti/2024/dczi-1/index.html"). Compares it with what
 * is there and stages it where that differs; OUT is not changed. Bytes and path need not outlive the call.
 * May be called from several threads at once, each with its own diagnostics. Returns 0; -1 after reporting a
 * path that can't be published or a failure of the system, after which publish_commit refuses.
 */
int publish_file(struct publish *publish, struct slice path, enum publish_class class,
    struct slice bytes, struct diagnostics *diagnostics);

/*
 * The same for a regular file that is open for reading at source_fd (its offset is of no matter), as
 * PUBLISH_ASSET: an attachment of at most PUBLISH_COPY_MAX bytes, copied by reflink or inside the kernel,
 * never whole in memory. *digest, where not null, becomes that of the bytes that will be published.
 */
int publish_copy(struct publish *publish, struct slice path, int source_fd, struct digest *digest,
    struct diagnostics *diagnostics);

/*
 * Puts everything given in place, and removes what was ours and was not given now. Returns 0; -1 after
 * reporting: either OUT was not changed, or (DIAG_PUBLISH_INTERRUPTED) the system failed half-way and OUT is
 * as after a kill. Nothing but publish_close may follow.
 */
int publish_commit(
    struct publish *publish, struct publish_result *result, struct diagnostics *diagnostics);

/* Forgets what was not committed and releases the lock. Null is allowed. */
void publish_close(struct publish *publish);

#endif
