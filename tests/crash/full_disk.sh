#!/usr/bin/env bash
# Lets the disk fill up under a build, and looks at what it leaves: full_disk.sh [COMMAND]
#
# COMMAND as in kill.sh. On file systems of many sizes (and of many numbers of files), from one that holds no
# more than generation 1 to one that holds all that is needed: either generation 2 is published, or the build
# ends with status 3 and its message and generation 1 stands as before. With room again, the next build
# completes. A small tmpfs stands for the disk: as root, or in a user namespace of its own; else skipped.
set -euo pipefail

here=$(dirname "$(realpath "$0")")
tools=$(dirname "${ZONALE:-$here/../../build/zonale}")
command=${1:-$tools/publish_driver}

if [ -z "${OWN_MOUNTS:-}" ]; then
	enter=(unshare -m)
	[ "$(id -u)" -eq 0 ] || enter=(unshare -rm)
	if ! "${enter[@]}" sh -c 'mount -t tmpfs none /mnt' 2>/dev/null; then
		echo 'no file system may be mounted here'
		exit 77
	fi
	OWN_MOUNTS=1 exec "${enter[@]}" "$0" "$@"
fi

scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
disk=$scratch/disk
out=$disk/out
passed=0 failed=0

verdict() { # what, and what is wrong
	if [ -z "$2" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s: %s\n' "$1" "$(head -n 5 <<<"$2")"
	fi
}

differences() { # generation
	diff -rq -x .zonale "$scratch/reference/$1" "$out" 2>&1 || true
}

# A file system with generation 1 on it and these limits, then a build of generation 2.
try() { # what, mount options
	local said status=0
	mount -t tmpfs -o mode=755 none "$disk"
	"$command" 1 "$out"
	mount -t tmpfs -o "remount,$2" none "$disk"
	said=$("$command" 2 "$out" 2>&1) || status=$?
	if [ $status -eq 0 ]; then
		published=$((published + 1))
		verdict "$1" "$(differences 2)"
	elif [ $status -eq 3 ] && grep -q 'Z8[01][17]' <<<"$said"; then
		full=$((full + 1))
		verdict "$1" "$(differences 1)$([ ! -e "$out/.zonale/staging" ] || echo staging is left)"
	else
		verdict "$1" "status $status: $said"
	fi
	mount -t tmpfs -o remount,size=1G,nr_inodes=100000 none "$disk"
	said=$("$command" 2 "$out" 2>&1) || verdict "$1, with room again" "$said"
	verdict "$1, with room again" "$(differences 2)"
	umount "$disk"
}

mkdir "$disk"
"$command" 1 "$scratch/reference/1"
"$command" 2 "$scratch/reference/2"

# What generation 1 takes on such a disk, and at most both.
mount -t tmpfs none "$disk"
"$command" 1 "$out"
read -r used inodes < <(df --output=used,iused "$disk" | tail -n 1)
"$command" 2 "$disk/other"
read -r both both_inodes < <(df --output=used,iused "$disk" | tail -n 1)
umount "$disk"

published=0 full=0
steps=12
for ((i = 0; i <= steps; i++)); do
	size=$((used + 4 + (both - used) * i * i / steps / steps))
	try "a disk of $size KiB" "size=${size}k"
	count=$((inodes + 1 + (both_inodes + 20 - inodes) * i * i / steps / steps))
	try "a disk of $count files" "nr_inodes=$count"
done
printf 'generation 2 was published %d times, the disk was full %d times\n' $published $full
if [ $published -eq 0 ] || [ $full -eq 0 ]; then
	verdict 'sizes' 'not both ends were met'
fi
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
