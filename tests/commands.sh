#!/usr/bin/env bash
# The command line: what each way of calling it answers, in which language, and with which exit status
# (0 good, 1 the content has errors, 2 wrong use, 3 the system failed).
set -euo pipefail

unset LC_ALL LC_MESSAGES LANG
wrong=0
site=$SCRATCH/sito
mkdir -p "$site/content"
printf 'formato: 1\ntitolo: Sito inventato\nbase_url: https://www.example.org/inventata/\ncontatti: da_indicare\naccessibilita: da_indicare\nlicenza: da_indicare\nlink: da_indicare\n' >"$site/content/sito.yaml"

# expect STATUS TEXT ARGUMENT...: the program, with the environment in `with`, ends so and says so, on either stream.
with=()
expect() {
	local status=$1 text=$2 got=0
	shift 2
	(cd "$SCRATCH" && env "${with[@]}" "$ZONALE" "$@") >"$SCRATCH/said" 2>&1 || got=$?
	if [ "$got" -ne "$status" ]; then
		printf 'zonale %s: status %d, not %d\n' "$*" "$got" "$status"
		wrong=1
	fi
	if [ -n "$text" ] && ! grep -qF -- "$text" "$SCRATCH/said"; then
		printf 'zonale %s: does not say "%s", but:\n' "$*" "$text"
		head -n 5 "$SCRATCH/said"
		wrong=1
	fi
}

# Help and version; without a word it is wrong use.
expect 2 'zonale build [SITO]'
expect 0 'zonale build [SITO]' help
expect 0 'zonale build [SITO]' --help
expect 0 '--base-url URL' help build
expect 0 '--strict' help check
expect 0 '--branch RAMO' help hook
expect 0 'history verify [SITO]' help history
expect 0 'history verify [SITO]' help history log
expect 0 '< TERMINI' help history search
expect 2 'history verify [SITO]' history
expect 2 '--branch RAMO' hook
expect 2 "il comando 'history' non esiste" history boh
expect 0 '--branch RAMO' hook install --help
expect 0 '--theme CARTELLA' build --help
expect 0 'zonale 0.' --version

# Language: --lang, else `en` in the environment, else Italian, whatever locales the system has.
expect 0 'builds the site' help --lang en
expect 0 'builds the site' help --lang=en
with=(LANG=en_GB.UTF-8) && expect 0 'builds the site' help
with=(LANG=C) && expect 0 'costruisce il sito' help
with=(LC_ALL=it_IT.UTF-8 LANG=en_GB.UTF-8) && expect 0 'costruisce il sito' help
with=(LC_MESSAGES=en_US LANG=it_IT) && expect 0 'builds the site' help
with=()

# Wrong use.
expect 2 "il comando 'pubblica' non esiste" pubblica
expect 2 "il comando 'pubblica' non esiste" help pubblica
expect 2 "'build' non ha l'opzione '--format'" build --format json
expect 2 "'check' non ha l'opzione '-o'" check -o x
expect 2 "'build' non ha l'opzione '--basurl'" build --basurl x
expect 2 "l'opzione '--rev' vuole un valore" build --rev
expect 2 "l'opzione '--drafts' non vuole un valore" build --drafts=si
expect 2 "'ieri' non va bene per l'opzione '--today'" build --today ieri
expect 2 "'2031-02-30' non va bene" build --today 2031-02-30
expect 2 "'2031-02' non va bene" build --today 2031-02
expect 2 "'0' non va bene per l'opzione '-j'" build -j0
expect 2 "'molti' non va bene per l'opzione '-j'" build -j molti
expect 2 "'ftp://x' non va bene" build --base-url ftp://x
expect 2 "'de' non va bene" build --lang de
expect 2 "'xml' non va bene" check --format xml
expect 2 "argomento di troppo: 'due'" check uno due
expect 2 "manca l'opzione '--repo'" hook install -o web
expect 2 "manca l'opzione '-o'" hook install --repo x

# Content: good, with warnings, with errors.
expect 0 'avvis' check "$site" --no-history
expect 1 'avvis' check "$site" --no-history --strict
expect 0 'sito costruito' build "$site" -o "$SCRATCH/web" --no-history
expect 0 '' build "$site" -o "$SCRATCH/web" --no-history -q
[ -s "$SCRATCH/said" ] && echo 'build -q speaks although all is well' && wrong=1
echo 'tittolo: x' >>"$site/content/sito.yaml"
expect 1 "content/sito.yaml:8:1: errore Z140: la chiave 'tittolo'" check "$site" --no-history
expect 1 '"id": "Z140"' check "$site" --no-history --format json
expect 1 "content/sito.yaml:8:1: error Z140: there is no key 'tittolo'" check "$site" --no-history --lang en
expect 1 'sito non aggiornato' build "$site" -o "$SCRATCH/web" --no-history
sed -i '$d' "$site/content/sito.yaml"

# The theme that sito.yaml names is one that the program has.
echo 'tema: altro' >>"$site/content/sito.yaml"
expect 1 "content/sito.yaml:8:7: errore Z739: il tema 'altro' non c'è" check "$site" --no-history
sed -i 's/^tema: .*/tema: base/' "$site/content/sito.yaml"
expect 0 'avvis' check "$site" --no-history
sed -i '$d' "$site/content/sito.yaml"

# The system: no content, no repository, no history, OUT where the content is.
expect 3 'Z600' build --repo "$SCRATCH/nessuno" -o "$SCRATCH/web"
expect 3 'Z608' build "$site" -o "$SCRATCH/web"
for out in "$site" "$site/content" "$site/content/" "$site/content/web/x" "$site/content/../content/x"; do
	expect 3 'Z900' build "$site" -o "$out" --no-history
done
expect 0 'sito costruito' build "$site" -o "$site/content2" --no-history
expect 1 'Z108' check "$SCRATCH/web"

# The hook: installed twice it is ours; somebody else's is left alone.
git init -q --bare -b pubblica "$SCRATCH/nudo.git"
expect 0 "a ogni push del ramo 'pubblica'" hook install --repo "$SCRATCH/nudo.git" -o "$SCRATCH/web2"
expect 0 "ramo 'prova'" hook install --repo "$SCRATCH/nudo.git" -o "$SCRATCH/web2" --branch prova
grep -q -- "--branch 'prova'" "$SCRATCH/nudo.git/hooks/post-receive" || { echo 'the hook does not name its branch'; wrong=1; }
[ -x "$SCRATCH/nudo.git/hooks/post-receive" ] || { echo 'the hook is not executable'; wrong=1; }
printf '#!/bin/sh\necho altrui\n' >"$SCRATCH/nudo.git/hooks/post-receive"
expect 3 'Z902' hook install --repo "$SCRATCH/nudo.git" -o "$SCRATCH/web2"
grep -q altrui "$SCRATCH/nudo.git/hooks/post-receive" || { echo "somebody else's hook was overwritten"; wrong=1; }
expect 3 'Z600' hook install --repo "$SCRATCH" -o "$SCRATCH/web2"

# Full output: what can't be written is not called done.
if [ -w /dev/full ]; then
	status=0
	"$ZONALE" check "$site" --no-history >/dev/full 2>&1 || status=$?
	[ "$status" -eq 3 ] || { echo "check to a full disk: status $status, not 3"; wrong=1; }
fi

exit "$wrong"
