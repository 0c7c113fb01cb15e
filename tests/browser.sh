#!/usr/bin/env bash
# Every page of the repository's own site and of some golden sites in a browser, as citizens have them: served from this
# machine, the first as a whole host, the others below a path, with the strictest Content-Security-Policy they live with.
#
# Every page: axe-core (WCAG 2.2 AA and best practices, folds open) and html-validate find nothing, nothing is asked of
# another host, the console stays empty. The fullest page of each type: axe in the dark; the same text without
# JavaScript; no scrolling sideways from 320 to 1920 px, at 400 % and with a reader's own spacing; no motion where
# less is asked for; printed whole; and by keyboard the content first, everything reached, focus always seen, folds
# turned. Then the site opened from its folder. First of all, that each check finds the faults planted for it.
# Links and anchors are html_check's.
set -euo pipefail

tools=$(dirname "$ZONALE")/browser
day=2031-05-02
golden='confronti full-act novita programme'

# tests/browser/install brings it, and says what is out of reach.
if [ ! -e "$tools/installed" ] || [ -s "$tools/missing" ]; then
	cat "$tools/missing" 2>/dev/null || true
	[ -s "$tools/missing" ] || echo "there are no tools for it: tests/browser/install $tools"
	exit 77
fi

own=$SCRATCH/own
mkdir "$own"
cp -R content "$own/content"
git -C "$own" init -q -b main
git -C "$own" add content
GIT_COMMITTER_DATE='2031-04-15T10:00:00 +0000' git -C "$own" commit -q -m 'Pubblica'
sites=("own=$own=--today $day")

# shellcheck disable=SC2086
KEEP=1 SCRATCH=$SCRATCH tests/golden.sh $golden >/dev/null || true
for name in $golden; do
	sites+=("$name=$SCRATCH/$name/site=$(<"tests/cases/$name/options")")
done

NODE_PATH=$tools/node_modules HOME=$SCRATCH timeout --kill-after=10 1000 \
	node tests/browser/check.js "$ZONALE" "$SCRATCH/browser" "${sites[@]}"
