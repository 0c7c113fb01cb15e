/*
 * Files of the system with every call checked. Nothing here follows a symbolic link where it says so,
 * and what is written is known to be written: an output remembers its first failure and says it when it
 * is closed.
 */
#ifndef ZONALE_BASE_FILE_H
#define ZONALE_BASE_FILE_H

#include <sys/types.h>

#include "base/buffer.h"
#include "base/diag.h"

/*
 * Reads a regular file below dir_fd (AT_FDCWD allowed) whole into the arena, without following a
 * symbolic link at its end and without waiting on a FIFO. Returns 0; -1 with errno: ELOOP for a symbolic
 * link, EINVAL for what is not a regular file, EFBIG for more than `limit` bytes.
 */
int file_read(int dir_fd, const char *path, size_t limit, struct arena *arena, struct slice *text);

/* All bytes to the descriptor, past signals and short writes; -1 with errno. */
int fd_write_all(int fd, struct slice bytes);

/* Checked output to a descriptor that the caller opened and closes: buffered, first failure kept. */
struct output {
	int fd;
	int failed; /* errno of the first failure, or 0 */
	struct buffer pending;
};

void output_init(struct output *output, int fd);
void output_add(struct output *output, struct slice text);
void output_addf(struct output *output, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Writes what is pending and releases the buffer; 0, or -1 with errno of the first failure. */
int output_finish(struct output *output);

/* Reports that a call on a path failed with this errno (DIAG_SYSTEM). Returns -1. */
int file_failed(struct diagnostics *d, struct slice path, int error);

/* Each folder of the path below dir_fd that is missing, mode 0777 less the umask; -1 with errno. */
int make_folders(int dir_fd, const char *path);

#endif
