/*
 * Links inside texts: what a target written in Markdown means (design 10: a broken internal link is an error).
 *
 * A target may be an address of the site ("/atti/2024/dczi-1/", also with '#...'), the content file behind one
 * ("../2024/dczi-1.md", "../../sedute/2024-05-13-conferenza.yaml"), an attachment ("dczi-1/piano.pdf"), a place in the
 * text itself ("#punto-3"), or an address elsewhere (http, https, mailto, tel).
 */
#ifndef ZONALE_MODEL_TARGET_H
#define ZONALE_MODEL_TARGET_H

#include "model/site.h"

enum link_target {
	TARGET_BROKEN,  /* nothing of this site, or nothing that is published */
	TARGET_INSIDE,  /* *path is a path of this site (model/url.h), with its fragment */
	TARGET_OUTSIDE, /* an address elsewhere, or a fragment of the text itself: as written */
};

/* file: the text that holds the link; null for a text of a key. */
enum link_target site_link_target(const struct site *site, const struct content_file *file,
    struct slice target, struct arena *arena, struct slice *path);

#endif
