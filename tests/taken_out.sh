#!/usr/bin/env bash
# Personal data that an ordinary correction leaves in the earlier versions of a page: an error (Z505) until
# oscuramenti.yaml covers them, whatever kind of file it stood in.
set -euo pipefail

said=$SCRATCH/said
wrong=0 tried=0

# Made up; the tax code is the one that explanations use for somebody who does not exist.
code=RSSMRA80A01H501U
iban=IT60X0542811101000000123456

site_files() {
	mkdir -p "$site/content/atti/2031" "$site/content/organi" "$site/content/sedute"
	printf 'formato: 1\ntitolo: Sito di prova\nbase_url: https://www.example.org/prova/\ncontatti: da_indicare\naccessibilita: da_indicare\nlicenza: da_indicare\nlink: da_indicare\n' >"$site/content/sito.yaml"
	printf -- '- {id: alfa, nome: Comune di Alfa, tipo: comune}\n' >"$site/content/enti.yaml"
	printf 'id: conferenza\nnome: Conferenza di prova\nsigle: {delibera: DCZI}\nnatura: politico\n' \
		>"$site/content/organi/conferenza.yaml"
}
act() { # body, front matter line...
	local body=$1
	shift
	{
		printf -- '---\ntipo: delibera\norgano: conferenza\nnumero: 1\ndata: 2031-01-10\n'
		printf 'oggetto: Oggetto pubblico di prova\ndati_personali: nessuno\n'
		for line; do printf '%s\n' "$line"; done
		printf -- '---\n## Delibera\n\n1. di provare: %s.\n' "$body"
	} >"$site/content/atti/2031/dczi-1.md"
}
meeting() { # title of the point
	printf 'organo: conferenza\ndata: 2031-01-10\nstato: svolta\nordine_del_giorno: [{n: 1, titolo: "%s"}]\n' "$1" \
		>"$site/content/sedute/2031-01-10-conferenza.yaml"
}
cover() { # entry...
	printf '%s\n' "$@" >"$site/content/oscuramenti.yaml"
}
commit() { # day of April 2031
	git -C "$site" add -A
	GIT_COMMITTER_DATE="2031-04-$1T10:00:00 +0000" git -C "$site" commit -q -m "$1"
}
mine='- {percorso: content/atti/2031/dczi-1.md, categoria: dati_personali}'

# Begins a site; what the functions named `case_...` do follows.
site=
tell() { # name, "KIND DAY" of each error expected, in order; '' for none
	local found
	tried=$((tried + 1))
	"$ZONALE" check "$site" --today 2031-05-02 --lang en >"$said" 2>&1 || true
	found=$(sed -n 's/^content\/.*: error Z505: personal data (\(.*\)) was .* up to that of \(.*\)$/\1 \2/p' "$said" |
		paste -s -d ';')
	[ "$found" = "$2" ] || { echo "$1: '$found', not '$2': $(cat "$said")"; wrong=1; }
	if grep -q 'Z505' "$said" && grep -A 3 'Z505' "$said" | grep -i -q -e "$code" -e "$iban" -e 333.1234567; then
		echo "$1: says what it found: $(cat "$said")"
		wrong=1
	fi
}
begin() {
	site=$SCRATCH/$tried
	git init -q -b main "$site"
	site_files
}

begin; act "per $code"; commit 01; act 'per una persona'; commit 02
tell 'taken out' 'tax code 2031-04-01'
grep -q -F -- "$mine" "$said" || { echo "no remedy: $(cat "$said")"; wrong=1; }
cover "$mine"
tell 'covered, not yet committed' ''
commit 03
tell 'covered' ''
act "ancora $code"; commit 04
act 'di nuovo senza'; commit 05
tell 'a second time' 'tax code 2031-04-04'
cover "$mine" "$mine"; commit 06
tell 'the second time covered too' ''

