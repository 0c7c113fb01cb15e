#include "render/html_place.h"

#include <string.h>

void html_place_init(struct html_place *place)
{
	*place = (struct html_place){ .spot = SPOT_CONTENT };
}

static bool one_of(const char *word, const char *const *words)
{
	while (*words && strcmp(*words, word) != 0)
		words++;
	return *words != NULL;
}

/* A word longer than any that we know matches none: its last byte then never fits. */
static void word_add(char *word, char c)
{
	size_t len = strlen(word);

	if (len + 1 < HTML_WORD_MAX)
		word[len] = ascii_lower(c);
}

static void word_clear(char *word)
{
	memset(word, 0, HTML_WORD_MAX);
}

/* Fills the word so that it is none of those that we know. */
static void word_spoil(char *word)
{
	memset(word, '?', HTML_WORD_MAX - 1);
}

static enum html_attribute attribute_of(const char *name)
{
	static const char *const urls[] = { "href", "src", "action", "formaction", "cite", "poster",
		"data", "xlink:href", "manifest", "background", "longdesc", "ping", "icon", NULL };
	static const char *const active[] = { "style", "srcdoc", "srcset", "imagesrcset", NULL };

	if (one_of(name, active) || strncmp(name, "on", 2) == 0)
		return ATTRIBUTE_ACTIVE;
	return one_of(name, urls) ? ATTRIBUTE_URL : ATTRIBUTE_PLAIN;
}

static void start_value(struct html_place *place, char quote)
{
	bool is_type = strcmp(place->word, "type") == 0 && strcmp(place->element, "script") == 0;

	place->attribute = attribute_of(place->word);
	place->url = URL_BEGIN;
	place->quote = quote;
	place->spot = SPOT_VALUE;
	word_clear(place->word);
	if (!is_type)
		return;
	place->word[0] = '=';
}

/* A script's type, collected behind a '=' by start_value. */
static void end_value(struct html_place *place)
{
	if (place->word[0] == '=')
		place->closing_json = strcmp(place->word, "=application/ld+json") == 0;
	place->spot = SPOT_AFTER_VALUE;
}

static void url_byte(struct html_place *place, char c)
{
	static const char *const schemes[] = { "http", "https", "mailto", "tel", NULL };

	if (place->url == URL_SETTLED || place->url == URL_ACTIVE)
		return;
	if (c == ':')
		place->url = one_of(place->word, schemes) ? URL_SETTLED : URL_ACTIVE;
	else if (c == '/' || c == '?' || c == '#')
		place->url = URL_SETTLED;
	else
		place->url = URL_MAYBE_SCHEME;
	word_add(place->word, c);
}

static void value_byte(struct html_place *place, char c)
{
	if (c == place->quote)
		end_value(place);
	else if (place->attribute == ATTRIBUTE_URL)
		url_byte(place, c);
	else if (place->word[0] == '=')
		word_add(place->word, c);
}

/* What comes behind the '>' of a start tag. */
static enum html_spot inside_element(const struct html_place *place)
{
	static const char *const text_only[] = { "title", "textarea", NULL };
	static const char *const raw[] = { "style", "xmp", "iframe", "noembed", "noframes",
		"plaintext", NULL };

	if (strcmp(place->element, "script") == 0)
		return place->closing_json ? SPOT_JSON : SPOT_RAW;
	if (one_of(place->element, text_only))
		return SPOT_TEXT_ONLY;
	return one_of(place->element, raw) ? SPOT_RAW : SPOT_CONTENT;
}

static void end_tag(struct html_place *place)
{
	place->spot = inside_element(place);
	place->matched = 0;
}

static void tag_open_byte(struct html_place *place, char c)
{
	if (ascii_is_alpha(c)) {
		place->spot = SPOT_TAG_NAME;
		place->closing_json = false;
		word_clear(place->element);
		word_add(place->element, c);
	} else if (c == '/') {
		place->spot = SPOT_END_TAG;
	} else if (c == '!' || c == '?') {
		place->spot = SPOT_MARKUP;
		place->matched = 0;
	} else if (c != '<') {
		place->spot = SPOT_CONTENT;
	}
}

/* "<!" and then "--" is a comment. */
static void markup_byte(struct html_place *place, char c)
{
	if (c == '>')
		place->spot = SPOT_CONTENT;
	else if (place->matched < 2)
		place->matched = c == '-' ? place->matched + 1 : 3;
	if (place->matched == 2)
		place->spot = SPOT_COMMENT;
}

static void comment_byte(struct html_place *place, char c)
{
	if (c == '>' && place->matched == 2)
		place->spot = SPOT_CONTENT;
	else if (c != '-')
		place->matched = 0;
	else if (place->matched < 2)
		place->matched++;
}

/* Raw and text-only elements end at "</" and their own name. */
static void raw_byte(struct html_place *place, char c)
{
	size_t len = strlen(place->element);
	char wanted = place->matched == 0        ? '<'
		      : place->matched == 1      ? '/'
		      : place->matched < len + 2 ? place->element[place->matched - 2]
						 : '\0';

	if (wanted == '\0' && (ascii_is_space(c) || c == '/' || c == '>'))
		place->spot = c == '>' ? SPOT_CONTENT : SPOT_END_TAG;
	else if (wanted != '\0' && ascii_lower(c) == wanted)
		place->matched++;
	else
		place->matched = c == '<';
}

