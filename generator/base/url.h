/* What addresses mean to a browser, as far as safety asks. */
#ifndef ZONALE_BASE_URL_H
#define ZONALE_BASE_URL_H

#include "base/slice.h"

/*
 * May a page link to this? http, https, mailto and tel (any case), and relative references without a scheme.
 * Read as browsers do (WHATWG URL): blanks and control characters at both ends and tabs and line ends anywhere are
 * not seen, so none of them hides a scheme. "//host", also with backslashes, is refused: it names another site
 * without saying so.
 */
bool url_is_safe(struct slice url);

#endif
