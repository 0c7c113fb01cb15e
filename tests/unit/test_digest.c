#include <criterion/criterion.h>
#include <string.h>

#include "base/digest.h"

/* Messages and digests of FIPS 180-4's examples (NIST), and of a million letters "a". */
Test(digest, known)
{
	static const struct {
		const char *text, *hex;
	} rows[] = {
		{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
		{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char hex[DIGEST_HEX + 1];

		digest_hex(digest_of(slice_from(rows[i].text)), hex);
		cr_expect_str_eq(hex, rows[i].hex, "'%s'", rows[i].text);
	}
}

Test(digest, in_pieces)
{
	struct digest_state state;
	char hex[DIGEST_HEX + 1], letters[1000];

	memset(letters, 'a', sizeof letters);
	digest_start(&state);
	for (int i = 0; i < 1000; i++)
		digest_add(&state, (struct slice){ letters, sizeof letters });
	digest_hex(digest_finish(&state), hex);
	cr_expect_str_eq(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

Test(digest, read_back)
{
	static const struct {
		const char *hex;
		bool good;
	} rows[] = {
		{ "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", true },
		{ "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", false },
		{ "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a", false },
		{ "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ag", false },
		{ "", false },
	};
	struct digest read, abc = digest_of(SLICE("abc"));

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_eq(digest_parse(slice_from(rows[i].hex), &read), rows[i].good, "'%s'",
		    rows[i].hex);
	cr_expect(digest_parse(slice_from(rows[0].hex), &read) && digest_eq(read, abc));
	cr_expect(!digest_eq(abc, digest_of(SLICE("abd"))));
}
