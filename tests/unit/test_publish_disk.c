/* File systems that are full, read-only or mounted below OUT: each test in mounts of its own. */
#include <criterion/criterion.h>
#include <sched.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "publishing.h"
#include "reported.h"

TestSuite(publish_disk, .init = folder_enter, .fini = folder_leave);

/* Mounts a small disk at "disk"; skips the test where that is not allowed (tests/crash/full_disk.sh can more). */
static void mount_disk(const char *options)
{
	meddle("folder disk");
	if (unshare(CLONE_NEWNS) != 0 ||
	    mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL) != 0 ||
	    mount("none", "disk", "tmpfs", 0, options) != 0) {
		printf("no file system may be mounted here: skipped\n");
		cr_skip_test("no mounts");
	}
}

/* Nobody keeps root from writing to a folder. */
static void stop_being_root(void)
{
	if (geteuid() == 0)
		cr_assert(chmod(".", 0777) == 0 && setegid(65534) == 0 && seteuid(65534) == 0);
}

/* A process that changed user forbids to be looked into, which leak detection does at its end. */
static void be_root_again(void)
{
	if (getuid() == 0)
		cr_assert(seteuid(0) == 0 && setegid(0) == 0 && prctl(PR_SET_DUMPABLE, 1) == 0);
}

/* OUT is on the disk. */
static void publish_to_disk(void)
{
	meddle("folder disk/out\nlink out disk/out");
}

Test(publish_disk, full)
{
	struct arena *arena = arena_new();
	struct buffer large = { 0 };
	struct diagnostics d;

	mount_disk("size=64k,mode=755");
	publish_to_disk();
	diagnostics_init(&d);
	cr_expect_str_eq(publish_once("a p x\nb p x", false, &d, arena), "2/0/0");
	buffer_add_str(&large, "a p y\nc p ");
	for (int i = 0; i < 100000; i++)
		buffer_add_byte(&large, 'z');
	cr_expect_str_eq(publish_once(large.p, false, &d, arena), "refused");
	cr_expect_str_eq(reported(&d, arena), "0:0+0 PUBLISH_FULL out/c");
	cr_expect_str_eq(tree("disk/out", arena), "a=x b=x");
	cr_expect_str_eq(publish_once("a p y\nc p z", false, &d, arena), "2/0/1");
	cr_expect_str_eq(tree("disk/out", arena), "a=y c=z");
	umount2("disk", MNT_DETACH);
	buffer_release(&large);
	diagnostics_release(&d);
	arena_free(arena);
}

Test(publish_disk, read_only)
{
	struct arena *arena = arena_new();
	struct diagnostics d;

	mount_disk("size=1m,mode=755");
	publish_to_disk();
	diagnostics_init(&d);
	cr_expect_str_eq(publish_once("a p x", false, &d, arena), "1/0/0");
	cr_assert(mount("none", "disk", "none", MS_REMOUNT | MS_RDONLY, NULL) == 0);
	cr_expect_str_eq(publish_once("a p y", false, &d, arena), "refused");
	cr_expect_str_eq(
	    reported(&d, arena), "0:0+0 PUBLISH_UNWRITABLE out/.zonale/lock,Read-only file system");
	cr_expect_str_eq(tree("disk/out", arena), "a=x");
	umount2("disk", MNT_DETACH);
	diagnostics_release(&d);
	arena_free(arena);
}

/* By openat2, which sees a mount of the same file system, too. */
Test(publish_disk, mounted_below)
{
	struct arena *arena = arena_new();
	struct diagnostics d;

	mount_disk("size=1m,mode=755");
	meddle("folder out/a\nfolder out/same\nfolder altra");
	cr_assert(mount("disk", "out/a", "none", MS_BIND, NULL) == 0);
	cr_assert(mount("altra", "out/same", "none", MS_BIND, NULL) == 0);
	diagnostics_init(&d);
	cr_expect_str_eq(publish_once("a/b p x\nc p x\nsame/b p x", true, &d, arena), "refused");
	cr_expect_str_eq(
	    reported(&d, arena), "0:0+0 PUBLISH_MOUNT out/a; 0:0+0 PUBLISH_MOUNT out/same");
	cr_expect_str_eq(tree("out", arena), "a/ same/");
	umount2("out/a", MNT_DETACH);
	umount2("out/same", MNT_DETACH);
	umount2("disk", MNT_DETACH);
	diagnostics_release(&d);
	arena_free(arena);
}

Test(publish_disk, not_ours_to_write)
{
	struct arena *arena = arena_new();
	struct diagnostics d;

	stop_being_root();
	meddle("folder out\nmode out 555");
	diagnostics_init(&d);
	cr_expect_str_eq(publish_once("a p x", false, &d, arena), "refused");
	cr_expect_str_eq(
	    reported(&d, arena), "0:0+0 PUBLISH_UNWRITABLE out/.zonale,Permission denied");
	be_root_again();
	diagnostics_release(&d);
	arena_free(arena);
}

/* A failure between two steps: a folder that can't be written to shows itself at the rename. */
Test(publish_disk, fails_half_way)
{
	struct arena *arena = arena_new();
	struct diagnostics d;

	stop_being_root();
	diagnostics_init(&d);
	cr_expect_str_eq(publish_once("a/b p x\nc p x", false, &d, arena), "2/0/0");
	meddle("mode out/a 555");
	cr_expect_str_eq(publish_once("a/b p y\nc p y\nd/e p y", false, &d, arena), "refused");
	cr_expect_str_eq(
	    reported(&d, arena), "0:0+0 PUBLISH_INTERRUPTED out/a/b,Permission denied");
	cr_expect_str_eq(tree("out", arena), "a/ a/b=x c=x d/ d/e=y");
	diagnostics_release(&d);
	diagnostics_init(&d);
	meddle("mode out/a 755");
	cr_expect_str_eq(publish_once("a/b p z\nc p x", false, &d, arena), "1/1/1");
	cr_expect_str_eq(tree("out", arena), "a/ a/b=z c=x");
	cr_expect_str_empty(reported(&d, arena));
	be_root_again();
	diagnostics_release(&d);
	arena_free(arena);
}
