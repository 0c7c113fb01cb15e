/*
 * The files of a theme that are published beside the pages: what they are called there, and style sheets that name
 * others of them.
 *
 * A name tells what is in the file ("risorse/caratteri/lora-400.1a2b3c4d.woff2"): a browser may keep it for ever.
 * Those of .txt and .ico stay as they are; people and browsers look for them by name.
 */
#ifndef ZONALE_RENDER_ASSETS_H
#define ZONALE_RENDER_ASSETS_H

#include "base/diag.h"

struct theme_file {
	struct slice path; /* below the theme's folder, with '/' */
	struct slice bytes;
};

/* The path in OUT. */
struct slice asset_path(const struct theme_file *file, struct arena *arena);

/* One of the files, sorted by path, or null. */
const struct theme_file *asset_find(
    const struct theme_file *files, size_t count, struct slice path);

/*
 * A style sheet with each url(...) of another file of the theme changed to that file's name in OUT. `shown`: its file as
 * named to the author. False after reporting what is no such file: a missing one, another site, data in place of a
 * file, another style sheet (@import, too).
 */
bool asset_link_style(const struct theme_file *style, struct slice shown,
    const struct theme_file *files, size_t count, struct arena *arena,
    struct diagnostics *diagnostics, struct slice *linked);

#endif
