#include "html_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/unicode.h"

#define DEPTH_MAX 200

struct element {
	struct slice name;
	size_t line;
	bool filled;    /* holds text, a picture, or a control */
	bool captioned; /* a table with its caption, or in a region that has a name */
};

struct reader {
	struct html_page *page;
	struct slice text;
	size_t at, line;
	struct element open[DEPTH_MAX];
	size_t depth;
	unsigned h1, main, title, navs, heading;
	bool unlabelled_nav, stopped, fragment;
	ARRAY(struct slice) referred; /* ids that attributes name */
	ARRAY(struct slice) fields;   /* ids of what is filled in; empty where it has none */
	struct map labels;            /* ids that a label is for */
};

struct tag {
	struct slice name;
	bool has_scope, has_label, has_alt, has_href;
	bool has_src;
	struct slice rel, content, http_equiv, id;
};

static const char *const void_elements[] = { "meta", "link", "br", "hr", "img", "col", "wbr",
	"input", "base", NULL };
static const char *const elements[] = { "html", "head", "title", "meta", "link", "base", "body",
	"header", "nav", "main", "footer", "section", "article", "aside", "div", "p", "h1", "h2",
	"h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code",
	"em", "strong", "b", "i", "del", "ins", "small", "sup", "sub", "abbr", "cite", "q", "a",
	"br", "hr", "wbr", "span", "time", "table", "caption", "thead", "tbody", "tfoot", "tr",
	"th", "td", "figure", "figcaption", "img", "details", "summary", "address", "col",
	"colgroup", "svg", "g", "rect", "line", "text", "path", "circle", "polygon", "polyline",
	"desc", "tspan", "mark", "script", "noscript", "form", "label", "input", "select", "option",
	"button", "template", "bdi", NULL };
static const char *const attributes[] = { "lang", "charset", "name", "content", "rel", "href",
	"target", "src", "alt", "id", "class", "title", "scope", "role", "tabindex", "datetime",
	"start", "value", "type", "http-equiv", "width", "height", "viewBox", "colspan", "rowspan",
	"aria-label", "aria-labelledby", "aria-describedby", "aria-hidden", "aria-current",
	"hreflang", "download", "reversed", "hidden", "open", "headers", "x", "y", "x1", "x2", "y1",
	"y2", "cx", "cy", "r", "rx", "ry", "d", "points", "transform", "text-anchor", "focusable",
	"xmlns", "media", "cite", "preserveAspectRatio", "action", "for", "defer", "autocomplete",
	"autocapitalize", "multiple", "aria-live", "placeholder", "as", "crossorigin", NULL };
static const char *const blocks[] = { "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl",
	"blockquote", "pre", "hr", "table", "div", "section", "article", "aside", "nav", "main",
	"header", "footer", "figure", "details", "address", NULL };
/* What says nothing when it is empty. */
static const char *const speaking[] = { "title", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul",
	"ol", "dl", "li", "dt", "dd", "a", "caption", "th", "summary", "figcaption", "tbody",
	"thead", "tr", "table", "time", "em", "strong", "nav", "section", "blockquote", NULL };

