/*
 * Where in HTML the text of a template has come to: what decides whether a value may stand there,
 * and how it is escaped. It follows the HTML standard's tokenizer as far as that decision needs,
 * over what a theme's author wrote; values themselves never change the place, since their escapers
 * see to that.
 */
#ifndef ZONALE_RENDER_HTML_PLACE_H
#define ZONALE_RENDER_HTML_PLACE_H

#include "base/slice.h"

enum html_spot {
	SPOT_CONTENT,   /* text and elements */
	SPOT_TEXT_ONLY, /* in title and textarea */
	SPOT_RAW,       /* in script, style and others that know no escaping */
	SPOT_JSON,      /* in script type="application/ld+json" */
	SPOT_COMMENT,   /* <!-- ... */
	SPOT_MARKUP,    /* <!doctype ... */
	SPOT_TAG_OPEN,  /* behind '<' */
	SPOT_END_TAG,   /* behind "</" */
	SPOT_TAG_NAME,
	SPOT_BETWEEN, /* in a tag, behind a blank */
	SPOT_ATTRIBUTE_NAME,
	SPOT_AFTER_NAME,   /* behind the blank behind an attribute's name */
	SPOT_BEFORE_VALUE, /* behind '=' */
	SPOT_VALUE,        /* in quotes */
	SPOT_UNQUOTED,
	SPOT_AFTER_VALUE, /* a blank, '/' or '>' must come */
};

enum html_attribute {
	ATTRIBUTE_PLAIN,
	ATTRIBUTE_URL,
	ATTRIBUTE_ACTIVE, /* event handlers, style, srcdoc, lists of URLs: no value is safe there */
};

/* How far the URL in an attribute has come, the most dangerous last. */
enum url_part {
	URL_SETTLED,      /* what comes can't be the scheme any more */
	URL_BEGIN,        /* nothing yet, or values that are whole URLs */
	URL_MAYBE_SCHEME, /* letters that a ':' would make a scheme */
	URL_ACTIVE,       /* javascript:, data: and all but http, https, mailto, tel */
};

/* Bytes that are kept of a word; those that matter are shorter. */
#define HTML_WORD_MAX 24

struct html_place {
	enum html_spot spot;
	char quote;
	bool closing_json; /* the tag is a script whose type says JSON */
	enum html_attribute attribute;
	enum url_part url;
	size_t matched;              /* of what ends a comment or a raw element */
	char element[HTML_WORD_MAX]; /* of the tag, lower case, cut off */
	char word[HTML_WORD_MAX];    /* the attribute's name, then its value as far as it matters */
};

void html_place_init(struct html_place *place);

/*
 * Moves on over text of the template. Returns SLICE_NONE, or the index of a byte that should be a
 * blank, '/' or '>' because an attribute's value, or a section in a tag, ends before it.
 */
size_t html_place_text(struct html_place *place, struct slice text);

/* Says that a value was written here that may begin a URL's scheme (`letters`), or not. */
void html_place_value(struct html_place *place, bool letters);

/*
 * A section's begin or end. Returns false where no section may begin or end (in the middle of a
 * name). What follows may now come behind the text before it or behind something else.
 */
bool html_place_border(struct html_place *place);

/*
 * After a section: `shown` is the place at its end, `skipped` that at its begin. They must be the
 * same but for what can be reconciled; *place is then what holds in both cases. False where they
 * are not.
 */
bool html_place_join(
    const struct html_place *shown, const struct html_place *skipped, struct html_place *place);

#endif
