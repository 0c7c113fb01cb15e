/*
 * Every kill there is, on a small site: all_kills FOLDER DEPTH SHARE
 *
 * What kill.sh tries at random moments is tried here at each: while a generation is built, what stands in OUT
 * is kept after each call that changes it, for there a kill could leave it. From each of these moments each
 * generation is built in turn, and so on, with up to DEPTH kills before a build; equal moments are tried once,
 * and of those after two kills and more each SHARE-th alone. At each moment the links of all that can be
 * reached are whole, as check_site.c has it; each build that is let finish leaves exactly its generation.
 *
 * The site has two pages for each set of generations that a page can be in, one in a folder of its own and one
 * not, and each page leads to every other of its generation: no order among them is spared. Works in FOLDER,
 * which it empties. Says what is wrong, with the builds that led there, and ends with 1.
 */
#include <fcntl.h>
#include <ftw.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/map.h"
#include "write/publish.h"

#define GENERATIONS 4u
#define ALL_GENERATIONS ((1u << GENERATIONS) - 1)
#define EMPTY (1u << GENERATIONS) /* before the first build */
#define FILES_MAX 64u
#define FOLDERS_MAX 32u
#define WRONG_MAX 10u
#define LEDGER ".zonale/ledger"
#define NEITHER 0xff /* content of no generation */

/* A file of the site; bits of `in` are generations, those of `links` files. */
struct file {
	const char *path;
	enum publish_class class;
	unsigned in;
	uint64_t links[GENERATIONS];
	struct slice text[GENERATIONS];
};

/* What a kill can leave. */
struct moment {
	unsigned char holds[FILES_MAX]; /* 0: nothing; 1 + the first generation with this text */
	uint32_t folders;
	struct slice ledger;  /* empty: none */
	unsigned generations; /* that there may be files of */
	unsigned kills;
	const struct moment
	    *before;           /* the build of `built` from there was killed after `calls` calls */
	unsigned built, calls; /* changes, some in staging among them */
};

struct explorer {
	struct arena *arena;
	struct slice root; /* the folder worked in */
	struct file files[FILES_MAX];
	const char *folders[FOLDERS_MAX];
	unsigned file_count, folder_count;
	ARRAY(struct moment *) moments;
	struct map seen; /* by all that is in a moment but its history */
	size_t builds, wrong;
	/* The build under way. */
	const struct moment *start;
	unsigned generation;
	struct moment now; /* its ledger is in `scratch` */
	struct arena *scratch;
};

/* The one that looks on as folders are changed, or null: the calls below have no other way to it. */
static struct explorer *onlooker;

static void look(struct explorer *explorer, int fd, const char *name);

/* In place of libc's, for all code of this program. */

int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned flags)
{
	int result = (int)syscall(SYS_renameat2, from_fd, from, to_fd, to, flags);

	if (onlooker && result == 0)
		look(onlooker, to_fd, to);
	return result;
}

int renameat(int from_fd, const char *from, int to_fd, const char *to)
{
	return renameat2(from_fd, from, to_fd, to, 0);
}

int unlinkat(int fd, const char *name, int flags)
{
	int result = (int)syscall(SYS_unlinkat, fd, name, flags);

	if (onlooker && result == 0)
		look(onlooker, fd, name);
	return result;
}

/* No power is cut here. */
int syncfs(int fd)
{
	return fd < 0 ? -1 : 0;
}

int fsync(int fd)
{
	return fd < 0 ? -1 : 0;
}

/* The site */

static struct file *add_file(
    struct explorer *explorer, enum publish_class class, unsigned in, struct slice path)
{
	struct file *file = &explorer->files[explorer->file_count++];

	if (explorer->file_count > FILES_MAX)
		abort();
	file->path = path.p;
	file->class = class;
	file->in = in;
	return file;
}

/* To all there is in a generation. */
static void add_links(struct explorer *explorer, struct file *file)
{
	for (unsigned g = 0; g < GENERATIONS; g++)
		for (unsigned other = 0; other < explorer->file_count; other++)
			if (explorer->files[other].in & 1u << g)
				file->links[g] |= (uint64_t)1 << other;
}

/* The same in all its generations: to what is in all of them. */
static void add_lasting_links(struct explorer *explorer, struct file *file)
{
	for (unsigned g = 0; g < GENERATIONS; g++)
		for (unsigned other = 0; other < explorer->file_count; other++)
			if ((explorer->files[other].in & file->in) == file->in)
				file->links[g] |= (uint64_t)1 << other;
}