/* What is a page's own. */
static const char *const of_pages[] = { "html", "head", "title", "meta", "link", "base", "body",
	"main", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6", NULL };

/* Elements whose children are of a few kinds alone. */
static const struct {
	const char *parent;
	const char *children[6];
} families[] = {
	{ "ul", { "li" } },
	{ "ol", { "li" } },
	{ "dl", { "dt", "dd", "div" } },
	{ "table", { "caption", "thead", "tbody", "tfoot", "colgroup" } },
	{ "thead", { "tr" } },
	{ "tbody", { "tr" } },
	{ "tr", { "th", "td" } },
	{ "html", { "head", "body" } },
	{ "head", { "title", "meta", "link", "base", "script" } },
	{ "select", { "option" } },
};
static const struct {
	const char *child;
	const char *parents[4];
} homes[] = {
	{ "li", { "ul", "ol" } },
	{ "dt", { "dl", "div" } },
	{ "dd", { "dl", "div" } },
	{ "tr", { "thead", "tbody", "tfoot" } },
	{ "td", { "tr" } },
	{ "th", { "tr" } },
	{ "caption", { "table" } },
	{ "summary", { "details" } },
	{ "figcaption", { "figure" } },
	{ "script", { "head" } },
	{ "option", { "select" } },
};

static bool among(struct slice word, const char *const *words)
{
	for (; *words; words++)
		if (slice_is(word, *words))
			return true;
	return false;
}

void html_page_fault(struct html_page *page, size_t line, const char *format, ...)
{
	struct page_fault *fault = ARENA_PUSH(page->arena, &page->faults);
	va_list args;

	va_start(args, format);
	*fault = (struct page_fault){ arena_vprintf(page->arena, format, args), line };
	va_end(args);
}

#define FAULT(reader, ...) html_page_fault((reader)->page, (reader)->line, __VA_ARGS__)

/* What can't be read on from: the rest of the page would be nothing but consequences. */
#define STOP(reader, ...) (FAULT(reader, __VA_ARGS__), (void)((reader)->stopped = true))

static char at(const struct reader *reader)
{
	return reader->at < reader->text.len ? reader->text.p[reader->at] : '\0';
}

static void step(struct reader *reader)
{
	if (at(reader) == '\n')
		reader->line++;
	reader->at++;
}

static struct slice rest(const struct reader *reader)
{
	return slice_from_index(reader->text, reader->at);
}

static struct slice take_name(struct reader *reader)
{
	size_t start = reader->at;

	while (ascii_is_alnum(at(reader)) || at(reader) == '-')
		reader->at++;
	return slice_sub(reader->text, start, reader->at);
}

static bool is_open(const struct reader *reader, const char *name)
{
	for (size_t i = 0; i < reader->depth; i++)
		if (slice_is(reader->open[i].name, name))
			return true;
	return false;
}

static struct slice parent(const struct reader *reader)
{
	return reader->depth ? reader->open[reader->depth - 1].name : SLICE("");
}

/* Length of the character reference here; 0 for none. Adds what it stands for. */
static size_t take_reference(struct slice here, struct buffer *out)
{
	static const struct {
		const char *name, *text;
	} known[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" },
		{ "&#39;", "'" }, { "&#x27;", "'" }, { "&nbsp;", "\xC2\xA0" } };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (slice_starts(here, known[i].name)) {
			buffer_add_str(out, known[i].text);
			return strlen(known[i].name);
		}
	return 0;
}

static struct slice take_value(struct reader *reader)
{
	struct buffer out = { 0 };
	struct slice value;

	while (!reader->stopped && at(reader) != '"') {
		size_t len;

		if (at(reader) == '\0' || at(reader) == '<') {
			STOP(reader, "an attribute's value does not end");
		} else if (at(reader) == '&') {
			len = take_reference(rest(reader), &out);
			if (len == 0)
				STOP(reader, "a bare & in an attribute");
			reader->at += len;
		} else {
			buffer_add_byte(&out, at(reader));
			step(reader);
		}
	}
	reader->at++;
	value = arena_slice(reader->page->arena, buffer_slice(&out));
	buffer_release(&out);
	return value;
}

static void refer(struct reader *reader, struct slice ids)
{
	struct slice id;

	while (slice_cut(ids, ' ', &id, &ids) || id.len > 0) {
		*ARENA_PUSH(reader->page->arena, &reader->referred) = id;
		if (ids.len == 0)
			break;
	}
}

static void check_address(struct reader *reader, struct slice url, bool canonical)
{
	static const char *const schemes[] = { "https:", "http:", "mailto:", "tel:", NULL };
	size_t colon = slice_find_byte(url, ':'), end = 0;
	bool known = false;

	while (end < url.len && !strchr("/?#", url.p[end]))
		end++;
	for (size_t i = 0; schemes[i]; i++)
		known = known || slice_starts(url, schemes[i]);
	if (url.len == 0 || (colon < end && !known) || slice_starts(url, "//"))
		FAULT(reader, "the address '%.*s'", SLICE_ARGS(url));
	if (reader->fragment && !known)
		FAULT(reader, "the address '%.*s' is not whole", SLICE_ARGS(url));
	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.p[i] <= ' ')
			FAULT(reader, "a blank in the address '%.*s'", SLICE_ARGS(url));
	*ARENA_PUSH(reader->page->arena, &reader->page->links) =
	    (struct page_link){ url, reader->line, canonical };
}

