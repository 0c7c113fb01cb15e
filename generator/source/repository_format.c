#include "source/repository_format.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#define VERSION_KEY "core.repositoryformatversion"
#define LATEST_VERSION 1
#define COMMONDIR_MAX ((size_t)8192)

const char *const repository_extensions[REPOSITORY_EXTENSIONS] = { "worktreeconfig", "partialclone",
	"preciousobjects" };

/* The repository's own settings; of a linked working tree those of the repository that it belongs to. */
static git_config *open_settings(const char *path, enum repository_where where)
{
	const char *start = where == REPOSITORY_ENVIRONMENT ? getenv("GIT_DIR") : path;
	git_buf folder = { 0 };
	git_config *config = NULL;
	struct arena *scratch = arena_new();
	struct slice common = SLICE("");

	if (start && git_repository_discover(&folder, start, 0, NULL) == 0) {
		file_read(AT_FDCWD, arena_printf(scratch, "%scommondir", folder.ptr).p,
		    COMMONDIR_MAX, scratch, &common);
		common = slice_trim(common);
		git_config_open_ondisk(
		    &config, arena_printf(scratch, "%s%.*s/config",
				 slice_starts(common, "/") ? "" : folder.ptr, SLICE_ARGS(common))
				 .p);
	}
	git_buf_dispose(&folder);
	arena_free(scratch);
	return config;
}

static bool is_harmless(const char *extension)
{
	if (strcmp(extension, "noop") == 0 || strcmp(extension, "objectformat") == 0)
		return true;
	for (size_t i = 0; i < REPOSITORY_EXTENSIONS; i++)
		if (strcmp(extension, repository_extensions[i]) == 0)
			return true;
	return false;
}

static bool find_extension(git_config *config, struct arena *arena, struct slice *setting)
{
	git_config_iterator *iterator;
	git_config_entry *entry;
	bool found = false;

	if (git_config_iterator_glob_new(&iterator, config, "^extensions\\.") != 0)
		return false;
	while (!found && git_config_next(&entry, iterator) == 0) {
		found = !is_harmless(entry->name + strlen("extensions."));
		if (found)
			*setting = arena_printf(
			    arena, "%s %s", entry->name, entry->value ? entry->value : "");
	}
	git_config_iterator_free(iterator);
	return found;
}

static enum repository_format format_of(
    git_config *config, struct arena *arena, struct slice *setting)
{
	git_buf value = { 0 };
	int32_t version = 0;
	bool sha256 = git_config_get_string_buf(&value, config, "extensions.objectformat") == 0 &&
		      strcmp(value.ptr, "sha256") == 0;

	git_buf_dispose(&value);
	if (sha256)
		return FORMAT_SHA256;
	git_config_get_int32(&version, config, VERSION_KEY);
	if (version > LATEST_VERSION) {
		*setting = arena_printf(arena, VERSION_KEY " %d", (int)version);
		return FORMAT_UNKNOWN;
	}
	return version > 0 && find_extension(config, arena, setting) ? FORMAT_UNKNOWN
								     : FORMAT_USUAL;
}

enum repository_format repository_format_of(
    const char *path, enum repository_where where, struct arena *arena, struct slice *setting)
{
	git_config *config = open_settings(path, where);
	enum repository_format format = config ? format_of(config, arena, setting) : FORMAT_USUAL;

	git_config_free(config);
	return format;
}
