#!/usr/bin/env bash
# The log of each path is that of `git log --first-parent -m --no-renames -- PATH`, replace references off: commits,
# committers' times and blobs, over a synthetic history (history.awk), with a cache and without.
#
#   ACTS=1000 COMMITS=2000 SAMPLE=60
#
# One `git log --raw` over all of it gives every path's commits; that this is what git says when it is asked for one
# path, and simplifies history for it, is tried with SAMPLE of them: the ones that changed most, those that were folders
# (git means what is below them, too), and others.
set -euo pipefail

acts=${ACTS:-1000} commits=${COMMITS:-2000} sample=${SAMPLE:-60}
driver=$(dirname "$ZONALE")/log_driver
repository=$SCRATCH/repository
export GIT_NO_REPLACE_OBJECTS=1 LC_ALL=C
wrong=0

fail() {
	echo "$*"
	wrong=1
}

git init -q -b main "$repository"
awk -v acts="$acts" -v commits="$commits" -f tests/walk/history.awk |
	git -C "$repository" fast-import --quiet --done
git -C "$repository" repack -adq
git -C "$repository" commit-graph write --reachable 2>/dev/null
git -C "$repository" multi-pack-index write 2>/dev/null
git -C "$repository" replace main~5 main~50

# Oldest lines last, as git tells them; a line a change: commit, time, blob or '-', path.
git -C "$repository" log --first-parent -m --no-renames --raw --no-abbrev --format='%H %ct' main |
	awk '
		/^[0-9a-f]+ [0-9]+$/ { commit = $0; number++; next }
		/^:/ {
			path = substr($0, index($0, "\t") + 1)
			# Git shows them in the order of time, newest first; so does each path.
			print path "\t" number "\t" commit, ($2 ~ /^100/ ? $4 : "-"), path
		}' | sort -t $'\t' -k 1,1r -k 2,2n | cut -f 3 >"$SCRATCH/git"
"$driver" changes "$repository" main >"$SCRATCH/ours"
[ "$(cut -d ' ' -f 4- "$SCRATCH/git" | sort -u | wc -l)" -ge "$acts" ] || fail 'fewer paths than acts'
cmp "$SCRATCH/git" "$SCRATCH/ours" ||
	fail "not what git says: $(diff "$SCRATCH/git" "$SCRATCH/ours" | sed -n 1,6p)"

# Asked for one path alone.
{
	cut -d ' ' -f 4- "$SCRATCH/git" | uniq -c | sort -rn |
		awk -v most=$((sample / 2)) 'NR <= most { print $2 }'
	grep -o 'content/varie/.*' "$SCRATCH/git" | sort -u
	cut -d ' ' -f 4- "$SCRATCH/git" | sort -u | awk -v each=$((acts * 2 / sample + 1)) 'NR % each == 1'
} | sort -u >"$SCRATCH/sample"
while read -r path; do
	git -C "$repository" log --first-parent -m --no-renames --format='%H %ct' main -- "$path" >"$SCRATCH/one"
	awk -v path="$path" '$4 == path || index($4, path "/") == 1 { print $1, $2 }' "$SCRATCH/ours" |
		sort -u >"$SCRATCH/one-of-ours"
	sort "$SCRATCH/one" | cmp -s - "$SCRATCH/one-of-ours" || fail "$path: another log"
	# In git's order, where it is one path and no folder.
	if ! grep -q " $path/" "$SCRATCH/ours"; then
		awk -v path="$path" '$4 == path { print $1, $2 }' "$SCRATCH/ours" |
			cmp -s "$SCRATCH/one" - || fail "$path: in another order"
	fi
done <"$SCRATCH/sample"

# With a cache: made at an older commit, used at the newest; at that one again; and after going back.
mkdir "$SCRATCH/cache"
for revision in main~700 main~20 main main main~300 main; do
	"$driver" changes "$repository" "$revision" "$SCRATCH/cache" >"$SCRATCH/kept"
	"$driver" changes "$repository" "$revision" >"$SCRATCH/read"
	cmp "$SCRATCH/kept" "$SCRATCH/read" || fail "$revision: another log with a cache"
	[ "$(find "$SCRATCH/cache" -name 'log-*' | wc -l)" -eq 1 ] || fail 'nothing was kept'
done
cmp "$SCRATCH/kept" "$SCRATCH/ours" || fail 'another log with a cache'
# Several at once, each of another commit.
for round in 1 2 3; do
	for back in 0 1 50 400; do
		"$driver" changes "$repository" "main~$back" "$SCRATCH/cache" >"$SCRATCH/kept-$back" &
	done
	wait
	for back in 0 1 50 400; do
		"$driver" changes "$repository" "main~$back" | cmp - "$SCRATCH/kept-$back" ||
			fail "several at once, round $round: another log of main~$back"
	done
done
[ "$(find "$SCRATCH/cache" -type f | wc -l)" -eq 1 ] || fail "left beside the cache: $(ls -A "$SCRATCH/cache")"

# And this comparison sees a difference.
sed '5d' "$SCRATCH/ours" | cmp -s "$SCRATCH/git" - && fail 'a planted difference was not seen'

[ "$wrong" -eq 0 ] || exit 1
echo "$(wc -l <"$SCRATCH/git") changes of $(cut -d ' ' -f 4- "$SCRATCH/git" | sort -u | wc -l) paths," \
	"$(wc -l <"$SCRATCH/sample") of them one by one"
