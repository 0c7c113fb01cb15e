#include "cmd/history_search.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/unicode.h"
#include "check/pdf_text.h"
#include "check/report.h"
#include "source/every_file.h"

struct searching {
	struct secret_search *search;
	struct search_outcome *outcome;
	enum search_place place, name_place; /* of the files that are being looked through */
};

/* --- names ---------------------------------------------------------------------------------------- */

/* Without what a terminal would obey or stumble over. */
static struct slice printable(struct slice text, struct arena *arena)
{
	struct buffer out = { 0 };
	struct slice result;
	size_t at = 0;

	while (at < text.len) {
		size_t begin = at;
		int32_t code = utf8_next(text, &at);

		if (code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x202E)
			buffer_add_byte(&out, '?');
		else
			buffer_add(&out, slice_sub(text, begin, at));
	}
	result = arena_slice(arena, buffer_slice(&out));
	buffer_release(&out);
	return result;
}

/* A path or the name of a branch without its parts that hold a term: they would tell what is looked for. */
static struct slice shown_name(struct searching *searching, struct slice name)
{
	struct arena *arena = searching->outcome->arena;
	struct slice rest = name, part, shown = SLICE("");
	bool more = name.len > 0;

	if (!secret_search_any(searching->search, name))
		return printable(name, arena);
	while (more) {
		more = slice_cut(rest, '/', &part, &rest);
		if (secret_search_any(searching->search, part))
			part = SLICE("…");
		shown = ARENA_CONCAT(arena, shown, part, more ? SLICE("/") : SLICE(""));
	}
	/* Parted by the '/', perhaps. */
	if (secret_search_any(searching->search, shown))
		return SLICE("…");
	return printable(shown, arena);
}

/* --- looking -------------------------------------------------------------------------------------- */

static bool any_found(const struct secret_find *finds, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (finds[i].found)
			return true;
	return false;
}

/* Looks through the bytes; where there is something to say, the place is noted. */
static void look_at(struct searching *searching, struct slice bytes, unsigned gaps,
    const struct search_record *place)
{
	struct search_outcome *outcome = searching->outcome;
	struct secret_find finds[SECRET_TERMS_MAX];
	struct search_record *record;
	size_t size = outcome->terms * sizeof *finds;

	gaps |= secret_search_look(searching->search, bytes, finds);
	for (unsigned i = 0; i < SECRET_GAP_COUNT; i++)
		outcome->gaps[i] += gaps >> i & 1;
	if (!gaps && !any_found(finds, outcome->terms))
		return;
	record = ARENA_PUSH(outcome->arena, &outcome->records);
	*record = *place;
	record->gaps = gaps;
	record->id = arena_slice(outcome->arena, place->id);
	record->path = shown_name(searching, place->path);
	record->from = shown_name(searching, place->from);
	if (!any_found(finds, outcome->terms))
		return;
	outcome->places++;
	record->finds = arena_alloc(outcome->arena, size);
	memcpy(record->finds, finds, size);
}

static struct slice day_of(int64_t time, struct arena *arena)
{
	struct date day = moment_in_rome(time).day;

	return arena_printf(arena, "%04d-%02d-%02d", day.year, day.month, day.day);
}

static void look_at_object(void *context, const struct stored_object *object)
{
	static const enum search_place places[STORED_KIND_COUNT] = { [STORED_COMMIT] = PLACE_COMMIT,
		[STORED_TREE] = PLACE_NAMES,
		[STORED_BLOB] = PLACE_CONTENT,
		[STORED_TAG] = PLACE_TAG };
	struct searching *searching = context;
	struct search_record place = {
		.place = places[object->kind],
		.id = slice_from(object->id),
		.path = object->path,
		.from = object->from,
	};

	if (object->has_time)
		place.day = day_of(object->time, searching->outcome->arena);
	look_at(searching, object->bytes, object->too_large ? SECRET_GAP_TOO_LARGE : 0, &place);
}

/* A file's name, then what is in it. */
static void look_at_file(void *context, const struct stored_file *file)
{
	struct searching *searching = context;
	struct search_record place = { .place = searching->name_place, .path = file->path };

	searching->outcome->files += !slice_ends(file->path, "/");
	look_at(searching, file->path, 0, &place);
	place.place = searching->place;
	look_at(searching, file->bytes, file->too_large ? SECRET_GAP_TOO_LARGE : 0, &place);
}

/* Of git's folder all but the objects, which were looked through as such. */
static bool git_file_wanted(void *context, struct slice path)
{
	struct searching *searching = context;
	bool inner = slice_starts(path, "modules/") && slice_ends(path, "/objects/");

	searching->outcome->repositories += inner;
	return !inner && !slice_is(path, "objects/");
}