/* In a tag, where an attribute's name may begin. */
static void between_byte(struct html_place *place, char c)
{
	if (c == '>') {
		end_tag(place);
	} else if (ascii_is_space(c) || c == '/') {
		place->spot = SPOT_BETWEEN;
	} else {
		place->spot = SPOT_ATTRIBUTE_NAME;
		word_clear(place->word);
		word_add(place->word, c);
	}
}

static void attribute_name_byte(struct html_place *place, char c)
{
	if (c == '=')
		place->spot = SPOT_BEFORE_VALUE;
	else if (ascii_is_space(c))
		place->spot = SPOT_AFTER_NAME;
	else if (c == '>' || c == '/')
		between_byte(place, c);
	else
		word_add(place->word, c);
}

static void before_value_byte(struct html_place *place, char c)
{
	if (c == '"' || c == '\'')
		start_value(place, c);
	else if (c == '>')
		end_tag(place);
	else if (!ascii_is_space(c))
		place->spot = SPOT_UNQUOTED;
}

static void tag_byte(struct html_place *place, char c)
{
	switch (place->spot) {
	case SPOT_TAG_OPEN: tag_open_byte(place, c); break;
	case SPOT_TAG_NAME:
		if (ascii_is_space(c) || c == '/' || c == '>')
			between_byte(place, c);
		else
			word_add(place->element, c);
		break;
	case SPOT_ATTRIBUTE_NAME: attribute_name_byte(place, c); break;
	case SPOT_AFTER_NAME:
		if (c == '=')
			place->spot = SPOT_BEFORE_VALUE;
		else if (!ascii_is_space(c))
			between_byte(place, c);
		break;
	case SPOT_BEFORE_VALUE: before_value_byte(place, c); break;
	case SPOT_VALUE: value_byte(place, c); break;
	case SPOT_UNQUOTED:
		if (ascii_is_space(c) || c == '>')
			between_byte(place, c);
		break;
	default: between_byte(place, c); break;
	}
}

/*
 * Behind a value in quotes, or behind a section that may have ended with one, a name would be glued
 * to it.
 */
static bool glued(const struct html_place *place, char c)
{
	return place->spot == SPOT_AFTER_VALUE && !ascii_is_space(c) && c != '/' && c != '>';
}

static void place_byte(struct html_place *place, char c)
{
	switch (place->spot) {
	case SPOT_CONTENT:
		if (c == '<')
			place->spot = SPOT_TAG_OPEN;
		break;
	case SPOT_TEXT_ONLY:
	case SPOT_RAW:
	case SPOT_JSON: raw_byte(place, c); break;
	case SPOT_COMMENT: comment_byte(place, c); break;
	case SPOT_MARKUP: markup_byte(place, c); break;
	case SPOT_END_TAG:
		if (c == '>')
			place->spot = SPOT_CONTENT;
		break;
	default: tag_byte(place, c); break;
	}
}

size_t html_place_text(struct html_place *place, struct slice text)
{
	size_t fault = SLICE_NONE;

	for (size_t i = 0; i < text.len; i++) {
		if (fault == SLICE_NONE && glued(place, text.p[i]))
			fault = i;
		place_byte(place, text.p[i]);
	}
	return fault;
}

void html_place_value(struct html_place *place, bool letters)
{
	place->matched = 0;
	if (place->spot != SPOT_VALUE)
		return;
	word_spoil(place->word);
	if (letters && place->url == URL_BEGIN)
		place->url = URL_MAYBE_SCHEME;
}

bool html_place_border(struct html_place *place)
{
	switch (place->spot) {
	case SPOT_TAG_NAME:
	case SPOT_ATTRIBUTE_NAME: place->spot = SPOT_AFTER_VALUE; break;
	case SPOT_AFTER_NAME: place->spot = SPOT_BETWEEN; break;
	case SPOT_TAG_OPEN:
	case SPOT_END_TAG:
	case SPOT_BEFORE_VALUE:
	case SPOT_UNQUOTED: return false;
	case SPOT_VALUE: word_spoil(place->word); break;
	default: break;
	}
	place->matched = 0;
	return true;
}

static bool in_tag(const struct html_place *place)
{
	return place->spot == SPOT_BETWEEN || place->spot == SPOT_AFTER_VALUE;
}

bool html_place_join(
    const struct html_place *shown, const struct html_place *skipped, struct html_place *place)
{
	bool same_element = strcmp(shown->element, skipped->element) == 0;

	*place = *shown;
	if (in_tag(shown) && in_tag(skipped)) {
		if (skipped->spot == SPOT_AFTER_VALUE)
			place->spot = SPOT_AFTER_VALUE;
		place->closing_json = shown->closing_json && skipped->closing_json;
		return same_element;
	}
	if (shown->spot != skipped->spot)
		return false;
	if (skipped->url > shown->url)
		place->url = skipped->url;
	switch (shown->spot) {
	case SPOT_VALUE:
		return same_element && shown->quote == skipped->quote &&
		       shown->attribute == skipped->attribute;
	case SPOT_TEXT_ONLY:
	case SPOT_RAW:
	case SPOT_JSON: return same_element;
	default: return true;
	}
}
