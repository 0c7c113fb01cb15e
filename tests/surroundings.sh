#!/usr/bin/env bash
# Odd surroundings: what a shell, a user, another repository or a worn-out disk may bring along. A build is right or
# says what is wrong, ends with the right status, and what was published stands.
set -euo pipefail

day=2031-05-02
site=$SCRATCH/site
reference=$SCRATCH/reference
out=$SCRATCH/out
said=$SCRATCH/said
wrong=0 tried=0

fail() {
	echo "$*"
	wrong=1
}

cp -R content "$SCRATCH/content"
mkdir "$site"
mv "$SCRATCH/content" "$site/content"
git -C "$site" init -q -b main
git -C "$site" add content
git -C "$site" commit -q -m 'Pubblica'
"$ZONALE" build "$site" --today "$day" -q -o "$reference" >"$said" 2>&1 || { cat "$said"; exit 1; }

# The build of the day, of $site where no other is named; the shell's words before it stand in $1.
expect() { # name, status, message or '' ('=' for the same site as the reference), command...
	local name=$1 status=$2 message=$3 got=0
	shift 3
	tried=$((tried + 1))
	"$@" >"$said" 2>&1 </dev/null || got=$?
	[ "$got" -eq "$status" ] || fail "$name: status $got, not $status: $(head -n 3 "$said")"
	if [ "$message" = = ]; then
		diff -r -x .zonale "$reference" "$out" >"$SCRATCH/difference" 2>&1 ||
			fail "$name: another site: $(head -n 3 "$SCRATCH/difference")"
	elif [ -n "$message" ]; then
		grep -q -e "$message" "$said" || fail "$name: '$message' is not said: $(cat "$said")"
	fi
	rm -rf "$out"
}
# shellcheck disable=SC2120 # its options come through `expect`
build() { "$ZONALE" build "$site" --today "$day" -q -o "$out" "$@"; }
# In single quotes, for that shell: "$@" is the build there.
# shellcheck disable=SC2016
shell() { bash -c "$1" shell "$ZONALE" build "$site" --today "$day" -q -o "$out"; }

# --- the shell ------------------------------------------------------------------------------------

expect 'input closed' 0 = shell '"$@" <&-'
expect 'output closed' 0 = shell '"$@" >&-'
expect 'messages closed' 0 = shell '"$@" 2>&-'
expect 'all closed' 0 = shell '"$@" <&- >&- 2>&-'
expect 'messages to a full disk' 0 = shell '"$@" 2>/dev/full'
expect 'what check says is lost' 3 '' bash -c '"$0" check "$1" --today "$2" >/dev/full' "$ZONALE" "$site" "$day"
expect 'what check says has no place' 3 '' bash -c '"$0" check "$1" --today "$2" >&-' "$ZONALE" "$site" "$day"
expect 'many workers, few files' 0 = shell 'ulimit -n 64; "$@" -j 256'
expect 'many workers, few files, a revision' 0 = shell 'ulimit -n 64; "$@" -j 256 --rev HEAD'
# With one worker, so that the limit is reached whatever the machine does at the same time.
for files in 8 10; do
	expect "$files files" 3 'Too many open files' shell "ulimit -n $files; \"\$@\" -j 1"
done
expect 'Turkish' 0 = env LC_ALL=tr_TR.UTF-8 LANG=tr_TR "$ZONALE" build "$site" --today "$day" -q -o "$out"
expect 'nothing in the environment' 0 = env -i "$ZONALE" build "$site" --today "$day" -q -o "$out"

# A private umask is the user's; a web server has to read the site all the same.
shell 'umask 077; "$@"' >"$said" 2>&1 || fail "umask: $(cat "$said")"
find "$out" -path "$out/.zonale" -prune -o \( -type f ! -perm 644 -o -type d ! -perm 755 \) -print >"$said"
[ ! -s "$said" ] || fail "umask 077: nobody may read $(head -n 3 "$said")"
find "$out/.zonale" -perm /077 >"$said"
[ ! -s "$said" ] || fail "everybody may read $(cat "$said")"
rm -rf "$out"

# Stopped and woken again.
build >"$said" 2>&1 &
builder=$!
for _ in 1 2 3 4 5 6 7 8; do
	kill -STOP "$builder" 2>/dev/null || break
	kill -CONT "$builder" 2>/dev/null || break
