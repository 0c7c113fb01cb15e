#!/usr/bin/env bash
# What was never on a page is not told by its history either: what stood in files that no site was built of, and what
# files say of acts that nobody may see. Beside each, what may be told is.
set -euo pipefail
export LC_ALL=C

wrong=0 tried=0
site='' content=''

begin() {
	tried=$((tried + 1))
	site=$SCRATCH/$tried content=$SCRATCH/$tried/content
	git init -q -b main "$site"
	mkdir -p "$content"/{atti/2031,organi,sedute,programma/2030-2032/punti,programma/2030-2032/avanzamento}
	printf 'formato: 1\ntitolo: Sito di prova\nbase_url: https://www.example.org/prova/\ncontatti: da_indicare\naccessibilita: da_indicare\nlicenza: da_indicare\nlink: da_indicare\n' >"$content/sito.yaml"
	printf -- '- {id: alfa, nome: Comune di Alfa, tipo: comune}\n' >"$content/enti.yaml"
	printf 'id: conferenza\nnome: Conferenza di prova\nsigle: {delibera: DCZI}\nnatura: politico\n' \
		>"$content/organi/conferenza.yaml"
}
act() { # number, body, front matter line...
	local number=$1 body=$2
	shift 2
	{
		printf -- '---\ntipo: delibera\norgano: conferenza\nnumero: %s\ndata: 2031-01-10\n' "$number"
		printf 'oggetto: Oggetto pubblico di prova\ndati_personali: nessuno\n'
		for line; do printf '%s\n' "$line"; done
		printf -- '---\n## Delibera\n\n1. %s\n' "$body"
	} >"$content/atti/2031/dczi-$number.md"
}
meeting() { # agenda item...
	printf 'organo: conferenza\ndata: 2031-01-10\nstato: svolta\nordine_del_giorno:\n' \
		>"$content/sedute/2031-01-10-conferenza.yaml"
	for item; do printf '  - {%s}\n' "$item" >>"$content/sedute/2031-01-10-conferenza.yaml"; done
}
programme() { # act that approves, evidence
	printf 'titolo: Programma di prova\nzona: Zona di prova\ncapofila: alfa\napprovato_con: %s\n' "$1" \
		>"$content/programma/2030-2032/programma.yaml"
	printf 'numero: 1\ntitolo: Punto di prova\nsituazione_attuale: S.\nazioni: [{id: "1.1", testo: Azione.}]\n' \
		>"$content/programma/2030-2032/punti/01-prova.yaml"
	printf 'data: 2031-01-20\nazione: "1.1"\nstato: in_corso\nevidenze: [%s]\n' "$2" \
		>"$content/programma/2030-2032/avanzamento/2031-01-20-1.1.yaml"
}
commit() { # day of April 2031
	git -C "$site" add -A
	GIT_COMMITTER_DATE="2031-04-$1T10:00:00 +0000" git -C "$site" commit -q -m "$1"
}

# Words with Qx may be nowhere, neither in the site nor in the cache, whose digests may well hold these two bytes by
# themselves; `told` is all that the file's history says.
build() { # name
	rm -rf "$SCRATCH/web"
	"$ZONALE" build "$site" --today 2031-05-02 -q -o "$SCRATCH/web" >"$SCRATCH/said" 2>&1 || {
		echo "$1: not built: $(cat "$SCRATCH/said")"
		wrong=1
	}
	if LC_ALL=C grep -r -l -a 'Qx[a-z]\{3\}' "$SCRATCH/web" "$site/.git/zonale"; then
		echo "$1: published"
		wrong=1
	fi
}
told() { # name, file; what is expected on standard input
	cat >"$SCRATCH/expected"
	"$ZONALE" history log "$2" "$site" --today 2031-05-02 --lang it 2>&1 | tail -n +2 >"$SCRATCH/told"
	diff -u "$SCRATCH/expected" "$SCRATCH/told" || { echo "$1: told otherwise"; wrong=1; }
}

# --- files with errors, of which no site was built ------------------------------------------------

first='2031-04-02  Pubblicazione
    Pubblicata la delibera DCZI n. 1/2031.'
