#include "write/stage.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define STAGING "staging"

static int remove_tree(int dir_fd, const char *name);

static int remove_content(DIR *folder)
{
	struct dirent *item;

	errno = 0;
	while ((item = readdir(folder))) {
		if (strcmp(item->d_name, ".") == 0 || strcmp(item->d_name, "..") == 0)
			continue;
		if (remove_tree(dirfd(folder), item->d_name) != 0)
			return -1;
		errno = 0;
	}
	return errno ? -1 : 0;
}

/* As deep as paths may be (PLACE_DEPTH_MAX): nobody else writes here. */
static int remove_tree(int dir_fd, const char *name)
{
	DIR *folder;
	int fd, result, error;

	if (unlinkat(dir_fd, name, 0) == 0 || errno == ENOENT)
		return 0;
	if (errno != EISDIR && errno != EPERM)
		return -1;
	fd = openat(dir_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return -1;
	folder = fdopendir(fd);
	if (!folder) {
		close(fd);
		return -1;
	}
	result = remove_content(folder);
	error = errno;
	closedir(folder);
	errno = error;
	return result == 0 ? unlinkat(dir_fd, name, AT_REMOVEDIR) : -1;
}

int stage_remove(int own_fd)
{
	return remove_tree(own_fd, STAGING);
}

int stage_open(int own_fd)
{
	if (stage_remove(own_fd) != 0 || mkdirat(own_fd, STAGING, 0700) != 0)
		return -1;
	return openat(own_fd, STAGING, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

void stage_name(char name[STAGE_NAME_MAX], size_t number)
{
	snprintf(name, STAGE_NAME_MAX, "%zu", number);
}

static int create(int stage_fd, size_t number)
{
	char name[STAGE_NAME_MAX];

	stage_name(name, number);
	return openat(stage_fd, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

int stage_bytes(int stage_fd, size_t number, struct slice bytes)
{
	int fd = create(stage_fd, number);
	int result, error;

	if (fd < 0)
		return -1;
	result = fd_write_all(fd, bytes) == 0 && fchmod(fd, 0644) == 0 ? 0 : -1;
	error = errno;
	/* Some file systems tell only now that the disk is full. */
	if (close(fd) != 0 && result == 0)
		return -1;
	errno = error;
	return result;
}

/* For where the kernel can't copy between these two files. */
static int copy_by_hand(int source_fd, int fd, uint64_t at, uint64_t size)
{
	char block[64 * 1024];

	while (at < size) {
		size_t want = size - at < sizeof block ? (size_t)(size - at) : sizeof block;
		ssize_t got = pread(source_fd, block, want, (off_t)at);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break; /* it became shorter: its digest will tell what was copied */
		if (fd_write_all(fd, (struct slice){ block, (size_t)got }) != 0)
			return -1;
		at += (uint64_t)got;
	}
	return 0;
}

static int copy_content(int source_fd, int fd, uint64_t size)
{
	loff_t at = 0;

	if (ioctl(fd, FICLONE, source_fd) == 0)
		return 0;
	while ((uint64_t)at < size) {
		ssize_t put =
		    copy_file_range(source_fd, &at, fd, NULL, (size_t)(size - (uint64_t)at), 0);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EIO))
			return -1;
		if (put <= 0)
			return copy_by_hand(source_fd, fd, (uint64_t)at, size);
	}
	return 0;
}

int stage_copy(int stage_fd, size_t number, int source_fd, uint64_t size)
{
	int fd = create(stage_fd, number);

	if (fd < 0)
		return -1;
	if (copy_content(source_fd, fd, size) != 0 || fchmod(fd, 0644) != 0) {
		int error = errno;

		close(fd);
		errno = error;
		return -1;
	}
	return fd;
}
