#!/usr/bin/env bash
# What the worst comparisons cost: pairs of texts of 400 KB that have little or nothing, or nearly all, in common. Each
# site is built within a bound on processor time; its comparison is well made, and its length bounded: what says where a
# changed word begins and ends is ten times as long as the word, which matters where every other word is another.
set -euo pipefail
export LC_ALL=C

seconds=${SECONDS_ALLOWED:-10} # of processor time for a site: under a second is what it takes
bytes=400000
tools=$(dirname "$ZONALE")
base=https://www.example.org/prova/

# A text of so many bytes by an awk program, which is told whether it is the first or the second of the pair.
write_text() { # awk program, side
	awk -v bytes="$bytes" -v side="$2" '
		function draw(below) { seed = (seed * 48271) % 2147483647; return seed % below }
		function word(    i, text) {
			for (i = 0; i < 2 + draw(3); i++)
				text = text substr("balocedimunareposutavi", 1 + 2 * draw(11), 2)
			return text
		}
		function words(count,    i, text) {
			for (i = 0; i < count; i++) text = text (i ? " " : "") word()
			return text
		}
		function put(line) { printf "%s\n", line; bytes -= length(line) + 1 }
		BEGIN { seed = 31; print "## Delibera\n"
		'"$1"'
		}'
}

declare -A programs=(
	# Not a word at its place.
	[sostituito]='if (side == 2) seed = 77; for (; bytes > 0;) { put(words(40)); put("") }'
	# One word of all.
	[una-parola]='for (n = 0; bytes > 0; n++) { put(words(40) (n == 300 && side == 2 ? " dopo" : " prima")); put("") }'
	# Each paragraph at another place.
	[rovesciato]='for (n = 0; n < 1400; n++) p[n] = words(40)
		for (n = 0; n < 1400; n++) { put(p[side == 2 ? 1399 - n : n]); put("") }'
	# A single paragraph, every other word of which is another.
	[un-paragrafo]='for (n = 0; bytes > 0; n++) put(words(1) " " (side == 2 ? "di" n : "da" n))'
	# The same few words over and over: everything is like everything.
	[ripetuto]='for (n = 0; bytes > 0; n++) { put("di fare come detto sopra" (n % 7 == side ? " e sotto" : "")); put("") }'
	# Points, each with other words in its midst.
	[punti]='for (n = 1; bytes > 0; n++) { put(n ". " words(15) (side == 2 ? " ora " : " prima ") words(15)); put("") }'
	# A table in which each row has one other cell.
	[tabella]='put("| Comune | Euro | Note |"); put("|---|---|---|")
		for (n = 0; bytes > 0; n++) put("| " words(3) " | " (n + side) " | " words(4) " |")'
	# A list whose items sank in the order of their names.
	[elenco]='for (n = 0; n < 5000; n++) p[n] = words(12)
		for (n = 0; n < 5000; n++) put("- " p[side == 2 ? (n * 7) % 5000 : n])'
)

write_act() { # file, program, side
	{
		printf -- '---\ntipo: delibera\norgano: conferenza\nnumero: 1\ndata: 2031-01-10\n'
		printf 'oggetto: Un testo molto lungo\ndati_personali: nessuno\n---\n'
		write_text "$2" "$3"
	} >"$1"
}
commit() { # site, moment
	git -C "$1" add content
	GIT_AUTHOR_DATE="$2" GIT_COMMITTER_DATE="$2" git -C "$1" commit -q -m 'Cambia'
}

failed=()
worst=0
for name in $(printf '%s\n' "${!programs[@]}" | sort); do
	site=$SCRATCH/$name
	act=$site/content/atti/2031/dcza-1.md
	mkdir -p "$site"
	cp -R tests/cases/confronti/content "$site/content"
	rm -rf "$site"/content/atti/2031/*
	git -C "$site" init -q -b main
	write_act "$act" "${programs[$name]}" 1
	commit "$site" '2031-02-03T09:00:00 +0000'
	write_act "$act" "${programs[$name]}" 2
	commit "$site" '2031-03-10T09:00:00 +0000'

	page=$site/out/atti/2031/dcza-1/versioni/2031-03-10/confronto/index.html
	taken=$(
		ulimit -t "$seconds"
		"$ZONALE" build "$site" --today 2031-06-15 -o "$site/out" -j1 -q >"$site/said" 2>&1 || echo "status $?" >>"$site/said"
		times >"$site/times"
		awk 'NR == 2 { split($1, part, /[ms]/); print part[1] * 60 + part[2] }' "$site/times"
	)
	if [ ! -s "$page" ]; then
		cat "$site/said"
		failed+=("$name")
		continue
	fi
	[ -z "${VERBOSE:-}" ] || printf '%-14s %6.2f s %9d bytes\n' "$name" "$taken" "$(stat -c %s "$page")"
	"$tools/html_check" "$site/out" "$base" || failed+=("$name")
	[ "$(stat -c %s "$page")" -le $((25 * bytes)) ] || { echo "$name: the page is too long" && failed+=("$name"); }
	worst=$(printf '%s\n%s\n' "$worst" "$taken" | sort -g | tail -n 1)
	[ -n "${KEEP:-}" ] || rm -rf "$site"
done
[ ${#failed[@]} -eq 0 ] || { echo "not as it should be: ${failed[*]}"; exit 1; }
echo "${#programs[@]} pairs of $((bytes / 1000)) KB, the worst in $worst s of processor time"
