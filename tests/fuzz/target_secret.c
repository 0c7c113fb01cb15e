/* The search for secrets: whatever the bytes pretend to be, it ends, and finds what stands behind them. */
#include "check/secret_search.h"
#include "target.h"

static unsigned look(
    struct secret_search *search, struct slice bytes, struct secret_find finds[SECRET_TERMS_MAX])
{
	unsigned gaps = secret_search_look(search, bytes, finds);

	MUST(gaps < 1u << SECRET_GAP_COUNT, bytes);
	for (size_t i = 0; i < secret_search_terms(search); i++)
		MUST(finds[i].ways < 1u << SECRET_WAY_COUNT && (finds[i].found || !finds[i].ways),
		    bytes);
	return gaps;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct secret_find finds[SECRET_TERMS_MAX], again[SECRET_TERMS_MAX];
	struct secret_search *search;
	struct buffer text = { 0 };
	struct trial trial;
	unsigned gaps;
	size_t line;

	trial_begin(&trial, data, size);
	MUST(secret_search_new(SLICE("Nome Inventato\n0573 1234567\nNiccol\xC3\xB2"), NULL, NULL,
		 &search, &line) == SECRET_ACCEPTED,
	    SLICE(""));
	gaps = look(search, trial.bytes, finds);
	MUST(look(search, trial.bytes, again) == gaps, trial.bytes);
	for (size_t i = 0; i < secret_search_terms(search); i++)
		MUST(finds[i].found == again[i].found && finds[i].ways == again[i].ways,
		    trial.bytes);
	MUST(secret_search_any(search, trial.bytes) ==
		 (finds[0].found || finds[1].found || finds[2].found),
	    trial.bytes);
	buffer_add(&text, trial.bytes);
	buffer_add_str(&text, " NOME\tinventato ");
	look(search, buffer_slice(&text), again);
	MUST(again[0].found, trial.bytes);
	buffer_release(&text);
	secret_search_free(search);
	if (secret_search_new(trial.bytes, NULL, NULL, &search, &line) == SECRET_ACCEPTED) {
		look(search, trial.bytes, finds);
		secret_search_free(search);
	}
	trial_end(&trial);
	return 0;
}
