#!/usr/bin/env bash
# The site's own search as people use it: the questions of questions.txt asked of this repository's content, words in
# every spelling, every form where it is looked for, and the page by keyboard in a browser where there is one.
set -euo pipefail
export LC_ALL=C TMPDIR=$SCRATCH

here=tests/search
client=themes/base/cerca.js
wrong=0

fail() {
	echo "$*"
	wrong=1
}

build() { # site, out
	"$ZONALE" build "$1" --today 2031-06-15 --no-history -q -o "$2" >"$SCRATCH/said" 2>&1 ||
		{ cat "$SCRATCH/said" && exit 1; }
}

ask() { node "$here/ask.js" "$client" "$@"; }

# --- this repository's content

build . "$SCRATCH/own"
ask "$SCRATCH/own/risorse/cerca" --table "$here/questions.txt" >"$SCRATCH/answers" || fail "$(cat "$SCRATCH/answers")"
ask "$SCRATCH/own/risorse/cerca" --whole >"$SCRATCH/said" || fail "$(cat "$SCRATCH/said")"

# --- words as they are written, and as they are typed; days

site_of_conference() { # folder
	mkdir -p "$1/content/organi"
	cat >"$1/content/sito.yaml" <<'YAML'
formato: 1
titolo: Sito di prova
base_url: https://www.example.org/
contatti: da_indicare
accessibilita: da_indicare
licenza: da_indicare
link: da_indicare
YAML
	cat >"$1/content/organi/conferenza.yaml" <<'YAML'
id: conferenza
nome: Conferenza di prova
sigle: {delibera: DCZI}
YAML
}

add_act() { # site, number, date, subject
	local folder=$1/content/atti/${3%%-*}

	mkdir -p "$folder"
	cat >"$folder/dczi-$2.md" <<YAML
---
tipo: delibera
organo: conferenza
numero: $2
data: $3
oggetto: $4
dati_personali: nessuno
---
## Delibera

1. Di provare.
YAML
}

asked_of_acts() { # name
	build "$SCRATCH/$1" "$SCRATCH/$1.out"
	ask "$SCRATCH/$1.out/risorse/cerca" --table "$SCRATCH/$1.questions" >"$SCRATCH/said" || fail "$(cat "$SCRATCH/said")"
}

for table in spellings dates; do
	site_of_conference "$SCRATCH/$table"
	number=0
	while IFS='|' read -r said typed; do
		[[ $said != '#'* ]] || continue
		number=$((number + 1))
		date=2031-03-05 subject="Un oggetto per la prova di $said"
		[ "$table" != dates ] || date=$said subject='Un oggetto uguale per tutti'
		add_act "$SCRATCH/$table" "$number" "$date" "$subject"
		printf '%s | atti/%s/dczi-%s/\n' "$typed" "${date%%-*}" "$number"
	done <"$here/$table.txt" >"$SCRATCH/$table.questions"
	asked_of_acts "$table"
done

# --- the whole vocabulary: what the browser takes for one word is what has one stem

vocabulary=${ZONALE_SHARED_DATA:-../shared/data}/stemmer-it
stemmed='no vocabulary in shared/data'
if [ -e "$vocabulary/voc.txt" ]; then
	site_of_conference "$SCRATCH/vocabulary"
	{ cat "$vocabulary/voc.txt" && grep -v '^#' "$here/corrections.txt" | cut -d ' ' -f 1; } |
		split -l 2000 - "$SCRATCH/words."
	number=0
	for words in "$SCRATCH"/words.*; do
		number=$((number + 1))
		add_act "$SCRATCH/vocabulary" "$number" 2031-03-05 'Un oggetto uguale per tutti'
		cat "$words" >>"$SCRATCH/vocabulary/content/atti/2031/dczi-$number.md"
	done
	build "$SCRATCH/vocabulary" "$SCRATCH/vocabulary.out"
	ask "$SCRATCH/vocabulary.out/risorse/cerca" --stems "$vocabulary/voc.txt" "$vocabulary/output.txt" \
		"$here/corrections.txt" >"$SCRATCH/said" || fail "$(cat "$SCRATCH/said")"
	stemmed=$(cat "$SCRATCH/said")
fi

# --- what the client may not do, and may not weigh

! grep -n -E 'innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|https?:' "$client" ||
	fail 'the client makes markup or code of texts, or asks another host'
weight=$(gzip -9c "$client" | wc -c)
[ "$weight" -le 9216 ] || fail "the client weighs $weight bytes, compressed"

# --- the page in a browser

browsed='no browser here'
if command -v chromium >/dev/null; then
	"$ZONALE" build . --today 2031-06-15 --no-history -q --links file -o "$SCRATCH/folder"
	NODE_PATH=$(dirname "$ZONALE")/browser/node_modules timeout 500 \
		node "$here/browse.js" "$SCRATCH/own" "$SCRATCH/folder" >"$SCRATCH/said" 2>&1 || fail "in the browser: $(cat "$SCRATCH/said")"
	browsed='by keyboard in chromium'
fi

[ "$wrong" -eq 0 ] || exit 1
echo "$(tail -n 1 "$SCRATCH/answers"), each word and day found as it is typed, stems: $stemmed, $browsed"
