#include "base/url.h"

#include <string.h>

static bool skipped_by_browsers(char c)
{
	return c == '\t' || c == '\n' || c == '\r';
}

/*
 * The scheme in lower case, without its colon, cut at the room; false where there is none before the first of /?#.
 * A name of a scheme is not checked: what has a colon there is taken for one.
 */
static bool url_scheme(struct slice url, char scheme[8])
{
	size_t len = 0;

	for (size_t i = 0; i < url.len && !strchr("/?#", url.p[i]); i++) {
		if (skipped_by_browsers(url.p[i]))
			continue;
		if (url.p[i] == ':') {
			scheme[len] = '\0';
			return true;
		}
		if (len < 7)
			scheme[len++] = ascii_lower(url.p[i]);
	}
	return false;
}

static bool names_another_host(struct slice url)
{
	size_t slashes = 0;

	for (size_t i = 0; i < url.len && slashes < 2; i++) {
		if (skipped_by_browsers(url.p[i]))
			continue;
		if (url.p[i] != '/' && url.p[i] != '\\')
			return false;
		slashes++;
	}
	return slashes == 2;
}

bool url_is_safe(struct slice url)
{
	static const char *const schemes[] = { "http", "https", "mailto", "tel" };
	char scheme[8];

	while (url.len && (unsigned char)url.p[0] <= ' ')
		url = slice_from_index(url, 1);
	if (!url_scheme(url, scheme))
		return !names_another_host(url);
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (strcmp(scheme, schemes[i]) == 0)
			return true;
	return false;
}
