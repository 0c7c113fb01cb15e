#include "model/cite.h"

#include "base/unicode.h"

static bool has_initials(const struct act *act, struct slice sigla)
{
	const struct body *body = act->body.found;

	return body && body->initials && slice_eq(body->initials->of_type[act->type], sigla);
}

static bool same_suffix(struct slice a, struct slice b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (ascii_lower(a.p[i]) != ascii_lower(b.p[i]))
			return false;
	return true;
}

static bool is_meant(const struct act *act, const struct citation *citation)
{
	if (act->number != (int32_t)citation->number || act->order_year != citation->year ||
	    !same_suffix(act->suffix, citation->suffix))
		return false;
	return citation->kind == CITATION_OWN ? has_initials(act, citation->sigla)
					      : act->type == ACT_RESOLUTION;
}

/* The first act of a year or later: acts are sorted by year. */
static size_t first_of_year(const struct site *site, int32_t year)
{
	size_t low = 0, high = site->acts.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (site->acts.items[middle]->order_year < year)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct cited cited_act(const struct site *site, const struct citation *citation)
{
	struct cited cited = { 0 };

	for (size_t i = first_of_year(site, citation->year); i < site->acts.count; i++) {
		const struct act *act = site->acts.items[i];

		if (act->order_year != citation->year)
			break;
		if (!is_meant(act, citation))
			continue;
		if (cited.act)
			return (struct cited){ .ambiguous = true };
		cited.act = act;
	}
	return cited;
}

struct cited site_cited(const struct site *site, const struct citation *citation)
{
	if (citation->kind == CITATION_OWN || citation->kind == CITATION_DELIBERA)
		return cited_act(site, citation);
	for (size_t i = 0; i < site->legal_sources.count; i++) {
		const struct legal_source *source = site->legal_sources.items[i];

		if (source->citation.number == citation->number &&
		    source->citation.kind == citation->kind &&
		    source->citation.year == citation->year)
			return (struct cited){ .source = source };
	}
	return (struct cited){ 0 };
}
