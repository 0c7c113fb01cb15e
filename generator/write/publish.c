#include "write/publish.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "write/stage.h"
#include "write/state.h"

#define LOCK_NAME "lock"
#define LOCK_POLL_MS 20

struct slice publish_shown(struct publish *publish, struct slice path, struct arena *arena)
{
	if (slice_empty(path))
		return publish->out_name;
	return arena_printf(arena, "%.*s/%.*s", SLICE_ARGS(publish->out_name), SLICE_ARGS(path));
}

int publish_refused(
    struct publish *publish, enum diag_id id, struct slice path, struct diagnostics *d)
{
	diag1(d, id, POSITION_NONE, publish_shown(publish, path, d->arena));
	return -1;
}

int publish_failed(struct publish *publish, struct slice path, int error, struct diagnostics *d)
{
	struct slice shown = publish_shown(publish, path, d->arena);

	switch (error) {
	case ENOSPC:
	case EDQUOT: diag1(d, DIAG_PUBLISH_FULL, POSITION_NONE, shown); return -1;
	case EACCES:
	case EPERM:
	case EROFS:
		diag2(
		    d, DIAG_PUBLISH_UNWRITABLE, POSITION_NONE, shown, slice_from(strerror(error)));
		return -1;
	}
	return file_failed(d, shown, error);
}

/* Opening */