static void make_files(struct explorer *explorer)
{
	struct arena *arena = explorer->arena;
	unsigned lasting;

	add_file(explorer, PUBLISH_ASSET, 3, SLICE("stile-0.css"));
	add_file(explorer, PUBLISH_ASSET, 6, SLICE("stile-1.css"));
	add_file(explorer, PUBLISH_ASSET, ALL_GENERATIONS, SLICE("dati.csv"));
	add_file(explorer, PUBLISH_HOME, ALL_GENERATIONS, SLICE("index.html"));
	add_file(explorer, PUBLISH_LIST, ALL_GENERATIONS, SLICE("elenco.html"));
	for (unsigned in = 1; in <= ALL_GENERATIONS; in++) {
		add_file(explorer, PUBLISH_PAGE, in, arena_printf(arena, "a/%02u/index.html", in));
		add_file(explorer, PUBLISH_PAGE, in,
		    arena_printf(arena, "z/%02u.html", ALL_GENERATIONS - in));
	}
	/* A folder that comes and goes with all that is in it. */
	add_file(explorer, PUBLISH_PAGE, 2, SLICE("m/x/1.html"));
	add_file(explorer, PUBLISH_PAGE, 2, SLICE("m/x/2.html"));
	lasting = explorer->file_count;
	add_file(explorer, PUBLISH_PAGE, ALL_GENERATIONS, SLICE("fissa-0.html"));
	add_file(explorer, PUBLISH_PAGE, 3, SLICE("fissa-1.html"));
	add_file(explorer, PUBLISH_PAGE, 6, SLICE("b/fissa-2.html"));
	for (unsigned i = 0; i < explorer->file_count; i++) {
		struct file *file = &explorer->files[i];

		if (i >= lasting)
			add_lasting_links(explorer, file);
		else if (file->class != PUBLISH_ASSET)
			add_links(explorer, file);
	}
}

static void make_texts(struct explorer *explorer)
{
	for (unsigned i = 0; i < explorer->file_count; i++) {
		struct file *file = &explorer->files[i];

		/* A page's text says what it leads to: so equal ones lead to the same. */
		for (unsigned g = 0; g < GENERATIONS; g++)
			file->text[g] = arena_printf(explorer->arena, "%s %u %016" PRIx64 "\n",
			    file->path, file->class == PUBLISH_ASSET ? g / 2 : 0, file->links[g]);
	}
}

static void make_folders_known(struct explorer *explorer)
{
	for (unsigned i = 0; i < explorer->file_count; i++) {
		const char *path = explorer->files[i].path;

		for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
			struct slice name = { path, (size_t)(slash - path) };
			unsigned known = 0;

			while (known < explorer->folder_count &&
			       !slice_is(name, explorer->folders[known]))
				known++;
			if (known == FOLDERS_MAX)
				abort();
			if (known == explorer->folder_count)
				explorer->folders[explorer->folder_count++] =
				    arena_cstr(explorer->arena, name);
		}
	}
}

static unsigned char held(const struct file *file, struct slice text)
{
	for (unsigned g = 0; g < GENERATIONS; g++)
		if (file->in & 1u << g && slice_eq(file->text[g], text))
			return (unsigned char)(1 + g);
	return NEITHER;
}

/* Moments */

static void tell_history(const struct moment *moment)
{
	if (!moment->before)
		return;
	tell_history(moment->before);
	printf(moment->kills ? "  generation %u, killed after %u calls\n"
			     : "  generation %u, finished after %u calls\n",
	    moment->built, moment->calls);
}

static void wrong(
    struct explorer *explorer, const struct moment *moment, const char *what, struct slice about)
{
	printf("%s: %.*s\n", what, SLICE_ARGS(about));
	tell_history(moment);
	if (++explorer->wrong >= WRONG_MAX)
		exit(1);
}

/* A bit for each file. */
static uint64_t present(const struct explorer *explorer, const struct moment *moment)
{
	uint64_t files = 0;

	for (unsigned i = 0; i < explorer->file_count; i++)
		if (moment->holds[i])
			files |= (uint64_t)1 << i;
	return files;
}

static void check_files(struct explorer *explorer, const struct moment *moment)
{
	for (unsigned i = 0; i < explorer->file_count; i++) {
		const struct file *file = &explorer->files[i];
		unsigned char holds = moment->holds[i];
		bool known = false;

		if (!holds && (file->in & moment->generations) == moment->generations)
			wrong(explorer, moment, "missing", slice_from(file->path));
		for (unsigned g = 0; g < GENERATIONS && holds && holds != NEITHER; g++)
			known |= moment->generations & file->in & 1u << g &&
				 slice_eq(file->text[g], file->text[holds - 1]);
		if (holds && !known)
			wrong(explorer, moment, "neither old nor new", slice_from(file->path));
	}
}

