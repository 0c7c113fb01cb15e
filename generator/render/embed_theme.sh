#!/bin/sh
# Writes the files of a theme's folder as C: struct theme_file theme_builtin_files[], sorted by path.
# Usage: embed_theme.sh DIR >theme.c
set -eu
export LC_ALL=C
cd "$1"

files=$(find . -type f ! -path '*/.*' | sed 's|^\./||' | sort)
if printf '%s\n' "$files" | grep -v '^[A-Za-z0-9._/-]*$' >&2; then
	echo "embed_theme.sh: these names in $1 are not allowed (render/theme.h)" >&2
	exit 1
fi

echo '#include "render/theme_builtin.h"'
number=0
for file in $files; do
	printf '\nstatic const unsigned char file_%d[] = { /* %s */\n' "$number" "$file"
	od -An -v -tu1 "$file" | sed 's/  */,/g; s/^,//; s/$/,/'
	echo '0 };'
	number=$((number + 1))
done

printf '\nconst struct theme_file theme_builtin_files[] = {\n'
number=0
for file in $files; do
	printf '\t{ SLICE_INIT("%s"), { (const char *)file_%d, sizeof file_%d - 1 } },\n' \
	    "$file" "$number" "$number"
	number=$((number + 1))
done
printf '};\n\nconst size_t theme_builtin_count = %d;\n' "$number"
