#include <criterion/criterion.h>
#include <stdatomic.h>
#include <string.h>

#include "base/workers.h"

enum { JOBS = 1000, WORKERS = 8 };

struct done {
	atomic_int times[JOBS];
	atomic_int bad_worker;
	unsigned workers;
};

static void mark(void *context, unsigned worker, size_t job)
{
	struct done *done = context;

	atomic_fetch_add(&done->times[job], 1);
	if (worker >= done->workers)
		atomic_store(&done->bad_worker, 1);
}

Test(workers, each_job_once)
{
	static const struct {
		unsigned workers;
		size_t jobs;
	} rows[] = { { 1, 0 }, { 1, 1 }, { 4, 0 }, { 4, 1 }, { 4, 3 }, { 1, JOBS }, { 2, JOBS },
		{ WORKERS, JOBS }, { 0, 5 }, { 0, 0 } };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		static struct done done;

		memset(&done, 0, sizeof done);
		done.workers = rows[i].workers ? rows[i].workers : 1;
		workers_run(rows[i].workers, rows[i].jobs, mark, &done);
		for (size_t job = 0; job < JOBS; job++)
			cr_assert_eq(
			    done.times[job], job < rows[i].jobs, "row %zu, job %zu", i, job);
		cr_expect(!done.bad_worker, "row %zu: a worker's number is too high", i);
	}
	cr_expect_geq(workers_default(), 1);
}