static void check_links(struct explorer *explorer, const struct moment *moment)
{
	uint64_t there = present(explorer, moment), reached = 0, followed = 0;

	for (unsigned i = 0; i < explorer->file_count; i++)
		if (explorer->files[i].class == PUBLISH_HOME ||
		    (explorer->files[i].in & moment->generations) == moment->generations)
			reached |= (uint64_t)1 << i & there;
	while (reached != followed) {
		unsigned i = (unsigned)__builtin_ctzll(reached & ~followed);
		const struct file *file = &explorer->files[i];
		uint64_t links =
		    moment->holds[i] == NEITHER ? 0 : file->links[moment->holds[i] - 1];
		uint64_t broken = links & ~there;

		followed |= (uint64_t)1 << i;
		if (broken)
			wrong(explorer, moment, "broken link",
			    arena_printf(explorer->arena, "%s leads to %s", file->path,
				explorer->files[__builtin_ctzll(broken)].path));
		reached |= links & there;
	}
}

/* Is it that path, or below it? Everything is below "". */
static bool is_below(const char *path, struct slice above)
{
	struct slice whole = slice_from(path);

	return slice_empty(above) || slice_eq(whole, above) ||
	       (whole.len > above.len && path[above.len] == '/' &&
		   slice_eq(slice_sub(whole, 0, above.len), above));
}

/* Looks again at what is at a path and below it. */
static void see(
    const struct explorer *explorer, struct moment *moment, struct slice path, struct arena *arena)
{
	for (unsigned i = 0; i < explorer->file_count; i++) {
		const struct file *file = &explorer->files[i];
		struct slice text;

		if (is_below(file->path, path))
			moment->holds[i] = file_read(AT_FDCWD, file->path, 4096, arena, &text) == 0
					       ? held(file, text)
					       : 0;
	}
	for (unsigned i = 0; i < explorer->folder_count; i++)
		if (is_below(explorer->folders[i], path)) {
			uint32_t bit = (uint32_t)1 << i;

			moment->folders &= ~bit;
			if (access(explorer->folders[i], F_OK) == 0)
				moment->folders |= bit;
		}
	if (is_below(LEDGER, path))
		(void)file_read(AT_FDCWD, LEDGER, 1 << 20, arena, &moment->ledger);
}

static struct slice key_of(const struct moment *moment, struct arena *arena)
{
	struct slice key = arena_printf(arena, "%*s %u %u %.*s", (int)FILES_MAX, "",
	    moment->folders, moment->generations, SLICE_ARGS(moment->ledger));
	char *copy = arena_cstr(arena, key);

	memcpy(copy, moment->holds, sizeof moment->holds);
	return (struct slice){ copy, key.len };
}

/* Keeps and checks the moment, where none was equal to it. */
static void keep(struct explorer *explorer, const struct moment *moment, struct arena *scratch)
{
	struct slice key = key_of(moment, scratch);
	struct moment *copy;

	if (map_get(&explorer->seen, key))
		return;
	copy = ARENA_NEW(explorer->arena, struct moment);
	*copy = *moment;
	copy->ledger = arena_slice(explorer->arena, moment->ledger);
	map_put(&explorer->seen, explorer->arena, arena_slice(explorer->arena, key), copy);
	*ARENA_PUSH(explorer->arena, &explorer->moments) = copy;
	check_files(explorer, copy);
	check_links(explorer, copy);
}

/* The path of a name in an open folder, below that worked in. */
static struct slice path_in(
    const struct explorer *explorer, int fd, const char *name, struct arena *arena)
{
	const char *link = arena_printf(arena, "/proc/self/fd/%d", fd).p;
	char folder[PATH_MAX];
	ssize_t len = readlink(link, folder, sizeof folder);
	struct slice path;

	if (len < 0 || (size_t)len < explorer->root.len)
		abort();
	path = arena_printf(arena, "%.*s/%s", (int)len, folder, name);
	return slice_from_index(path, explorer->root.len + 1);
}

static void look(struct explorer *explorer, int fd, const char *name)
{
	struct slice path = path_in(explorer, fd, name, explorer->scratch);

	explorer->now.generations = explorer->start->generations | 1u << explorer->generation;
	explorer->now.kills = explorer->start->kills + 1;
	explorer->now.before = explorer->start;
	explorer->now.built = explorer->generation;
	explorer->now.calls++;
	see(explorer, &explorer->now, path, explorer->scratch);
	keep(explorer, &explorer->now, explorer->scratch);
}

/* Builds */

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
	(void)status, (void)kind;
	return walk->level ? remove(path) : 0;
}

static void put(const char *path, struct slice text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);

	if (fd < 0 || fd_write_all(fd, text) != 0)
		abort();
	close(fd);
}

