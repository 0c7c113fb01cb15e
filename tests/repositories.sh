#!/usr/bin/env bash
# Repositories as they come: cut off, damaged, crafted, of strange formats, with strange clocks. Each is made here; the
# build tells the right days on the act's page, or says in Italian what is wrong and what to do. Never other days.
set -euo pipefail

base=$SCRATCH/base
r=$SCRATCH/r
out=$SCRATCH/out
said=$SCRATCH/said
wrong=0 tried=0
export GIT_CONFIG_COUNT=4 GIT_CONFIG_KEY_0=init.defaultBranch GIT_CONFIG_VALUE_0=main
export GIT_CONFIG_KEY_1=advice.detachedHead GIT_CONFIG_VALUE_1=false
export GIT_CONFIG_KEY_2=core.fsync GIT_CONFIG_VALUE_2=none GIT_CONFIG_KEY_3=gc.auto GIT_CONFIG_VALUE_3=0

fail() {
	echo "$*"
	wrong=1
}
act() { # text
	printf -- '---\ntipo: delibera\norgano: conferenza\nnumero: 1\ndata: 2031-01-01\noggetto: Un oggetto\n' \
		>content/atti/2031/dczi-1.md
	printf -- 'dati_personali: nessuno\n---\n%s\n' "$1" >>content/atti/2031/dczi-1.md
}
commit() { # time, message: everything
	git add -A
	GIT_AUTHOR_DATE='1000000000 +0000' GIT_COMMITTER_DATE="$1" git commit -q --allow-empty -m "${2:-x}"
}
at() { # day of January 2031, message
	commit "2031-01-$1T12:00:00 +0000" "${2:-x}"
}
# A commit whose bytes are given: $tree and $parent stand for HEAD's; main is put there.
crafted() { # printf format of what follows the parent
	local tree parent
	git add -A
	tree=$(git write-tree) parent=$(git rev-parse HEAD)
	# shellcheck disable=SC2059
	{ printf 'tree %s\nparent %s\nauthor A <a> 1 +0000\n' "$tree" "$parent" && printf "$1"; } |
		git hash-object -w -t commit --literally --stdin >"$SCRATCH/id"
	cp "$SCRATCH/id" .git/refs/heads/main
}
object() { # revision: the file of a loose object
	git rev-parse "$1" | sed 's,^..,.git/objects/&/,'
}
fresh() {
	chmod -R u+w "$r" 2>/dev/null || true
	rm -rf "$r" "$SCRATCH/other" "$out"
	cp -R "$base" "$r"
	cd "$r"
}
# Of what changed on the page, not of what became of the act.
days() {
	sed -n '/class="tappa-testa".*marca-pagina/s/.*datetime="\([0-9-]*\)".*/\1/p' \
		"$out/atti/2031/dczi-1/cronologia/index.html" | tr '\n' ' '
}
# Builds the working tree and, from outside, the revision main: the days on the act's page, newest first.
shows() { # name, days, build option...
	local name=$1 expected=$2
	shift 2
	tried=$((tried + 1))
	for way in "$r" "--repo $r --rev main"; do
		rm -rf "$out"
		# shellcheck disable=SC2086
		if ! (cd / && "$ZONALE" build $way "$@" -o "$out" --today 2199-12-31 --lang it -q) >"$said" 2>&1; then
			fail "$name ($way): $(cat "$said")"
		elif [ "$(days)" != "$expected " ]; then
			fail "$name ($way): $(days), not $expected"
		fi
	done
}
# The days that a working tree shows.
of_tree() { # name, site, days
	tried=$((tried + 1))
	rm -rf "$out"
	"$ZONALE" build "$2" -o "$out" --today 2199-12-31 -q >"$said" 2>&1 || fail "$1: $(cat "$said")"
	[ "$(days)" = "$3 " ] || fail "$1: $(days), not $3"
}
# Fails, and says why and what to do; nothing is published.
refused() { # name, message, build option... (what to build among them)
	local name=$1 message=$2 status=0
	shift 2
	tried=$((tried + 1))
	rm -rf "$out"
	(cd / && "$ZONALE" build "$@" -o "$out" --today 2199-12-31 --lang it) >"$said" 2>&1 || status=$?
	[ "$status" -eq 3 ] || fail "$name: status $status"
	grep -qE -e "$message" "$said" || fail "$name: '$message' is not said: $(cat "$said")"
	grep -q '^  rimedio: ' "$said" || fail "$name: no remedy: $(cat "$said")"
	[ ! -e "$out/index.html" ] || fail "$name: a site all the same"
}

