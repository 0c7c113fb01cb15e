#include "markup.h"

#include <string.h>

#include "base/map.h"

#define MAX_OPEN 1000

struct markup {
	struct slice text;
	size_t at;
	struct arena *arena;
	struct map ids;
	ARRAY(struct slice) references;
	struct slice open[MAX_OPEN];
	size_t depth;
};

static bool among(struct slice word, const char *const *words)
{
	for (; *words; words++)
		if (slice_is(word, *words))
			return true;
	return false;
}

static struct slice fault(struct markup *markup, const char *what)
{
	struct slice there = slice_sub(markup->text, markup->at, markup->at + 60);

	return arena_printf(markup->arena, "%s at '%.*s'", what, SLICE_ARGS(there));
}

static char at(const struct markup *markup)
{
	return markup->at < markup->text.len ? markup->text.p[markup->at] : '\0';
}

static struct slice take_name(struct markup *markup)
{
	size_t start = markup->at;

	while (ascii_is_alnum(at(markup)) || at(markup) == '-')
		markup->at++;
	return slice_sub(markup->text, start, markup->at);
}

/* "&amp;" and its like: the only ones that we write. */
static bool skip_entity(struct markup *markup)
{
	static const char *const entities[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#39;",
		"&#x27;" };
	struct slice rest = slice_from_index(markup->text, markup->at);

	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
		if (slice_starts(rest, entities[i])) {
			markup->at += strlen(entities[i]);
			return true;
		}
	return false;
}

/* The scheme (RFC 3986) in lower case, empty where the address is relative. */
static struct slice scheme_of(struct slice url, char lower[8])
{
	size_t end = 0;

	if (url.len == 0 || !ascii_is_alpha(url.p[0]))
		return SLICE("");
	while (end < url.len && (ascii_is_alnum(url.p[end]) || memchr("+-.", url.p[end], 3))) {
		lower[end < 7 ? end : 7] = ascii_lower(url.p[end]);
		end++;
	}
	if (end == url.len || url.p[end] != ':')
		return SLICE("");
	return (struct slice){ lower, end < 7 ? end : 7 };
}

static bool is_inert_url(struct slice url)
{
	static const char *const inert[] = { "http", "https", "mailto", "tel", NULL };
	char lower[8];
	struct slice scheme = scheme_of(url, lower);

	return slice_empty(scheme) ? !slice_starts(url, "//") : among(scheme, inert);
}

static struct slice check_attribute(struct markup *markup, struct slice name, struct slice value)
{
	static const char *const known[] = { "href", "title", "id", "class", "scope", "aria-label",
		"tabindex", "role", "value", NULL };

	if (!among(name, known))
		return fault(markup, "an unknown attribute before this");
	if (slice_is(name, "id")) {
		if (value.len == 0 || map_put(&markup->ids, markup->arena, value, markup))
			return fault(markup, "an empty or repeated id before this");
	}
	if (slice_is(name, "href")) {
		if (!is_inert_url(value))
			return fault(markup, "an active address before this");
		if (slice_starts(value, "#") && value.len > 1 && strchr("nr", value.p[1]) &&
		    slice_find_byte(value, '_') != SLICE_NONE)
			*ARENA_PUSH(markup->arena, &markup->references) =
			    slice_from_index(value, 1);
	}
	return SLICE("");
}

static struct slice take_attribute(struct markup *markup)
{
	struct slice name, value;
	size_t start;

	markup->at++;
	name = take_name(markup);
	if (name.len == 0 || at(markup) != '=')
		return fault(markup, "no attribute");
	markup->at++;
	if (at(markup) != '"')
		return fault(markup, "no quotes");
	start = ++markup->at;
	while (at(markup) != '"') {
		if (markup->at >= markup->text.len || strchr("<>", at(markup)) ||
		    (at(markup) == '&' && !skip_entity(markup)))
			return fault(markup, "a bad value");
		if (at(markup) != '"')
			markup->at++;
	}
	value = slice_sub(markup->text, start, markup->at);
	markup->at++;
	return check_attribute(markup, name, value);
}

static bool is_open(const struct markup *markup, const char *name)
{
	for (size_t i = 0; i < markup->depth; i++)
		if (slice_is(markup->open[i], name))
			return true;
	return false;
}

static struct slice close_element(struct markup *markup)
{
	struct slice name;

	markup->at += 2;
	name = take_name(markup);
	if (at(markup) != '>' || markup->depth == 0 ||
	    !slice_eq(markup->open[markup->depth - 1], name))
		return fault(markup, "an end of what is not open before this");
	markup->at++;
	markup->depth--;
	return SLICE("");
}

static struct slice check_place(struct markup *markup, struct slice name)
{
	static const char *const known[] = { "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
		"blockquote", "pre", "code", "em", "strong", "del", "a", "br", "hr", "table",
		"thead", "tbody", "tr", "th", "td", "div", "section", "span", "sup", "ins",
		"details", "summary", NULL };
	static const char *const block[] = { "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
		"blockquote", "pre", "hr", "table", "div", "section", "details", NULL };

	if (!among(name, known))
		return fault(markup, "an unknown element before this");
	if (slice_is(name, "a") && is_open(markup, "a"))
		return fault(markup, "a link in a link before this");
	if (among(name, block) && is_open(markup, "p"))
		return fault(markup, "a block in a paragraph before this");
	if (markup->depth == MAX_OPEN)
		return fault(markup, "too deep before this");
	return SLICE("");
}

static struct slice open_element(struct markup *markup)
{
	struct slice name, wrong;

	markup->at++;
	name = take_name(markup);
	wrong = check_place(markup, name);
	while (wrong.len == 0 && at(markup) == ' ' &&
	       !slice_starts(slice_from_index(markup->text, markup->at), " />"))
		wrong = take_attribute(markup);
	if (wrong.len > 0)
		return wrong;
	if (slice_starts(slice_from_index(markup->text, markup->at), " />")) {
		markup->at += 3;
		return slice_is(name, "br") || slice_is(name, "hr")
			   ? SLICE("")
			   : fault(markup, "a closed element before this");
	}
	if (at(markup) != '>')
		return fault(markup, "no end of a tag");
	markup->at++;
	markup->open[markup->depth++] = name;
	return SLICE("");
}

static struct slice check_text(struct markup *markup)
{
	unsigned char c = (unsigned char)at(markup);

	if (c == '&')
		return skip_entity(markup) ? SLICE("") : fault(markup, "no entity");
	if (c == '>' || c == '"' || (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F)
		return fault(markup, "a character that is not escaped");
	markup->at++;
	return SLICE("");
}

struct slice markup_fault(struct slice html, struct arena *arena)
{
	struct markup markup = { .text = html, .arena = arena };
	struct slice wrong = SLICE("");

	while (wrong.len == 0 && markup.at < html.len) {
		if (at(&markup) != '<')
			wrong = check_text(&markup);
		else if (slice_starts(slice_from_index(html, markup.at), "</"))
			wrong = close_element(&markup);
		else
			wrong = open_element(&markup);
	}
	if (wrong.len == 0 && markup.depth > 0)
		return fault(&markup, "an element stays open");
	for (size_t i = 0; wrong.len == 0 && i < markup.references.count; i++)
		if (!map_get(&markup.ids, markup.references.items[i]))
			return arena_printf(
			    arena, "no id '%.*s'", SLICE_ARGS(markup.references.items[i]));
	return wrong;
}