begin; act "per $code"; commit 01; act 'per una persona'
tell 'in the working tree alone' 'tax code 2031-04-01'
begin; act "per $code"; commit 01; act "sempre per $code"; commit 02
tell 'still there: other rules speak of that' ''
begin; act "per $code"; commit 01; act "per ${code,,}"; commit 02
tell 'still there, in other letters' ''
begin; act "per $code"; commit 01; act 'per una persona' "sintesi: Riguarda $code"; commit 02
tell 'moved into a key' ''
begin; act 'testo' "sintesi: Riguarda $code"; commit 01; act 'testo'; commit 02
tell 'in a key' 'tax code 2031-04-01'
begin; act "per $code, $iban, cell. 333 1234567, a nome.inventato@gmail.com"; commit 01; act 'per uno'; commit 02
tell 'all kinds' 'IBAN 2031-04-01;tax code 2031-04-01;e-mail 2031-04-01;telephone 2031-04-01'
begin; act "conto $iban"; commit 01; act "conto IT60 X054 2811 1010 0000 0123 456"; commit 02
tell 'the same IBAN, spaced' ''
begin; act "per $code"; commit 01; act "ancora per $code"; commit 02; act "sempre $code"; commit 03; act 'senza'; commit 04
tell 'the newest that has it' 'tax code 2031-04-03'
begin; act "per $code" 'stato: bozza'; commit 01; act 'senza'; commit 02
tell 'in a draft' ''
begin; act "per $code"; commit 01; act 'senza' 'stato: rimosso' 'rimozione: {data: 2031-04-02, motivo: dati_personali}'; commit 02
tell 'the act was removed' ''
begin; act "per $code"; commit 01; act 'senza'; cover "${mine/dczi-1.md/dczi-2.md}"; commit 02
tell 'another file is covered' 'tax code 2031-04-01'
begin; act "per $code"; commit 01; act 'uno'; commit 02; act 'due'
cover '- {percorso: content/atti/2031/dczi-1.md, prima_di: 2031-04-01T18:00, categoria: dati_personali}'; commit 03
tell 'covered by its time' ''
begin; act "per $code"; commit 01; act "due per $code"; commit 02; act 'tre'
cover '- {percorso: content/atti/2031/dczi-1.md, prima_di: 2031-04-01T18:00, categoria: dati_personali}'; commit 03
tell 'covered in part' 'tax code 2031-04-02'

# Accepted then, or today: of that kind nothing is said.
begin; act 'tel. 0573 371111' 'accettati: [{regola: Z502, motivo: è di un ufficio}]'; commit 01; act 'senza'; commit 02
tell 'accepted then' ''
begin; act 'tel. 0573 371111'; commit 01
act 'tel. 0573 371222' 'accettati: [{regola: Z502, motivo: è di un ufficio}]'; commit 02
tell 'accepted today' ''
begin; act "tel. 0573 371111, $code" 'accettati: [{regola: Z502, motivo: è di un ufficio}]'; commit 01; act 'senza'; commit 02
tell 'another kind accepted' 'tax code 2031-04-01'
begin; act 'tel. 0573 371111'; commit 01; act 'senza' 'accettati: [{regola: Z505, motivo: era di un ufficio}]'; commit 02
tell 'this rule accepted' ''
"$ZONALE" check "$site" --today 2031-05-02 | grep -q 'Z256' && { echo 'accepting it is called idle'; wrong=1; }

# A file that moved, by either of its places; attachments' names; other files.
begin; act "per $code"; commit 01
git -C "$site" mv content/atti/2031/dczi-1.md content/atti/2031/dczi-9.md
sed -i "s/^numero: 1/numero: 9\ngia: [2031\/dczi-1]/; s/per $code/per uno/" "$site/content/atti/2031/dczi-9.md"; commit 02
tell 'moved' 'tax code 2031-04-01'
cover "$mine"; commit 03
tell 'moved, and its former place covered' ''
begin; mkdir -p "$site/content/atti/2031/dczi-1"; echo testo >"$site/content/atti/2031/dczi-1/$code.txt"
act 'con elenco' "allegati: [{file: $code.txt, titolo: Elenco}]"; commit 01
rm "$site/content/atti/2031/dczi-1/$code.txt"; act 'senza elenco'; commit 02
tell "an attachment's name" 'tax code 2031-04-01'
cover "- {percorso: content/atti/2031/dczi-1/$code.txt, categoria: dati_personali}"
tell "an attachment that is gone, and covered" ''
# Its name would be found there too; a folder of another act is still unknown.
cover '- {percorso: content/atti/2031/dczi-1/elenco.txt, categoria: dati_personali}'
tell "an attachment that is covered" ''
if grep -q Z52 "$said"; then echo "an attachment that is gone can't be covered: $(cat "$said")"; wrong=1; fi
cover '- {percorso: content/atti/2031/dczi-2/elenco.txt, categoria: dati_personali}'
tell "another act's attachment" 'tax code 2031-04-01'
grep -q Z520 "$said" || { echo 'an unknown act is not said to be unknown'; wrong=1; }
begin; act testo; meeting "Richiesta di $code"; commit 01; meeting 'Richiesta'; commit 02
tell 'a meeting' 'tax code 2031-04-01'
cover '- {percorso: content/sedute/2031-01-10-conferenza.yaml, categoria: dati_personali}'; commit 03
tell 'a meeting, covered' ''

# Nothing is built meanwhile, and without a history nothing is asked.
begin; act "per $code"; commit 01; act 'senza'; commit 02
if "$ZONALE" build "$site" --today 2031-05-02 -q -o "$SCRATCH/web" >"$said" 2>&1; then echo 'built all the same'; wrong=1; fi
grep -q Z505 "$said" || { echo "not said: $(cat "$said")"; wrong=1; }
"$ZONALE" check "$site" --today 2031-05-02 --no-history >"$said" 2>&1 || { cat "$said"; wrong=1; }

[ "$wrong" -eq 0 ] || exit 1
echo "$tried ways to take something out"