done
expect 'stopped, and woken' 0 '' wait "$builder"
expect 'after that' 0 = build

# --- git ------------------------------------------------------------------------------------------

other=$SCRATCH/other
git init -q "$other"
echo 'Un altro' >"$other/file"
git -C "$other" add file
git -C "$other" commit -q -m 'Un altro'
# As in a hook of another repository, or in `git rebase --exec`.
strange() {
	env GIT_DIR="$other/.git" GIT_WORK_TREE="$other" GIT_INDEX_FILE="$other/.git/index" \
		GIT_OBJECT_DIRECTORY="$other/.git/objects" GIT_ALTERNATE_OBJECT_DIRECTORIES="$other/none" \
		GIT_COMMON_DIR="$other/.git" GIT_NAMESPACE=altro GIT_CEILING_DIRECTORIES="$site" "$@"
}
expect 'git set to another repository' 0 = strange "$ZONALE" build "$site" --today "$day" -q -o "$out"
expect 'the same, a revision' 0 = strange "$ZONALE" build "$site" --rev HEAD --today "$day" -q -o "$out"
expect 'the same, a repository' 0 = \
	strange "$ZONALE" build --repo "$site/.git" --rev HEAD --today "$day" -q -o "$out"

mark=$SCRATCH/was-run
settings=(GIT_CONFIG_COUNT=3 GIT_CONFIG_KEY_0=core.fsmonitor "GIT_CONFIG_VALUE_0=touch $mark"
	GIT_CONFIG_KEY_1=core.worktree "GIT_CONFIG_VALUE_1=$other"
	GIT_CONFIG_KEY_2=filter.x.clean "GIT_CONFIG_VALUE_2=touch $mark" "GIT_CONFIG=$other/.git/config"
	GIT_CONFIG_PARAMETERS="'core.worktree=$other'" "GIT_EXTERNAL_DIFF=touch $mark")
expect 'settings from the environment' 0 = \
	env "${settings[@]}" "$ZONALE" build "$site" --today "$day" -q -o "$out"

# The repository's own settings run nothing either.
git -C "$site" config core.fsmonitor "touch $mark"
for filter in clean smudge process; do git -C "$site" config "filter.x.$filter" "touch $mark"; done
echo '* filter=x diff=x text eol=crlf' >"$site/.git/info/attributes"
git -C "$site" config diff.x.textconv "touch $mark"
expect 'settings of the repository' 0 = build
expect 'settings of the repository, a revision' 0 = build --rev HEAD
[ ! -e "$mark" ] || fail 'a command of git settings was run'
git -C "$site" config --unset core.fsmonitor
rm "$site/.git/info/attributes"

# --- files ----------------------------------------------------------------------------------------

ln -s "$site" "$SCRATCH/link"
expect 'the site by a link' 0 = "$ZONALE" build "$SCRATCH/link" --today "$day" -q -o "$out"
cp -R "$site" "$SCRATCH/linked"
mv "$SCRATCH/linked/content" "$SCRATCH/linked/altrove"
ln -s altrove "$SCRATCH/linked/content"
expect 'content is a link' 1 '^content: errore Z102' \
	"$ZONALE" build "$SCRATCH/linked" --today "$day" -o "$out" --lang it
echo 'Un file' >"$out"
expect 'OUT is a file' 3 'Z901: .*Not a directory' build
ln -s nowhere "$out"
expect 'OUT leads nowhere' 3 'No such file' build

if [ -w /dev/shm ]; then
	elsewhere=$(mktemp -d /dev/shm/zonale-XXXXXX)
	"$ZONALE" build "$site" --today "$day" -q -o "$elsewhere" >"$said" 2>&1 || fail "$(cat "$said")"
	diff -r -x .zonale "$reference" "$elsewhere" || fail 'another file system, another site'
	rm -rf "$elsewhere"
fi