# --- two versions, of 5 and 7 January --------------------------------------------------------------

git init -q "$base"
cd "$base"
mkdir -p content/atti/2031 content/organi
printf 'formato: 1\ntitolo: Sito\nbase_url: https://www.example.org/\ncontatti: da_indicare\naccessibilita: da_indicare\nlicenza: da_indicare\nlink: da_indicare\n' >content/sito.yaml
printf 'id: conferenza\nnome: Conferenza\n' >content/organi/conferenza.yaml
act 'Testo.'
at 05
act 'Altro testo.'
at 07
two='2031-01-07 2031-01-05'

fresh
shows 'two versions' "$two"

# --- clones ----------------------------------------------------------------------------------------

shallow='guasto Z605: .*storia è troncata.*date sarebbero sbagliate'
fresh
git clone -q --depth 1 "file://$r" "$SCRATCH/other"
refused 'a shallow clone' "$shallow" "$SCRATCH/other"
grep -q 'git fetch --unshallow' "$said" || fail 'no way out of a shallow clone'
refused 'a shallow clone, a revision' "$shallow" --repo "$SCRATCH/other" --rev main
git -C "$SCRATCH/other" fetch -q --unshallow
rm -rf "$r"
mv "$SCRATCH/other" "$r"
shows 'no longer shallow' "$two"
# The build left a cache: it must not make up for what was cut off.
git -C "$r" rev-parse main >"$r/.git/shallow"
refused 'shallow, with a cache of before' "$shallow" "$r"

fresh
git config uploadpack.allowFilter true
git clone -q --bare --filter=blob:none "file://$r" "$SCRATCH/other"
refused 'a clone without blobs' 'guasto Z606: .*manca l.oggetto' --repo "$SCRATCH/other" --rev main
grep -q -e '--filter' "$said" || fail 'not said that the clone is a partial one'
rm -rf "$SCRATCH/other"
git clone -q --filter=blob:none "file://$r" "$SCRATCH/other"
refused 'a clone without old blobs' 'guasto Z606: .*manca l.oggetto' "$SCRATCH/other"
rm -rf "$SCRATCH/other"
git clone -q --bare --filter=tree:0 "file://$r" "$SCRATCH/other"
refused 'a clone without trees' 'guasto Z606: .*manca l.oggetto' --repo "$SCRATCH/other" --rev main

fresh
git clone -q --shared "$r" "$SCRATCH/other"
mv "$r" "$SCRATCH/lender"
mv "$SCRATCH/other" "$r"
echo "$SCRATCH/lender/.git/objects" >"$r/.git/objects/info/alternates"
shows 'objects of another repository' "$two"
mv "$SCRATCH/lender" "$SCRATCH/elsewhere"
refused 'those objects are gone' 'guasto Z60[16]: ' "$r"
rm -rf "$SCRATCH/elsewhere"

# --- branches and working trees --------------------------------------------------------------------

fresh
git checkout -q HEAD~1
of_tree 'a detached HEAD' "$r" '2031-01-05'

rm -rf "$r"
git init -q "$r"
cp -R "$base/content" "$r/content"
refused 'an empty repository' 'guasto Z603: .*non è ancora registrato nulla' "$r"
refused 'an empty repository, a revision' 'guasto Z603: ' --repo "$r" --rev main
fresh
git checkout -q --orphan nuovo
refused 'an unborn branch' 'guasto Z603: ' "$r"
refused 'an unborn branch by its name' "guasto Z604: .*'nuovo'" --repo "$r" --rev nuovo
refused 'HEAD of an unborn branch' 'guasto Z603: ' --repo "$r" --rev HEAD

fresh
git worktree add -q "$SCRATCH/other" -b ramo
mv "$SCRATCH/other" "$SCRATCH/linked"
git worktree repair "$SCRATCH/linked" >"$said" 2>&1
of_tree 'a linked working tree' "$SCRATCH/linked" "$two"
rm -rf "$SCRATCH/linked"

fresh
mv .git "$SCRATCH/apart"
echo "gitdir: $SCRATCH/apart" >.git
shows 'the repository elsewhere, by a .git file' "$two"
rm -rf "$SCRATCH/apart"
refused 'a .git file that leads nowhere' 'guasto Z60[0-9]' "$r"

