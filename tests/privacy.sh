#!/usr/bin/env bash
# What is not meant for the public is nowhere: a repository with a word of its own in every place that must not be
# told, built in several ways; all that is published, and what is said, is searched for those words.
#
#   hidden NAME    a word that must be neither in the site nor in what the program says
#   unseen NAME    one that must not be in the site (the secretary's messages may quote his own file)
#   shown NAME     one that must be in the site: without those the search would prove nothing
set -euo pipefail
export LC_ALL=C

day=2031-05-02
site=$SCRATCH/site
wrong=0

fail() {
	echo "$*"
	wrong=1
}

# Letters and digits alone, so that no escaping hides them; each is noted in a list.
word() { # list, NAME
	local word="Qx$1$2"
	echo "$word" >>"$SCRATCH/$1"
	echo "$word"
}
hidden() { word hidden "$1"; }
unseen() { word unseen "$1"; }
shown() { word shown "$1"; }

# Anything else that may not appear: a date, an address, a number.
never() {
	printf '%s\n' "$@" >>"$SCRATCH/never"
}

GIT_AUTHOR_NAME=$(hidden Autore) GIT_AUTHOR_EMAIL=$(hidden autoreposta)@example.invalid
GIT_COMMITTER_NAME=$(hidden Committente) GIT_COMMITTER_EMAIL=$(hidden committenteposta)@example.invalid
export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL

commit() { # moment, message paragraph...
	local moment=$1 paragraphs=()
	shift
	for paragraph; do paragraphs+=(-m "$paragraph"); done
	git -C "$site" add -A
	GIT_AUTHOR_DATE="$moment" GIT_COMMITTER_DATE="$moment" git -C "$site" commit -q "${paragraphs[@]}"
}

file() { # path below content/; the text on standard input
	mkdir -p "$(dirname "$site/content/$1")"
	cat >"$site/content/$1"
}

act() { # number, year, front matter lines..., --, body
	local number=$1 year=$2 lines=()
	shift 2
	while [ "$1" != -- ]; do
		lines+=("$1")
		shift
	done
	file "atti/$year/dczi-$number.md" <<END
---
tipo: delibera
organo: conferenza
numero: $number
$(printf '%s\n' "${lines[@]}")
---
## Delibera

1. di provare: $2.
END
}

attachment() { # number, year, name, text
	file "atti/$2/dczi-$1/$3" <<<"$4"
}

# --- the site -------------------------------------------------------------------------------------

git init -q -b "$(hidden ramo)" "$site"

file sito.yaml <<END
# $(hidden commento)
formato: 1
titolo: Sito di prova $(shown titolo)
base_url: https://www.example.org/prova/
ente: alfa
descrizione: Un sito di prova.
contatti: da_indicare
accessibilita: da_indicare
licenza: da_indicare
link: da_indicare
END
file enti.yaml <<END
- {id: alfa, nome: Comune di Alfa, tipo: comune}
- {id: beta, nome: Comune di Beta, tipo: comune} # $(hidden commento2)
END
file persone.yaml <<END
- id: nome-politico
  nome: Nome $(shown politico)
  qualifica: amministratore
  incarichi: [{ruolo: Presidente, organo: conferenza, dal: 2030}]
- id: nome-dipendente
  nome: Nome $(unseen dipendente)
  qualifica: dipendente
  incarichi: [{ruolo: Istruttore, ente: alfa, dal: 2030}]
END
file argomenti.yaml <<<'- {id: prova, nome: Prova, descrizione: Ciò che si prova.}'
file eventi.yaml <<<'- {id: avvio, nome: Avvio, data: 2031-01-01}'
file organi/conferenza.yaml <<END
id: conferenza
nome: Conferenza di prova
sigle: {delibera: DCZI}
natura: politico
registro_completo_dal: 2020-01-01
composizione: [{ente: alfa}, {ente: beta}]
END
file tavoli/tavolo.yaml <<<$'id: tavolo\nnome: Tavolo di prova'
file pagine/pagina.md <<END
---
titolo: Pagina di prova
descrizione: Una pagina.
---
Testo $(shown pagina). La delibera DCZI n. 4/2031 e la DCZI n. 2/2031 si citano qui.
END

