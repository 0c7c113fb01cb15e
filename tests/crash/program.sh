#!/usr/bin/env bash
# Kills the whole program while it builds a site from a repository, and lets the disk fill up under it: what
# kill.sh and full_disk.sh try on the write layer alone.
#
# Five commits make five generations: acts come, change and go away, and with them their pages, lists and news.
set -euo pipefail

here=$(dirname "$(realpath "$0")")
zonale=${ZONALE:-$here/../../build/zonale}
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
repository=$scratch/atti

act() { # number, subject
	cat >"$repository/content/atti/2031/dcza-$1.md" <<END
---
tipo: delibera
organo: conferenza
numero: $1
data: 2031-01-$(printf '%02d' "$1")
oggetto: $2
dati_personali: nessuno
testo: integrale
---
## Delibera

1. di provare la pubblicazione numero $1.
END
}
generation() {
	git -C "$repository" add -A
	git -C "$repository" commit -q -m "Generazione $1"
	git -C "$repository" tag "g$1"
}

mkdir -p "$repository/content/organi" "$repository/content/atti/2031"
git init -q -b main "$repository"
cat >"$repository/content/sito.yaml" <<'END'
formato: 1
titolo: Sito inventato
base_url: https://www.example.org/inventato/
contatti: da_indicare
accessibilita: da_indicare
licenza: da_indicare
link: da_indicare
END
printf 'id: conferenza\nnome: Conferenza inventata\nnatura: politico\nsigle:\n  delibera: DCZA\n' \
    >"$repository/content/organi/conferenza.yaml"
for ((n = 1; n <= 12; n++)); do act "$n" "Oggetto inventato della delibera $n"; done
generation 1
for ((n = 13; n <= 20; n++)); do act "$n" "Oggetto inventato della delibera $n"; done
generation 2
for ((n = 1; n <= 20; n += 3)); do act "$n" "Oggetto inventato e corretto della delibera $n"; done
generation 3
# What goes away for good says so, or the build refuses.
{
	echo '- {url: /atti/2031/dcza-5/, data: 2031-02-01, categoria: errore}'
	echo '- {url: /atti/2031/dcza-6/, data: 2031-02-01, categoria: errore}'
} >"$repository/content/cessati.yaml"
rm "$repository/content/atti/2031/"dcza-[56].md
generation 4
for ((n = 21; n <= 28; n++)); do act "$n" "Oggetto inventato della delibera $n"; done
generation 5

cat >"$scratch/build" <<END
#!/bin/sh
exec "$zonale" build --repo "$repository" --rev "g\$1" -o "\$2" --today 2031-06-15 --base-url https://www.example.org/inventato/ -q
END
chmod +x "$scratch/build"

mkdir "$scratch/disk"
KILLS=${KILLS:-300} TRACED=${TRACED:-0} "$here/kill.sh" "$scratch/build"
status=0
SCRATCH=$scratch/disk "$here/full_disk.sh" "$scratch/build" || status=$?
[ "$status" -eq 77 ] || exit "$status"
