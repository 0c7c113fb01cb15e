#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

#define PIECE ((size_t)64 * 1024)

static int64_t now_in_milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The first file of this name along PATH that may be run; false with errno where there is none. */
static bool find_program(const char *name, char path[PATH_MAX])
{
	const char *folders = getenv("PATH");
	struct slice rest = slice_from(folders ? folders : "/usr/bin:/bin"), folder;
	bool more = rest.len > 0;

	while (more) {
		more = slice_cut(rest, ':', &folder, &rest);
		/* An empty folder means the current one, whose programs nobody vouches for. */
		if (folder.len == 0 || folder.p[0] != '/' ||
		    snprintf(path, PATH_MAX, "%.*s/%s", SLICE_ARGS(folder), name) >= PATH_MAX)
			continue;
		if (access(path, X_OK) == 0)
			return true;
	}
	errno = ENOENT;
	return false;
}

static int input_file(struct slice input)
{
	int fd = memfd_create("zonale", MFD_CLOEXEC), error;

	if (fd < 0)
		return -1;
	if (fd_write_all(fd, input) == 0 && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	error = errno;
	close(fd);
	errno = error;
	return -1;
}

static void limit(__rlimit_resource_t what, rlim_t value)
{
	struct rlimit both = { value, value };

	if (setrlimit(what, &both) != 0)
		_exit(126);
}

/* In the child: between fork and exec only calls that are safe in signal handlers. */
static void become(
    const char *path, const char *const *argv, int in, int out, const struct child_limits *limits)
{
	static const char *const environment[] = { "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", NULL };
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (nowhere < 0 || dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
	    dup2(nowhere, STDERR_FILENO) < 0)
		_exit(126);
	limit(RLIMIT_CPU, limits->seconds);
	limit(RLIMIT_AS, limits->memory);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_NOFILE, 64);
	execve(path, (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)environment);
	_exit(126);
}

/* Takes what comes until the end, the time is up (ETIMEDOUT), or it is too much (ECANCELED): 0 or that. */
static int take_output(int fd, const struct child_limits *limits, struct buffer *output)
{
	int64_t end = now_in_milliseconds() + (int64_t)limits->seconds * 2000;
	size_t begin = output->len;

	for (;;) {
		struct pollfd ready = { .fd = fd, .events = POLLIN };
		int64_t left = end - now_in_milliseconds();
		ssize_t got;

		if (left <= 0)
			return ETIMEDOUT;
		if (output->len - begin >= limits->output)
			return ECANCELED;
		if (poll(&ready, 1, (int)left) < 0 && errno != EINTR)
			return errno;
		if (!ready.revents)
			continue;
		buffer_reserve(output, PIECE);
		got = read(fd, output->p + output->len, PIECE);
		if (got == 0)
			return 0;
		if (got < 0 && errno != EINTR)
			return errno;
		if (got > 0)
			output->len += (size_t)got;
		output->p[output->len] = '\0';
	}
}

static int wait_for(pid_t child, int stopped)
{
	int status;

	if (stopped)
		kill(child, SIGKILL);
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	errno = stopped ? stopped : ECANCELED;
	return !stopped && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int child_run(const char *const *argv, struct slice input, const struct child_limits *limits,
    struct buffer *output)
{
	char path[PATH_MAX];
	int ends[2], in, result = -1, error;
	pid_t child;

	if (!find_program(argv[0], path))
		return -1;
	in = input_file(input);
	if (in < 0)
		return -1;
	if (pipe2(ends, O_CLOEXEC) == 0) {
		child = fork();
		if (child == 0)
			become(path, argv, in, ends[1], limits);
		error = errno;
		close(ends[1]);
		errno = error;
		if (child > 0)
			result = wait_for(child, take_output(ends[0], limits, output));
		error = errno;
		close(ends[0]);
		errno = error;
	}
	error = errno;
	close(in);
	errno = error;
	return result;
}
