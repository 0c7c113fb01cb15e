#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OUTPUT_BLOCK ((size_t)64 * 1024)

static int read_open_file(int fd, size_t limit, struct arena *arena, struct slice *text)
{
	struct stat status;
	size_t size, len = 0;
	char *bytes;

	if (fstat(fd, &status) != 0)
		return -1;
	if (!S_ISREG(status.st_mode)) {
		errno = EINVAL;
		return -1;
	}
	size = (size_t)status.st_size;
	if (size > limit) {
		errno = EFBIG;
		return -1;
	}
	bytes = arena_alloc(arena, size + 1);
	while (len < size) {
		ssize_t got = read(fd, bytes + len, size - len);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		len += (size_t)got;
	}
	*text = (struct slice){ bytes, len };
	return 0;
}

int file_read(int dir_fd, const char *path, size_t limit, struct arena *arena, struct slice *text)
{
	int fd = openat(dir_fd, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	int result, error;

	if (fd < 0)
		return -1;
	result = read_open_file(fd, limit, arena, text);
	error = errno;
	close(fd);
	errno = error;
	return result;
}

int fd_write_all(int fd, struct slice bytes)
{
	while (bytes.len) {
		ssize_t put = write(fd, bytes.p, bytes.len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		bytes = slice_from_index(bytes, (size_t)put);
	}
	return 0;
}

void output_init(struct output *output, int fd)
{
	*output = (struct output){ .fd = fd };
}

static void output_flush(struct output *output)
{
	if (!output->failed && fd_write_all(output->fd, buffer_slice(&output->pending)) != 0)
		output->failed = errno;
	buffer_clear(&output->pending);
}

void output_add(struct output *output, struct slice text)
{
	buffer_add(&output->pending, text);
	if (output->pending.len >= OUTPUT_BLOCK)
		output_flush(output);
}

void output_addf(struct output *output, const char *format, ...)
{
	struct arena *scratch = arena_new();
	va_list args;

	va_start(args, format);
	output_add(output, arena_vprintf(scratch, format, args));
	va_end(args);
	arena_free(scratch);
}

int output_finish(struct output *output)
{
	output_flush(output);
	buffer_release(&output->pending);
	if (!output->failed)
		return 0;
	errno = output->failed;
	return -1;
}

int file_failed(struct diagnostics *d, struct slice path, int error)
{
	diag2(d, DIAG_SYSTEM, POSITION_NONE, path, slice_from(strerror(error)));
	return -1;
}

/* One folder, which may be there already, but not as a file. */
static int make_folder(int dir_fd, const char *path)
{
	struct stat status;

	if (mkdirat(dir_fd, path, 0777) == 0)
		return 0;
	if (errno != EEXIST || fstatat(dir_fd, path, &status, 0) != 0)
		return -1;
	if (S_ISDIR(status.st_mode))
		return 0;
	errno = ENOTDIR;
	return -1;
}

int make_folders(int dir_fd, const char *path)
{
	char *copy = strdup(path);
	int result = 0;

	if (!copy)
		return -1;
	for (char *p = copy; result == 0 && *p; p++) {
		if (*p != '/' || p == copy)
			continue;
		*p = '\0';
		result = make_folder(dir_fd, copy);
		*p = '/';
	}
	if (result == 0)
		result = make_folder(dir_fd, copy);
	free(copy);
	return result;
}