/* OUT, made where it is missing and then readable for all, whatever the umask. */
static int open_out(const char *out_dir)
{
	int fd = open(out_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0 || errno != ENOENT || make_folders(AT_FDCWD, out_dir) != 0)
		return fd;
	fd = open(out_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0 && fchmod(fd, 0755) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

static int open_own(int out_fd)
{
	struct stat status;
	int fd;

	if (mkdirat(out_fd, PLACE_OWN_FOLDER, 0700) != 0 && errno != EEXIST)
		return -1;
	fd = openat(out_fd, PLACE_OWN_FOLDER, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return -1;
	if (fstat(fd, &status) != 0 || ((status.st_mode & 0777) != 0700 &&
					   fchmod(fd, 0700 | (status.st_mode & S_ISGID)) != 0)) {
		int error = errno;

		close(fd);
		errno = error;
		return -1;
	}
	return fd;
}

static int take_lock(int own_fd, unsigned wait_seconds)
{
	const struct timespec pause = { 0, LOCK_POLL_MS * 1000 * 1000 };
	uint64_t tries = (uint64_t)wait_seconds * 1000 / LOCK_POLL_MS;
	int fd = openat(own_fd, LOCK_NAME, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	int error;

	if (fd < 0)
		return -1;
	while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		if (errno == EWOULDBLOCK && tries > 0) {
			tries--;
			nanosleep(&pause, NULL);
			continue;
		}
		if (errno == EINTR)
			continue;
		error = errno;
		close(fd);
		errno = error;
		return -1;
	}
	return fd;
}

static int open_all(struct publish *publish, unsigned wait_seconds, struct diagnostics *d)
{
	publish->out_fd = open_out(publish->out_name.p);
	if (publish->out_fd < 0)
		return publish_failed(publish, SLICE(""), errno, d);
	publish->own_fd = open_own(publish->out_fd);
	if (publish->own_fd < 0)
		return publish_failed(publish, SLICE(PLACE_OWN_FOLDER), errno, d);
	publish->lock_fd = take_lock(publish->own_fd, wait_seconds);
	if (publish->lock_fd < 0 && errno == EWOULDBLOCK)
		return publish_refused(publish, DIAG_PUBLISH_LOCKED, SLICE(""), d);
	if (publish->lock_fd < 0)
		return publish_failed(publish, SLICE(PLACE_OWN_FOLDER "/" LOCK_NAME), errno, d);
	return 0;
}

struct publish *publish_open(
    const char *out_dir, unsigned wait_seconds, struct diagnostics *diagnostics)
{
	struct arena *arena = arena_new();
	struct publish *publish = ARENA_NEW(arena, struct publish);

	publish->arena = arena;
	publish->out_name =
	    (struct slice){ arena_cstr(arena, slice_from(out_dir)), strlen(out_dir) };
	publish->out_fd = publish->own_fd = publish->lock_fd = publish->stage_fd = -1;
	pthread_mutex_init(&publish->mutex, NULL);
	if (open_all(publish, wait_seconds, diagnostics) != 0) {
		publish_close(publish);
		return NULL;
	}
	return publish;
}

void publish_close(struct publish *publish)
{
	const int fds[] = { publish ? publish->stage_fd : -1, publish ? publish->lock_fd : -1,
		publish ? publish->own_fd : -1, publish ? publish->out_fd : -1 };

	if (!publish)
		return;
	/* What can't be removed now is removed by the next build. */
	if (publish->stage_fd >= 0)
		(void)stage_remove(publish->own_fd);
	for (size_t i = 0; i < sizeof fds / sizeof *fds; i++)
		if (fds[i] >= 0)
			close(fds[i]);
	pthread_mutex_destroy(&publish->mutex);
	arena_free(publish->arena);
}

/* The ledger against what stands in OUT */

/* How far a killed build had come. */
struct progress {
	bool new_came;       /* all that was new */
	bool loose_replaced; /* and all that was loose and is not about to be removed */
	bool all_came;       /* and all that was planned: it removed, or was about to */
};

/*
 * A build that was killed had planned content for this path: which is there? What is neither ours before
 * nor what was planned is somebody else's. Returns an errno, or 0.
 */
static int settle_entry(
    struct publish *publish, struct ledger_entry *entry, struct progress *progress)
{
	char *path = arena_cstr(publish->arena, entry->path);
	struct place place = place_look(publish->out_fd, path);
	bool waiting = place.kind == PLACE_ABSENT, came = false;
	struct content content;
	int error = place.error;

	if (place.kind == PLACE_FILE) {
		error = place_digest(place.fd, &content.digest, &content.size) == 0 ? 0 : errno;
		close(place.fd);
		came = error == 0 && digest_eq(content.digest, entry->plan.digest);
		waiting =
		    error == 0 && entry->has && digest_eq(content.digest, entry->content.digest);
	}
	if (waiting && !entry->forgone) {
		progress->all_came = false;
		if (!entry->has && entry->class != PUBLISH_HOME)
			progress->new_came = false;
		if (entry->loose && entry->class != PUBLISH_HOME)
			progress->loose_replaced = false;
	}
	if (came) {
		entry->added = !entry->has;
		entry->has = true;
		entry->content = entry->plan;
	}
	/* A new file that never came stays planned: the folders made for it may still be there. */
	entry->planned = !entry->has && place.kind == PLACE_ABSENT;
	return error;
}

/* What may lead to what is not there, by how far the killed build had come: ledger.h says why. */
static void settle_loose(struct ledger_entry *entry, struct progress progress)
{
	bool whole = progress.new_came && progress.loose_replaced;

	if (entry->leaving)
		entry->loose = entry->loose || (whole && progress.all_came);
	else
		entry->loose = !whole && (entry->loose || entry->added);
}

static int settle(struct publish *publish, struct diagnostics *d)
{
	struct progress progress = { true, true, true };

	for (size_t i = 0; i < publish->ledger.entries.count; i++) {
		struct ledger_entry *entry = publish->ledger.entries.items[i];
		int error = entry->planned ? settle_entry(publish, entry, &progress) : 0;

		if (error)
			return publish_failed(publish, entry->path, error, d);
	}
	for (size_t i = 0; i < publish->ledger.entries.count; i++)
		settle_loose(publish->ledger.entries.items[i], progress);
	return 0;
}

static int read_ledger(struct publish *publish, struct diagnostics *d)
{
	const struct slice name = SLICE(PLACE_OWN_FOLDER "/" LEDGER_NAME);
	struct ledger *ledger = &publish->ledger;
	size_t line;

	if (ledger_read(publish->own_fd, publish->arena, ledger, &line) == 0)
		return 0;
	if (line == 0 && errno != ELOOP && errno != EINVAL && errno != EFBIG)
		return publish_failed(publish, name, errno, d);
	diag3(d, DIAG_PUBLISH_LEDGER, POSITION_NONE, publish_shown(publish, name, d->arena),
	    arena_printf(d->arena, "%zu", line), publish->out_name);
	return -1;
}

/* The text with control characters replaced, on one line. */
static struct slice printable(struct slice text, struct arena *arena)
{
	char *copy = arena_cstr(arena, text);

	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)copy[i] < 0x20 || copy[i] == 0x7f)
			copy[i] = '?';
	return (struct slice){ copy, text.len };
}

int publish_begin(
    struct publish *publish, const struct publish_options *options, struct diagnostics *diagnostics)
{
	assert(publish->stage_fd < 0);
	publish->options = *options;
	publish->options.mode = printable(options->mode, publish->arena);
	if (read_ledger(publish, diagnostics) != 0)
		return -1;
	if (publish->ledger.found && !slice_eq(publish->ledger.mode, publish->options.mode)) {
		diag3(diagnostics, DIAG_PUBLISH_MODE, POSITION_NONE, publish->out_name,
		    publish->ledger.mode, publish->options.mode);
		return -1;
	}
	if (settle(publish, diagnostics) != 0)
		return -1;
	publish->stage_fd = stage_open(publish->own_fd);
	if (publish->stage_fd < 0)
		return publish_failed(
		    publish, SLICE(PLACE_OWN_FOLDER "/staging"), errno, diagnostics);
	return 0;
}

/* Files given */

static int fail(struct publish *publish, struct slice path, int error, struct diagnostics *d)
{
	atomic_store(&publish->failed, true);
	return publish_failed(publish, path, error, d);
}

static struct item *new_item(struct publish *publish, struct slice path, enum publish_class class)
{
	struct item *item;

	pthread_mutex_lock(&publish->mutex);
	item = ARENA_NEW(publish->arena, struct item);
	item->path = (struct slice){ arena_cstr(publish->arena, path), path.len };
	*ARENA_PUSH(publish->arena, &publish->items) = item;
	pthread_mutex_unlock(&publish->mutex);
	item->class = class;
	item->before = map_get(&publish->ledger.by_path, path);
	return item;
}

/* Null after reporting a path that can't be published. */
static struct item *accept_path(
    struct publish *publish, struct slice path, enum publish_class class, struct diagnostics *d)
{
	assert(publish->stage_fd >= 0);
	if (place_path_allowed(path))
		return new_item(publish, path, class);
	atomic_store(&publish->failed, true);
	diag1(d, DIAG_PUBLISH_PATH, POSITION_NONE,
	    printable(slice_sub(path, 0, PLACE_PATH_MAX), d->arena));
	return NULL;
}

/* Was our file changed by somebody? `fd` is open where a regular file stands. */
static int see_what_it_replaces(struct item *item, int fd)
{
	bool ours = item->before && item->before->has;

	if (fd < 0) {
		item->altered = ours && (item->place == PLACE_LINK || item->place == PLACE_SPECIAL);
		return 0;
	}
	if (place_digest(fd, &item->there.digest, &item->there.size) != 0)
		return -1;
	item->altered = ours && !digest_eq(item->there.digest, item->before->content.digest);
	return 0;
}

static int give_bytes(
    struct publish *publish, struct item *item, struct place place, struct slice bytes)
{
	bool same = false;

	if (place.fd >= 0 && place_holds(place.fd, bytes, &same) != 0)
		return -1;
	if (same)
		return 0;
	if (see_what_it_replaces(item, place.fd) != 0)
		return -1;
	item->stage = atomic_fetch_add(&publish->stages, 1);
	item->staged = true;
	return stage_bytes(publish->stage_fd, item->stage, bytes);
}

int publish_file(struct publish *publish, struct slice path, enum publish_class class,
    struct slice bytes, struct diagnostics *diagnostics)
{
	struct item *item = accept_path(publish, path, class, diagnostics);
	struct place place;
	int result, error;

	if (!item)
		return -1;
	item->content = (struct content){ digest_of(bytes), bytes.len };
	place = place_look(publish->out_fd, item->path.p);
	item->place = place.kind;
	if (place.kind == PLACE_FAILED)
		return fail(publish, path, place.error, diagnostics);
	result = give_bytes(publish, item, place, bytes);
	error = errno;
	if (place.fd >= 0)
		close(place.fd);
	return result == 0 ? 0 : fail(publish, path, error, diagnostics);
}

static int stage_and_digest(
    struct publish *publish, struct item *item, int source_fd, uint64_t size)
{
	int fd, result, error;

	item->stage = atomic_fetch_add(&publish->stages, 1);
	item->staged = true;
	fd = stage_copy(publish->stage_fd, item->stage, source_fd, size);
	if (fd < 0)
		return -1;
	result = place_digest(fd, &item->content.digest, &item->content.size);
	error = errno;
	if (close(fd) != 0 && result == 0)
		return -1;
	errno = error;
	return result;
}

static int give_copy(
    struct publish *publish, struct item *item, struct place place, int source_fd, uint64_t size)
{
	bool same = false;

	if (place.fd >= 0 && place_compare(source_fd, place.fd, &same, &item->content.digest,
				 &item->content.size) != 0)
		return -1;
	if (same)
		return 0;
	if (see_what_it_replaces(item, place.fd) != 0)
		return -1;
	return stage_and_digest(publish, item, source_fd, size);
}

static int too_large(struct publish *publish, struct slice path, struct diagnostics *d)
{
	atomic_store(&publish->failed, true);
	diag2(d, DIAG_PUBLISH_TOO_LARGE, POSITION_NONE, path,
	    arena_printf(d->arena, "%d", (int)(PUBLISH_COPY_MAX >> 20)));
	return -1;
}

int publish_copy(struct publish *publish, struct slice path, int source_fd, struct digest *digest,
    struct diagnostics *diagnostics)
{
	struct item *item = accept_path(publish, path, PUBLISH_ASSET, diagnostics);
	struct stat status;
	struct place place;
	int result, error;

	if (!item)
		return -1;
	if (fstat(source_fd, &status) != 0)
		return fail(publish, path, errno, diagnostics);
	if (!S_ISREG(status.st_mode))
		return fail(publish, path, EINVAL, diagnostics);
	if ((uint64_t)status.st_size > PUBLISH_COPY_MAX)
		return too_large(publish, path, diagnostics);
	place = place_look(publish->out_fd, item->path.p);
	item->place = place.kind;
	if (place.kind == PLACE_FAILED)
		return fail(publish, path, place.error, diagnostics);
	result = give_copy(publish, item, place, source_fd, (uint64_t)status.st_size);
	error = errno;
	if (place.fd >= 0)
		close(place.fd);
	if (result != 0)
		return fail(publish, path, error, diagnostics);
	/* It may have grown while it was read. */
	if (item->content.size > PUBLISH_COPY_MAX)
		return too_large(publish, path, diagnostics);
	if (digest)
		*digest = item->content.digest;
	return 0;
}