# Drafts, in all that tells of an act.
secret_act() { # number, prefix, lines...
	local number=$1 prefix=$2
	shift 2
	attachment "$number" 2031 "$(unseen "${prefix}file").txt" "$(unseen "${prefix}dentro")"
	act "$number" 2031 "data: 2031-02-$((number + 10))" \
		"oggetto: Oggetto $(unseen "${prefix}oggetto") che nessuno deve leggere" \
		"titolo_breve: $(unseen "${prefix}titolo")" "sintesi: $(unseen "${prefix}sintesi")" \
		"in_parole_semplici: $(unseen "${prefix}semplice")" 'seduta: 2031-01-10-conferenza' \
		"punto_odg: $number" 'argomenti: [prova]' 'punti_programma: [1]' 'enti: [beta]' 'tavoli: [tavolo]' \
		"gia: []" "fonte: $(unseen "${prefix}fonte")" 'dati_personali: nessuno' \
		"protocollo: {numero: $(unseen "${prefix}protocollo")}" \
		"presenze: [{ente: alfa, nome: $(unseen "${prefix}presente"), esito: presente}]" \
		"sottoscrizioni: [{nome: $(unseen "${prefix}firma"), ruolo: Presidente, tipo: digitale}]" \
		"verbalizzazione: {verbalizzante: {nome: $(unseen "${prefix}verbale")}, ruolo: Segretario}" \
		"collegamenti:" \
		"  - {tipo: revoca, atto: 2031/dczi-2, nota: $(unseen "${prefix}nota")}" \
		"  - {tipo: modifica, regolamento: regolamento, nota: $(unseen "${prefix}notareg")}" \
		"allegati: [{file: $(unseen "${prefix}file").txt, titolo: $(unseen "${prefix}allegato")}]" \
		"# $(hidden "${prefix}commento")" "$@" -- "$(unseen "${prefix}testo")"
	never "dczi-$number/" "DCZI n. $number/2031" "$((number + 10)) febbraio 2031" "2031-02-$((number + 10))"
}
secret_act 3 bozza 'stato: bozza'
secret_act 4 futuro 'pubblicato_dal: 2031-05-03'
# Who cites one in running text wrote that himself: its number alone is no secret then.
sed -i '/^DCZI n\. 4\/2031$/d' "$SCRATCH/never"

# What tells of them, and is public itself.
file sedute/2031-01-10-conferenza.yaml <<END
organo: conferenza
data: 2031-01-10
stato: svolta
ordine_del_giorno:
  - {n: 1, titolo: Punto $(shown odg), atto: 2031/dczi-2}
  - {n: 2, titolo: Punto $(unseen odgrimosso), atto: 2031/dczi-5}
  - {n: 3, titolo: Altro punto, atto: 2031/dczi-3}
  - {n: 4, titolo: Altro punto, atto: 2031/dczi-4}
verbale: 2031/dczi-4
presenze: [{ente: alfa, nome: Nome $(shown presente), esito: presente}]
END
file programma/2030-2032/programma.yaml <<END
titolo: Programma di prova
zona: Zona di prova
capofila: alfa
approvato_con: 2031/dczi-3
END
file programma/2030-2032/punti/01-prova.yaml <<END
numero: 1
titolo: Punto di prova
situazione_attuale: Situazione $(shown situazione).
azioni: [{id: "1.1", testo: Azione di prova.}]
scadenze: [{testo: Scadenza, azioni: ["1.1"], quando: {entro: 2032-01-01}}]
END
file programma/2030-2032/avanzamento/2031-01-20-1.1.yaml <<END
data: 2031-01-20
azione: "1.1"
stato: in_corso
nota: Nota $(shown avanzamento).
evidenze:
  - {atto: 2031/dczi-3, titolo: $(unseen evidenzabozza)}
  - {atto: 2031/dczi-4, titolo: $(unseen evidenzafuturo)}
  - {atto: 2031/dczi-5, titolo: $(unseen evidenzarimosso)}
  - {atto: 2031/dczi-2, titolo: Prova $(shown evidenza)}
