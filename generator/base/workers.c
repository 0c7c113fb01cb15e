#include "base/workers.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/resource.h>

/* Files that the process has open whatever it does, and those that one worker may have open at a time. */
#define FILES_OF_PROCESS 16
#define FILES_OF_WORKER 4

struct crew {
	atomic_size_t next;
	size_t count;
	workers_job *job;
	void *context;
};

struct member {
	struct crew *crew;
	unsigned worker;
	pthread_t thread;
};

static void *work(void *argument)
{
	struct member *member = argument;
	struct crew *crew = member->crew;

	for (;;) {
		size_t job = atomic_fetch_add(&crew->next, 1);

		if (job >= crew->count)
			return NULL;
		crew->job(crew->context, member->worker, job);
	}
}

/* As many as the system's limit of open files is sure to let work. */
static unsigned workers_allowed(unsigned workers)
{
	struct rlimit files;
	rlim_t most;

	if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY)
		return workers;
	if (files.rlim_cur <= FILES_OF_PROCESS + FILES_OF_WORKER)
		return 1;
	most = (files.rlim_cur - FILES_OF_PROCESS) / FILES_OF_WORKER;
	return workers < most ? workers : (unsigned)most;
}

void workers_run(unsigned workers, size_t count, workers_job *job, void *context)
{
	struct crew crew = { .count = count, .job = job, .context = context };
	struct member *members;
	unsigned started = 1;

	workers = workers_allowed(workers);
	if (workers > count)
		workers = (unsigned)count;
	if (workers == 0)
		workers = 1;
	members = calloc(workers, sizeof *members);
	if (!members)
		abort();
	atomic_init(&crew.next, 0);
	for (unsigned i = 0; i < workers; i++)
		members[i] = (struct member){ .crew = &crew, .worker = i };
	while (started < workers &&
	       pthread_create(&members[started].thread, NULL, work, &members[started]) == 0)
		started++;
	work(&members[0]);
	for (unsigned i = 1; i < started; i++)
		pthread_join(members[i].thread, NULL);
	free(members);
}

unsigned workers_default(void)
{
	cpu_set_t cores;
	int count = sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;

	return count > 0 ? (unsigned)count : 1;
}
