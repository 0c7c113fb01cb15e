#!/usr/bin/env bash
# Every link and every anchor of the repository's own site and of rich golden sites leads somewhere: where the site has
# a host for itself, where it stands below a path, and where it is read from its folder without a server.
set -euo pipefail

day=2031-06-15
tools=$(dirname "$ZONALE")
golden='confronti full-act many-changes meetings novita programme registers regulations'

# What is wrong with the links of a site: $1 its folder, $2 its address, $3 web or file.
faults() {
	"$tools/html_check" "$1" "$2" || true
	# Relative, or whole: an address from the host's root would miss a site below a path.
	grep -rnoE --include='*.html' ' (href|src|action)="/[^"]*"' "$1" || true
	# Without a server nothing turns a folder into its index.html.
	[ "$3" = web ] || grep -rnoE --include='*.html' ' href="(([^":]*/)?\.{0,2}|[^":]*/)(#[^"]*)?"' "$1" |
		grep -vE 'href="#[^"]+"' || true
}

make_site() { # name, folder with content/: a repository
	mkdir "$SCRATCH/$1"
	cp -R "$2/content" "$SCRATCH/$1/content"
	git -C "$SCRATCH/$1" init -q -b main
	git -C "$SCRATCH/$1" add content
	GIT_COMMITTER_DATE='2031-04-15T10:00:00 +0000' git -C "$SCRATCH/$1" commit -q -m 'Pubblica'
}

# The check itself: a fault a row, planted into a page that had none. What is said | form | sed expression.
make_site planted tests/cases/minimal
missed=0
base=https://zona.example.net/
while IFS='|' read -r said form plant; do
	out=$SCRATCH/planted-$form
	rm -rf "$out"
	"$ZONALE" build "$SCRATCH/planted" --today "$day" --base-url "$base" --links "$form" -q -o "$out"
	[ -z "$(faults "$out" "$base" "$form")" ] || { echo 'the good site is found fault with' && missed=1; }
	sed -i "$plant" "$out/atti/index.html"
	faults "$out" "$base" "$form" | grep -qF -- "$said" || { echo "not found: $said" && missed=1; }
done <<'END'
'nessuno/' leads to no file|web|s,</main>,<p><a href="nessuno/">x</a></p></main>,
'nessuno.html' leads to no file|file|s,</main>,<p><a href="nessuno.html">x</a></p></main>,
'../#nessuno' leads to no id there|web|s,</main>,<p><a href="../#nessuno">x</a></p></main>,
'#nessuno' leads to no id there|file|s,</main>,<p><a href="#nessuno">x</a></p></main>,
href="/"|web|s,</main>,<p><a href="/">x</a></p></main>,
href="../"|file|s,</main>,<p><a href="../">x</a></p></main>,
href="."|file|s,</main>,<p><a href=".">x</a></p></main>,
href="../atti/#contenuto"|file|s,</main>,<p><a href="../atti/#contenuto">x</a></p></main>,
END
[ $missed = 0 ] || exit 1

# Sites: the repository's own, and golden ones with their histories.
make_site own .
sites=("$SCRATCH/own")
# shellcheck disable=SC2086
KEEP=1 tests/golden.sh $golden >/dev/null || true
for name in $golden; do
	sites+=("$SCRATCH/$name/site")
done

pages=0
for site in "${sites[@]}"; do
	for form in 'https://zona.example.net/ web' 'https://zona.example.net/sotto/una/cartella/ web' \
		'https://zona.example.net/altrove/ file'; do
		read -r base links <<<"$form"
		out=$SCRATCH/out
		rm -rf "$out"
		"$ZONALE" build "$site" --today "$day" --base-url "$base" --links "$links" -q -o "$out"
		faults "$out" "$base" "$links" >"$SCRATCH/said"
		if [ -s "$SCRATCH/said" ]; then
			echo "$site at $base ($links):"
			head -n 40 "$SCRATCH/said"
			missed=1
		fi
		pages=$((pages + $(find "$out" -name '*.html' | wc -l)))
	done
done
[ $missed = 0 ]
echo "$pages pages in three forms"