END
file regolamenti/regolamento/2031-01-01.md <<END
---
titolo: Regolamento di prova
approvato_da: 2031/dczi-3
vigente_dal: 2031-01-01
---
Articolo unico: $(shown regolamento).
END

# Public acts. What lies beside them without being listed is not published, nor is what nobody knows.
attachment 1 2031 elenco.txt "$(hidden vecchioallegato)"
attachment 1 2031 "$(unseen nonelencato).txt" "$(unseen nonelencatotesto)"
act 1 2031 'data: 2031-01-10' "oggetto: Oggetto pubblico $(shown oggetto)" 'dati_personali: nessuno' \
	'gia: [2031/dczi-91]' 'allegati: [{file: elenco.txt, titolo: Elenco}]' \
	'collegamenti:' "  - {tipo: richiama, atto: 2031/dczi-3, nota: $(unseen notaversobozza)}" \
	"accettati: [{regola: Z352, motivo: $(hidden motivo)}]" -- "$(shown testo)"
mv "$site/content/atti/2031/dczi-1.md" "$site/content/atti/2031/dczi-91.md"
mv "$site/content/atti/2031/dczi-1" "$site/content/atti/2031/dczi-91"
sed -i 's/^numero: 1$/numero: 91/; /^gia:/d' "$site/content/atti/2031/dczi-91.md"
sed -i '/richiama/d; /^collegamenti:/d' "$site/content/atti/2031/dczi-91.md"
act 2 2031 'data: 2031-01-10' 'oggetto: Altro oggetto pubblico' 'dati_personali: nessuno' \
	'seduta: 2031-01-10-conferenza' -- 'La DCZI n. 4/2031 non si sa che cosa dica'
attachment 11 2031 elenco.txt "$(shown allegato11)"
act 11 2031 'data: 2031-01-10' "oggetto: Oggetto da non indicizzare" 'dati_personali: nessuno' \
	'indicizzazione: no' 'allegati: [{file: elenco.txt, titolo: Elenco}]' -- 'Testo'
file "$(unseen postoignoto).txt" <<<"$(unseen postoignototesto)"
file "$(unseen cartella)/$(unseen cartellafile).txt" <<<"$(unseen cartellatesto)"

# Acts that will be removed, or run out: first as they were.
old_act() { # number, prefix, subject, lines...
	local number=$1 prefix=$2 subject=$3
	shift 3
	attachment "$number" 2031 "$(unseen "${prefix}file").txt" "$(unseen "${prefix}dentro")"
	act "$number" 2031 "data: 2031-01-10" "oggetto: Oggetto $subject di un atto di prova" \
		"titolo_breve: $(unseen "${prefix}titolo")" "sintesi: $(unseen "${prefix}sintesi")" \
		"in_parole_semplici: $(unseen "${prefix}semplice")" 'dati_personali: nessuno' \
		"fonte: $(unseen "${prefix}fonte")" \
		"presenze: [{ente: alfa, nome: $(unseen "${prefix}presente"), esito: presente}]" \
		"sottoscrizioni: [{nome: $(unseen "${prefix}firma"), ruolo: Presidente, tipo: digitale}]" \
		"collegamenti: [{tipo: integra, atto: 2031/dczi-2, nota: $(unseen "${prefix}nota")}]" \
		"allegati: [{file: $(unseen "${prefix}file").txt, titolo: $(unseen "${prefix}allegato")}]" \
		'gia: []' "$@" -- "$(unseen "${prefix}testo")"
}
old_act 5 rimosso "$(unseen rimossooggetto)"
old_act 6 errore "$(shown erroreoggetto)"
old_act 7 scaduto "$(shown scadutooggetto)" 'pubblica_fino_al: 2031-05-01'
# One of which not even the card will be left.
attachment 12 2031 "$(hidden cessatofile).txt" "$(hidden cessatodentro)"
act 12 2031 'data: 2031-01-10' "oggetto: Oggetto $(hidden cessatooggetto) di un atto" 'dati_personali: nessuno' \
	"allegati: [{file: $(hidden cessatofile).txt, titolo: $(hidden cessatoallegato)}]" -- "$(hidden cessatotesto)"
