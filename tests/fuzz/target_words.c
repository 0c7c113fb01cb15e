/* Words of a text: each stands in it once, is clean UTF-8 of bounded size, and is read again as itself. */
#include <string.h>

#include "base/unicode.h"
#include "search/plain.h"
#include "search/words.h"
#include "target.h"

static bool same(const struct search_word *a, const struct search_word *b)
{
	return a->folded_len == b->folded_len && memcmp(a->folded, b->folded, a->folded_len) == 0;
}

/* Keys of acts, days, months and actions: "5/2017", "2017-04-13", "2017-04", "12.1". */
static void read_keys(const struct search_words *words, const struct search_word *word)
{
	struct search_key keys[SEARCH_KEYS_MAX];
	size_t count = search_keys_at(words, word, keys);

	for (size_t i = 0; i < count; i++) {
		struct slice text = { keys[i].text, keys[i].len };

		MUST(text.len >= 3 && text.len < SEARCH_WORD_MAX, text);
		MUST(ascii_is_digit(text.p[0]), text);
		MUST(ascii_is_digit(text.p[text.len - 1]), text);
	}
}

/* What is folded already stays as it is. */
static void read_again(const struct search_word *word)
{
	struct slice folded = { word->folded, word->folded_len };
	struct search_words again = { folded, 0 };
	struct search_word other;

	MUST(search_words_next(&again, &other), folded);
	MUST(same(word, &other), folded);
	MUST(again.at == folded.len, folded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct search_words words;
	struct search_word word;
	size_t behind = 0;

	trial_begin(&trial, data, size);
	words = (struct search_words){ trial.bytes, 0 };
	while (search_words_next(&words, &word)) {
		struct slice folded = { word.folded, word.folded_len };
		struct slice lower = { word.lower, word.lower_len };

		MUST(words.at > behind && words.at <= size, folded);
		MUST(folded.len >= 1 && folded.len <= SEARCH_WORD_MAX, folded);
		MUST(lower.len <= SEARCH_WORD_MAX, lower);
		MUST(utf8_invalid_at(folded) == SLICE_NONE, folded);
		MUST(utf8_invalid_at(lower) == SLICE_NONE, lower);
		read_again(&word);
		read_keys(&words, &word);
		behind = words.at;
	}
	plain_line(trial.bytes, trial.arena);
	trial_end(&trial);
	return 0;
}