static void check_id(struct reader *reader, struct slice id)
{
	if (reader->fragment)
		FAULT(reader, "the id '%.*s' in a fragment", SLICE_ARGS(id));
	if (id.len == 0 || slice_find_byte(id, ' ') != SLICE_NONE)
		FAULT(reader, "the id '%.*s'", SLICE_ARGS(id));
	else if (map_put(&reader->page->ids, reader->page->arena, id, reader))
		FAULT(reader, "the id '%.*s' a second time", SLICE_ARGS(id));
}

static void check_attribute(
    struct reader *reader, struct tag *tag, struct slice name, struct slice value)
{
	if (!among(name, attributes) && !slice_starts(name, "data-"))
		FAULT(reader, "the attribute '%.*s' of '%.*s'", SLICE_ARGS(name),
		    SLICE_ARGS(tag->name));
	if (slice_is(name, "id"))
		check_id(reader, value);
	if (slice_is(name, "href") || slice_is(name, "src"))
		check_address(reader, value, slice_is(tag->rel, "canonical"));
	if (slice_is(name, "aria-labelledby") || slice_is(name, "aria-describedby") ||
	    slice_is(name, "headers"))
		refer(reader, value);
	if (slice_is(name, "for")) {
		refer(reader, value);
		map_put(&reader->labels, reader->page->arena, value, reader);
	}
	if (slice_is(name, "id"))
		tag->id = value;
	if (slice_is(name, "lang") && value.len == 0)
		FAULT(reader, "an empty lang");
	if (slice_is(name, "rel"))
		tag->rel = value;
	if (slice_is(name, "http-equiv"))
		tag->http_equiv = value;
	tag->has_src = tag->has_src || slice_is(name, "src");
	tag->has_href = tag->has_href || slice_is(name, "href");
	tag->has_alt = tag->has_alt || slice_is(name, "alt");
	tag->has_scope = tag->has_scope || slice_is(name, "scope");
	tag->has_label =
	    tag->has_label ||
	    (value.len > 0 && (slice_is(name, "aria-label") || slice_is(name, "aria-labelledby")));
}

static void take_attributes(struct reader *reader, struct tag *tag)
{
	static const char *const flags[] = { "hidden", "open", "reversed", "download", "defer",
		"multiple", "crossorigin", NULL };
	ARRAY(struct slice) seen = { 0 };

	while (!reader->stopped && (at(reader) == ' ' || at(reader) == '\n')) {
		struct slice name, value = SLICE("");

		step(reader);
		if (at(reader) == '/' || at(reader) == '>' || at(reader) == ' ' ||
		    at(reader) == '\n')
			continue;
		name = take_name(reader);
		for (size_t i = 0; i < seen.count; i++)
			if (slice_eq(seen.items[i], name))
				FAULT(
				    reader, "the attribute '%.*s' a second time", SLICE_ARGS(name));
		*ARENA_PUSH(reader->page->arena, &seen) = name;
		if (slice_starts(rest(reader), "=\"")) {
			reader->at += 2;
			value = take_value(reader);
		} else if (name.len == 0 || at(reader) == '=' || !among(name, flags)) {
			STOP(reader, "an attribute that is not quoted: '%.*s'", SLICE_ARGS(name));
		}
		check_attribute(reader, tag, name, value);
	}
}

