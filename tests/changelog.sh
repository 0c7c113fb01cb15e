#!/usr/bin/env bash
# What the changelog says: one real repository, made commit by commit, and beside each commit the Italian sentences that
# it must bring, written by a person. The steps stand in tests/changelog/*.steps, to be read as the description of what
# a citizen is told of a change:
#
#   about atti/2031/dczi-1.md          the file that the next words are about, below content/
#   put 'numero: 8'                   gives a key of its own line this value (with more lines: a list)
#   drop numero                       takes keys away
#   swap 'old' 'new'                  replaces what stands there once
#   body / write                      the whole text below the keys / the whole file, from standard input
#   on 2031-02-10 'Nota-pubblica: x'  commits, on that day at ten (or at a moment, 2031-04-30T22:30Z), with trailers
#   says 'Aggiunta'                   the version that the commit must make of the file: its kind; its sentences are
#                                     read from standard input. As many as there are files that changed.
#   under 2031-05-01                  before says: the version's name, where it is not the commit's day
#   silent                            the commit must not be told of at all
#   hides, never, forgets             of the whole file: older versions are hidden; there is none; what was expected
#                                     before is not told any more
#
# Beside that: `history log --format json` says the same, the site is built and its pages are well made, and every key
# of every table was touched (tests/changelog/changed_keys.c), so that none is without a sentence.
#
#   tests/changelog.sh --keep DIR     leaves the repository in DIR, to be looked at
set -euo pipefail
export LC_ALL=C

here=$(dirname "$(realpath "$0")")
ZONALE=${ZONALE:-$here/../build/zonale}
tools=$(dirname "$ZONALE")
[ -x "$tools/html_check" ] || tools=$(dirname "$tools")
[ -n "${SCRATCH:-}" ] || { SCRATCH=$(mktemp -d) && trap 'rm -rf "$SCRATCH"' EXIT; }
site=$SCRATCH/site
[ "${1:-}" != --keep ] || site=$(realpath -m "$2")
today=2031-12-31

export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME='Nome Inventato' GIT_AUTHOR_EMAIL=nome@example.invalid
export GIT_COMMITTER_NAME='Nome Inventato' GIT_COMMITTER_EMAIL=nome@example.invalid

file='' day='' name='' commits=0 expected_count=0
declare -A expected where order # by "FILE NAME"; the names of a FILE in their order

stop() { # the steps themselves are wrong
	echo "${BASH_SOURCE[2]##*/}:${BASH_LINENO[1]}: $*"
	exit 1
}

# --- the words of the steps -------------------------------------------------------------------------

about() {
	file=$1
	mkdir -p "$(dirname "$site/content/$file")"
}

write() {
	cat >"$site/content/$file"
}

