#!/usr/bin/env bash
# Rebuilt on push: a bare repository with the hook, a clone, real pushes.
set -euo pipefail

bare=$SCRATCH/atti.git
clone=$SCRATCH/clone
out=$SCRATCH/web
wrong=0

fail() {
	echo "$*"
	wrong=1
}
push() { # ref... : what the pusher saw stands in $SCRATCH/seen
	git -C "$clone" push origin "$@" >"$SCRATCH/seen" 2>&1
}
commit() { # message
	git -C "$clone" add -A
	git -C "$clone" commit -q -m "$1"
}
act() { # number, subject
	mkdir -p "$clone/content/atti/2025"
	cat >"$clone/content/atti/2025/dczi-$1.md" <<END
---
tipo: delibera
organo: conferenza-zonale
numero: $1
data: 2025-04-15
oggetto: $2
dati_personali: nessuno
testo: integrale
---
## Delibera

1. di provare la pubblicazione numero $1.
END
}
published() { # number, subject
	[ -f "$out/atti/2025/dczi-$1/index.html" ] && grep -q "$2" "$out/atti/2025/dczi-$1/index.html"
}
fingerprint() {
	(cd "$out" && find . -path ./.zonale -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}

# A hook gets git's variables and little else of the pusher's environment.
unset LANG LC_ALL LC_MESSAGES

git init -q --bare -b main "$bare"
"$ZONALE" hook install --repo "$bare" -o "$out" --branch main >"$SCRATCH/seen" 2>&1 || {
	cat "$SCRATCH/seen"
	exit 1
}
git clone -q "$bare" "$clone" 2>/dev/null
git -C "$clone" checkout -q -b main
cp -R content "$clone/content"
commit 'Pubblica i contenuti'

# The first push makes the site.
push main || fail "the first push failed: $(cat "$SCRATCH/seen")"
[ -f "$out/index.html" ] || fail 'no site after the first push'

# A new delibera is there when push returns.
act 7 'Oggetto inventato della settima prova'
commit 'Aggiunge la delibera 7'
push main || fail "the push failed: $(cat "$SCRATCH/seen")"
published 7 'Oggetto inventato della settima prova' || fail "pushed, and not on the site: $(cat "$SCRATCH/seen")"

# A broken one is not; its message reaches the pusher; the site stands.
fingerprint >"$SCRATCH/before"
act 8 'Oggetto inventato della ottava prova'
sed -i 's/^numero: 8/numero: otto/' "$clone/content/atti/2025/dczi-8.md"
commit 'Aggiunge una delibera sbagliata'
push main || true
grep -q 'content/atti/2025/dczi-8\.md:4:[0-9]*: errore' "$SCRATCH/seen" ||
	fail "the pusher does not see what is wrong: $(cat "$SCRATCH/seen")"
fingerprint >"$SCRATCH/after"
cmp -s "$SCRATCH/before" "$SCRATCH/after" || fail 'a broken push changed the site'

# Put right, it is.
sed -i 's/^numero: otto/numero: 8/' "$clone/content/atti/2025/dczi-8.md"
commit 'Corregge la delibera 8'
push main || fail "the push failed: $(cat "$SCRATCH/seen")"
published 8 'ottava prova' || fail "put right, and not on the site: $(cat "$SCRATCH/seen")"

# Another branch publishes nothing.
fingerprint >"$SCRATCH/before"
git -C "$clone" checkout -q -b prova
act 9 'Oggetto inventato della nona prova'
commit 'Prova su un altro ramo'
push prova || fail "the push of another branch failed: $(cat "$SCRATCH/seen")"
fingerprint >"$SCRATCH/after"
cmp -s "$SCRATCH/before" "$SCRATCH/after" || fail 'another branch was published'
git -C "$clone" checkout -q main

# Two at once: the second arrives while the first still publishes. The newer one stays.
for round in 1 2 3 4 5; do
	act 10 "Oggetto inventato, prima stesura $round"
	commit "Prima stesura $round"
	first=$(git -C "$clone" rev-parse HEAD)
	act 10 "Oggetto inventato, seconda stesura $round"
	commit "Seconda stesura $round"
	git -C "$clone" push -q origin "$first:refs/heads/main" >"$SCRATCH/seen-first" 2>&1 &
	pusher=$!
	until [ "$(git -C "$bare" rev-parse main)" = "$first" ]; do
		kill -0 "$pusher" 2>/dev/null || break
	done
	push main || fail "round $round: $(cat "$SCRATCH/seen")"
	wait "$pusher" || fail "round $round, the first of two: $(cat "$SCRATCH/seen-first")"
	published 10 "seconda stesura $round" || fail "round $round: the older of two pushes is published"
done

# What the hook learned of the history is kept where it runs, and stays behind what is pushed.
[ -n "$(find "$bare/zonale" -name 'log-*')" ] || fail 'the hook kept nothing of the history'
rm -rf "$bare/zonale"
act 10 'Oggetto inventato, ultima stesura'
commit 'Ultima stesura'
push main || fail "without what was kept: $(cat "$SCRATCH/seen")"
published 10 'ultima stesura' || fail 'pushed, and not on the site'
cp -R "$out" "$SCRATCH/first"
act 10 'Oggetto inventato, penultima stesura'
commit 'Da togliere'
push main || fail "$(cat "$SCRATCH/seen")"
git -C "$clone" reset -q --hard HEAD~1
push --force main || fail "a forced push: $(cat "$SCRATCH/seen")"
diff -r -x .zonale "$SCRATCH/first" "$out" >"$SCRATCH/difference" ||
	fail "after a forced push: $(head -n 3 "$SCRATCH/difference")"

# No checkout anywhere.
[ -e "$bare/content" ] || [ -e "$out/content" ] || [ -e "$bare/index" ] && fail 'content was checked out'

[ "$wrong" -eq 0 ] || exit 1
echo 'published on push, refused when broken, the newer of two'