static bool work_file_wanted(void *context, struct slice path)
{
	struct searching *searching = context;

	if (slice_is(path, ".git/"))
		return false;
	if (!slice_ends(path, "/.git/"))
		return true;
	searching->outcome->repositories++;
	return false;
}

static void look_through(
    struct searching *searching, struct object_store *store, struct diagnostics *diagnostics)
{
	const char *work = object_store_work_folder(store);

	every_object(store, look_at_object, searching, &searching->outcome->objects, diagnostics);
	searching->place = PLACE_GIT_FILE;
	searching->name_place = PLACE_GIT_FILE_NAME;
	every_file(
	    object_store_git_folder(store), git_file_wanted, look_at_file, searching, diagnostics);
	searching->place = PLACE_WORK_FILE;
	searching->name_place = PLACE_WORK_FILE_NAME;
	if (work)
		every_file(work, work_file_wanted, look_at_file, searching, diagnostics);
}

/* --- the command ---------------------------------------------------------------------------------- */

/* Says what is wrong, never what was given. */
static int refuse(enum language language, enum text_id id, struct slice argument)
{
	struct output out;

	output_init(&out, STDERR_FILENO);
	say(&out, language, id, &argument, 1);
	output_finish(&out);
	return EXIT_USE;
}

/* Null after saying what is wrong with the terms; none of them outlives this but inside the search. */
static struct secret_search *read_terms(enum language language)
{
	static const enum text_id refusals[] = {
		[SECRET_NONE] = TEXT_SEARCH_NO_TERM,
		[SECRET_TOO_SHORT] = TEXT_SEARCH_TOO_SHORT,
		[SECRET_TOO_MANY] = TEXT_SEARCH_TOO_MANY,
		[SECRET_NO_TEXT] = TEXT_SEARCH_NO_TEXT,
	};
	struct secret_search *search = NULL;
	enum secret_refusal refusal;
	struct slice input;
	struct arena *scratch;
	size_t line;

	if (!secret_input_read(language, &input))
		return NULL;
	refusal = secret_search_new(input, pdf_text_read, NULL, &search, &line);
	secret_input_free(input);
	if (refusal != SECRET_ACCEPTED) {
		scratch = arena_new();
		refuse(language, refusals[refusal], arena_printf(scratch, "%zu", line));
		arena_free(scratch);
	}
	return search;
}

/* What failed, on standard error; true where anything did. */
static bool say_failures(const struct invocation *invocation, struct diagnostics *diagnostics)
{
	struct report_options report = { .language = invocation->language };
	struct output out;

	if (diagnostics->list.count == 0)
		return false;
	diagnostics_sort(diagnostics);
	output_init(&out, STDERR_FILENO);
	report_text(diagnostics, &report, &out);
	output_finish(&out);
	return true;
}

static int look_and_say(const struct invocation *invocation, struct searching *searching,
    struct object_store *store, struct diagnostics *diagnostics)
{
	struct search_outcome *outcome = searching->outcome;
	struct output out;
	bool failed;

	outcome->terms = secret_search_terms(searching->search);
	look_through(searching, store, diagnostics);
	output_init(&out, STDOUT_FILENO);
	search_report(outcome, invocation->language, invocation->json, &out);
	failed = output_finish(&out) != 0;
	if (say_failures(invocation, diagnostics) || failed)
		return EXIT_SYSTEM;
	return outcome->places ? EXIT_CONTENT : EXIT_GOOD;
}

int command_history_search(const struct invocation *invocation)
{
	static const struct rlimit none = { 0, 0 };
	const char *site = invocation->site ? invocation->site : ".";
	struct stat status_of_site;
	struct search_outcome outcome = { 0 };
	struct searching searching = { .outcome = &outcome };
	struct diagnostics diagnostics;
	struct object_store *store;
	int status;

	if (invocation->site && invocation->repository)
		return refuse(invocation->language, TEXT_USAGE_ARGUMENT, SLICE("…"));
	if (stat(site, &status_of_site) != 0 || !S_ISDIR(status_of_site.st_mode))
		return refuse(invocation->language, TEXT_SEARCH_NO_FOLDER, SLICE(""));
	/* No image of our memory on a disk, whatever happens. */
	setrlimit(RLIMIT_CORE, &none);
	diagnostics_init(&diagnostics);
	outcome.arena = arena_new();
	store = object_store_open(invocation->repository ? invocation->repository : site,
	    !invocation->repository, &diagnostics);
	if (!store) {
		say_failures(invocation, &diagnostics);
		status = EXIT_SYSTEM;
	} else {
		searching.search = read_terms(invocation->language);
		status = searching.search
			     ? look_and_say(invocation, &searching, store, &diagnostics)
			     : EXIT_USE;
	}
	secret_search_free(searching.search);
	object_store_close(store);
	diagnostics_release(&diagnostics);
	arena_free(outcome.arena);
	return status;
}
