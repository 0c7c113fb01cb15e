#include "base/digest.h"

#include <string.h>

void digest_start(struct digest_state *state)
{
	sha256_init(&state->context);
}

void digest_add(struct digest_state *state, struct slice bytes)
{
	sha256_update(&state->context, bytes.len, (const uint8_t *)bytes.p);
}

struct digest digest_finish(struct digest_state *state)
{
	struct digest digest;

	sha256_digest(&state->context, sizeof digest.bytes, digest.bytes);
	return digest;
}

struct digest digest_of(struct slice bytes)
{
	struct digest_state state;

	digest_start(&state);
	digest_add(&state, bytes);
	return digest_finish(&state);
}

bool digest_eq(struct digest a, struct digest b)
{
	return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

void digest_hex(struct digest digest, char hex[DIGEST_HEX + 1])
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < DIGEST_SIZE; i++) {
		hex[2 * i] = digits[digest.bytes[i] >> 4];
		hex[2 * i + 1] = digits[digest.bytes[i] & 15];
	}
	hex[DIGEST_HEX] = '\0';
}

static int hex_value(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool digest_parse(struct slice hex, struct digest *digest)
{
	if (hex.len != DIGEST_HEX)
		return false;
	for (size_t i = 0; i < DIGEST_SIZE; i++) {
		int high = hex_value(hex.p[2 * i]), low = hex_value(hex.p[2 * i + 1]);

		if (high < 0 || low < 0)
			return false;
		digest->bytes[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}
