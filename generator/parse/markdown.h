/*
 * Markdown as zonale reads it. cmark-gfm parses, its tree becomes ours at once and is freed: small nodes in one array
 * of the caller's arena, linked by index. HTML, plain text, search and comparison walk this tree; nothing here makes
 * HTML.
 *
 * On top of CommonMark with GFM's tables, footnotes and strikethrough, the text of an act is kept true (design 4.1):
 *   - ordered lists, and `a)`, `aa)`, `ii)`, `1.1` at a line's start, become points with their label as written;
 *     written numbers of an ordered list that are not consecutive are an error;
 *   - raw HTML becomes text, with a warning; an HTML comment is an error;
 *   - lines indented by four blanks become a paragraph that keeps its lines, with a warning, never code;
 *   - what Markdown would drop without a word (a note or a link's target that nothing refers to) is an error;
 *   - `[omissis]` is a node; images stay in the tree, and are links to their file on a page, with a warning;
 *   - bare addresses, "smart" quotes and task lists are left as they are written.
 *
 * Texts that would cost cmark minutes or gigabytes are refused before it sees them (parse/markdown_limits.c).
 *
 * Safe to call from several threads, but for md_parse_spec, whose extensions change tables inside cmark.
 */
#ifndef ZONALE_PARSE_MARKDOWN_H
#define ZONALE_PARSE_MARKDOWN_H

#include "base/buffer.h"
#include "base/diag.h"

#define MD_MAX_BYTES ((size_t)4 << 20) /* design 9 */

enum md_kind {
	MD_DOCUMENT,  /* node 0 */
	MD_PARAGRAPH, /* */
	MD_HEADING,   /* level 1-6 as written; number: depth from 1 without jumps; extra: anchor */
	MD_QUOTE,     /* */
	MD_LIST,      /* tight; in the spec profile also ordered, number: its start */
	MD_ITEM,      /* spec profile: task, checked */
	MD_POINTS,    /* tight; points with labels */
	MD_POINT, /* text: label as written, "3.", "a)", "1.1"; extra: anchor, in section Delibera */
	MD_CODE_BLOCK, /* text; extra: info string */
	MD_HTML_BLOCK, /* text; spec profile only */
	MD_RULE,       /* */
	MD_TABLE,      /* its rows, the header first; number: columns */
	MD_ROW,        /* header */
	MD_CELL,       /* header; level: enum md_align */
	MD_FOOTNOTE, /* at the document's end; text: label; number from 1; index: how many references it has */
	/* inline, from here */
	MD_TEXT,         /* text */
	MD_SOFT_BREAK,   /* a line end */
	MD_HARD_BREAK,   /* */
	MD_CODE,         /* text */
	MD_HTML_INLINE,  /* text; spec profile only */
	MD_EMPHASIS,     /* */
	MD_STRONG,       /* */
	MD_STRIKE,       /* */
	MD_LINK,         /* text: target as written; extra: title */
	MD_IMAGE,        /* the same; its children are the alternative text */
	MD_FOOTNOTE_REF, /* number: of its footnote; index from 1 among the references to it */
	MD_OMISSIS,      /* text: as written, with its brackets */
};

enum md_align { MD_ALIGN_NONE, MD_ALIGN_LEFT, MD_ALIGN_CENTER, MD_ALIGN_RIGHT };

/* Links between nodes are indices; 0, the document, stands for none. */
struct md_node {
	uint8_t kind; /* enum md_kind */
	uint8_t level;
	bool tight, ordered, header, task, checked;
	uint32_t parent, first, last, next;
	uint32_t line; /* in the file, from 1; of an inline node: near its begin */
	uint32_t number, index;
	struct slice text, extra; /* in the arena */
};

struct md {
	struct md_node *nodes;
	uint32_t count;
	unsigned spec; /* flags of md_parse_spec; 0 for an act's text */
};

/*
 * Parses `text` (UTF-8, NFC), whose first line is line `first_line` of `file`. Returns 0; -1 after an error for a
 * text that is refused, and *out is then a document without content. Errors about single places (numbers, comments)
 * are reported and leave a whole tree. The tree borrows nothing from `text`.
 */
int md_parse(struct slice text, struct slice file, uint32_t first_line, struct arena *arena,
    struct diagnostics *diagnostics, struct md *out);

/* What the specifications' examples ask for: their options of cmark-gfm. */
enum md_spec_flag {
	MD_SPEC = 1, /* plain CommonMark, raw HTML as it is */
	MD_SPEC_TABLE = 2,
	MD_SPEC_STRIKETHROUGH = 4,
	MD_SPEC_AUTOLINK = 8,
	MD_SPEC_TAGFILTER = 16,
	MD_SPEC_TASKLIST = 32,
	MD_SPEC_FOOTNOTES = 64,
	MD_SPEC_SMART = 128,
	MD_SPEC_FULL_INFO = 256,
	MD_SPEC_STYLE_ALIGN = 512,
};

/* For the specifications' test suites alone: no rule of ours, no limit, not for several threads. */
void md_parse_spec(struct slice text, unsigned flags, struct arena *arena, struct md *out);

/*
 * Walks a node and all below it without recursion, each node twice: entering, and leaving behind its children.
 *     for (struct md_walk walk = md_walk(md, 0); md_step(&walk);) ... walk.node, walk.entering
 */
struct md_walk {
	const struct md *md;
	uint32_t root, node;
	bool entering, started, skip;
};

struct md_walk md_walk(const struct md *md, uint32_t root);
bool md_step(struct md_walk *walk);

/* While entering a node: the next step leaves it. */
void md_skip_children(struct md_walk *walk);

static inline bool md_is_inline(enum md_kind kind)
{
	return kind >= MD_TEXT;
}

/*
 * Adds the text of a node and all below it, for excerpts and search: labels of points, blocks on lines of their own,
 * a blank for a line's end, nothing for footnote marks.
 */
void md_plain_text(const struct md *md, uint32_t root, struct buffer *out);

/*
 * A run is text that reads on: neighbouring MD_TEXT and MD_SOFT_BREAK nodes. Adds the run's text that begins at
 * `first` (one byte, a blank, for a break); returns the first sibling behind it, or 0.
 */
uint32_t md_run(const struct md *md, uint32_t first, struct buffer *out);

/* Headings in order, and the points of the section `## Delibera` at any depth. Anchors are unique in the text. */
struct md_outline_entry {
	uint32_t node, line;
	uint32_t depth;    /* from 1: of a heading as in its node; of a point among points */
	struct slice text; /* of a heading: its words; of a point: its label without '.' and ')' */
	struct slice anchor;
};

struct md_outline {
	ARRAY(struct md_outline_entry) headings, points;
};

void md_outline(const struct md *md, struct arena *arena, struct md_outline *out);

/*
 * The node of the section under the heading with these words (case and accents aside), and the sibling where the
 * section ends (0: with the text); false where there is none. Sections are those of the document's own level.
 */
bool md_section(const struct md *md, const char *heading, struct arena *scratch, uint32_t *first,
    uint32_t *end);

/* The version of the library that reads Markdown. */
const char *markdown_library(void);

#endif
