#!/usr/bin/env bash
# Golden sites: each folder of tests/cases is a small site, built and compared with what a person has read.
#
#   tests/golden.sh                   compares all
#   tests/golden.sh NAME...           compares these
#   tests/golden.sh --update NAME...  rewrites what is expected of these: read the difference before it is kept
#
# A case is a folder with
#   content/           the site's content; or `like`, the name of the case whose content and repo.sh it takes
#   repo.sh            optional: makes the repository's history (see make_site); else all is one commit
#   theme/             optional: for --theme theme
#   options            for build and check, --today among them
#   build-options      optional: for build alone; check-options: for check alone
#   pages              optional: the files of the site to be compared byte by byte, as patterns; else all
#   expected/          those files
#   expected.list      the names of all files of the site
#   expected.messages  what check says; .en and .json beside it where the case asks for them, too
#   expected.status    of check and build
# Every site is built with one worker and with two, and its pages pass html_check.
set -euo pipefail
shopt -s globstar nullglob
export LC_ALL=C

here=$(dirname "$(realpath "$0")")
ZONALE=${ZONALE:-$here/../build/zonale}
tools=$(dirname "$ZONALE")
[ -x "$tools/html_check" ] || tools=$(dirname "$tools")
[ -n "${SCRATCH:-}" ] || { SCRATCH=$(mktemp -d) && trap 'rm -rf "$SCRATCH"' EXIT; }

