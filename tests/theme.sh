#!/usr/bin/env bash
# The theme italia as it is made (themes/italia/stile): whole, the same each time, and where npm brings nothing the way
# out is said.
set -euo pipefail

npm=$(dirname "$ZONALE")/themes/italia-npm
if [ ! -e "$npm/installed" ] || ! command -v node npm >/dev/null; then
	echo 'the theme italia was not made here'
	exit 77
fi

wrong() {
	echo "$*"
	exit 1
}

for time in first second; do
	themes/italia/stile/build "$npm" "$SCRATCH/$time"
done
diff -r "$SCRATCH/first" "$SCRATCH/second" || wrong 'the theme is made otherwise the second time'

# What the validator of municipal sites reads of a style sheet, what the pages' policy forbids, what licences ask for.
style=$SCRATCH/first/stile.css
grep -Eq -- '--bootstrap-italia-version: ?"2\.' "$style" || wrong 'the version of Bootstrap Italia was taken out'
grep -Eq 'url\(["'\'']?(data:|https?:|//)' "$style" && wrong 'the style sheet names something outside the site'
grep -q '@import' "$style" && wrong 'the style sheet imports another'
for font in 'Titillium Web' Lora 'Roboto Mono'; do
	grep -Eq "@font-face\{font-family:\"?$font\"?;" "$style" || wrong "no font $font"
done
for licence in bootstrap-italia titillium-web lora roboto-mono; do
	[ -s "$SCRATCH/first/licenze/$licence.txt" ] || wrong "no licence of $licence"
done
size=$(gzip -9 -c "$style" | wc -c)
[ "$size" -le 15000 ] || wrong "the style sheet has $size bytes, compressed"

# In the lockfile no address of a registry stands: npm asks the one it is set to.
grep -q '"resolved"' themes/italia/stile/package-lock.json && wrong 'package-lock.json names addresses'

said=$(npm_config_registry=http://127.0.0.1:1/ npm_config_cache=$SCRATCH/cache \
	themes/italia/stile/build "$SCRATCH/empty" "$SCRATCH/none" 2>&1) && wrong 'made without npm'
grep -q 'make site THEMES=base' <<<"$said" || wrong "the way out is not said: $said"
[ ! -e "$SCRATCH/none" ] || wrong 'half a theme was left'