for line in 'Stato: bozza' 'stat: bozza' 'STATO: Bozza' 'Pubblicato_dal: 2040-01-01' 'pubblicato-dal: 2040-01-01' \
	$'protocollo:\n  numero: 7\n  stato: bozza' 'stato: bozzza' 'stato:'; do
	begin
	act 1 'Qxbozza.' "$line"
	commit 01
	act 1 'Testo.'
	commit 02
	build "$line"
	told "$line" 2031/dczi-1 <<<"$first"
done
begin
act 1 'Qxbozza.' 'Stato: bozza'
commit 01
act 1 'Qxbozza.' 'stato: bozza'
commit 02
act 1 'Testo.'
commit 03
build 'a draft, at last'
told 'a draft, at last' 2031/dczi-1 <<<"${first/-02/-03}"

# A key that is like none of those hides nothing; what it holds is not repeated.
begin
act 1 'Testo.' 'nota_interna: Qxvalore'
commit 01
act 1 'Testo.' 'nota_interna: Qxaltro' 'protocollo: {numero: 7, interno: Qxdentro}'
commit 02
act 1 'Testo.'
commit 03
build 'an unknown key'
told 'an unknown key' 2031/dczi-1 <<'END'
2031-04-01  Pubblicazione
    Pubblicata la delibera DCZI n. 1/2031.
2031-04-02  Correzione dei dati
    Aggiunto il protocollo: n. 7.
    Cambiato un dato che il sito non mostra: «nota_interna».
    L'atto firmato non è cambiato.
2031-04-03  Correzione dei dati
    Tolto il protocollo.
    Tolto un dato che il sito non mostra: «nota_interna».
    L'atto firmato non è cambiato.
END

# Comments, in texts that can be parsed and in one that can't.
deep=$(head -c 3000 /dev/zero | tr '\0' '>')
for body in 'Testo. <!-- Qxcommento -->' $'Testo.\n\n<!-- Qxcommento\n\nQxaltro -->' $'Testo.\n\n<!-- Qxcommento' \
	"$deep <!-- Qxcommento"$'\n'" --> x <!-- Qxaltro"; do
	begin
	act 1 'Testo.'
	commit 01
	act 1 "$body"
	commit 02
	act 1 'Testo nuovo.'
	commit 03
	build "a comment in ${body:0:30}"
done
grep -r -q '&gt;&gt;&gt;' "$SCRATCH/web/atti/2031/dczi-1/versioni/2031-04-02/" || { echo 'not shown as text'; wrong=1; }

