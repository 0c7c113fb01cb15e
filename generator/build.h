/*
 * A build: from a source to a published site, the whole way on one screen (build.c).
 *
 *   open -> load -> history -> link -> check -> plan -> render -> publish
 */
#ifndef ZONALE_BUILD_H
#define ZONALE_BUILD_H

#include "base/date.h"
#include "base/diag.h"
#include "model/url.h"
#include "source/source.h"
#include "verify.h"
#include "write/publish.h"

struct site_history;

/* Gets the history of the site, which is gone behind the call. */
typedef void build_told(void *context, const struct site_history *history);

struct build_options {
	const char *site; /* the folder that holds content/, or a folder inside the repository */
	const char
	    *repository; /* --repo: a repository to read a revision of; null: the site's folder */
	const char
	    *revision; /* --rev; null: the working tree (a revision where `repository` is set) */
	bool from_environment; /* inside a hook: git's environment names the repository */
	const char *out;       /* null: nothing is published (check) */
	const char *theme;     /* --theme: a folder; null: the one linked into the program */
	const char
	    *cache; /* --cache: a folder; null: in the repository, where that may be written */
	struct slice base_url; /* --base-url; empty: that of sito.yaml */
	struct date today;
	enum link_style links;
	bool drafts, no_history, adopt;
	bool verify;      /* nothing is published: `out` is compared (verify.h) */
	build_told *told; /* not null: the build ends with the history */
	void *context;    /* of `told` */
	unsigned workers;
	unsigned wait_seconds; /* how long to wait for another build of OUT */
};

struct build_result {
	size_t pages;
	struct publish_result published;
	struct verified verified;
};

/*
 * Opens the source of a build; null after reporting why not. The caller closes it, after the diagnostics were
 * shown: their source lines are read from it.
 */
struct source *build_open(const struct build_options *options, struct diagnostics *diagnostics);

/*
 * Builds and publishes, or only checks where `out` is null. Everything that is wrong goes to diagnostics; nothing
 * is published where any of it is an error. With `out` the source is opened inside, behind the lock of OUT, so that
 * of two builds at once the one with the newer revision is last; *source is then to be closed by the caller.
 */
void build(const struct build_options *options, struct source **source, struct build_result *result,
    struct diagnostics *diagnostics);

#endif
