#!/usr/bin/env bash
# What other sites take in of the latest acts stays small whatever they are called, names every address in full,
# and stands on its own; the line that webmasters paste is what it seems to be.
set -euo pipefail

day=2031-06-15
base=https://www.example.org/prova/
site=$SCRATCH/site
out=$SCRATCH/out
wrong=0

fail() {
	echo "$*"
	wrong=1
}

# As long as anything may be, and of characters that HTML writes in six.
quotes() { printf "%${1}s" | tr ' ' '"'; }
mkdir -p "$site"
cp -R tests/cases/embedding/content "$site/content"
for number in 20 21 22 23 24; do
	sed "s/^numero: .*/numero: $number/; s/^data: .*/data: 2031-04-10/; s/^oggetto: .*/oggetto: 'O$(quotes 990)'/" \
		"$site/content/atti/2031/dcza-1.md" >"$site/content/atti/2031/dcza-$number.md"
done
sed -i "s/^luogo: .*/luogo: 'L$(quotes 190)'/" "$site/content/sedute/2031-06-20-conferenza.yaml"
git -C "$site" init -q -b main
git -C "$site" add content
GIT_COMMITTER_DATE='2031-03-03T09:00:00 +0000' git -C "$site" commit -q -m 'Pubblica'

for links in web file; do
	rm -rf "$out"
	"$ZONALE" build "$site" --today "$day" --links "$links" -q -o "$out"
	for name in ultimi-atti.html ultimi-atti.frammento.html; do
		page=$out/_incorpora/$name
		size=$(wc -c <"$page")
		[ "$size" -lt 10240 ] || fail "$name: $size bytes"
		[ "$(grep -c '<li>' "$page")" = 5 ] || fail "$name: not five acts"
		grep -q '/sedute/2031-06-20-conferenza/"' "$page" || fail "$name: not the next meeting"
		grep -o '<a [^>]*>' "$page" | grep -v "^<a href=\"$base" && fail "$name: an address that is not whole"
		grep -E '<style|<script| style=| id=' "$page" && fail "$name: a style, a script or an id"
	done
	frame=$out/_incorpora/ultimi-atti.html
	style=$(sed -n 's/.*rel="stylesheet" href="\([^"]*\)".*/\1/p' "$frame")
	{ [ -n "$style" ] && [ -f "$out/_incorpora/$style" ]; } || fail 'the frame has no style sheet'
	grep -qx '<base target="_top">' "$frame" || fail 'links open inside the frame'
	grep -qx '<meta name="robots" content="noindex">' "$frame" || fail 'the frame may be indexed'
done

# The lines to be pasted, as a reader copies them from the page.
lines=$(sed -n 's|.*<code>\(.*\)</code>.*|\1|p' "$out/_incorpora/index.html" |
	sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g')
expected=$(
	cat <<END
<iframe src="${base}_incorpora/ultimi-atti.html" title="Ultimi atti: Conferenza &quot;di Prova&quot; dell'istruzione &amp; altro" width="100%" height="640" loading="lazy"></iframe>
<!--#include virtual="/prova/_incorpora/ultimi-atti.frammento.html" -->
<?php readfile('cartella/_incorpora/ultimi-atti.frammento.html'); ?>
END
)
[ "$lines" = "$expected" ] || fail "the lines to be pasted are
$lines"

[ $wrong = 0 ] && echo 'small, whole and alone'
