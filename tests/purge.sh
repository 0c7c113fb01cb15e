#!/usr/bin/env bash
# The README's way to take a datum out of a repository: one with the same datum in every place where git can keep it;
# there `history search` finds it in each. Then the README's own commands are run as they stand, and it is in none.
set -euo pipefail

site=$SCRATCH/sito
said=$SCRATCH/said
wrong=0

fail() {
	echo "$*"
	wrong=1
}

mkdir "$SCRATCH/bin"
ln -s "$ZONALE" "$SCRATCH/bin/zonale"
export PATH=$SCRATCH/bin:$PATH

search() { # repository; the datum as the secretariat would write it
	local status=0
	printf 'Nome Segretissimo\nSGRNMO80A01H501X\n' | zonale history search --lang it --repo "$1" >"$said" 2>&1 || status=$?
	return "$status"
}

# --- a repository with the datum everywhere -------------------------------------------------------

at=1709251200
commit() { # message, branch's working tree as it is
	at=$((at + 86400))
	git -C "$site" add -A
	GIT_AUTHOR_DATE="$at +0000" GIT_COMMITTER_DATE="$at +0000" git -C "$site" commit -q --allow-empty -m "$1"
}
put() { # path: content from standard input
	mkdir -p "$(dirname "$site/$1")"
	cat >"$site/$1"
}
pdf() { # title, text
	local text="BT /F1 12 Tf 20 200 Td [($2)] TJ ET"
	printf '%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'
	printf '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R'
	printf '/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n'
	printf '4 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n' ${#text} "$text"
	printf '5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n6 0 obj\n<</Title%s>>\nendobj\n' "$1"
	printf 'trailer\n<</Root 1 0 R/Info 6 0 R/Size 7>>\nstartxref\n0\n%%%%EOF\n'
}
byte() { # number
	# shellcheck disable=SC2059 # the format is the byte
	printf "\\$(printf '%03o' "$1")"
}
# An .odt with one packed member: gzip packs as ZIP does, between a head of 10 bytes and an end of 8.
odt() { # content.xml
	local size
	printf '%s' "$1" | gzip -n -9 >"$SCRATCH/member.gz"
	size=$(($(stat -c %s "$SCRATCH/member.gz") - 18))
	printf 'PK\3\4\24\0\0\0\10\0\0\0\0\0CRC_'
	byte "$size"
	printf '\0\0\0'
	byte "${#1}"
	printf '\0\0\0\13\0\0\0content.xml'
	tail -c +11 "$SCRATCH/member.gz" | head -c "$size"
	printf 'PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'
}

git init -q -b main "$site"
git -C "$site" config gc.auto 0
printf 'formato: 1\ntitolo: Sito inventato\nbase_url: https://www.example.org/\ncontatti: da_indicare\naccessibilita: da_indicare\nlicenza: da_indicare\nlink: da_indicare\n' | put content/sito.yaml
commit 'Inizio'
put testo.txt <<<'Il sig. NOME  SEGRETISSIMO è presente.'
put codice.txt <<<'CF SGRNMO80A01H501X'
put semplice.txt <<<'Nome Segretissimo, e basta.'
put sillabe.txt <<<$'Nome Segre-\ntissimo'
put utf16.txt < <(printf 'Nome Segretissimo' | iconv -t UTF-16)
put base64.txt < <(printf 'xNome Segretissimo' | base64)
put percento.txt <<<'?chi=Nome%20Segretissimo'
put proprieta.pdf < <(pdf '(Nome Segretissimo)' 'Testo')
put esadecimale.pdf < <(pdf '<FEFF004E006F006D00650020005300650067007200650074006900730073006900 6D006F>' 'Testo')
put testo.pdf < <(pdf '(Titolo)' 'No) -10 (me Segre) 3 (tissimo')
put lettera.odt < <(odt '<text:p>Nome <text:span>Segre</text:span>tissimo</text:p>')
put dump.sql.gz < <(echo 'Nome Segretissimo' | gzip -n)
put nome-segretissimo.txt <<<'Niente.'
commit 'Aggiunge'
git -C "$site" rm -q testo.txt codice.txt semplice.txt sillabe.txt utf16.txt base64.txt percento.txt \
	proprieta.pdf esadecimale.pdf testo.pdf lettera.odt dump.sql.gz nome-segretissimo.txt
commit 'Toglie tutto'
commit 'Messaggio di Nome Segretissimo'
GIT_AUTHOR_NAME='Nome Segretissimo' commit 'Autore'
GIT_COMMITTER_EMAIL=nome.segretissimo@example.invalid commit 'Posta'
git -C "$site" checkout -q -b nome-segretissimo
put ramo.txt <<<'Nome Segretissimo nel ramo'
commit 'Ramo'
git -C "$site" checkout -q main
commit 'Per fondere'
git -C "$site" checkout -q -b fuso
put fuso.txt <<<'Nome Segretissimo in un ramo fuso'
commit 'Ramo fuso'
git -C "$site" rm -q fuso.txt
commit 'Toglie'
git -C "$site" checkout -q main
git -C "$site" merge -q --no-ff -m 'Fonde' fuso
git -C "$site" tag -a -m 'Etichetta di Nome Segretissimo' v1
git -C "$site" gc -q
# From here on loose.
git -C "$site" notes add -m 'Nota su Nome Segretissimo'
for each in primo secondo; do
	put content/sito.yaml <<<"# Nome Segretissimo, $each stash"
	git -C "$site" stash -q
done
put resettato.txt <<<'Nome Segretissimo tolto con reset'
commit 'Sbaglio'
git -C "$site" reset -q --hard HEAD~1
sciolto=$(echo 'Nome Segretissimo, sciolto' | git -C "$site" hash-object -w --stdin)
put messo.txt <<<'Nome Segretissimo, solo con git add'
git -C "$site" add messo.txt
put ignoto.txt <<<'Nome Segretissimo, nemmeno con git add'
ls "$site"/.git/objects/pack/*.pack >/dev/null

# --- found in each ---------------------------------------------------------------------------------

if search "$site"; then fail 'nothing found'; fi
expected() { # pattern
	grep -q -e "^trovato: $1" "$said" || fail "not found: $1"
}
for each in 'testo\.txt.*: termine 1$' 'codice\.txt.*: termine 2$' 'semplice\.txt.*: termine 1$' \
	'sillabe\.txt.*: termine 1, spezzato' 'utf16\.txt.*: termine 1, in UTF-16' 'base64\.txt.*: termine 1, in base64' \
	'percento\.txt.*: termine 1, in codifica' 'proprieta\.pdf.*: termine 1' \
	'esadecimale\.pdf.*: termine 1' 'lettera\.odt.*: termine 1, con marcatori.*ODT' \
	'dump\.sql\.gz.*: termine 1, dentro un file gzip' 'fuso\.txt.*(refs/heads/' 'resettato\.txt.*(ORIG_HEAD'; do
	expected "contenuto del file '$each"
done
# Without poppler's help such a text can't be read, and that is said.
if command -v pdftotext >/dev/null; then
	expected "contenuto del file 'testo\.pdf.*: termine 1, nel testo o nelle proprietà di un PDF"
else
	grep -q 'manca pdftotext' "$said" || fail 'PDFs were not read, and that is not said'
fi
expected 'nomi di file nella cartella (refs/heads/'
[ "$(grep -c '^trovato: commit (refs/heads/' "$said")" -ge 3 ] || fail 'message, author and e-mail are not all found'
expected "contenuto del file 'ramo\.txt' (refs/heads/…"
expected 'etichetta (tag) (refs/tags/v1'
expected "contenuto del file '[0-9a-f]*' (refs/notes/commits"
expected "contenuto del file 'content/sito\.yaml' (refs/stash, "
expected "contenuto del file 'content/sito\.yaml' (refs/stash@{1}"
expected "contenuto del file (nulla vi porta più, $sciolto)"
expected "contenuto del file 'messo\.txt' (index"
expected "copia di lavoro, contenuto del file 'ignoto\.txt'"
expected "nome di un file interno di git 'logs/refs/heads/…'"
expected "file interno di git 'logs/HEAD'"
if grep -i -q segretissimo "$said"; then fail 'the datum is said'; fi

# --- the README's commands -------------------------------------------------------------------------

block() { # a text that the block holds
	awk -v wanted="$1" '
		$0 == "```sh" { inside = 1; text = ""; next }
		inside && /^```$/ {
			if (index(text, wanted)) { printf "%s", text; found = 1; exit }
			inside = 0
		}
		inside { text = text $0 "\n" }
		END { exit !found }
	' README.md
}
block '# la purga' >"$SCRATCH/purga"
grep -q fast-export "$SCRATCH/purga" || fail 'the README tells no way'

# What is published comes from a bare repository: pushed there, all that a push can carry.
bare=$SCRATCH/atti.git
git init -q --bare -b main "$bare"
git -C "$site" push -q "$bare" 'refs/heads/*' 'refs/tags/*' 'refs/notes/*' 'refs/stash:refs/tags/salvato'
git -C "$bare" config gc.auto 0
if search "$bare"; then fail 'nothing found in the bare repository'; fi
git -C "$bare" log --branches --tags --format='%at %ct %s' | sed 's/Nome Segretissimo/omissis/' |
	sort >"$SCRATCH/log.before"

mkdir "$SCRATCH/purga.d"
(
	cd "$SCRATCH/purga.d"
	printf 'Nome Segretissimo\nSGRNMO80A01H501X\n' >termini.txt
	ARCHIVIO=$bare bash "$SCRATCH/purga" >"$SCRATCH/purga.said" 2>&1
) || fail "the README's commands end with $?: $(cat "$SCRATCH/purga.said")"
clean=$SCRATCH/purga.d/pulito.git

# --- nothing is left, and nothing else is gone ------------------------------------------------------

search "$clean" || fail "still there: $(cat "$said")"
grep -q 'non trovato in ciò che si è potuto guardare' "$said" || fail "not looked through: $(cat "$said")"
git -C "$clean" fsck --full --strict >"$SCRATCH/fsck" 2>&1 || fail "what was made is no good: $(cat "$SCRATCH/fsck")"
# All by git's own hand once more: nothing of it in any object or file.
{
	git -C "$clean" cat-file --batch-all-objects --batch
	find "$clean" -type f -not -path '*/objects/*' -exec cat {} + -o -printf '%p\n'
} >"$SCRATCH/all"
if grep -a -i -q -e 'segretissimo' -e sgrnmo "$SCRATCH/all"; then fail 'git still has it'; fi
git -C "$clean" log --branches --tags --format='%at %ct %s' | sort >"$SCRATCH/log.after"
diff "$SCRATCH/log.before" "$SCRATCH/log.after" || fail 'commits have changed'
[ "$(git -C "$clean" symbolic-ref HEAD)" = refs/heads/main ] || fail 'HEAD names another branch'
[ "$(git -C "$clean" cat-file -t v1)" = tag ] || fail 'the tag has gone'
git -C "$clean" show main:content/sito.yaml | diff - <(git -C "$site" show main:content/sito.yaml) ||
	fail 'a file without the datum has changed'
git -C "$clean" show main~6:lettera.odt | grep -q '^File tolto per tutelare' || fail 'an attachment was not replaced'
git -C "$clean" show main~6:semplice.txt | grep -q '^omissis, e basta' || fail 'a text lost more than the datum'
"$ZONALE" build --repo "$clean" --rev main --today 2031-01-01 -q -o "$SCRATCH/web" >"$SCRATCH/built" 2>&1 ||
	fail "no site can be made of it: $(cat "$SCRATCH/built")"

# A clone that can't be made anew: the README's words for it.
for command in 'git stash clear' 'git reflog expire --expire=now --all' 'git gc --prune=now'; do
	grep -q -F "\`$command\`" README.md || fail "the README does not name '$command'"
done
git -C "$site" fetch -q "$clean" '+refs/heads/main:refs/pulito'
rm "$site/ignoto.txt"
git -C "$site" reset -q --hard refs/pulito
git -C "$site" for-each-ref --format='delete %(refname)' refs/heads refs/tags refs/notes refs/pulito |
	grep -v 'refs/heads/main$' | git -C "$site" update-ref --stdin
(cd "$site" && git stash clear && git reflog expire --expire=now --all && git gc -q --prune=now)
search "$site" || fail "still in the clone: $(cat "$said")"

[ "$wrong" -eq 0 ] && echo "found in $(grep -c . "$SCRATCH/log.before") commits and around them, then nowhere"
exit "$wrong"
