#!/usr/bin/env bash
# `zonale history search`: what it says and how it ends, and that it never says what it looks for. What it finds in which
# form is told by tests/unit/test_secret_search.c, where by test_every_object.c and tests/purge.sh.
set -euo pipefail

site=$SCRATCH/sito
said=$SCRATCH/said
wrong=0

fail() {
	echo "$*"
	wrong=1
}

# STATUS TEXT INPUT ARGUMENT...: the search in $site, the terms from printf.
expect() {
	local status=$1 text=$2 input=$3 got=0
	shift 3
	# shellcheck disable=SC2059 # the input holds line ends
	(cd "$site" && printf "$input" | PATH=${path:-$PATH} "$ZONALE" history search "$@") >"$said" 2>&1 || got=$?
	[ "$got" -eq "$status" ] || fail "$*: status $got, not $status: $(head -n 3 "$said")"
	[ -z "$text" ] || grep -q -e "$text" "$said" || fail "$*: does not say '$text': $(cat "$said")"
	if grep -i -q -e segretissimo "$said"; then fail "$*: says the term: $(cat "$said")"; fi
}

mkdir -p "$site/content/segretissimo"
git -C "$site" init -q -b main
echo 'Un testo, e SEGRETISSIMO.' >"$site/content/a.md"
echo 'altro' >"$site/content/segretissimo/segretissimo.txt"
git -C "$site" add -A
GIT_COMMITTER_DATE='1709251200 +0000' git -C "$site" commit -q -m 'Con il Segretissimo'
git -C "$site" branch segretissimo
echo 'non registrato: segretissimo' >"$site/ignorato.txt"
echo ignorato.txt >"$site/.git/info/exclude"
find "$site" -printf '%p %T@ %s\n' | sort >"$SCRATCH/before"

expect 1 "contenuto del file 'content/a.md' (refs/heads/main, 2024-03-01, [0-9a-f]\{40\}): termine 1$" 'segretissimo\n'
expect 1 'trovato: commit (refs/heads/main, 2024-03-01' 'segretissimo\n'
expect 1 "nomi di file nella cartella 'content' (refs" 'segretissimo'
expect 1 "nome di un file interno di git 'logs/refs/heads/…'" 'segretissimo'
expect 1 "file interno di git 'logs/HEAD'" 'segretissimo'
expect 1 "copia di lavoro, nome del file 'content/…/…'" 'segretissimo'
expect 1 "copia di lavoro, contenuto del file 'ignorato.txt'" 'segretissimo'
expect 1 'trovato in .* posti' 'introvabile\nsegretissimo\n'
expect 1 'termine 2$' 'introvabile\nsegretissimo\n'
expect 1 "content of the file 'content/a.md'.*term 1$" 'segretissimo' --lang en
expect 0 'non trovato in ciò che si è potuto guardare' 'introvabile\n'
expect 0 'guardati 6 oggetti: 1 commit, 3 cartelle, 2 contenuti di file, 0 etichette' 'introvabile\n'
expect 0 '' 'introvabile\n' --repo .
expect 0 '' 'introvabile\n' content
expect 1 '"found": ' 'segretissimo' --format json
expect 1 '"path": "content/…/…"' 'segretissimo' --format json

expect 2 'nessun termine' ''
expect 2 'nessun termine' '\n \n'
expect 2 'il termine alla riga 2 ha meno di 3 caratteri' 'introvabile\nab\n'
expect 2 'la riga 1 non è testo UTF-8' 'segretissimo\377\376\n'
expect 2 'più di 64 termini' "$(seq -s '\n' 100 200)"
expect 2 'argomento di troppo' 'introvabile' --repo . content
expect 2 'troppi' "$(printf 'abcdefgh%.0s' {1..40000})"
expect 3 Z600 'introvabile' --repo content
expect 3 Z600 'introvabile' --repo "$SCRATCH/nessuno"
# Given as an argument by mistake it is not repeated.
expect 2 'non si scrive tra gli argomenti' '' 'Segretissimo'
expect 2 'argomento di troppo' '' Nome Segretissimo
expect 2 'argomento di troppo' '' --repo . Segretissimo

find "$site" -printf '%p %T@ %s\n' | sort >"$SCRATCH/after"
diff "$SCRATCH/before" "$SCRATCH/after" || fail 'the search has written something'

# At a terminal nothing of it is seen while it is typed; Ctrl-C gives the echo back.
if command -v script >/dev/null; then
	(cd "$site" && { sleep 1; printf 'segretissimo\n\n'; sleep 1; } |
		script -q -e -c "'$ZONALE' history search; stty -a" "$SCRATCH/typescript" >"$said" 2>&1) || true
	grep -q 'Un termine per riga' "$said" || fail "a terminal is not asked: $(cat "$said")"
	grep -q 'trovato in' "$said" || fail "a terminal gets no answer: $(cat "$said")"
	if grep -q -i segretissimo "$said"; then fail 'the terminal shows the term'; fi
	grep -q -w -e '-echo' "$said" && fail 'the terminal is left without echo'
	(cd "$site" && { sleep 1; printf 'segr\003'; sleep 1; } |
		script -q -e -c "bash -c 'trap : INT; \"$ZONALE\" history search; stty -a'" \
			"$SCRATCH/typescript" >"$said" 2>&1) || true
	grep -q speed "$said" || fail "after Ctrl-C: $(cat "$said")"
	grep -q -w -e '-echo' "$said" && fail 'Ctrl-C leaves the terminal without echo'
fi

# A PDF's text where poppler is, and word of it where it is not.
pdf() {
	local text='BT /F1 12 Tf 20 200 Td [(Segre) -10 (tissimo)] TJ ET'
	printf '%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'
	printf '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R'
	printf '/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n'
	printf '4 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n' ${#text} "$text"
	printf '5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n'
	printf 'trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%%%EOF\n'
}
pdf >"$site/content/elenco.pdf"
path=$SCRATCH expect 1 'manca pdftotext' 'segretissimo'
if command -v pdftotext >/dev/null; then
	expect 1 "contenuto del file 'content/elenco.pdf': termine 1, nel testo o nelle proprietà di un PDF" 'segretissimo'
fi

# What is broken is said and counted, and the rest is looked through all the same.
blob=$(git -C "$site" rev-parse main:content/segretissimo/segretissimo.txt)
rm -f "$site/.git/objects/${blob:0:2}/${blob:2}"
expect 3 'Z606' 'segretissimo'
grep -q 'non letti: 1 oggetti' "$said" || fail "a missing object is not counted: $(cat "$said")"
grep -q "contenuto del file 'content/a.md'" "$said" || fail 'after a missing object nothing is found'

exit "$wrong"
