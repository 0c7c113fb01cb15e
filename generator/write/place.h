/*
 * Looking into OUT without being led astray: no symbolic link below it is followed, no other file system is
 * entered, nothing that could block is waited for. openat2 does it in one call; where the kernel or a
 * sandbox lacks that, the same is done folder by folder.
 *
 * Paths are those that place_path_allowed takes, NUL-terminated.
 */
#ifndef ZONALE_WRITE_PLACE_H
#define ZONALE_WRITE_PLACE_H

#include "base/digest.h"
#include "base/slice.h"

/* The folder in OUT where publishing keeps its own things. */
#define PLACE_OWN_FOLDER ".zonale"

#define PLACE_PATH_MAX 1024
#define PLACE_NAME_MAX 255
#define PLACE_DEPTH_MAX 32

enum place_kind {
	PLACE_ABSENT,
	PLACE_FILE, /* regular */
	PLACE_FOLDER,
	PLACE_LINK,       /* a symbolic link itself */
	PLACE_SPECIAL,    /* device, FIFO, socket */
	PLACE_UNDER_FILE, /* what should be a folder on the way is something else */
	PLACE_UNDER_LINK,
	PLACE_UNDER_MOUNT, /* on another file system, or a mount point itself */
	PLACE_FAILED,
};

struct place {
	enum place_kind kind;
	int fd;    /* of a PLACE_FILE, open for reading, for the caller to close; else -1 */
	int error; /* errno of PLACE_FAILED */
};

/*
 * May this be published? Names of 1 to 255 bytes of UTF-8 between '/', no '.' or '..', no control
 * characters, at most 32 names and 1024 bytes, not in OUT's own folder in any case of letters.
 */
bool place_path_allowed(struct slice path);

struct place place_look(int out_fd, const char *path);

/* The folder, open as O_PATH ("" is OUT itself); -1 with errno: ELOOP, EXDEV, ENOENT, ENOTDIR... */
int place_open_folder(int out_fd, const char *path);

/* What openat2 does in place_look and place_open_folder, without it; -1 with the same errnos. */
int place_open_stepwise(int out_fd, const char *path, int flags);

/* How many '/' the path has. */
size_t place_depth(struct slice path);

/* The path without its last name: "a/b" of "a/b/c", "" of "a". */
struct slice place_parent(struct slice path);

/* Does the open file hold exactly these bytes? Its offset is of no matter. -1 with errno. */
int place_holds(int fd, struct slice bytes, bool *same);

/* Digest and size of an open file; 0, or -1 with errno. */
int place_digest(int fd, struct digest *digest, uint64_t *size);

/*
 * Compares two open files, taking the digest of the first as it goes; *size is that of the first. Where they
 * differ the digest is not known.
 */
int place_compare(int fd, int other_fd, bool *same, struct digest *digest, uint64_t *size);

#endif
