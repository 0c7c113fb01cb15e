/*
 * A content file: which kind its place makes it (design 4), and what was kept of it after loading.
 */
#ifndef ZONALE_MODEL_FILE_H
#define ZONALE_MODEL_FILE_H

#include "base/digest.h"
#include "model/keys.h"
#include "model/texts.h"
#include "parse/citation.h"
#include "source/source.h"

enum file_kind {
	FILE_UNKNOWN, /* a place that design 4 does not know: warned of, never published */
	FILE_SETTINGS,
	FILE_ORGANISATIONS,
	FILE_PEOPLE,
	FILE_TOPICS,
	FILE_GLOSSARY,
	FILE_EVENTS,
	FILE_SCHOOLS,
	FILE_LEGAL_SOURCES,
	FILE_REDACTIONS,
	FILE_CEASED,
	FILE_PUBLIC_NOTES,
	FILE_BODY,
	FILE_MEETING,
	FILE_WORKING_TABLE,
	FILE_ACT,
	FILE_ATTACHMENT,
	FILE_PROGRAMME,
	FILE_POINT,
	FILE_POINT_TEXT, /* punti/NN-slug.md: the official text */
	FILE_PROGRESS,
	FILE_REPORT,
	FILE_REGULATION,
	FILE_PAGE,
	FILE_KIND_COUNT
};

/* `accettati`: a warning or privacy finding silenced in this file, with its reason. */
struct accepted {
	const struct yaml_node *node;
	struct slice rule, reason;
};

/* A heading or a numbered point of a body, kept after its text is gone. */
struct body_anchor {
	struct slice text;   /* of a heading; a point's label ("3", "a)") */
	struct slice anchor; /* the fragment that links to it */
	uint32_t line;
	uint8_t level; /* of a heading, 1..6; 0 for a point */
};

/* A citation of a body, kept for linking: where it stands and what it says. */
struct body_citation {
	uint32_t line;
	struct slice text; /* as written */
	struct citation citation;
};

struct content_file {
	struct slice path; /* relative to the site's folder */
	enum file_kind kind;
	const struct source_entry *entry;
	const struct yaml_node *root; /* null where there is none, or it could not be read */
	ARRAY(struct accepted) accepted;
	/* parts of the place, as the kind has them */
	struct slice id; /* name without extension; of an attachment: the file's name */
	struct slice
	    folder; /* the year of an act, the programme's years, a regulation's id, AAAA/<id> */
	/* a Markdown file's body; where the site is large it is parsed again by the worker that renders it */
	struct slice front_matter; /* the text of its keys */
	bool has_body;
	const struct md *body; /* parsed; null where it was not kept */
	uint32_t body_line;    /* line in the file at which it begins */
	ARRAY(struct body_anchor) anchors;
	ARRAY(struct body_citation) citations;
	struct text_links links; /* of the body, and of the keys' texts */
	bool unreadable;         /* errors were reported: nothing is derived from it */
};

/*
 * Finds the kind of a path and fills id and folder. FILE_UNKNOWN for a place that design 4 does not
 * know; *misnamed is set, beside the kind, for a file in a known folder whose name breaks its rule.
 */
enum file_kind file_kind_of(struct slice path, struct content_file *file, bool *misnamed);

/* The file of the act at a place (AAAA/<id>). */
struct slice act_file_path(struct slice place, struct arena *arena);

/* The register (enti.yaml, sito.yaml...) that a file of an unknown name beside them may mean; or empty. */
struct slice file_root_suggestion(struct slice path, struct arena *arena);

/* How a file of this kind is named, for messages: "sedute/AAAA-MM-GG-<organo>.yaml". */
const char *file_name_rule(enum file_kind kind);

#endif
