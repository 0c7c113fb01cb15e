#!/usr/bin/env bash
# Every page of the repository's own site and of some golden sites in a browser, as citizens have them: served from this
# machine, the first as a whole host, the others below a path, with the strictest Content-Security-Policy they live with;
# in the default theme, and one of them in the plain one.
#
# Every page: axe-core (WCAG 2.2 AA and best practices, folds open), html-validate and, where Java is, the Nu Html Checker
# find nothing, nothing is asked of another host or kept in the browser, the console stays empty; of a site whose settings
# are complete, what the rules for municipal sites ask for. Pages with scripts, and the fullest page of each type: the
# same text without JavaScript. The fullest page of each type: axe in the dark; words, fields, drawings and the focus
# seen in forced colours; 7:1 where more contrast is asked for; no scrolling sideways from 320 to 1920 px, at 400 % and
# with a reader's own spacing; no motion where less is asked for; nothing that moves when fonts and scripts come late;
# printed without losing a word; and by keyboard the content first, everything reached, focus always seen, folds turned.
# Home and the fullest act weigh at most 100 KB, and 35 KB without fonts. Six types of page: 100 of 100 by Lighthouse.
# Through menu, search and filters by keyboard alone. Then the site opened from its folder, link by link. First of all,
# that each check finds the faults planted for it. Links and anchors are tests/links.sh's.
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

themes=$(dirname "$ZONALE")/themes
if [ ! -e "$themes/italia/stile.css" ]; then
	echo 'the theme italia was not made here'
	exit 77
fi
BOOTSTRAP_ITALIA=$themes/italia-npm/node_modules/bootstrap-italia/dist/css/bootstrap-italia.min.css
FONT=$(find "$themes/italia" -name '*.woff2' | sort | head -n 1)
export BOOTSTRAP_ITALIA FONT

own=$SCRATCH/own
mkdir "$own"
cp -R content "$own/content"
git -C "$own" init -q -b main
git -C "$own" add content
GIT_COMMITTER_DATE='2031-04-15T10:00:00 +0000' git -C "$own" commit -q -m 'Pubblica'
sites=("own=$own=--today $day")

# shellcheck disable=SC2086
KEEP=1 SCRATCH=$SCRATCH tests/golden.sh $golden >/dev/null || true
for name in confronti novita programme; do
	sites+=("$name=$SCRATCH/$name/site=$(<"tests/cases/$name/options")")
done
full=$SCRATCH/full-act/site=$(<tests/cases/full-act/options)
sites+=("complete=$full=criteria" "plain=$full --theme $PWD/themes/base")

NODE_PATH=$tools/node_modules HOME=$SCRATCH timeout --kill-after=10 1150 \
	node tests/browser/check.js "$ZONALE" "$SCRATCH/browser" "${sites[@]}"