update=
[ "${1:-}" != --update ] || { update=1 && shift; }
[ -z "$update" ] || [ $# -gt 0 ] || { echo 'update: name the cases'; exit 2; }

# --- for repo.sh, which is read in the site's folder ----------------------------------------------

commit() { # moment, message paragraph...
	local moment=$1 paragraphs=()
	shift
	for paragraph; do paragraphs+=(-m "$paragraph"); done
	git add -A content
	GIT_AUTHOR_DATE="$moment" GIT_COMMITTER_DATE="$moment" git \
		-c user.name='Nome Inventato' -c user.email=nome@example.invalid -c core.hooksPath=/dev/null \
		commit -q --allow-empty "${paragraphs[@]}"
}

make_site() { # source case, site
	mkdir -p "$2"
	cp -R "$1/content" "$2/content"
	cd "$2"
	git init -q -b main
	if [ -e "$1/repo.sh" ]; then
		# shellcheck source=/dev/null
		source "$1/repo.sh"
	else
		commit '2031-03-03T09:00:00 +0000' 'Pubblica'
	fi
}

# --- one case -------------------------------------------------------------------------------------

check_said() { # site, file for what is said, option...
	local status=0
	(cd "$1" && "$ZONALE" check . "${options[@]}" "${check_options[@]}" "${@:3}") >"$2" 2>&1 || status=$?
	echo "$status" >>"$statuses"
}

base_url() { # site
	local words=" ${build_options[*]-} " url
	if [[ $words == *' --base-url '* ]]; then
		url=${words#* --base-url }
		url=${url%% *}
	else
		url=$(sed -n 's/^base_url: *//p' "$1/content/sito.yaml")
	fi
	echo "${url%/}/"
}

# Makes everything of the case $1 below $2, as it is laid out in the case's own folder.
make_case() {
	local case=$1 made=$2 source=$1 jobs status statuses=$2/statuses
	local options build_options=() check_options=()
	mkdir -p "$made/expected"
	[ ! -e "$case/like" ] || source=$here/cases/$(<"$case/like")
	(make_site "$source" "$made/site") || return
	[ ! -e "$case/theme" ] || cp -R "$case/theme" "$made/site/theme"
	read -ra options <"$case/options"
	[ ! -e "$case/build-options" ] || read -ra build_options <"$case/build-options"
	[ ! -e "$case/check-options" ] || read -ra check_options <"$case/check-options"
	# Cases are about what pages say; the default theme's frame and fingerprints are not in them.
	[ -e "$made/site/theme" ] || build_options+=(--theme "$here/../themes/base")

	check_said "$made/site" "$made/expected.messages" --lang it
	[ ! -e "$case/expected.messages.en" ] ||
		check_said "$made/site" "$made/expected.messages.en" --lang en
	[ ! -e "$case/expected.messages.json" ] ||
		check_said "$made/site" "$made/expected.messages.json" --lang it --format json
	for jobs in 1 2; do
		status=0
		(cd "$made/site" && "$ZONALE" build . "${options[@]}" "${build_options[@]}" \
			-j "$jobs" -o "../out$jobs") >"$made/build.said" 2>&1 || status=$?
		echo "$status" >>"$statuses"
		mkdir -p "$made/out$jobs"
	done
	sort -u "$statuses" >"$made/expected.status"
	diff -r -x .zonale "$made/out1" "$made/out2" || { echo 'one worker and two: other bytes'; return 1; }

	# The search's index follows from all the rest, number by number: tests/search looks at what it finds.
	(cd "$made/out1" && find . \( -path ./.zonale -o -path ./risorse/cerca \) -prune -o -type f -printf '%P\n') |
		sort >"$made/expected.list"
	# A style sheet's name tells its content: which is not what cases are about.
	sed -i 's/\(\.[0-9a-f]\{8\}\)\.\([a-z0-9]*\)$/.digest.\2/' "$made/expected.list"
	copy_pages "$case" "$made"
	find "$made/expected" -name '*.html' -exec \
		sed -i 's|\(/risorse/[^"]*\)\.[0-9a-f]\{8\}\.|\1.digest.|; s|"\(risorse/[^"]*\)\.[0-9a-f]\{8\}\.|"\1.digest.|' {} +
	rm -rf "$made/expected/risorse/"*.????????.* "$made/expected/risorse/cerca"
	# git keeps no empty folders, and neither do we.
	find "$made/expected" -type d -empty -delete
	[ "$(<"$made/expected.status")" != 0 ] ||
		"$tools/html_check" "$made/out1" "$(base_url "$made/site")"
}

copy_pages() { # case, made
	local pattern page pages=('**')
	[ ! -e "$1/pages" ] || mapfile -t pages <"$1/pages"
	for pattern in "${pages[@]}"; do
		# shellcheck disable=SC2206
		local found=("$2"/out1/$pattern)
		[ ${#found[@]} -gt 0 ] || echo "nothing is called '$pattern'"
		for page in "${found[@]}"; do
			[ -f "$page" ] || continue
			page=${page#"$2"/out1/}
			mkdir -p "$(dirname "$2/expected/$page")"
			cp "$2/out1/$page" "$2/expected/$page"
		done
	done
}

parts='expected expected.list expected.messages expected.messages.en expected.messages.json expected.status'

# Compares, or takes over, what make_case has made.
compare_case() { # case, made
	local part same=0
	for part in $parts; do
		[ -e "$1/$part" ] || [ -e "$2/$part" ] || continue
		if [ -n "$update" ]; then
			rm -rf "${1:?}/$part"
			[ ! -e "$2/$part" ] || cp -R "$2/$part" "$1/$part"
		else
			diff -r -u "$1/$part" "$2/$part" || same=1
		fi
	done
	return $same
}

names=("$@")
[ $# -gt 0 ] || mapfile -t names < <(ls "$here/cases")
failed=()
for name in "${names[@]}"; do
	made=$SCRATCH/$name
	mkdir -p "$made"
	good=0
	make_case "$here/cases/$name" "$made" >"$made/said" 2>&1 || good=1
	if [ $good != 0 ] && [ -n "$update" ]; then
		cat "$made/said" "$made/build.said"
	fi
	compare_case "$here/cases/$name" "$made" >>"$made/said" 2>&1 || good=1
	if [ $good != 0 ]; then
		failed+=("$name")
		echo "--- $name"
		head -n "${LINES_SHOWN:-60}" "$made/said"
	fi
	rm -rf "$made/out2"
	[ -n "${KEEP:-}" ] || rm -rf "$made"
done

if [ ${#failed[@]} -gt 0 ]; then
	printf 'not as expected: %s\n' "${failed[*]}"
	exit 1
fi
echo "${#names[@]} golden sites"
