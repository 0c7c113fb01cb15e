#!/usr/bin/env bash
# The repository's own content: no errors, no warning but those that are true of it, every page well made, and no
# address of anybody else that content/ does not name itself.
set -euo pipefail

day=2031-05-02
site=$SCRATCH/site
tools=$(dirname "$ZONALE")
# What the Comune has not told yet: contacts, licence, declarations.
true_warnings='Z259'

mkdir "$site"
cp -R content "$site/content"
git -C "$site" init -q -b main
git -C "$site" add content
GIT_COMMITTER_DATE='2031-04-15T10:00:00 +0000' git -C "$site" commit -q -m 'Pubblica'

"$ZONALE" check "$site" --today "$day" --lang it >"$SCRATCH/said" 2>&1 || {
	cat "$SCRATCH/said"
	echo 'content/ has errors'
	exit 1
}
if grep -E ' avviso Z[0-9]+:' "$SCRATCH/said" | grep -vE " avviso ($true_warnings):"; then
	echo 'content/ has warnings that nobody has looked at'
	exit 1
fi

base=$(sed -n 's/^base_url: *//p' content/sito.yaml)
for links in web file; do
	out=$SCRATCH/$links
	"$ZONALE" build "$site" --today "$day" --links "$links" -q -o "$out"
	"$tools/html_check" "$out" "$base" || {
		echo "pages with --links $links are not well made"
		exit 1
	}
done

# Normattiva's addresses are made from the references in the text.
while IFS= read -r address; do
	case $address in
	https://www.normattiva.it/uri-res/N2Ls\?urn:nir:*) ;;
	*) grep -rqF -- "$address" content || {
		echo "'$address' is not from content/"
		exit 1
	} ;;
	esac
done < <("$tools/html_check" --outside "$SCRATCH/web" "$base")

pages=$(find "$SCRATCH/web" -name '*.html' | wc -l)
[ "$pages" -ge 60 ] || { echo "only $pages pages"; exit 1; }
echo "$pages pages"