# The lines of a key (those behind its own that are indented or begin with "-") give way to others, which otherwise come last.
replace_key() { # key, lines
	KEY=$1 LINES_OF_KEY=$2 awk '
		function insert() { if (!done && ENVIRON["LINES_OF_KEY"] != "") print ENVIRON["LINES_OF_KEY"]; done = 1 }
		BEGIN { key = ENVIRON["KEY"] ":" }
		FNR == 1 && $0 == "---" { front = 1; print; next }
		behind { print; next }
		front && $0 == "---" { insert(); behind = 1; print; next }
		index($0, key) == 1 { insert(); skipping = 1; next }
		skipping && /^([ #]|- )/ { next }
		{ skipping = 0; print }
		END { if (!front) insert() }
	' "$site/content/$file" >"$SCRATCH/edited"
	cat "$SCRATCH/edited" >"$site/content/$file"
}

put() {
	replace_key "${1%%:*}" "$(printf '%s\n' "$@")"
}

drop() {
	local key
	for key; do
		grep -q "^$key:" "$site/content/$file" || stop "$file has no key '$key'"
		replace_key "$key" ''
	done
}

swap() {
	local text rest
	text=$(cat "$site/content/$file" && echo .)
	text=${text%.}
	rest=${text#*"$1"}
	[ "$rest" != "$text" ] || stop "$file does not say '$1'"
	[ "${rest#*"$1"}" = "$rest" ] || stop "$file says '$1' more than once"
	printf '%s' "${text%%"$1"*}$2$rest" >"$site/content/$file"
}

body() {
	awk '{ print } FNR > 1 && $0 == "---" { exit }' "$site/content/$file" >"$SCRATCH/edited"
	cat - >>"$SCRATCH/edited"
	cat "$SCRATCH/edited" >"$site/content/$file"
}

rome_day() { # moment
	TZ=Europe/Rome date -d "$1" +%F
}

on() {
	local moment=$1 message=(-m 'Cambia')
	[[ $moment == *T* ]] || moment=${moment}T09:00Z
	[ $# -eq 1 ] || message+=(-m "$(printf '%s\n' "${@:2}")")
	git -C "$site" add -A
	GIT_AUTHOR_DATE=$moment GIT_COMMITTER_DATE=$moment git -C "$site" commit -q --allow-empty "${message[@]}"
	day=$(rome_day "$moment")
	commits=$((commits + 1))
}

under() {
	name=$1
}

# The names that versions get: the day, and from the second one on it a number.
name_for() { # file
	local number=2 name=$day
	while [ -n "${expected[$1 $name]-}" ]; do
		name=$day-$number
		number=$((number + 1))
	done
	echo "$name"
}

says() {
	[ -n "$name" ] || name=$(name_for "$file")
	expected[$file $name]=$(echo "$name  $1" && sed 's/^/    /')
	where[$file $name]="${BASH_SOURCE[1]##*/}:${BASH_LINENO[0]}"
	order[$file]+="$name "
	expected_count=$((expected_count + 1))
	name=''
}

# Before all versions of the file: that some are hidden.
hides() {
	expected[$file hidden]='    Una versione precedente di questa pagina non è più consultabile, per tutelare dati personali.'
	where[$file hidden]="${BASH_SOURCE[1]##*/}:${BASH_LINENO[0]}"
}

# Of the file, as it is at last, no version is told.
never() {
	expected[$file hidden]='    Nessuna versione che si possa leggere oggi.'
	where[$file hidden]="${BASH_SOURCE[1]##*/}:${BASH_LINENO[0]}"
	order[$file]=' '
}

# All that was expected of the file so far is not told any more.
forgets() {
	local version
	for version in ${order[$file]-}; do
		unset "expected[$file $version]" "where[$file $version]"
		expected_count=$((expected_count - 1))
	done
	unset "order[$file]"
}

silent() {
	:
}

# --- what the program says --------------------------------------------------------------------------

declare -A told # by "FILE NAME"

read_log() { # file; its log on standard input
	local line name=hidden
	while IFS= read -r line; do
		case $line in
		'    '*) told[$1 $name]+=$'\n'$line ;;
		*'  '*)
			name=${line%%  *}
			told[$1 $name]=$line
			;;
		esac
	done
	[ -z "${told[$1 hidden]-}" ] || told[$1 hidden]=${told[$1 hidden]#$'\n'}
}

differ() { # where, file, version, expected, told
	printf '%s: %s %s (-: expected, +: told)\n' "$1" "$2" "$3"
	{ diff -U 100 <(printf '%s\n' "$4") <(printf '%s\n' "$5") || true; } | tail -n +4
	wrong=$((wrong + 1))
}

compare() {
	local version
	for version in "${!expected[@]}"; do
		[ "${expected[$version]}" = "${told[$version]-}" ] ||
			echo "${where[$version]}%$version"
	done | sort -t: -k1,1 -k2,2n >"$SCRATCH/differing"
	while IFS=% read -r place version; do
		differ "$place" "${version% *}" "${version##* }" "${expected[$version]}" "${told[$version]-}"
	done <"$SCRATCH/differing"
	for version in "${!told[@]}"; do
		[ -n "${expected[$version]-}" ] || echo "$version"
	done | sort >"$SCRATCH/unexpected"
	while read -r version; do
		differ 'no step' "${version% *}" "${version##* }" '' "${told[$version]}"
	done <"$SCRATCH/unexpected"
}

log() { # file, option...
	"$ZONALE" history log "content/$1" --today "$today" --lang it "${@:2}"
}

# What the published chronology of an act must say: every sentence of its log. That the page itself came or went its kind
# says alone; and of what it said before it was once removed nothing is told any more.
sentences_of() { # log
	awk '
		/^[0-9].*  Rimossa dal sito$/ { count = 0; going = 1; next }
		/^[0-9]/ { going = 0 }
		/^    (Pubblicat|Di nuovo pubblicat)/ || going { next }
		sub(/^    /, "") { lines[count++] = $0 }
		END { for (i = 0; i < count; i++) print lines[i] }
	' "$1"
}

check_page() { # file, its log
	local page=$SCRATCH/out/${1%.md}/cronologia/index.html line
	[[ $1 == atti/* ]] && [ -e "$page" ] || return 0
	pages=$((pages + 1))
	sed 's/<[^>]*>//g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g' "$page" >"$SCRATCH/page"
	sentences_of "$2" | while IFS= read -r line; do
		grep -qF -- "$line" "$SCRATCH/page" || echo "$1: its chronology does not say: $line"
	done
}

# --- the steps --------------------------------------------------------------------------------------

mkdir -p "$site"
git init -q -b main "$site"
for steps in registers act_facts act_votes act_lists attachments text kinds publication commits meeting programme \
	progress documents; do
	# shellcheck source=/dev/null
	[ ! -e "$here/changelog/$steps.steps" ] || source "$here/changelog/$steps.steps"
done

wrong=0
cd "$site"
mapfile -t files < <(printf '%s\n' "${!order[@]}" | sort)
for file in "${files[@]}"; do
	said=$SCRATCH/log.${file//\//%}
	log "$file" >"$said" || { echo "history log $file: status $?"; wrong=$((wrong + 1)); continue; }
	read_log "$file" <"$said"
	log "$file" --format json | "$tools/changed_keys" --json | diff "$said" - ||
		{ echo "$file: --format json says something else"; wrong=$((wrong + 1)); }
done
compare

"$tools/changed_keys" "$site" "$today" || wrong=$((wrong + 1))
"$ZONALE" build "$site" -o "$SCRATCH/out" --today "$today" --lang it >"$SCRATCH/said" 2>&1 ||
	{ cat "$SCRATCH/said"; wrong=$((wrong + 1)); }
grep -q "avviso Z620: .* 'miglioramento'" "$SCRATCH/said" || { echo 'nobody warns of an unknown kind'; wrong=$((wrong + 1)); }
"$tools/html_check" "$SCRATCH/out" https://www.example.org/prova/ || wrong=$((wrong + 1))

pages=0
for file in "${files[@]}"; do check_page "$file" "$SCRATCH/log.${file//\//%}"; done >"$SCRATCH/missing"
[ -s "$SCRATCH/missing" ] && { cat "$SCRATCH/missing"; wrong=$((wrong + 1)); }
[ "$pages" -gt 20 ] || { echo "only $pages chronologies were looked at"; wrong=$((wrong + 1)); }

echo "$commits commits, $expected_count versions told, $wrong wrong"
[ "$wrong" -eq 0 ]