# Two that will be obscured by another path than their own: a former place, an attachment.
act 93 2031 'data: 2031-01-10' "oggetto: Oggetto $(hidden vecchiooggetto13) com'era" 'dati_personali: nessuno' \
	-- "$(hidden vecchiotesto13)"
attachment 14 2031 elenco.txt "$(hidden vecchioelenco14)"
act 14 2031 'data: 2031-01-10' "oggetto: Oggetto pubblico con elenco" 'dati_personali: nessuno' \
	"allegati: [{file: elenco.txt, titolo: Elenco $(hidden vecchiotitolo14)}]" -- "$(hidden vecchiotesto14)"
commit '2031-01-11T10:00:00 +0100' "$(hidden soggetto0)" "$(hidden corpo0)"

# Two whose first versions will be obscured, with and without a time.
for number in 8 9; do
	act "$number" 2031 'data: 2031-01-10' "oggetto: Oggetto $(hidden "vecchiooggetto$number") com'era" \
		'dati_personali: nessuno' -- "$(hidden "vecchiotesto$number")"
done
# A draft that is published later: what it said before is nobody's business.
act 10 2031 'data: 2031-01-10' "oggetto: Oggetto $(hidden bozzaprima) della bozza" 'stato: bozza' \
	'dati_personali: nessuno' -- "$(hidden bozzaprimatesto)"

commit '2031-01-17T10:00:00 +0100' "$(hidden soggetto)" "$(hidden corpo)" \
	"Tipo-modifica: aggiunta
Reviewed-by: $(hidden revisore)
Co-authored-by: $(hidden coautore) <$(hidden coautoreposta)@example.invalid>
Signed-off-by: $(hidden firmatario)
$(hidden chiave): $(hidden valore)"

# The history: 2031-01-17, 01-23 and 01-29 are days on which only what is obscured or a draft changed.
for number in 8 9; do
	sed -i "s/com'era/$(hidden "seconda$number")/" "$site/content/atti/2031/dczi-$number.md"
done
commit '2031-01-23T10:00:00 +0100' "$(hidden soggetto2)" \
	"Nota-pubblica: $(hidden notaoscurata)"

# A branch that is merged: who did what on it, and how it read meanwhile, is not the site's history.
git -C "$site" checkout -q -b "$(hidden ramofuso)"
sed -i "s/^1\. .*/1. di provare: $(hidden ramofusotesto)./" "$site/content/atti/2031/dczi-2.md"
GIT_AUTHOR_NAME=$(hidden ramofusoautore) GIT_COMMITTER_EMAIL=$(hidden ramofusoposta)@example.invalid \
	commit '2031-01-25T10:00:00 +0100' "$(hidden ramofusosoggetto)" "Nota-pubblica: $(hidden ramofusonota)."
sed -i "s/^1\. .*/1. di provare $(shown fuso): la DCZI n. 4\/2031 non si sa che cosa dica./" \
	"$site/content/atti/2031/dczi-2.md"
commit '2031-01-25T11:00:00 +0100' "$(hidden ramofusosoggetto2)"
git -C "$site" checkout -q "$(hidden ramo)"
GIT_AUTHOR_DATE='2031-01-26T10:00:00 +0100' GIT_COMMITTER_DATE='2031-01-26T10:00:00 +0100' \
	git -C "$site" merge -q --no-ff -m "$(hidden fusionesoggetto)" -m "Nota-pubblica: Unito, $(shown notafusione)." \
	"$(hidden ramofuso)"
never '25 gennaio 2031' 2031-01-25

sed -i "s/della bozza/$(hidden bozzaseconda)/" "$site/content/atti/2031/dczi-10.md"
commit '2031-01-29T10:00:00 +0100' 'Bozza' "Nota-pubblica: $(hidden notabozza)"

git -C "$site" mv content/atti/2031/dczi-91.md content/atti/2031/dczi-1.md
git -C "$site" mv content/atti/2031/dczi-91 content/atti/2031/dczi-1
sed -i 's/^numero: 91$/numero: 1/; s/^dati_personali/gia: [2031\/dczi-91]\ndati_personali/' \
	"$site/content/atti/2031/dczi-1.md"
