/* Where a source's cache is. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cache_file.h"
#include "source/internal.h"

#define CACHE_FOLDER "zonale" /* in the git folder */

/* In a git folder of our own alone: another user's would get a folder that he can't use. */
static int open_in_repository(const struct source *source)
{
	const char *path = git_repository_commondir(repository_handle(source->repository));
	int git = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), folder = -1;
	struct stat status;

	if (git < 0)
		return -1;
	if (fstat(git, &status) == 0 && status.st_uid == geteuid())
		folder = cache_folder_open(git, CACHE_FOLDER);
	close(git);
	return folder;
}

/* The folder that a user named is his to choose, a link too; whose files are in it is asked of each. */
static int open_apart(const char *path)
{
	mkdir(path, 0700);
	if (access(path, W_OK | X_OK) != 0)
		return -1;
	return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

void source_use_cache(struct source *source, const char *folder, struct diagnostics *diagnostics)
{
	if (!source->repository || source->cache >= 0)
		return;
	if (!folder) {
		source->cache = open_in_repository(source);
		return;
	}
	source->cache_apart = arena_slice(source->arena, slice_from(folder));
	source->cache = open_apart(folder);
	if (source->cache < 0)
		source_cache_failed(source, errno, diagnostics);
}

int source_cache(const struct source *source)
{
	return source->cache;
}

struct digest source_cache_identity(const struct source *source, struct slice format)
{
	const char *folder = git_repository_commondir(repository_handle(source->repository));
	struct digest_state state;

	digest_start(&state);
	digest_add(&state, format);
	digest_add(&state, SLICE("\0"));
	digest_add(&state, (struct slice){ folder, strlen(folder) + 1 });
	digest_add(&state, source->prefix);
	return digest_finish(&state);
}

struct slice source_cache_name(const struct source *source, const char *kind, struct arena *arena)
{
	char hex[DIGEST_HEX + 1];

	digest_hex(slice_empty(source->cache_apart) ? digest_of(source->prefix)
						    : source_cache_identity(source, SLICE("")),
	    hex);
	return arena_printf(arena, "%s-%.16s", kind, hex);
}

void source_cache_failed(const struct source *source, int error, struct diagnostics *diagnostics)
{
	if (!slice_empty(source->cache_apart))
		diag2(diagnostics, DIAG_CACHE_UNUSABLE, POSITION_NONE, source->cache_apart,
		    slice_from(strerror(error)));
}