static void restore(const struct explorer *explorer, const struct moment *moment)
{
	nftw(".", remove_one, 16, FTW_DEPTH | FTW_PHYS);
	/* Each after the one above it. */
	for (unsigned i = 0; i < explorer->folder_count; i++)
		if (moment->folders & (uint32_t)1 << i && mkdir(explorer->folders[i], 0755) != 0)
			abort();
	for (unsigned i = 0; i < explorer->file_count; i++)
		if (moment->holds[i] && moment->holds[i] != NEITHER)
			put(explorer->files[i].path, explorer->files[i].text[moment->holds[i] - 1]);
	if (slice_empty(moment->ledger))
		return;
	if (mkdir(".zonale", 0700) != 0)
		abort();
	put(LEDGER, moment->ledger);
}

static int publish_generation(
    struct explorer *explorer, struct publish *publish, struct diagnostics *d)
{
	const struct publish_options options = { .mode = SLICE("prova") };
	struct publish_result result;
	int status;

	if (publish_begin(publish, &options, d) != 0)
		return -1;
	for (unsigned i = 0; i < explorer->file_count; i++) {
		const struct file *file = &explorer->files[i];

		if (file->in & 1u << explorer->generation)
			(void)publish_file(publish, slice_from(file->path), file->class,
			    file->text[explorer->generation], d);
	}
	onlooker = explorer;
	status = publish_commit(publish, &result, d);
	onlooker = NULL;
	return status;
}

static void check_finished(struct explorer *explorer, struct arena *scratch)
{
	unsigned bit = 1u << explorer->generation;
	struct moment moment = {
		.generations = bit,
		.before = explorer->start,
		.built = explorer->generation,
		.calls = explorer->now.calls,
	};

	see(explorer, &moment, SLICE(""), scratch);
	for (unsigned i = 0; i < explorer->file_count; i++) {
		const struct file *file = &explorer->files[i];
		unsigned char right =
		    file->in & bit ? held(file, file->text[explorer->generation]) : 0;

		if (moment.holds[i] != right)
			wrong(explorer, &moment, "finished otherwise", slice_from(file->path));
	}
	for (unsigned i = 0; i < explorer->folder_count; i++) {
		struct slice folder = slice_from(explorer->folders[i]);
		bool right = false;

		for (unsigned k = 0; k < explorer->file_count; k++)
			right |=
			    explorer->files[k].in & bit &&
			    slice_starts(slice_from(explorer->files[k].path), explorer->folders[i]);
		if (right != ((moment.folders & (uint32_t)1 << i) != 0))
			wrong(explorer, &moment, "folder is left, or missing", folder);
	}
	keep(explorer, &moment, scratch);
}

static void build(struct explorer *explorer, const struct moment *start, unsigned generation)
{
	struct arena *scratch = arena_new();
	struct diagnostics d;
	struct publish *publish;

	diagnostics_init(&d);
	explorer->start = start;
	explorer->generation = generation;
	explorer->now = *start;
	explorer->now.calls = 0;
	explorer->scratch = scratch;
	explorer->builds++;
	restore(explorer, start);
	publish = publish_open(".", 0, &d);
	if (!publish || publish_generation(explorer, publish, &d) != 0 || d.list.count)
		wrong(explorer, start, "a build fails, or reports",
		    arena_printf(scratch, "generation %u", generation));
	publish_close(publish);
	check_finished(explorer, scratch);
	diagnostics_release(&d);
	arena_free(scratch);
}

/* Goes on from the moments after so many kills, those found on the way among them. */
static void explore(struct explorer *explorer, unsigned kills, unsigned share)
{
	unsigned counted = 0;

	for (size_t i = 0; i < explorer->moments.count; i++) {
		const struct moment *moment = explorer->moments.items[i];

		if (moment->kills != kills || (kills >= 2 && counted++ % share != 0))
			continue;
		for (unsigned g = 0; g < GENERATIONS; g++)
			build(explorer, moment, g);
	}
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct explorer explorer = { .arena = arena };
	const struct moment nothing = { .generations = EMPTY };
	unsigned depth, share;
	char root[PATH_MAX];

	if (argc != 4 || chdir(argv[1]) != 0) {
		fprintf(stderr, "all_kills FOLDER DEPTH SHARE\n");
		return 2;
	}
	depth = (unsigned)strtoul(argv[2], NULL, 10);
	share = (unsigned)strtoul(argv[3], NULL, 10);
	explorer.root = slice_from(arena_cstr(arena, slice_from(getcwd(root, sizeof root))));
	make_files(&explorer);
	make_texts(&explorer);
	make_folders_known(&explorer);
	keep(&explorer, &nothing, arena);
	for (unsigned kills = 0; kills <= depth; kills++)
		explore(&explorer, kills, share ? share : 1);
	printf("%zu moments, %zu builds, %zu wrong\n", explorer.moments.count, explorer.builds,
	    explorer.wrong);
	arena_free(arena);
	return explorer.wrong ? 1 : 0;
}
