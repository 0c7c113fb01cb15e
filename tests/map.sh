#!/usr/bin/env bash
# generator/README.md names every file of generator/, and no other. Its rows begin with the file's path
# below generator/: | `base/slice.{c,h}` | what it holds |
set -euo pipefail

named() { # README: the paths in the first cells, braces written out
	sed -n 's/^| `\([^`]*\)` |.*/\1/p' "$1" | while read -r path; do
		if [[ $path =~ ^(.*)\{(.*)\}(.*)$ ]]; then
			IFS=, read -ra parts <<<"${BASH_REMATCH[2]}"
			printf "${BASH_REMATCH[1]}%s${BASH_REMATCH[3]}\n" "${parts[@]}"
		else
			echo "$path"
		fi
	done | LC_ALL=C sort
}

differences() { # README, list of files
	{ diff <(named "$1") <(LC_ALL=C sort "$2") || true; } |
		sed -n 's/^< /named, but there is no such file (or twice): /p; s/^> /not named: /p'
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The check itself: one file missing from the map, one too many.
printf '| `a/b.{c,h}` | x |\n| `a/gone.c` | x |\n' >"$scratch/README.md"
printf 'a/b.c\na/b.h\na/new.c\n' >"$scratch/files"
[ "$(differences "$scratch/README.md" "$scratch/files")" = "named, but there is no such file (or twice): a/gone.c
not named: a/new.c" ] || { echo 'tests/map.sh no longer sees what is missing'; exit 1; }

(cd generator && find . -type f ! -name README.md) | sed 's|^\./||' >"$scratch/files"
found=$(differences generator/README.md "$scratch/files")
[ -z "$found" ] || { printf 'generator/README.md:\n%s\n' "$found"; exit 1; }
echo "$(wc -l <"$scratch/files") files"