# Who voted in secret: while lists stood there by mistake, or the vote was called an open one.
vote() { # manner, in favour
	act 1 'Testo.' "votazioni: [{oggetto: atto, modalita: $1, favorevoli: $2, contrari: 0, esito: approvata}]"
}
named() { grep -r -l 'Comune di Alfa' "$SCRATCH/web/atti/2031/" || true; }
begin
vote segreta '[alfa]'
commit 01
vote palese 1
commit 02
build 'voters of a secret vote'
[ -z "$(named)" ] || { echo "a secret vote names: $(named)"; wrong=1; }
begin
vote palese '[alfa]'
commit 01
vote palese 1
commit 02
build 'voters of an open vote'
[ -n "$(named)" ] || { echo 'an open vote names no one'; wrong=1; }
vote segreta 1
commit 03
build 'a vote that was secret after all'
[ -z "$(named)" ] || { echo "a vote that was secret after all names: $(named)"; wrong=1; }
# Also where the vote is called otherwise today, in the comparison of two versions that both called it open, and where
# a build had kept the names for the next.
begin
vote palese '[alfa]'
commit 01
vote palese 1
commit 02
act 1 'Testo mutato.' 'votazioni: [{oggetto: atto, modalita: palese, favorevoli: 1, contrari: 0, esito: approvata}]'
commit 03
build 'three open votes'
[ -n "$(named | grep confronto)" ] || { echo 'a comparison of open votes names no one'; wrong=1; }
act 1 'Testo mutato.' 'votazioni: [{oggetto: emendamento, parte: uno, modalita: segreta, favorevoli: 1, contrari: 0, esito: approvata}]'
build 'a vote that is secret under another name'
[ -z "$(named)" ] || { echo "a vote that is secret under another name names: $(named)"; wrong=1; }
commit 04
build 'the same, committed'
[ -z "$(named)" ] || { echo "committed, it names: $(named)"; wrong=1; }
if LC_ALL=C grep -q -a alfa "$site/.git/zonale"/*; then echo 'the cache names a secret voter'; wrong=1; fi

# --- acts that nobody may see ---------------------------------------------------------------------

begin
act 1 'Testo.'
act 9 'Qxbozza.' 'stato: bozza'
meeting 'n: 1, titolo: Uno' 'n: 2, titolo: Due, atto: 2031/dczi-9'
programme 2031/dczi-9 '{atto: 2031/dczi-9, titolo: Qxevidenza}'
commit 01
meeting 'n: 1, titolo: Uno' 'n: 2, titolo: Due'
programme ignoto ''
commit 02
meeting 'n: 1, titolo: Uno, atto: 2031/dczi-9' 'n: 2, titolo: Due, atto: 2031/dczi-1'
programme 2031/dczi-1 '{atto: 2031/dczi-1, titolo: Prova}, {atto: 2031/dczi-9, titolo: Qxevidenza}'
commit 03
meeting 'n: 1, titolo: Uno' 'n: 2, titolo: Due, atto: 2031/dczi-9'
programme 2031/dczi-9 '{atto: 2031/dczi-9, titolo: Qxaltra}'
commit 04
build 'a draft, named elsewhere'
told 'in a meeting' content/sedute/2031-01-10-conferenza.yaml <<'END'
2031-04-01  Pubblicazione
    Pubblicata la pagina della seduta del 10 gennaio 2031, Conferenza di prova.
2031-04-03  Aggiunta
    Aggiunto l'atto del punto 2 all'ordine del giorno: delibera DCZI n. 1/2031.
2031-04-04  Aggiornamento della pagina
    Tolto l'atto del punto 2 all'ordine del giorno (delibera DCZI n. 1/2031).
END
told 'by the programme' content/programma/2030-2032/programma.yaml <<'END'
2031-04-01  Pubblicazione
    Pubblicato il programma 2030-2032.
2031-04-03  Aggiornamento della pagina
    Aggiunta l'indicazione dell'atto che approva il programma: delibera DCZI n. 1/2031.
2031-04-04  Aggiornamento della pagina
    Tolta l'indicazione dell'atto che approva il programma (delibera DCZI n. 1/2031).
END
told 'as evidence' content/programma/2030-2032/avanzamento/2031-01-20-1.1.yaml <<'END'
2031-04-01  Pubblicazione
    Pubblicata la voce di avanzamento del 20 gennaio 2031 sull'azione 1.1.
2031-04-03  Aggiunta
    Corretta la voce di avanzamento del 20 gennaio 2031 sull'azione 1.1.
    Aggiunta l'evidenza (delibera DCZI n. 1/2031).
2031-04-04  Correzione dei dati
    Corretta la voce di avanzamento del 20 gennaio 2031 sull'azione 1.1.
    Tolta l'evidenza (delibera DCZI n. 1/2031).
END

# An act removed for the personal data in it: what it was called before, too.
begin
act 5 'Testo.'
meeting 'n: 1, titolo: Uno'
programme ignoto ''
commit 01
meeting 'n: 1, titolo: Uno' 'n: 2, titolo: Qxprima'
commit 02
meeting 'n: 1, titolo: Uno' 'n: 2, titolo: Qxprima, atto: 2031/dczi-5'
programme ignoto '{atto: 2031/dczi-5, titolo: Qxevidenza}'
commit 03
meeting 'n: 1, titolo: Uno nuovo' 'n: 2, titolo: Qxpoi, atto: 2031/dczi-5'
programme ignoto '{atto: 2031/dczi-5, titolo: Qxaltra}'
commit 04
act 5 'Testo.' 'stato: rimosso' 'rimozione: {data: 2031-04-05, motivo: dati_personali}'
commit 05
build 'a removed act'
told 'in a meeting' content/sedute/2031-01-10-conferenza.yaml <<'END'
2031-04-01  Pubblicazione
    Pubblicata la pagina della seduta del 10 gennaio 2031, Conferenza di prova.
2031-04-04  Aggiornamento della pagina
    Cambiato il titolo del punto 1 all'ordine del giorno: aggiunto "nuovo".
END

[ "$wrong" -eq 0 ] || exit 1
echo "$tried histories that do not tell it"