sed -i "s/^gia/collegamenti:\n  - {tipo: richiama, atto: 2031\/dczi-3, nota: $(unseen notaversobozza)}\ngia/" \
	"$site/content/atti/2031/dczi-1.md"
attachment 1 2031 elenco.txt "$(shown allegato)"
git -C "$site" mv content/atti/2031/dczi-93.md content/atti/2031/dczi-13.md
git -C "$site" rm -r -q content/atti/2031/dczi-12.md content/atti/2031/dczi-12
act 13 2031 'data: 2031-01-10' "oggetto: Oggetto di oggi $(shown oggi13)" 'dati_personali: nessuno' \
	'gia: [2031/dczi-93]' -- 'Testo di oggi'
act 14 2031 'data: 2031-01-10' "oggetto: Oggetto di oggi $(shown oggi14)" 'dati_personali: nessuno' -- 'Testo di oggi'
git -C "$site" rm -r -q content/atti/2031/dczi-14
file cessati.yaml <<<'- {url: /atti/2031/dczi-12/, data: 2031-03-03, categoria: ordine_autorita}'
never 'dczi-12' 'DCZI n. 12/2031'
for number in 8 9; do
	act "$number" 2031 'data: 2031-01-10' "oggetto: Oggetto di oggi $(shown "oggi$number")" \
		'dati_personali: nessuno' -- "Testo di oggi"
done
act 10 2031 'data: 2031-01-10' "oggetto: Oggetto di oggi $(shown oggi10)" 'dati_personali: nessuno' \
	-- 'Testo di oggi'
sed -i 's/^gia: \[\]/stato: rimosso\nrimozione: {data: 2031-03-03, motivo: dati_personali}/' \
	"$site/content/atti/2031/dczi-5.md"
sed -i 's/^gia: \[\]/stato: rimosso\nrimozione: {data: 2031-03-03, motivo: errore}/' \
	"$site/content/atti/2031/dczi-6.md"
file oscuramenti.yaml <<END
elenco:
  - {percorso: content/atti/2031/dczi-8.md, categoria: ordine_autorita}
  - {percorso: content/atti/2031/dczi-93.md, categoria: ordine_autorita}
  - {percorso: content/atti/2031/dczi-14/elenco.txt, categoria: ordine_autorita}
  - {percorso: content/atti/2031/dczi-9.md, prima_di: 2031-03-03T08:00, categoria: ordine_autorita}
END
never 'ordine_autorita' '2031-03-03T08:00'
commit '2031-03-03T10:00:00 +0100' "$(hidden soggetto3)" "$(hidden corpo3)" \
	"Nota-pubblica: Cambiate alcune cose, $(shown nota)."

never '17 gennaio 2031' '23 gennaio 2031' '29 gennaio 2031' 2031-01-17 2031-01-23 2031-01-29

# What git holds beside the branch's commits.
git -C "$site" tag -a "$(hidden etichetta)" -m "$(hidden testoetichetta)"
git -C "$site" notes add -m "$(hidden notagit)"
hidden accantonato >>"$site/content/atti/2031/dczi-1.md"
git -C "$site" stash -q -m "$(hidden accantonatosoggetto)"
git -C "$site" config user.name "$(hidden configurato)"
git -C "$site" checkout -q -b "$(hidden altroramo)"
sed -i "s/^1\. .*/1. di provare: $(hidden altroramotesto)./" "$site/content/atti/2031/dczi-2.md"
commit '2031-04-04T10:00:00 +0200' "$(hidden altroramosoggetto)" "Nota-pubblica: $(hidden altroramonota)."
git -C "$site" checkout -q "$(hidden ramo)"
never '4 aprile 2031' 2031-04-04
# An object to which nothing leads; one that the index alone has; files that git is told to ignore.
hidden sciolto | git -C "$site" hash-object -w --stdin >/dev/null
git -C "$site" update-index --add --cacheinfo \
	"100644,$(hidden soloindice | git -C "$site" hash-object -w --stdin),content/pagine/$(hidden soloindicenome).md"
printf '%s\n' 'dczi-77.md' 'ignorati' >>"$site/.git/info/exclude"
act 77 2031 'data: 2031-01-10' "oggetto: Oggetto $(unseen ignoratooggetto) ignorato" 'dati_personali: nessuno' \
	-- "$(unseen ignoratotesto)"
