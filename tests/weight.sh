#!/usr/bin/env bash
# What the first view of the home page, of the search and of an act costs a reader, compressed, as the default theme has
# it: at most 35 KB for the page with its style sheet, scripts and pictures, at most 100 KB with the fonts it asks for at once.
set -euo pipefail
export LC_ALL=C

wrong=0

build() { # site, out, option...
	"$ZONALE" build "$1" -q -o "$2" --no-history --today 2031-06-15 "${@:3}" >"$SCRATCH/said" 2>&1 ||
		{ cat "$SCRATCH/said" && exit 1; }
}

squeezed() { gzip -9c "$1" | wc -c; }

# What a page loads by itself: files of the site, by their place in it.
loaded() { # site, page
	grep -oE '<(link rel="(stylesheet|preload|icon)"|script|img)[^>]*>' "$1/$2" |
		grep -oE '(href|src)="[^"]*"' | cut -d '"' -f 2 | while read -r address; do
		realpath --relative-to "$1" "$1/$(dirname "$2")/$address"
	done | sort -u
}

weigh() { # site, page
	local light fonts=0 files
	light=$(squeezed "$1/$2")
	files=$(loaded "$1" "$2")
	[ -n "$files" ] || { echo "$2 loads nothing" && wrong=1; }
	for file in $files; do
		case $file in
		*.woff2) fonts=$((fonts + $(stat -c %s "$1/$file"))) ;;
		*) light=$((light + $(squeezed "$1/$file"))) ;;
		esac
	done
	weights+="$2 $light and $fonts of fonts; "
	[ "$light" -le $((35 * 1024)) ] || { echo "$2 weighs $light bytes without fonts" && wrong=1; }
	[ $((light + fonts)) -le $((100 * 1024)) ] || { echo "$2 weighs $((light + fonts)) bytes" && wrong=1; }
}

weights=
build . "$SCRATCH/own"
weigh "$SCRATCH/own" index.html
weigh "$SCRATCH/own" cerca/index.html
cp -R tests/cases/full-act/content "$SCRATCH/content"
build "$SCRATCH" "$SCRATCH/act"
weigh "$SCRATCH/act" atti/2031/dcza-7-bis/index.html

[ "$wrong" -eq 0 ] || exit 1
echo "${weights%; }"
