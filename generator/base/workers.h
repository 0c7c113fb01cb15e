/*
 * Jobs 0..count-1 over some threads. A job may touch only its own place in the results and what its
 * worker number owns (an arena, a diagnostics list): then the result is the same for any number of
 * workers.
 */
#ifndef ZONALE_BASE_WORKERS_H
#define ZONALE_BASE_WORKERS_H

#include <stddef.h>

/* `worker` is 0..workers-1; the caller's thread is worker 0. */
typedef void workers_job(void *context, unsigned worker, size_t job);

/*
 * Returns when all are done. Where a thread can't be started, or so many would have more files open than the system lets
 * them, fewer do the work.
 */
void workers_run(unsigned workers, size_t count, workers_job *job, void *context);

/* Cores that this process may use, at least 1. */
unsigned workers_default(void);

#endif
