/*
 * The acronyms (sigle) of the glossary, found in running text: whole words as the glossary writes them. Compiled once,
 * then const; what it is compiled from must outlive it.
 *
 * A word is made of letters, digits and the points between and behind them: an acronym of anything else (a blank, a
 * hyphen) is never found, nor is one that two entries explain, since it would be a guess which.
 */
#ifndef ZONALE_RENDER_ACRONYMS_H
#define ZONALE_RENDER_ACRONYMS_H

#include "model/site.h"

struct acronyms;

struct acronym_use {
	size_t start, end; /* bytes of the text */
	const struct glossary_entry *entry;
	size_t index; /* of the entry, below acronyms_count */
};

const struct acronyms *acronyms_open(const struct site *site, struct arena *arena);

/* How many entries the glossary has; null has none. */
size_t acronyms_count(const struct acronyms *acronyms);

/* The first at or behind byte `from`, where no word has begun before. Reads each byte once or twice. */
bool acronyms_next(
    const struct acronyms *acronyms, struct slice text, size_t from, struct acronym_use *use);

#endif
