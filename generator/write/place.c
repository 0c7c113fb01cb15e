#include "write/place.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/unicode.h"

#define BLOCK ((size_t)64 * 1024)

static bool name_allowed(struct slice name)
{
	return name.len > 0 && name.len <= PLACE_NAME_MAX && !slice_is(name, ".") &&
	       !slice_is(name, "..");
}

bool place_path_allowed(struct slice path)
{
	struct slice rest = path, name;
	size_t names = 0;
	bool more;

	if (path.len == 0 || path.len > PLACE_PATH_MAX || utf8_invalid_at(path) != SLICE_NONE)
		return false;
	for (size_t i = 0; i < path.len; i++)
		if ((unsigned char)path.p[i] < 0x20 || path.p[i] == 0x7f)
			return false;
	do {
		struct slice tail;

		more = slice_cut(rest, '/', &name, &tail);
		if (!name_allowed(name) || ++names > PLACE_DEPTH_MAX)
			return false;
		if (names == 1 && name.len == sizeof PLACE_OWN_FOLDER - 1 &&
		    strncasecmp(name.p, PLACE_OWN_FOLDER, name.len) == 0)
			return false;
		rest = tail;
	} while (more);
	return true;
}

size_t place_depth(struct slice path)
{
	size_t depth = 0;

	for (size_t i = 0; i < path.len; i++)
		depth += path.p[i] == '/';
	return depth;
}

struct slice place_parent(struct slice path)
{
	size_t cut = slice_find_last_byte(path, '/');

	return slice_sub(path, 0, cut == SLICE_NONE ? 0 : cut);
}

static void close_keeping_errno(int fd)
{
	int error = errno;

	if (fd >= 0)
		close(fd);
	errno = error;
}

/* Another file system has another device number; a bind mount of the same one goes unnoticed here. */
static int same_device(int fd, int other)
{
	struct stat a, b;

	if (fstat(fd, &a) != 0 || fstat(other, &b) != 0)
		return -1;
	if (a.st_dev == b.st_dev)
		return 0;
	errno = EXDEV;
	return -1;
}

/* Tells a link on the way (ELOOP) from another thing that is no folder (ENOTDIR, as the kernel says). */
static int step_into(int folder, const char *name)
{
	int fd = openat(folder, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct stat status;

	if (fd < 0 && errno == ENOTDIR) {
		if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
		    S_ISLNK(status.st_mode))
			errno = ELOOP;
		else
			errno = ENOTDIR;
	}
	return fd;
}

int place_open_stepwise(int out_fd, const char *path, int flags)
{
	char name[PLACE_NAME_MAX + 1];
	int folder = openat(out_fd, ".", O_PATH | O_DIRECTORY | O_CLOEXEC), fd;
	const char *slash;

	while (folder >= 0 && (slash = strchr(path, '/'))) {
		int next;

		memcpy(name, path, (size_t)(slash - path));
		name[slash - path] = '\0';
		next = step_into(folder, name);
		close_keeping_errno(folder);
		folder = next;
		path = slash + 1;
	}
	if (folder < 0)
		return -1;
	if (flags & O_DIRECTORY)
		fd = step_into(folder, path);
	else
		fd = openat(folder, path, flags | O_NOFOLLOW | O_CLOEXEC);
	close_keeping_errno(folder);
	if (fd >= 0 && same_device(fd, out_fd) != 0) {
		close_keeping_errno(fd);
		return -1;
	}
	return fd;
}

static int open_below(int out_fd, const char *path, int flags)
{
	struct open_how how = {
		.flags = (uint64_t)(unsigned)(flags | O_CLOEXEC),
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV,
	};
	long fd = syscall(SYS_openat2, out_fd, path, &how, sizeof how);

	/* Before Linux 5.6 the call is unknown; some sandboxes answer EPERM to what they don't know. */
	if (fd < 0 && (errno == ENOSYS || errno == EPERM))
		return place_open_stepwise(out_fd, path, flags);
	return (int)fd;
}