file "pagine/ignorati/$(unseen ignoratonome).md" <<<"$(unseen ignoratapagina)"
never 'dczi-77/'

# --- the search -----------------------------------------------------------------------------------

# A word as it is and as it could be encoded: in hexadecimal, by percent signs, by references, in base64.
encoded() { # word
	local hex percent='' reference='' pair at shift padded
	hex=$(printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n')
	for ((at = 0; at < ${#hex}; at += 2)); do
		pair=${hex:at:2}
		percent+="%$pair"
		reference+="&#x$pair;"
	done
	printf '%s\n' "$1" "$hex" "$percent" "$reference"
	for shift in '' x xx; do
		padded=$(printf '%s%s' "$shift" "$1" | base64 -w0)
		# The characters at both ends hold bits of their neighbours too.
		padded=${padded%%=*}
		padded=${padded:$((${#shift} ? ${#shift} + 1 : 0))}
		printf '%s\n' "${padded%??}"
	done
}

for list in hidden unseen never; do
	sort -u "$SCRATCH/$list" | while read -r each; do encoded "$each"; done >"$SCRATCH/$list.all"
done
# Every object of the repository by its name, and what must not be had by its SHA-256.
git -C "$site" cat-file --batch-all-objects --batch-check='%(objectname)' >"$SCRATCH/objects"
cut -c 1-12 "$SCRATCH/objects" | sort -u >"$SCRATCH/hashes"
for path in $(git -C "$site" ls-tree -r --name-only HEAD content/atti); do
	case $path in
	*/dczi-77*) ;;
	*/dczi-[3-7]*) git -C "$site" show "HEAD:$path" | sha256sum | cut -c 1-16 ;;
	esac
done >"$SCRATCH/digests"
for object in $(git -C "$site" log --format=%H~1 -1); do
	git -C "$site" ls-tree -r "$object" content/atti | while read -r _ _ blob path; do
		case $path in
		*/dczi-8.md | */dczi-9.md | */dczi-10.md | */dczi-93.md | */dczi-14* | */dczi-12* | */dczi-[3-7]*)
			git -C "$site" cat-file blob "$blob" | sha256sum | cut -c 1-16
			;;
		esac
	done
done >>"$SCRATCH/digests"
[ "$(wc -l <"$SCRATCH/digests")" -ge 15 ] || fail 'no digests to look for'

# The ids of what is obscured, removed, gone or never was public: not even the cache may have them.
for commit in $(git -C "$site" rev-list --first-parent HEAD); do
	git -C "$site" ls-tree -r "$commit" content/atti
done | awk '$4 ~ /dczi-([3-9]|1[234]|93)[.\/]/ { print $3, $4 }' | sort -u >"$SCRATCH/old-blobs"
git -C "$site" ls-tree -r HEAD content/atti | awk '$4 ~ /dczi-([789]|1[34])[.\/]/ { print $3 }' >"$SCRATCH/todays-blobs"
grep -v -F -f "$SCRATCH/todays-blobs" "$SCRATCH/old-blobs" | grep -v 'dczi-7[./]' | cut -c 1-40 >"$SCRATCH/obscured-blobs"
[ "$(wc -l <"$SCRATCH/obscured-blobs")" -ge 15 ] || fail 'no obscured blobs to look for'

# Looks through all files of $1 and their names, as they are and in hexadecimal.
contents() { # folder
	(cd "$1" && find . -printf '%P\n' && find . -type f -exec cat {} +)
}

# In other forms than those above, as the program itself finds them: UTF-16, packed, in all alignments of base64.
in_any_form() { # name, folder, list of words
	local status=0 part
	rm -rf "$SCRATCH/looked" "$SCRATCH"/part.*
	git init -q "$SCRATCH/looked"
	cp -R "$2" "$SCRATCH/looked/$1"
	sort -u "$3" | split -l 60 - "$SCRATCH/part."
	for part in "$SCRATCH"/part.*; do
		"$ZONALE" history search "$SCRATCH/looked" <"$part" >"$SCRATCH/searched" 2>&1 || status=$?
		[ "$status" -eq 0 ] || fail "$1: in some form: $(head -n 5 "$SCRATCH/searched")"
	done
}

# Beginnings of objects' names, where they stand by themselves.
shortened_names() { # file
	grep -a -o -w -E '[0-9a-f]{7,40}' "$1" | sort -u |
		awk 'NR == FNR { name[substr($1, 1, 7)] = name[substr($1, 1, 7)] " " $1; next }
			index(name[substr($1, 1, 7)], " " $1)' "$SCRATCH/objects" -
}

look() { # name, folder, file with what was said
	local list
	contents "$2" >"$SCRATCH/bytes"
	od -An -v -tx1 "$SCRATCH/bytes" | tr -d ' \n' >"$SCRATCH/hex"
	for list in hidden.all unseen.all never.all hashes digests; do
		grep -a -o -i -F -f "$SCRATCH/$list" "$SCRATCH/bytes" | sort -u >"$SCRATCH/found" || true
		[ ! -s "$SCRATCH/found" ] || fail "$1: published: $(tr '\n' ' ' <"$SCRATCH/found")"
	done
	shortened_names "$SCRATCH/bytes" >"$SCRATCH/found"
	[ ! -s "$SCRATCH/found" ] || fail "$1: names of objects: $(tr '\n' ' ' <"$SCRATCH/found")"
	for list in hashes digests; do
		grep -a -o -F -f "$SCRATCH/$list" "$SCRATCH/hex" | sort -u >"$SCRATCH/found" || true
		[ ! -s "$SCRATCH/found" ] || fail "$1: published as bytes: $(tr '\n' ' ' <"$SCRATCH/found")"
	done
	grep -a -o -i -F -f "$SCRATCH/hidden.all" "$3" | sort -u >"$SCRATCH/found" || true
	[ ! -s "$SCRATCH/found" ] || fail "$1: said: $(tr '\n' ' ' <"$SCRATCH/found")"
}

expect_shown() { # name, folder, words' list
	local each
	while read -r each; do
		grep -r -q -F "$each" --include=*.html --include=*.txt "$2" || fail "$1: '$each' is missing"
	done <"$3"
}

build() { # name, build option...
	"$ZONALE" build "${@:2}" -v -o "$SCRATCH/$1" >"$SCRATCH/said" 2>&1 || {
		cat "$SCRATCH/said"
		fail "$1: not built"
		return 1
	}
}

# The search's index folds words, and may part them behind their stems.
look_in_index() { # name, folder
	grep -q -i 'qxshown' "$2"/p*.js || fail "$1: nothing to be found"
	! grep -a -o -h -E 'qx(hidden|unseen)[a-z0-9]*' -i "$2"/*.js || fail "$1: in the index"
}

try() { # name, list of words that must be there, build option...
	build "$1" --today "$day" "${@:3}" || return 0
	look "$1" "$SCRATCH/$1" "$SCRATCH/said"
	expect_shown "$1" "$SCRATCH/$1" "$2"
	look_in_index "$1" "$SCRATCH/$1/risorse/cerca"
}

sort -u "$SCRATCH/shown" >"$SCRATCH/expected"
grep -v 'Qxshownnota' "$SCRATCH/expected" >"$SCRATCH/expected-without"
try tree "$SCRATCH/expected" "$site"
try tree-without-history "$SCRATCH/expected-without" "$site" --no-history
try revision "$SCRATCH/expected" "$site" --rev HEAD
try revision-without-history "$SCRATCH/expected-without" "$site" --rev HEAD --no-history
git clone -q --bare "$site" "$SCRATCH/bare.git" 2>/dev/null
try bare "$SCRATCH/expected" --repo "$SCRATCH/bare.git" --rev HEAD

in_any_form tree "$SCRATCH/tree" "$SCRATCH/hidden"
in_any_form tree "$SCRATCH/tree" "$SCRATCH/unseen"
mkdir "$SCRATCH/planted"
head -n 1 "$SCRATCH/hidden" | gzip >"$SCRATCH/planted/file"
if (in_any_form planted "$SCRATCH/planted" "$SCRATCH/hidden" >/dev/null && exit "$wrong"); then
	fail 'what is planted is not found in any form'
fi

# What is kept of the history for the next build holds none of it either: words, and ids of what is hidden in any form.
look_kept() { # name, cache
	ls "$2"/log-* "$2"/changes-* >/dev/null || fail "$1: nothing is kept"
	contents "$2" >"$SCRATCH/bytes"
	od -An -v -tx1 "$SCRATCH/bytes" | tr -d ' \n' >"$SCRATCH/hex"
	{
		grep -a -o -i -F -f "$SCRATCH/hidden.all" "$SCRATCH/bytes" || true
		grep -a -o -i -F -f "$SCRATCH/unseen.all" "$SCRATCH/bytes" || true
		grep -a -o -F -f "$SCRATCH/digests" "$SCRATCH/bytes" || true
		grep -a -o -F -f "$SCRATCH/digests" -f "$SCRATCH/obscured-blobs" "$SCRATCH/hex" || true
	} | sort -u >"$SCRATCH/found"
	[ ! -s "$SCRATCH/found" ] || fail "$1: kept: $(tr '\n' ' ' <"$SCRATCH/found")"
}
look_kept 'in the repository' "$site/.git/zonale"
in_any_form cache "$site/.git/zonale" "$SCRATCH/hidden"
in_any_form cache "$site/.git/zonale" "$SCRATCH/unseen"
look_kept 'in the bare repository' "$SCRATCH/bare.git/zonale"
# One of before all that was hidden is cleared by the next build.
build before --today 2031-01-30 "$site" --rev HEAD~1 --cache "$SCRATCH/cache"
grep -a -q 'Qxhiddennotaoscurata' "$SCRATCH/cache"/log-* || fail 'there was nothing to clear'
grep -a -q -i -F -f "$SCRATCH/hidden" "$SCRATCH/cache"/changes-* || fail 'there was nothing to clear of changes'
build after --today "$day" "$site" --cache "$SCRATCH/cache"
look_kept 'after what was hidden' "$SCRATCH/cache"

# Where it was all to be seen before, nothing of it is left.
build updated --today 2031-01-30 "$site" --rev HEAD~1
for each in vecchiooggetto8 seconda8 notaoscurata vecchiotesto13 vecchiotitolo14 vecchioelenco14 cessatooggetto \
	cessatodentro vecchioallegato; do
	grep -r -q "Qxhidden$each" "$SCRATCH/updated" || fail "'$each' was never to be seen"
done
for each in rimossooggetto rimossotesto rimossodentro erroretitolo scadutotesto; do
	grep -r -q "Qxunseen$each" "$SCRATCH/updated" || fail "'$each' was never to be seen"
done
try updated "$SCRATCH/expected" "$site"

# What is kept back is said, once.
for number in 8 9 13 14; do
	grep -q 'non è più consultabile' "$SCRATCH/tree/atti/2031/dczi-$number/cronologia/index.html" ||
		fail "dczi-$number: not a word of what is obscured"
done

# What search engines may not index says so in its page, and for its attachments in lines for web servers.
indexed() { grep -q 'name="robots" content="noindex' "$SCRATCH/tree/$1/index.html" && echo no || echo yes; }
for page in atti/2031/dczi-5 atti/2031/dczi-11 atti/2031/dczi-11/cronologia archivio atti/2031/dczi-91; do
	[ "$(indexed "$page")" = no ] || fail "$page may be indexed"
done
for page in . atti atti/2031/dczi-1 atti/2031/dczi-1/cronologia; do
	[ "$(indexed "$page")" = yes ] || fail "$page may not be indexed"
done
for server in nginx apache; do
	told=$SCRATCH/tree/risorse/non-indicizzare-$server.conf
	grep -q '\^/prova/atti/2031/dczi-11/ ' "$told" || fail "$server is not told of dczi-11"
	grep -q -E 'dczi-([1-9]|10)/' "$told" && fail "$server is told of others: $(cat "$told")"
done

[ "$wrong" -eq 0 ] || exit 1
echo "$(sort -u "$SCRATCH/hidden" "$SCRATCH/unseen" "$SCRATCH/never" | wc -l) words nowhere, $(wc -l <"$SCRATCH/expected") where they belong"
