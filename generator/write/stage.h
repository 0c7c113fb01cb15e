/*
 * Staging, OUT/.zonale/staging: files are written here, on OUT's own file system, and then renamed into
 * place. A file is named by its number, a new folder of OUT is put together under "t<number>". What a killed
 * build left here is of no use to anybody.
 */
#ifndef ZONALE_WRITE_STAGE_H
#define ZONALE_WRITE_STAGE_H

#include <sys/types.h>

#include "base/slice.h"

/* Long enough for the name of any staged file or folder. */
#define STAGE_NAME_MAX 32

/* Removes what is left and makes the folder; its descriptor, or -1 with errno. */
int stage_open(int own_fd);

/* Removes all of it; -1 with errno. */
int stage_remove(int own_fd);

/* Writes a file with mode 0644; -1 with errno. */
int stage_bytes(int stage_fd, size_t number, struct slice bytes);

/*
 * Copies so many bytes of an open file, sharing blocks where the file system can. Returns the new file, open
 * for reading and writing, for the caller to close; -1 with errno.
 */
int stage_copy(int stage_fd, size_t number, int source_fd, uint64_t size);

/* The name of a staged file. */
void stage_name(char name[STAGE_NAME_MAX], size_t number);

#endif