# Who may everything has to give that up to be refused anything.
restricted=()
[ "$(id -u)" -ne 0 ] || restricted=(setpriv --inh-caps=-all --bounding-set=-all)
refused() { # file or folder, mode, name, what is said, build option...
	local mode
	mode=$(stat -c %a "$1")
	chmod "$2" "$1"
	expect "$3" 3 "$4" "${restricted[@]}" "$ZONALE" build "$site" --today "$day" -o "$out" --lang it "${@:5}"
	[ ! -e "$1" ] || chmod "$mode" "$1"
}
touch "$SCRATCH/closed"
chmod 000 "$SCRATCH/closed"
if ! "${restricted[@]}" cat "$SCRATCH/closed" >"$said" 2>&1; then
	refused "$site/content/enti.yaml" 000 'a file that may not be read' \
		'^content/enti.yaml: guasto Z100: .*Permission denied'
	refused "$site" 000 'a site that may not be read' 'guasto Z901: .*Permission denied'
	refused "$site/content/atti" 000 'a folder that may not be read' '^content/atti: guasto Z100'
	refused "$site/.git/index" 000 'an index that may not be read' 'guasto Z601'
	object=$(git -C "$site" rev-parse HEAD:content/enti.yaml)
	refused "$site/.git/objects/${object:0:2}/${object:2}" 000 'an object that may not be read' \
		'guasto Z601: .*Permission denied' --rev HEAD
	mkdir "$out"
	refused "$out" 555 'an OUT that may not be written' "guasto Z800: .*Permission denied"

	# What stands there stays whole; what could be renewed was, and that is said.
	cp -R "$reference" "$out"
	chmod 555 "$out/atti"
	echo 'titolo: Un altro titolo' >"$SCRATCH/title"
	cp "$site/content/sito.yaml" "$SCRATCH/sito.yaml"
	sed -i '/^titolo:/d' "$site/content/sito.yaml"
	cat "$SCRATCH/title" >>"$site/content/sito.yaml"
	status=0
	"${restricted[@]}" "$ZONALE" build "$site" --today "$day" -o "$out" --lang it >"$said" 2>&1 || status=$?
	[ "$status" -eq 3 ] || fail "a folder of OUT that may not be written: status $status"
	grep -q 'guasto Z817' "$said" || fail "publishing stopped, and nobody says so: $(cat "$said")"
	grep -q "resta com'era" "$said" && fail 'a site that is half new is said to stand as before'
	grep -q 'aggiornato solo in parte' "$said" || fail "not said that the site is half new"
	chmod 755 "$out/atti"
	cp "$SCRATCH/sito.yaml" "$site/content/sito.yaml"
	expect 'when it may be written again' 0 = build
fi
# What is kept of the history needs no right that one has not; a folder that one names for it is told of.
rm -rf "$site/.git/zonale"
if ! "${restricted[@]}" cat "$SCRATCH/closed" >"$said" 2>&1; then
	chmod 555 "$site/.git"
	expect 'a git folder that may not be written' 0 = "${restricted[@]}" "$ZONALE" build "$site" --today "$day" -o "$out"
	[ ! -e "$site/.git/zonale" ] || fail 'a cache where none may be'
	chmod 755 "$site/.git"
	mkdir -m 555 "$SCRATCH/shut"
	expect 'a cache that may not be written' 0 'avviso Z609: .*/shut.*Permission denied' \
		"${restricted[@]}" "$ZONALE" build "$site" --today "$day" -o "$out" --cache "$SCRATCH/shut" --lang it
fi
expect 'a cache of its own' 0 = build --cache "$SCRATCH/cache"
expect 'the same again' 0 = build --cache "$SCRATCH/cache"
[ ! -e "$site/.git/zonale" ] || fail 'a cache in the repository, too'
expect 'a cache that is a file' 0 = build --cache "$site/content/sito.yaml"
expect 'without history none' 0 '' build --cache "$SCRATCH/never" --no-history
[ ! -e "$SCRATCH/never" ] || fail 'a cache of no history'
mkdir "$SCRATCH/full"
if mount -t tmpfs -o size=16k tmpfs "$SCRATCH/full" 2>"$said"; then
	head -c 16384 /dev/zero >"$SCRATCH/full/filler" 2>/dev/null || true
	expect 'a full disk for the cache' 0 = build --cache "$SCRATCH/full"
	umount "$SCRATCH/full"
fi

if [ "$(id -u)" -eq 0 ]; then
	cp -R "$site" "$SCRATCH/foreign"
	chown -R 12345:12345 "$SCRATCH/foreign"
	expect "another user's repository" 0 = "$ZONALE" build "$SCRATCH/foreign" --today "$day" -q -o "$out"
	[ ! -e "$SCRATCH/foreign/.git/zonale" ] || fail "a cache in another user's repository"
fi

[ "$wrong" -eq 0 ] || exit 1
echo "$tried surroundings"