# --- what stood at the path ------------------------------------------------------------------------

fresh
rm content/atti/2031/dczi-1.md
ln -s ../../sito.yaml content/atti/2031/dczi-1.md
at 08
rm content/atti/2031/dczi-1.md
git update-index --add --cacheinfo "160000,$(git rev-parse HEAD),content/atti/2031/dczi-1.md"
GIT_COMMITTER_DATE='2031-01-09T12:00:00 +0000' git commit -q -m x
git rm -q --cached content/atti/2031/dczi-1.md
mkdir content/atti/2031/dczi-1.md
echo 1 >content/atti/2031/dczi-1.md/a.txt
at 10
rm -r content/atti/2031/dczi-1.md
act 'Altro testo.'
at 11
shows 'a link, a submodule and a folder in its place' "2031-01-11 2031-01-08 $two"

# --- commits ---------------------------------------------------------------------------------------

quotes() { # name, note
	shows "$1" "2031-01-08 $two"
	grep -q -F "&quot;$2&quot;" "$out/atti/2031/dczi-1/cronologia/index.html" ||
		fail "$1: '$2' is not quoted: $(grep nota-pubblica "$out/atti/2031/dczi-1/cronologia/index.html")"
}
eighth='committer B <b> 1925640000 +0000'
fresh
act 'Perché.'
git -c i18n.commitEncoding=ISO-8859-1 -c user.name=x commit -q --allow-empty -m x
git reset -q --soft HEAD~1
crafted "$eighth\nencoding ISO-8859-1\n\nx\n\nNota-pubblica: Perch\351 s\354\n"
quotes 'a message in Latin-1' 'Perché sì'
fresh
act 'Perché.'
crafted "$eighth\n\nx\n\nNota-pubblica: Perch\351 s\354\n"
quotes 'a message in Latin-1 that does not say so' 'Perché sì'
fresh
act 'Perché.'
crafted "$eighth\nencoding windows-1252\n\nx\n\nNota-pubblica: l\222atto \226 5 \200\n"
# shellcheck disable=SC1112 # the quote is what is tried
quotes 'a message in Windows-1252' 'l’atto – 5 €'
fresh
act 'Perché.'
crafted "$eighth\nencoding UTF-8\n\nx\n\nNota-pubblica: Perch\303\251 \377 cos\303\254\n"
shows 'a message that is no UTF-8' "2031-01-08 $two"
fresh
act 'Perché.'
crafted "$eighth\n\nx\0y\n\nNota-pubblica: Perch\303\251\0 no\n"
quotes 'NUL in a message' 'Perché no'
fresh
act 'Senza.'
crafted "$eighth\n"
shows 'no message at all' "2031-01-08 $two"

# --- times -----------------------------------------------------------------------------------------

clock() { # name, committer's time, days
	fresh
	act 'Terzo testo.'
	crafted "committer B <b> $2\n\nx\n"
	shows "$1" "$3"
}
clock 'backwards' '1925380800 +0000' '2031-01-07 2031-01-07 2031-01-05'
clock '1970' '0 +0000' '2031-01-07 2031-01-07 2031-01-05'
clock '2038' '2147483648 +0000' "2038-01-19 $two"
clock '2106' '4294967296 +0000' "2106-02-07 $two"
clock 'an odd zone' '1925640000 +9999' "2031-01-08 $two"
clock 'no zone' '1925640000' "2031-01-08 $two"
undated='guasto Z610: .*data impossibile'
for time in '-1 +0000' '-2147483648 +0000' '99999999999 +0000' '18446744073709551616 +0000' 'ieri' ''; do
	fresh
	act 'Terzo testo.'
	crafted "committer B <b> $time\n\nx\n"
	refused "the time '$time'" "$undated" "$r"
	grep -q "$(cut -c 1-8 "$SCRATCH/id")" "$said" || fail "the time '$time': of which commit?"
	# Some of them are no commits to libgit2, which looks for the branch.
	refused "the time '$time', a revision" "$undated|guasto Z607" --repo "$r" --rev main
done
rm -rf "$out"
"$ZONALE" build "$r" --no-history --today 2199-12-31 -q -o "$out" >"$said" 2>&1 ||
	fail "the way out of an impossible time: $(cat "$said")"
