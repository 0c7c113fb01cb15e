/* SHA-256 (FIPS 180-4) through nettle, whose only home this is. */
#ifndef ZONALE_BASE_DIGEST_H
#define ZONALE_BASE_DIGEST_H

#include <nettle/sha2.h>

#include "base/slice.h"

#define DIGEST_SIZE SHA256_DIGEST_SIZE
#define DIGEST_HEX (2 * DIGEST_SIZE)

struct digest {
	unsigned char bytes[DIGEST_SIZE];
};

/* For what comes in pieces: start, add..., finish. */
struct digest_state {
	struct sha256_ctx context;
};

void digest_start(struct digest_state *state);
void digest_add(struct digest_state *state, struct slice bytes);
struct digest digest_finish(struct digest_state *state);

struct digest digest_of(struct slice bytes);
bool digest_eq(struct digest a, struct digest b);

/* 64 lower-case hexadecimal digits and a NUL. */
void digest_hex(struct digest digest, char hex[DIGEST_HEX + 1]);
bool digest_parse(struct slice hex, struct digest *digest);

#endif