static void check_place(struct reader *reader, struct slice name)
{
	struct slice above = parent(reader);

	if (!among(name, elements))
		FAULT(reader, "the element '%.*s'", SLICE_ARGS(name));
	if (reader->fragment && among(name, of_pages))
		FAULT(reader, "'%.*s' in a fragment", SLICE_ARGS(name));
	if (slice_is(name, "a") && is_open(reader, "a"))
		FAULT(reader, "a link in a link");
	if (among(name, blocks) &&
	    (is_open(reader, "p") || is_open(reader, "pre") || slice_is(above, "span") ||
		slice_is(above, "em") || slice_is(above, "strong")))
		FAULT(reader, "'%.*s' in running text", SLICE_ARGS(name));
	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		if (slice_is(above, families[i].parent) && !among(name, families[i].children))
			FAULT(reader, "'%.*s' in '%.*s'", SLICE_ARGS(name), SLICE_ARGS(above));
	for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
		if (slice_is(name, homes[i].child) && !among(above, homes[i].parents))
			FAULT(reader, "'%.*s' in '%.*s'", SLICE_ARGS(name), SLICE_ARGS(above));
}

static void check_heading(struct reader *reader, struct slice name)
{
	unsigned level;

	if (name.len != 2 || name.p[0] != 'h' || name.p[1] < '1' || name.p[1] > '6')
		return;
	level = (unsigned)(name.p[1] - '0');
	if (level > reader->heading + 1)
		FAULT(reader, "h%u behind h%u", level, reader->heading);
	reader->heading = level;
	reader->h1 += level == 1;
	if (level == 1 && !is_open(reader, "main"))
		FAULT(reader, "h1 outside main");
}

static void check_tag(struct reader *reader, const struct tag *tag)
{
	if (slice_is(tag->name, "th") && !tag->has_scope)
		FAULT(reader, "th without scope");
	if (slice_is(tag->name, "img") && !tag->has_alt)
		FAULT(reader, "img without alt");
	if (slice_is(tag->name, "a") && !tag->has_href)
		FAULT(reader, "a without href");
	if (slice_is(tag->name, "script") && !tag->has_src)
		FAULT(reader, "a script in the page itself");
	if (slice_is(tag->name, "input") || slice_is(tag->name, "select"))
		*ARENA_PUSH(reader->page->arena, &reader->fields) = tag->id;
	if (slice_is(tag->name, "nav")) {
		reader->navs++;
		reader->unlabelled_nav = reader->unlabelled_nav || !tag->has_label;
	}
	if (slice_is(tag->http_equiv, "refresh"))
		reader->page->redirects = true;
	reader->main += slice_is(tag->name, "main");
	reader->title += slice_is(tag->name, "title") && !is_open(reader, "svg");
	check_heading(reader, tag->name);
}

static void fill(struct reader *reader)
{
	for (size_t i = 0; i < reader->depth; i++)
		reader->open[i].filled = true;
}

static bool in_named_region(const struct reader *reader)
{
	return reader->depth && slice_is(parent(reader), "div") &&
	       reader->open[reader->depth - 1].captioned;
}

static void open_element(struct reader *reader)
{
	struct tag tag = { 0 };
	bool closed;

	reader->at++;
	tag.name = take_name(reader);
	check_place(reader, tag.name);
	take_attributes(reader, &tag);
	if (reader->stopped)
		return;
	check_tag(reader, &tag);
	closed = at(reader) == '/';
	reader->at += closed;
	if (at(reader) != '>') {
		STOP(reader, "a tag '%.*s' that does not end", SLICE_ARGS(tag.name));
		return;
	}
	reader->at++;
	if (slice_is(tag.name, "img") || slice_is(tag.name, "svg"))
		fill(reader);
	if (slice_is(tag.name, "caption") && reader->depth)
		reader->open[reader->depth - 1].captioned = true;
	if (among(tag.name, void_elements) || (closed && is_open(reader, "svg")))
		return;
	if (closed)
		FAULT(reader, "'%.*s' closed in its own tag", SLICE_ARGS(tag.name));
	if (reader->depth == DEPTH_MAX) {
		STOP(reader, "nested too deep");
		return;
	}
	reader->open[reader->depth] = (struct element){ tag.name, reader->line, false,
		slice_is(tag.name, "div") ? tag.has_label : in_named_region(reader) };
	reader->depth++;
}

