/* A style sheet of a theme that has one more file. */
#include <string.h>

#include "base/buffer.h"
#include "render/assets.h"
#include "target.h"

/* The text without any of `taken`. */
static struct slice without(struct slice text, const char *taken, struct arena *arena)
{
	struct buffer out = { 0 };
	struct slice left;
	size_t at;

	for (; (at = slice_find(text, taken)) != SLICE_NONE;
	     text = slice_from_index(text, at + strlen(taken)))
		buffer_add(&out, slice_sub(text, 0, at));
	buffer_add(&out, text);
	left = arena_slice(arena, buffer_slice(&out));
	buffer_release(&out);
	return left;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct theme_file files[] = {
		{ SLICE_INIT("c/a.woff2"), SLICE_INIT("font") },
		{ SLICE_INIT("stile.css"), { (const char *)data, size } },
	};
	struct trial trial;
	struct slice linked, name;
	char digest[] = ".12345678";
	bool good;

	trial_begin(&trial, data, size);
	files[1].bytes = trial.bytes;
	good = asset_link_style(
	    &files[1], SLICE("t/stile.css"), files, 2, trial.arena, &trial.diagnostics, &linked);
	MUST(good != trial_has_error(&trial), trial.bytes);
	/* Nothing else of it changes: without the digest in the name it is what it was. */
	name = asset_path(&files[0], trial.arena);
	memcpy(digest, name.p + name.len - strlen(".woff2") - strlen(digest), strlen(digest));
	MUST(slice_eq(
		 without(linked, digest, trial.arena), without(trial.bytes, digest, trial.arena)),
	    trial.bytes);
	trial_end(&trial);
	return 0;
}
