#!/usr/bin/env bash
# Attachments and their digests. Those on the site are what sha256sum says of the published files, all of them and no
# others: not of a draft's, a removed act's, one that nobody lists, one that was taken away or replaced; and a bare
# repository gives the same. Then /verifica/ in a browser, where there is one: tests/browser/verify.js.
set -euo pipefail
export LC_ALL=C

tools=$(dirname "$ZONALE")/browser
site=$SCRATCH/site
wrong=0

fail() {
	echo "$*"
	wrong=1
}

commit() { # day
	git -C "$site" add -A
	GIT_AUTHOR_DATE="$1T09:00:00 +0000" GIT_COMMITTER_DATE="$1T09:00:00 +0000" \
		git -C "$site" commit -q -m 'Pubblica' -m 'Nota-pubblica: Cambiati gli allegati.'
}

act() { # number; lines of front matter on standard input
	{
		printf -- '---\ntipo: delibera\norgano: conferenza\nnumero: %s\n' "$1"
		printf 'data: 2031-01-1%s\noggetto: Una delibera di prova\ndati_personali: nessuno\n' "$1"
		cat
		printf -- '---\n## Delibera\n\n1. di provare.\n'
	} >"$site/content/atti/2031/dcza-$1.md"
}

attached() { # number, name, text
	mkdir -p "$site/content/atti/2031/dcza-$1"
	printf '%s\n' "$3" >"$site/content/atti/2031/dcza-$1/$2"
	sha256sum "$site/content/atti/2031/dcza-$1/$2" | cut -c 1-64
}

hidden=()
cp -R tests/cases/attachments "$site"
rm "$site/content/atti/2031/dcza-1/non-elencato.txt"
git -C "$site" init -q -b main

act 2 <<<$'allegati:\n  - {file: prima.txt, titolo: Il testo}\n  - {file: via.txt, titolo: Un testo tolto}'
hidden+=("$(attached 2 prima.txt 'Un testo poi cambiato.')" "$(attached 2 via.txt 'Un testo poi tolto.')")
act 3 <<<$'stato: bozza\nallegati:\n  - {file: bozza.txt, titolo: Una bozza}'
hidden+=("$(attached 3 bozza.txt 'Il testo di una bozza.')")
act 4 <<<$'allegati:\n  - {file: rimosso.txt, titolo: Un testo rimosso}'
hidden+=("$(attached 4 rimosso.txt 'Il testo di un atto rimosso.')")
commit 2031-02-01
act 2 <<<$'allegati:\n  - {file: prima.txt, titolo: Il testo}\n  - {file: copia.txt, titolo: Il foglio ancora}'
attached 2 prima.txt 'Un testo cambiato.' >/dev/null
rm "$site/content/atti/2031/dcza-2/via.txt"
cp "$site/content/atti/2031/dcza-1/foglio.txt" "$site/content/atti/2031/dcza-2/copia.txt"
hidden+=("$(attached 2 non-elencato.txt 'Un testo che nessuno elenca.')")
act 4 <<<$'stato: rimosso\nrimozione: {data: 2031-03-01, motivo: dati_personali}'
rm -r "$site/content/atti/2031/dcza-4"
commit 2031-03-01

build() { # out, option...
	"$ZONALE" build --today 2031-06-15 -q -o "$@" >"$SCRATCH/said" 2>&1 || fail "$(cat "$SCRATCH/said")"
}

build "$SCRATCH/out" "$site"
git clone -q --bare "$site" "$SCRATCH/bare.git"
build "$SCRATCH/bare" --repo "$SCRATCH/bare.git"
diff -r -x .zonale "$SCRATCH/out" "$SCRATCH/bare" || fail 'a bare repository gives another site'
build "$SCRATCH/file" "$site" --links file

# Digests as a page has them, one a line.
digests() {
	grep -o 'class="impronta"><span>.*' "$1" | sed 's/^[^>]*>//; s/<[^>]*>//g'
}

published=$(find "$SCRATCH/out/atti" -path '*/allegati/*' -type f -exec sha256sum {} + | cut -c 1-64 | sort)
count=$(wc -l <<<"$published")
[ "$count" -eq 12 ] || fail "$count attachments are published, not 12"
for page in verifica atti/2031/dcza-1 atti/2031/dcza-2; do
	digests "$SCRATCH/out/$page/index.html"
done >"$SCRATCH/shown"
sort "$SCRATCH/shown" | uniq -c | awk '$1 < 2' >"$SCRATCH/once"
[ ! -s "$SCRATCH/once" ] || fail "not on both pages: $(cat "$SCRATCH/once")"
diff <(sort -u <<<"$published") <(sort -u "$SCRATCH/shown") || fail 'other digests than those of the published files'

# Groups of digits have no more than markup between them.
find "$SCRATCH/out" -type f ! -path '*/.zonale/*' -exec cat {} + | sed 's|</span><wbr><span>||g' >"$SCRATCH/all"
grep -q -F -- "$(head -n 1 <<<"$published")" "$SCRATCH/all" || fail 'the search for digests finds none'
for digest in "${hidden[@]}"; do
	! grep -q -i -F -- "$digest" "$SCRATCH/all" || fail "the digest of a file that is not published: $digest"
done

weight=$(gzip -9 -c themes/base/verifica.js | wc -c)
[ "$weight" -le 3072 ] || fail "verifica.js weighs $weight bytes, compressed"

browsed='no browser here'
if [ -e "$tools/installed" ] && [ ! -s "$tools/missing" ]; then
	NODE_PATH=$tools/node_modules HOME=$SCRATCH timeout --kill-after=10 300 \
		node tests/browser/verify.js "$SCRATCH/out" "$SCRATCH/file" >"$SCRATCH/said" 2>&1 ||
		fail "$(cat "$SCRATCH/said")"
	browsed=$(tail -n 1 "$SCRATCH/said")
fi

[ "$wrong" -eq 0 ] || exit 1
echo "$count attachments, ${#hidden[@]} hidden ones, $browsed"