static void close_element(struct reader *reader)
{
	struct element *element;
	struct slice name;

	reader->at += 2;
	name = take_name(reader);
	if (at(reader) != '>' || !slice_eq(parent(reader), name)) {
		STOP(reader, "</%.*s> where '%.*s' is open", SLICE_ARGS(name),
		    SLICE_ARGS(parent(reader)));
		return;
	}
	reader->at++;
	element = &reader->open[--reader->depth];
	if (!element->filled && among(name, speaking))
		FAULT(reader, "an empty '%.*s'", SLICE_ARGS(name));
	if (slice_is(name, "table") && !element->captioned)
		FAULT(reader, "a table without caption");
}

static void read_text(struct reader *reader)
{
	struct buffer ignored = { 0 };
	unsigned char c = (unsigned char)at(reader);
	size_t len = 1;

	if (c == '&') {
		len = take_reference(rest(reader), &ignored);
		buffer_release(&ignored);
		if (len == 0) {
			STOP(reader, "a bare & in a text");
			return;
		}
	} else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F || c == '>') {
		FAULT(reader, "the byte %02X in a text", c);
	}
	if (!ascii_is_space((char)c))
		fill(reader);
	if (len == 1)
		step(reader);
	else
		reader->at += len;
}

static void read_body(struct reader *reader)
{
	while (!reader->stopped && reader->at < reader->text.len) {
		if (at(reader) != '<')
			read_text(reader);
		else if (slice_starts(rest(reader), "<!"))
			STOP(reader, "a comment or declaration");
		else if (slice_starts(rest(reader), "</"))
			close_element(reader);
		else
			open_element(reader);
	}
	if (!reader->stopped && reader->depth)
		html_page_fault(reader->page, reader->open[reader->depth - 1].line,
		    "'%.*s' is never closed", SLICE_ARGS(parent(reader)));
}

static void check_whole(struct reader *reader)
{
	struct html_page *page = reader->page;

	if (reader->stopped)
		return;
	if (reader->h1 != 1)
		html_page_fault(page, 1, "%u h1", reader->h1);
	if (reader->main != 1)
		html_page_fault(page, 1, "%u main", reader->main);
	if (reader->title != 1)
		html_page_fault(page, 1, "%u title", reader->title);
	if (reader->navs > 1 && reader->unlabelled_nav)
		html_page_fault(page, 1, "several nav, one without a name");
	for (size_t i = 0; i < reader->fields.count; i++)
		if (!map_get(&reader->labels, reader->fields.items[i]))
			html_page_fault(page, 1, "a field '%.*s' without a label",
			    SLICE_ARGS(reader->fields.items[i]));
	for (size_t i = 0; i < reader->referred.count; i++)
		if (!map_get(&page->ids, reader->referred.items[i]))
			html_page_fault(page, 1,
			    "an attribute names the id '%.*s', which is not there",
			    SLICE_ARGS(reader->referred.items[i]));
}

void html_page_read(struct html_page *page, struct slice text, struct arena *arena)
{
	static const char beginning[] = "<!DOCTYPE html>\n<html lang=\"it\">\n<head>\n"
					"<meta charset=\"utf-8\">\n";
	struct reader reader = { .page = page, .text = text, .line = 1 };

	*page = (struct html_page){ .arena = arena };
	if (utf8_invalid_at(text) != SLICE_NONE)
		html_page_fault(page, 1, "not UTF-8");
	if (!slice_starts(text, beginning)) {
		html_page_fault(page, 1, "does not begin with doctype, lang and charset");
		return;
	}
	reader.at = strlen("<!DOCTYPE html>");
	read_body(&reader);
	check_whole(&reader);
}

void html_page_read_fragment(struct html_page *page, struct slice text, struct arena *arena)
{
	struct reader reader = { .page = page, .text = text, .line = 1, .fragment = true };

	*page = (struct html_page){ .arena = arena };
	if (utf8_invalid_at(text) != SLICE_NONE)
		html_page_fault(page, 1, "not UTF-8");
	read_body(&reader);
}

void html_page_read_file(
    struct html_page *page, struct slice path, struct slice text, struct arena *arena)
{
	if (slice_ends(path, ".frammento.html"))
		html_page_read_fragment(page, text, arena);
	else
		html_page_read(page, text, arena);
}