# In 1970 from the first commit on: those are the days that git tells.
rm -rf "$r"
git init -q "$r"
cp -R "$base/content" "$r/content"
cd "$r"
commit '@86400 +0000'
act 'Terzo testo.'
commit '@172800 +0000'
shows 'all in 1970' '1970-01-03 1970-01-02'

# --- damage ----------------------------------------------------------------------------------------

missing='guasto Z606: .*manca l.oggetto [0-9a-f]{40}'
for what in HEAD~1 "HEAD~1^{tree}" HEAD~1:content HEAD:content/sito.yaml HEAD~1:content/atti/2031/dczi-1.md; do
	fresh
	rm -f "$(object "$what")"
	refused "$what is missing" "$missing" "$r" --rev HEAD
	fresh
	file=$(object "$what")
	chmod u+w "$file"
	printf garbage >"$file"
	refused "$what is corrupt" 'guasto Z607: .*danneggiato' "$r" --rev HEAD
	chmod u+w "$file"
	: >"$file"
	refused "$what is empty" 'guasto Z607: .*danneggiato' "$r" --rev HEAD
done
fresh
git repack -qad
pack=$(echo .git/objects/pack/*.pack)
chmod u+w "$pack"
truncate -s 60 "$pack"
refused 'a pack cut short' 'guasto Z60[167]: ' --repo "$r" --rev main
fresh
git repack -qad
index=$(echo .git/objects/pack/*.idx)
chmod u+w "$index"
truncate -s 60 "$index"
refused 'an index of a pack cut short' 'guasto Z60[1467]: ' --repo "$r" --rev main
fresh
echo garbage >.git/refs/heads/main
refused 'a branch that is no hash' 'guasto Z60[134]: ' "$r"
fresh
echo garbage >.git/HEAD
refused 'HEAD that is none' 'guasto Z60[018]: ' "$r"
fresh
echo '[core' >>.git/config
refused 'settings that are none' 'guasto Z601: ' "$r"

# --- formats ---------------------------------------------------------------------------------------

rm -rf "$r"
git init -q --object-format=sha256 "$r"
cp -R "$base/content" "$r/content"
cd "$r"
at 05
refused 'SHA-256' 'guasto Z602: .*SHA-256' "$r"
refused 'SHA-256, a revision' 'guasto Z602: .*SHA-256' --repo "$r" --rev main
git worktree add -q "$SCRATCH/other"
refused 'SHA-256, a linked working tree' 'guasto Z602: .*SHA-256' "$SCRATCH/other"
fresh
git config core.repositoryFormatVersion 1
git config extensions.refStorage reftable
refused 'references in a table' 'guasto Z611: .*refstorage' "$r"
refused 'references in a table, a revision' 'guasto Z611: .*refstorage' --repo "$r" --rev main
fresh
git config core.repositoryFormatVersion 1
git config extensions.domani true
refused 'an unknown extension' 'guasto Z611: .*extensions\.domani' "$r"
fresh
git config core.repositoryFormatVersion 2
refused 'a later format' 'guasto Z611: .*repositoryformatversion 2' "$r"
fresh
git config core.repositoryFormatVersion 1
git config extensions.worktreeConfig true
git config extensions.preciousObjects true
shows 'harmless extensions' "$two"

# --- what git keeps beside -------------------------------------------------------------------------

fresh
git replace HEAD~1 "$(git commit-tree -m x "HEAD^{tree}")"
shows 'a replaced commit' "$two"
fresh
git rev-parse HEAD >.git/info/grafts
shows 'a graft' "$two"
fresh
git repack -qad
git commit-graph write --reachable 2>/dev/null
git multi-pack-index write 2>/dev/null
shows 'commit-graph and multi-pack-index' "$two"
act 'Terzo testo.'
at 08
shows 'both of before the newest commit' "2031-01-08 $two"
git repack -qd
shows 'and with a second pack' "2031-01-08 $two"
for file in .git/objects/info/commit-graph .git/objects/pack/multi-pack-index; do
	chmod u+w "$file"
	echo garbage >"$file"
done
shows 'both garbage' "2031-01-08 $two"
git reset -q --hard HEAD~1
shows 'after a reset' "$two"
git reflog expire --expire=now --all
rm -f .git/objects/info/commit-graph .git/objects/pack/multi-pack-index
git -c gc.writeCommitGraph=false gc -q --prune=now
shows 'after a gc' "$two"

[ "$wrong" -eq 0 ] || exit 1
echo "$tried repositories"
