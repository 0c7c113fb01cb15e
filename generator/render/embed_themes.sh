#!/bin/sh
# Writes themes as C (render/theme_builtin.h): embed_themes.sh FOLDER... >themes.c
# A theme's name is its folder's; the first is the default.
set -eu
export LC_ALL=C

echo '#include "render/theme_builtin.h"'
number=0
themes=
for folder; do
	files=$(cd "$folder" && find . -type f ! -path '*/.*' | sed 's|^\./||' | sort)
	if printf '%s\n' "$files" | grep -v '^[A-Za-z0-9._/-]*$' >&2; then
		echo "embed_themes.sh: these names in $folder are not allowed (render/theme.h)" >&2
		exit 1
	fi
	first=$number
	for file in $files; do
		printf '\nstatic const unsigned char file_%d[] = { /* %s */\n' "$number" "$file"
		od -An -v -tu1 "$folder/$file" | sed 's/  */,/g; s/^,//; s/$/,/'
		echo '0 };'
		number=$((number + 1))
	done
	printf '\nstatic const struct theme_file files_from_%d[] = {\n' "$first"
	count=0
	for file in $files; do
		printf '\t{ SLICE_INIT("%s"), { (const char *)file_%d, sizeof file_%d - 1 } },\n' \
		    "$file" $((first + count)) $((first + count))
		count=$((count + 1))
	done
	echo '};'
	themes="$themes	{ SLICE_INIT(\"${folder##*/}\"), files_from_$first, $count },
"
done

printf '\nconst struct builtin_theme builtin_themes[] = {\n%s};\n' "$themes"
printf 'const size_t builtin_theme_count = sizeof builtin_themes / sizeof *builtin_themes;\n'
