/*
 * View tables: what a page may show, said once. A view describes a C struct to the template engine:
 * for each field its name in templates (Italian), its kind and its place in the struct. A template
 * is compiled against a view, so that an unknown name is an error with file, line and suggestion
 * before any page is made, and kind and place in the HTML pick the escaper:
 *
 *   VIEW_TEXT    struct slice  text by anybody: content, an attribute, or one part of a URL
 *   VIEW_HTML    struct html   {{{name}}} in text only
 *   VIEW_URL     struct slice  a whole URL or reference; an unsafe one (render/html.h) becomes "#"
 *   VIEW_ID      struct slice  [a-z0-9-]: like text, and may also begin a URL
 *   VIEW_DATE    struct date   in ISO form, as datetime= wants it; for reading, give a text
 *   VIEW_FLAG    bool          for sections only
 *   VIEW_NUMBER  int, unsigned int (uint32_t) or size_t
 *   VIEW_JSON    struct slice  JSON by base/json.h: {{{name}}}, in a script of type
 *                              application/ld+json only
 *   VIEW_LIST    ARRAY(struct item), with the item's view; ARRAY(struct slice) with view_text
 *   VIEW_OBJECT  [const] struct item *, with its view; null: absent
 *
 * A section {{#name}} shows for a text, html, url, id or JSON that is not empty, a date that is
 * known, a number other than 0, a flag that is true, an object that is there, and once for each
 * item of a list; {{^name}} shows where {{#name}} does not. In the section of an object or of an
 * item its names come first, then those around it; in that of a text, url, id, date or number {{.}}
 * is the value. `list.quanti` is the number of items, so that this writes no empty list:
 *
 *   {{#atti.quanti}}<ul>{{#atti}}<li>{{titolo}}{{/atti}}</ul>{{/atti.quanti}}
 *
 *   struct act_row { struct slice title; struct slice url; };
 *   static const struct view_field act_row_fields[] = {
 *           VIEW_TEXT(struct act_row, title, "titolo"),
 *           VIEW_URL(struct act_row, url, "url"),
 *   };
 *   const struct view act_row_view = VIEW("riga_atto", struct act_row, act_row_fields);
 *
 *   struct list_page { ARRAY(struct act_row) acts; const struct act_row *next; };
 *   static const struct view_field list_page_fields[] = {
 *           VIEW_LIST(struct list_page, acts, "atti", struct act_row, &act_row_view),
 *           VIEW_OBJECT(struct list_page, next, "prossimo", struct act_row, &act_row_view),
 *   };
 *
 * A member of another type than its macro wants does not compile. Structs that hold another struct
 * by value take its members by path: VIEW_TEXT(struct list_page, site.title, "sito_titolo").
 */
#ifndef ZONALE_RENDER_VIEW_H
#define ZONALE_RENDER_VIEW_H

#include "base/date.h"
#include "render/html.h"

enum view_kind {
	VIEW_KIND_TEXT,
	VIEW_KIND_HTML,
	VIEW_KIND_URL,
	VIEW_KIND_ID,
	VIEW_KIND_DATE,
	VIEW_KIND_FLAG,
	VIEW_KIND_INT,
	VIEW_KIND_UNSIGNED,
	VIEW_KIND_SIZE,
	VIEW_KIND_JSON,
	VIEW_KIND_LIST,
	VIEW_KIND_OBJECT,
};

struct view;

struct view_field {
	const char *name;
	enum view_kind kind;
	size_t offset;
	const struct view *of; /* of a list's items, or of an object */
	size_t item_size;      /* of a list's items, in bytes; for the others 0 */
};

struct view {
	const char *name; /* for messages */
	const struct view_field *fields;
	size_t count;
	size_t size; /* of the struct */
};

/* Items that are a struct slice: {{.}}. */
extern const struct view view_text;

#define VIEW(name, type, table)                                                \
	{                                                                      \
		(name), (table), sizeof(table) / sizeof *(table), sizeof(type) \
	}

/* Does not compile where the member has another type. */
#define VIEW_OFFSET(type, member, wanted) \
	(offsetof(type, member) + 0 * sizeof(_Generic(&((type *)0)->member, wanted * : 1)))

#define VIEW_TEXT(type, member, name)                                                    \
	{                                                                                \
		(name), VIEW_KIND_TEXT, VIEW_OFFSET(type, member, struct slice), NULL, 0 \
	}
#define VIEW_HTML(type, member, name)                                                   \
	{                                                                               \
		(name), VIEW_KIND_HTML, VIEW_OFFSET(type, member, struct html), NULL, 0 \
	}
#define VIEW_URL(type, member, name)                                                    \
	{                                                                               \
		(name), VIEW_KIND_URL, VIEW_OFFSET(type, member, struct slice), NULL, 0 \
	}
#define VIEW_ID(type, member, name)                                                    \
	{                                                                              \
		(name), VIEW_KIND_ID, VIEW_OFFSET(type, member, struct slice), NULL, 0 \
	}
#define VIEW_DATE(type, member, name)                                                   \
	{                                                                               \
		(name), VIEW_KIND_DATE, VIEW_OFFSET(type, member, struct date), NULL, 0 \
	}
#define VIEW_FLAG(type, member, name)                                            \
	{                                                                        \
		(name), VIEW_KIND_FLAG, VIEW_OFFSET(type, member, bool), NULL, 0 \
	}
#define VIEW_NUMBER(type, member, name)                    \
	{                                                  \
		(name),                                    \
		    _Generic(((type *)0)->member, int      \
			     : VIEW_KIND_INT, unsigned int \
			     : VIEW_KIND_UNSIGNED, size_t  \
			     : VIEW_KIND_SIZE),            \
		    offsetof(type, member), NULL, 0        \
	}
#define VIEW_JSON(type, member, name)                                                    \
	{                                                                                \
		(name), VIEW_KIND_JSON, VIEW_OFFSET(type, member, struct slice), NULL, 0 \
	}
#define VIEW_LIST(type, member, name, item, view)                                                 \
	{                                                                                         \
		(name), VIEW_KIND_LIST,                                                           \
		    offsetof(type, member) + 0 * VIEW_OFFSET(type, member.items, item *), (view), \
		    sizeof(item)                                                                  \
	}
#define VIEW_OBJECT(type, member, name, item, view)                                              \
	{                                                                                        \
		(name), VIEW_KIND_OBJECT,                                                        \
		    offsetof(type, member) +                                                     \
			0 * sizeof(_Generic(((type *)0)->member, item * : 1, const item * : 1)), \
		    (view), 0                                                                    \
	}

#endif
