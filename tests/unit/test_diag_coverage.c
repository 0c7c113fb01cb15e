/*
 * Every diagnostic is provoked by a test (design 4.4): its name or its code stands in an expectation of some file
 * of tests/, comments aside. It says which do not.
 */
#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"

static bool is_word_part(char c)
{
	return ascii_is_alnum(c) || c == '_';
}

/* Adds a text file without its comments, C's and those of scripts. */
static void add_without_comments(struct buffer *all, struct slice text)
{
	struct slice line;
	bool comment = false;

	while (slice_next_line(&text, &line)) {
		struct slice trimmed = slice_trim(line);

		if (slice_starts(trimmed, "/*"))
			comment = true;
		if (!comment && !slice_starts(trimmed, "# "))
			buffer_add(all, line);
		if (slice_find(line, "*/") != SLICE_NONE)
			comment = false;
		buffer_add_byte(all, '\n');
	}
}

static void add_folder(struct buffer *all, const char *folder, struct arena *arena)
{
	DIR *dir = opendir(folder);

	cr_assert(dir, "%s: tests run in the checkout's root", folder);
	for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
		const char *path = arena_printf(arena, "%s/%s", folder, entry->d_name).p;
		struct slice text;

		if (entry->d_name[0] == '.' || strstr(path, "diag_coverage") ||
		    strstr(path, "/node_modules"))
			continue;
		if (entry->d_type == DT_DIR)
			add_folder(all, path, arena);
		else if (file_read(AT_FDCWD, path, (size_t)8 << 20, arena, &text) == 0 &&
			 slice_find_byte(text, '\0') == SLICE_NONE)
			add_without_comments(all, text);
	}
	closedir(dir);
}

static bool has_word(const char *text, const char *word)
{
	for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
		const char *before =
		    at - (at - text >= 5 && strncmp(at - 5, "DIAG_", 5) == 0 ? 5 : 0);

		if ((before == text || !is_word_part(before[-1])) &&
		    !is_word_part(at[strlen(word)]))
			return true;
	}
	return false;
}

Test(diag_coverage, every_entry_has_a_test)
{
	struct arena *arena = arena_new();
	struct buffer all = { 0 };

	add_folder(&all, "tests", arena);
	for (int i = 0; i < DIAG_COUNT; i++) {
		enum diag_id id = (enum diag_id)i;

		cr_expect(has_word(all.p, diag_name(id)) || has_word(all.p, diag_code(id)),
		    "no test provokes %s %s", diag_code(id), diag_name(id));
	}
	buffer_release(&all);
	arena_free(arena);
}