int place_open_folder(int out_fd, const char *path)
{
	return open_below(out_fd, *path ? path : ".", O_PATH | O_DIRECTORY);
}

/* ELOOP is said of a link anywhere: is it the last name? */
static enum place_kind which_link(int out_fd, const char *path)
{
	struct slice parent = place_parent(slice_from(path));
	char name[PLACE_PATH_MAX + 1];
	int fd;

	memcpy(name, parent.p, parent.len);
	name[parent.len] = '\0';
	fd = place_open_folder(out_fd, name);
	if (fd < 0)
		return PLACE_UNDER_LINK;
	close(fd);
	return PLACE_LINK;
}

static struct place place_unopened(int out_fd, const char *path, int error)
{
	struct place place = { PLACE_FAILED, -1, 0 };

	switch (error) {
	case ENOENT: place.kind = PLACE_ABSENT; break;
	case ENOTDIR: place.kind = PLACE_UNDER_FILE; break;
	case ELOOP: place.kind = which_link(out_fd, path); break;
	case EXDEV: place.kind = PLACE_UNDER_MOUNT; break;
	case ENXIO: place.kind = PLACE_SPECIAL; break; /* a socket */
	default: place.error = error;
	}
	return place;
}

struct place place_look(int out_fd, const char *path)
{
	struct place place = { PLACE_FILE, -1, 0 };
	struct stat status;

	place.fd = open_below(out_fd, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
	if (place.fd < 0)
		return place_unopened(out_fd, path, errno);
	if (fstat(place.fd, &status) != 0) {
		place.kind = PLACE_FAILED;
		place.error = errno;
	} else if (!S_ISREG(status.st_mode)) {
		place.kind = S_ISDIR(status.st_mode) ? PLACE_FOLDER : PLACE_SPECIAL;
	}
	if (place.kind != PLACE_FILE) {
		close(place.fd);
		place.fd = -1;
	}
	return place;
}

/* Up to `size` bytes at the offset, fewer only at the file's end; -1 with errno. */
static ssize_t read_at(int fd, char *bytes, size_t size, uint64_t offset)
{
	size_t len = 0;

	while (len < size) {
		ssize_t got = pread(fd, bytes + len, size - len, (off_t)(offset + len));

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		len += (size_t)got;
	}
	return (ssize_t)len;
}

int place_holds(int fd, struct slice bytes, bool *same)
{
	char block[BLOCK];
	struct stat status;
	size_t at = 0;

	if (fstat(fd, &status) != 0)
		return -1;
	*same = (uint64_t)status.st_size == bytes.len;
	while (*same && at < bytes.len) {
		ssize_t got = read_at(fd, block, sizeof block, at);

		if (got < 0)
			return -1;
		*same = got > 0 && (size_t)got <= bytes.len - at &&
			memcmp(block, bytes.p + at, (size_t)got) == 0;
		at += (size_t)got;
	}
	return 0;
}

int place_digest(int fd, struct digest *digest, uint64_t *size)
{
	struct digest_state state;
	char block[BLOCK];
	ssize_t got;

	digest_start(&state);
	*size = 0;
	while ((got = read_at(fd, block, sizeof block, *size)) > 0) {
		digest_add(&state, (struct slice){ block, (size_t)got });
		*size += (uint64_t)got;
	}
	*digest = digest_finish(&state);
	return got < 0 ? -1 : 0;
}

int place_compare(int fd, int other_fd, bool *same, struct digest *digest, uint64_t *size)
{
	struct digest_state state;
	char block[BLOCK], other[BLOCK];
	ssize_t got, got_other;

	digest_start(&state);
	*size = 0;
	do {
		got = read_at(fd, block, sizeof block, *size);
		got_other = read_at(other_fd, other, sizeof other, *size);
		if (got < 0 || got_other < 0)
			return -1;
		*same = got == got_other && memcmp(block, other, (size_t)got) == 0;
		digest_add(&state, (struct slice){ block, (size_t)got });
		*size += (uint64_t)got;
	} while (*same && got > 0);
	*digest = digest_finish(&state);
	return 0;
}
