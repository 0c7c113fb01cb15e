/*
 * Attachments: which of them the site publishes, with the SHA-256 of each, and how a page lists those of an act.
 *
 * What is not published has no digest anywhere: the list holds attachments of acts that everybody sees, as they are
 * today. An attachment that was withdrawn, or that only an earlier version of an act named, is not on it.
 *
 * PDFs are not read: what a page says of a file would hang on the programs of the machine that builds the site.
 */
#ifndef ZONALE_RENDER_ATTACHMENTS_H
#define ZONALE_RENDER_ATTACHMENTS_H

#include "base/digest.h"
#include "render/layout.h"

struct published_attachment {
	const struct act *act;
	const struct attachment *attachment;
	struct digest digest; /* of the published bytes: set by who publishes them */
};

struct published_attachments {
	struct published_attachment *items; /* by act_cmp, then as the act lists them */
	size_t count, cap;
};

/* Adds every attachment that is published; the digests are still to be filled in. */
void attachments_find(
    const struct site *site, struct arena *arena, struct published_attachments *list);

/* In groups of eight digits, so that a person can compare it. */
struct digest_text {
	struct slice *items;
	size_t count, cap;
};
void digest_text(struct digest digest, struct arena *arena, struct digest_text *text);

struct attachment_row {
	struct slice title, name, url;             /* url: empty where there is no file */
	struct slice format;                       /* for the link's text: kind and size */
	struct slice details;                      /* what its keys say of it; may be empty */
	struct slice language;                     /* a code, where it is not Italian */
	struct slice opening, reading;             /* sentences; may be empty */
	struct slice alternative, alternative_url; /* an accessible form of it; may be empty */
	struct slice contacts_url; /* where to ask for one; empty where there is one */
	struct slice size;         /* in bytes */
	struct digest_text digest; /* empty where it is not known */
	struct slice verify_url;
};
struct attachment_rows {
	struct attachment_row *items;
	size_t count, cap;
};
extern const struct view attachment_row_view;

void act_attachments(struct maker *maker, const struct act *act, struct attachment_rows *rows);

/* Its title, else its name. */
struct slice attachment_title(const struct attachment *attachment);

/* The path of an attachment of the act by its name, where it is there; else empty. */
struct slice attachment_path(const struct act *act, struct slice name, struct arena *arena);

#endif
