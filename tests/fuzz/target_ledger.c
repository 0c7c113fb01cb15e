/*
 * The ledger: believed whole or not at all, and what is believed can be written and read again. The bytes come twice:
 * as they are, and with the right last line, which no chance would find.
 */
#include <fcntl.h>
#include <unistd.h>

#include "target.h"
#include "write/ledger.h"
#include "write/place.h"

static bool read_ledger(struct trial *trial, struct slice text, struct ledger *ledger)
{
	size_t line;
	int folder, status;

	trial_write(LEDGER_NAME, text);
	folder = open(trial_folder(), O_DIRECTORY | O_CLOEXEC);
	status = ledger_read(folder, trial->arena, ledger, &line);
	MUST(folder >= 0 && (status == 0 || line > 0), text);
	close(folder);
	return status == 0;
}

static void check_entries(const struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->entries.count; i++) {
		const struct ledger_entry *each = ledger->entries.items[i];

		MUST(each->has || each->planned, each->path);
		MUST(place_path_allowed(each->path), each->path);
		MUST(i == 0 || slice_cmp(ledger->entries.items[i - 1]->path, each->path) < 0,
		    each->path);
	}
}

static void check_text(struct trial *trial, struct slice text)
{
	struct ledger ledger, again;
	struct buffer written = { 0 };

	if (!read_ledger(trial, text, &ledger))
		return;
	check_entries(&ledger);
	ledger_add_head(&written, ledger.mode);
	for (size_t i = 0; i < ledger.entries.count; i++)
		ledger_add_entry(&written, ledger.entries.items[i]);
	ledger_add_end(&written);
	MUST(read_ledger(trial, buffer_slice(&written), &again), text);
	MUST(again.entries.count == ledger.entries.count, text);
	buffer_release(&written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;
	struct buffer ended = { 0 };

	trial_begin(&trial, data, size);
	check_text(&trial, trial.bytes);
	buffer_add(&ended, trial.bytes);
	ledger_add_end(&ended);
	check_text(&trial, buffer_slice(&ended));
	buffer_release(&ended);
	trial_end(&trial);
	return 0;
}
