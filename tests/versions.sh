#!/usr/bin/env bash
# `zonale history log` and `zonale history verify`: what is told of versions that were published, and whether the
# published ones are those of the repository.
set -euo pipefail

wrong=0
site=$SCRATCH/site
out=$SCRATCH/out
day='2031-05-05'

expect() { # name, status, pattern or '', command...
	local name=$1 status=$2 pattern=$3 got=0
	shift 3
	"$@" >"$SCRATCH/said" 2>&1 </dev/null || got=$?
	if [ "$got" -ne "$status" ] || { [ -n "$pattern" ] && ! grep -q -e "$pattern" "$SCRATCH/said"; }; then
		printf '%s: status %d, said:\n' "$name" "$got"
		head -n 20 "$SCRATCH/said"
		wrong=1
	fi
}

# The site of the golden case `history`, with its commits.
cp -R tests/cases/history/content "$SCRATCH/content"
mkdir "$site"
mv "$SCRATCH/content" "$site/content"
commit() { # moment, message paragraph...
	local moment=$1 paragraphs=()
	shift
	for paragraph; do paragraphs+=(-m "$paragraph"); done
	git add -A content
	GIT_AUTHOR_DATE="$moment" GIT_COMMITTER_DATE="$moment" git commit -q --allow-empty "${paragraphs[@]}"
}
(
	cd "$site"
	git init -q -b main
	# shellcheck source=/dev/null
	source "$OLDPWD/tests/cases/history/repo.sh"
)

log() { "$ZONALE" history log "$@" --today "$day" --lang it; }
verify() { "$ZONALE" history verify "$site" -o "$out" --today "$day" --lang it "$@"; }
published=content/atti/2031/dcza-1.md

expect 'by its file' 0 '^2031-02-10-2  ' log "$published" "$site"
expect 'by its place' 0 '^2031-02-10-2  ' log 2031/dcza-1 "$site"
expect 'by its address' 0 '^2031-02-10-2  ' log /atti/2031/dcza-1/ "$site"
expect 'by a path of the system' 0 '^2031-02-10-2  ' log "$site/$published" "$site"
expect 'a day of Rome' 0 '^2031-05-01  ' log "$published" "$site"
expect 'the note' 0 'La segreteria scrive: "Nota del merge\."' log 2031/dcza-6 "$site"
expect 'something hidden' 0 'non è più consultabile' log 2031/dcza-2 "$site"
expect 'of a file without a history' 2 "'content/sito.yaml' non è un file di cui" log content/sito.yaml "$site"
expect 'of no file' 2 "'2031/dcza-99' non è" log 2031/dcza-99 "$site"
expect 'without a file' 2 "'history log' vuole un file" "$ZONALE" history log --lang it
expect 'of no site' 1 'Z108' log 2031/dcza-1 "$SCRATCH/nowhere"
expect 'a revision' 0 '^2031-02-10  ' log 2031/dcza-1 "$site" --rev HEAD~10

# What nobody may see is not told either, nor as data.
for form in text json; do
	for act in 1 2 3 4 5 6; do
		log "2031/dcza-$act" "$site" --format "$form" 2>&1 || true
	done >"$SCRATCH/all.$form"
	if grep -n -i -e 'NOTA SEGRETA' -e 'NOME SEGRETO' -e 'NOTA DEL RAMO' -e 'Nome Inventato' -e 'OGGETTO DEL COMMIT' "$SCRATCH/all.$form"; then
		echo "$form: that may not be told"
		wrong=1
	fi
done
expect 'as data' 0 '"versione": "2031-05-01",' log 2031/dcza-1 "$site" --format json
expect 'whose data' 0 '"percorso": "content/atti/2031/dcza-1.md",' log 2031/dcza-1 "$site" --format json

"$ZONALE" build "$site" -o "$out" --today "$day" -q 2>"$SCRATCH/said" || { cat "$SCRATCH/said"; exit 1; }
expect 'as published' 0 'versioni verificate' verify
page=$out/atti/2031/dcza-1/cronologia/index.html
cp "$page" "$SCRATCH/kept"
echo ' ' >>"$page"
expect 'longer' 1 'Z650.*dcza-1/cronologia/' verify
head -c -3 "$SCRATCH/kept" >"$page"
expect 'shorter' 1 'Z650.*dcza-1/cronologia/' verify
tr 3 4 <"$SCRATCH/kept" >"$page"
expect 'another' 1 'Z650.*dcza-1/cronologia/' verify
rm "$page"
expect 'gone' 1 'Z650.*dcza-1/cronologia/' verify
cp "$SCRATCH/kept" "$page"
expect 'as before' 0 'versioni verificate' verify
expect 'in English' 0 'versions verified' "$ZONALE" history verify "$site" -o "$out" --today "$day" --lang en
# dcza-5 was a draft then.
expect 'left over' 1 'Z651.*dcza-5/' verify --rev HEAD~9
expect 'not published there' 3 'Z652' "$ZONALE" history verify "$site" -o "$site" --today "$day" --lang it
expect 'nowhere' 3 'Z901.*No such file' "$ZONALE" history verify "$site" -o "$SCRATCH/nowhere" --today "$day" --lang it

[ "$wrong" -eq 0 ] || exit 1
echo 'told as it was published'
