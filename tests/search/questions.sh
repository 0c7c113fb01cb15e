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

# --- words as they are written, and as they are typed

mkdir -p "$SCRATCH/words/content/atti/2031" "$SCRATCH/words/content/organi"
cat >"$SCRATCH/words/content/sito.yaml" <<'YAML'
formato: 1
titolo: Sito di prova
base_url: https://www.example.org/
contatti: da_indicare
accessibilita: da_indicare
licenza: da_indicare
link: da_indicare
YAML
cat >"$SCRATCH/words/content/organi/conferenza.yaml" <<'YAML'
id: conferenza
nome: Conferenza di prova
sigle: {delibera: DCZI}
YAML
number=0
while IFS='|' read -r written _; do
	number=$((number + 1))
	cat >"$SCRATCH/words/content/atti/2031/dczi-$number.md" <<YAML
---
tipo: delibera
organo: conferenza
numero: $number
data: 2031-03-05
oggetto: Un oggetto per la prova di $written
dati_personali: nessuno
---
## Delibera

1. Di provare.
YAML
done <"$here/spellings.txt"
build "$SCRATCH/words" "$SCRATCH/spelt"
number=0
while IFS='|' read -r _ typed; do
	number=$((number + 1))
	printf '%s | atti/2031/dczi-%s/\n' "$typed" "$number"
done <"$here/spellings.txt" >"$SCRATCH/spellings"
ask "$SCRATCH/spelt/risorse/cerca" --table "$SCRATCH/spellings" >"$SCRATCH/said" || fail "$(cat "$SCRATCH/said")"

# --- what the client may not do, and may not weigh

! grep -n -E 'innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|https?:' "$client" ||
	fail 'the client makes markup or code of texts, or asks another host'
weight=$(gzip -9c "$client" | wc -c)
[ "$weight" -le 8192 ] || fail "the client weighs $weight bytes, compressed"

# --- the page in a browser

browsed='no browser here'
if command -v chromium >/dev/null; then
	timeout 120 node "$here/browse.js" "$SCRATCH/own" >"$SCRATCH/said" 2>&1 || fail "$(cat "$SCRATCH/said")"
	browsed='by keyboard in chromium'
fi

[ "$wrong" -eq 0 ] || exit 1
echo "$(tail -n 1 "$SCRATCH/answers"), $number spellings, $browsed"
