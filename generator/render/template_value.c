#include "render/template_value.h"

/* The entry that says what is wrong, or DIAG_COUNT with *escape. */
static enum diag_id in_attribute(
    const struct html_place *place, enum view_kind kind, enum escape *escape)
{
	bool harmless = kind != VIEW_KIND_TEXT && kind != VIEW_KIND_DATE;

	if (kind == VIEW_KIND_HTML)
		return DIAG_TEMPLATE_HTML_PLACE;
	if (place->attribute == ATTRIBUTE_ACTIVE || kind == VIEW_KIND_JSON)
		return DIAG_TEMPLATE_PLACE;
	if (kind == VIEW_KIND_URL) {
		*escape = ESCAPE_URL;
		return place->attribute == ATTRIBUTE_URL && place->url > URL_BEGIN
			   ? DIAG_TEMPLATE_URL_BEGIN
			   : DIAG_COUNT;
	}
	if (place->attribute == ATTRIBUTE_PLAIN) {
		*escape = ESCAPE_ATTRIBUTE;
		return DIAG_COUNT;
	}
	*escape = ESCAPE_URL_PART;
	if (place->url == URL_ACTIVE || (place->url != URL_SETTLED && !harmless))
		return DIAG_TEMPLATE_URL_BEGIN;
	return DIAG_COUNT;
}

static enum diag_id choose(
    const struct html_place *place, enum view_kind kind, bool raw, enum escape *escape)
{
	*escape = ESCAPE_TEXT;
	if (kind == VIEW_KIND_FLAG || kind == VIEW_KIND_LIST || kind == VIEW_KIND_OBJECT)
		return DIAG_TEMPLATE_NOT_WRITTEN;
	if (raw && kind != VIEW_KIND_HTML && kind != VIEW_KIND_JSON)
		return DIAG_TEMPLATE_NOT_HTML;
	if (!raw && (kind == VIEW_KIND_HTML || kind == VIEW_KIND_JSON))
		return DIAG_TEMPLATE_HTML_BRACES;
	if (kind == VIEW_KIND_HTML)
		*escape = ESCAPE_NONE;
	if (kind == VIEW_KIND_JSON)
		*escape = ESCAPE_JSON;
	switch (place->spot) {
	case SPOT_CONTENT: return kind == VIEW_KIND_JSON ? DIAG_TEMPLATE_PLACE : DIAG_COUNT;
	case SPOT_TEXT_ONLY:
		return kind == VIEW_KIND_JSON   ? DIAG_TEMPLATE_PLACE
		       : kind == VIEW_KIND_HTML ? DIAG_TEMPLATE_HTML_PLACE
						: DIAG_COUNT;
	case SPOT_JSON: return kind == VIEW_KIND_JSON ? DIAG_COUNT : DIAG_TEMPLATE_PLACE;
	case SPOT_VALUE: return in_attribute(place, kind, escape);
	default: return DIAG_TEMPLATE_PLACE;
	}
}

bool template_value_escape(struct html_place *place, enum view_kind kind, bool raw,
    struct slice name, struct position at, struct diagnostics *diagnostics, enum escape *escape)
{
	enum diag_id fault = choose(place, kind, raw, escape);

	html_place_value(place, kind != VIEW_KIND_URL);
	if (fault == DIAG_COUNT)
		return true;
	diag1(diagnostics, fault, at, name);
	return false;
}
