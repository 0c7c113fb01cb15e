#!/usr/bin/env bash
# Same input, same bytes: the repository's own content, with some history, is built in ways that must not
# matter, and every result is compared with the first.
set -euo pipefail

day=2031-05-02
site=$SCRATCH/site
reference=$SCRATCH/reference

commit() { # moment, message...
	GIT_AUTHOR_DATE="$1" GIT_COMMITTER_DATE="$1" git -C "$site" commit -q --allow-empty-message -m "${@:2}"
}

mkdir "$site"
cp -R content "$site/content"
git -C "$site" init -q -b main
git -C "$site" add content
commit '2031-04-15T10:00:00 +0000' 'Pubblica'
# Near midnight: a day in Rome that is another one in most time zones.
act=$(find "$site/content/atti" -name '*.md' | LC_ALL=C sort | head -n 1)
printf '\n## Nota\n\nTesto aggiunto.\n' >>"$act"
sed -i 's/^testo: non_disponibile$/testo: estratto/; s/^oggetto: .*/oggetto: Un altro oggetto inventato/' "$act"
git -C "$site" add content
commit '2031-04-30T22:30:00 +0000' 'Aggiunge' -m $'Nota-pubblica: Aggiunta una nota.\nTipo-modifica: aggiunta'

differing=()
variants=0

# Compares what a command makes in $out with the reference.
same() { # name, command...
	local name=$1
	shift
	out=$SCRATCH/out/$name
	mkdir -p "$SCRATCH/out"
	variants=$((variants + 1))
	if ! "$@" "$out" >"$SCRATCH/said" 2>&1; then
		cat "$SCRATCH/said"
		echo "$name: the build failed"
		differing+=("$name")
	elif ! diff -r -x .zonale "$reference" "$out" >"$SCRATCH/difference"; then
		head -n 20 "$SCRATCH/difference"
		echo "$name: other bytes than the reference"
		differing+=("$name")
	fi
	chmod -R u+rwX "$out" 2>/dev/null || true
	rm -rf "$out"
}

build() { # option..., out
	"$ZONALE" build "$site" --today "$day" "${@:1:$#-1}" -o "${!#}"
}
with() { # NAME=value..., --, out
	local settings=()
	while [ "$1" != -- ]; do
		settings+=("$1")
		shift
	done
	env "${settings[@]}" "$ZONALE" build "$site" --today "$day" -o "$2"
}
from_revision() { (cd / && "$ZONALE" build --repo "$site/.git" --rev HEAD --today "$day" -o "$1"); }
from_bare() { "$ZONALE" build --repo "$SCRATCH/bare.git" --rev main --today "$day" -o "$1"; }
from_elsewhere() { (cd "$SCRATCH/già altrove" && "$ZONALE" build --today "$day" -o "$1"); }
with_umask() { (umask 077 && build "$1"); }
after_another() {
	"$ZONALE" build "$site" --today 2031-12-31 -o "$1"
	build "$1"
}

# With a cache that was made at the commit before.
with_older_cache() {
	build --rev HEAD~1 --cache "$SCRATCH/cache" "$SCRATCH/older"
	build --cache "$SCRATCH/cache" "$1"
}

build -j1 "$reference" >"$SCRATCH/said" 2>&1 || { cat "$SCRATCH/said"; exit 1; }
pages=$(find "$reference" -name '*.html' | wc -l)
[ "$pages" -ge 20 ] || { echo "only $pages pages: nothing to compare"; exit 1; }

same jobs-2 build -j2
same jobs-7 build -j7
same revision build --rev HEAD
same revision-of-repository from_revision
git clone -q --bare "$site" "$SCRATCH/bare.git"
same bare from_bare

# The reference was built without a cache, and left one.
kept=$site/.git/zonale
ls "$kept"/log-* "$kept"/changes-* >/dev/null || { echo 'nothing was kept of the history'; exit 1; }
grep -a -q 'Un altro oggetto' "$kept"/changes-* || { echo 'nothing was kept of what changed'; exit 1; }
same cache build
same cache-older with_older_cache
sed -i 's/Aggiunta/aggiunta/' "$kept"/log-*
same cache-altered build
sed -i 's/Un altro/XX altro/' "$kept"/changes-*
same cache-altered-changes build
for file in log changes; do
	truncate -s 100 "$kept/$file"-*
	same "cache-truncated-$file" build
	head -c 5000 /dev/urandom >"$(echo "$kept/$file"-*)"
	same "cache-garbage-$file" build
	build "$SCRATCH/learned" >"$SCRATCH/said" 2>&1 && rm -r "$SCRATCH/learned"
	truncate -s -1 "$kept/$file"-*
	same "cache-cut-$file" build
	: >"$(echo "$kept/$file"-*)"
	same "cache-empty-$file" build
	rm "$kept/$file"-*
	same "cache-without-$file" build
done
# Of two sites one has the other's files.
cp -R "$SCRATCH/site" "$SCRATCH/foreign"
sed -i 's/Testo aggiunto/Altro testo/' "$SCRATCH/foreign/${act#"$site/"}"
git -C "$SCRATCH/foreign" commit -q -a -m 'Altro'
"$ZONALE" check "$SCRATCH/foreign" --today "$day" >"$SCRATCH/said" 2>&1 || true
cp "$SCRATCH/foreign/.git/zonale"/* "$kept"
same cache-foreign build
# Other commits with the same content, the old ones gone from the repository.
cp -R "$site" "$SCRATCH/before"
commit '2031-04-30T22:30:00 +0000' 'Lo stesso' --amend -m $'Nota-pubblica: Aggiunta una nota.\nTipo-modifica: aggiunta'
git -C "$site" reflog expire --expire=now --all
git -C "$site" gc -q --prune=now
same cache-rewritten build
rm -rf "$site" && mv "$SCRATCH/before" "$site"
rm -r "$kept"
echo >"$kept"
same cache-impossible build
rm "$kept"

same locale-c with LC_ALL=C --
locale -a | grep -qi '^de_DE.utf' && same locale-german with LC_ALL=de_DE.UTF-8 --
locale -a | grep -qi '^tr_TR.utf' && same locale-turkish with LC_ALL=tr_TR.UTF-8 --
same locale-none with -u LANG -u LC_ALL -u LC_MESSAGES --
same zone-east with TZ=Pacific/Kiritimati --
same zone-west with TZ=America/Los_Angeles --
same umask with_umask

# The user's git settings, and a folder of another name under another time stamp.
mkdir "$SCRATCH/home"
printf '[core]\n\tautocrlf = true\n\teol = crlf\n[diff]\n\trenames = copies\n[log]\n\tdate = relative\n' >"$SCRATCH/home/.gitconfig"
same git-settings with HOME="$SCRATCH/home" GIT_CONFIG_GLOBAL="$SCRATCH/home/.gitconfig" --
git clone -q "$site" "$SCRATCH/già altrove"
find "$SCRATCH/già altrove" -name '*.yaml' -exec touch -d 2001-01-01 {} +
same elsewhere from_elsewhere

# What stood there before leaves no trace.
same after-another after_another

# And this comparison sees a difference.
printf 'x' >>"$reference/index.html"
build -j1 "$SCRATCH/again" >/dev/null 2>&1
if diff -r -x .zonale "$reference" "$SCRATCH/again" >/dev/null; then
	echo 'a planted difference was not seen'
	exit 1
fi

if [ ${#differing[@]} -gt 0 ]; then
	printf 'not the same: %s\n' "${differing[*]}"
	exit 1
fi
echo "$variants ways, the same $pages pages"
