#!/usr/bin/env bash
# The pages that every site must have: what sito.yaml gives stands on them, and what it does not is said to be missing,
# with who must give it. Each row changes the settings of one site and looks at one page.
set -euo pipefail

site=$SCRATCH/site
failed=0

mkdir -p "$site/content"
printf -- '- {id: alfa, nome: Comune di Alfa, tipo: comune}\n' >"$site/content/enti.yaml"
git init -q -b main "$site"

# page, text that stands on it or, behind !, does not; the keys of sito.yaml on standard input
expect() {
	local page=$1 text
	shift
	{
		printf 'formato: 1\ntitolo: "Sito & prova"\nbase_url: https://www.example.org/\n'
		cat
	} >"$site/content/sito.yaml"
	git -C "$site" add content
	git -C "$site" commit -q --allow-empty -m Prova
	"$ZONALE" build "$site" --theme themes/base --today 2031-06-15 -q -o "$SCRATCH/out" >"$SCRATCH/said" 2>&1 || {
		cat "$SCRATCH/said"
		failed=1
		return
	}
	for text; do
		if [ "${text#!}" != "$text" ]; then
			! grep -qF -- "${text#!}" "$SCRATCH/out/$page/index.html" || {
				echo "$page has '${text#!}'"
				failed=1
			}
		elif ! grep -qF -- "$text" "$SCRATCH/out/$page/index.html"; then
			echo "$page lacks '$text'"
			failed=1
		fi
	done
}

awaited='accessibilita: da_indicare
link: da_indicare'
nobody='contatti: da_indicare'

# --- who must give what is missing ------------------------------------------------------------------

for page in contatti note-legali privacy accessibilita; do
	expect "$page" "indicare l'ente che pubblica questo sito" '!mailto:' <<<"$awaited
$nobody
licenza: da_indicare"
done
expect contatti 'Li deve indicare il Comune di Alfa' 'al protocollo del Comune di Alfa' <<<"$awaited
$nobody
ente: alfa
licenza: da_indicare"

# --- where reports go -------------------------------------------------------------------------------

reach() { # keys of contatti
	printf '%s\nlicenza: da_indicare\ncontatti: {titolare: da_indicare, dpo: da_indicare, %s}\n' "$awaited" "$1"
}
subject='subject=Errore%20nel%20sito%20Sito%20%26%20prova&amp;body='
reach 'email: uno@alfa.example, pec: due@alfa.example' |
	expect contatti "mailto:uno@alfa.example?$subject" "!due@alfa.example?" '>due@alfa.example<'
reach 'pec: due@alfa.example' | expect contatti "mailto:due@alfa.example?$subject"
reach 'telefono: 0000 000000, email: da_indicare' |
	expect contatti 'si può telefonare al numero 0000 000000' '!mailto:' '!Non ancora indicati.'
reach 'email: uno@alfa.example' | expect accessibilita 'mailto:uno@alfa.example?subject=Accessibilit%C3%A0'

# --- the data protection officer: an address, or words ------------------------------------------------

officer() {
	printf '%s\nlicenza: da_indicare\ncontatti: {email: uno@alfa.example, titolare: Comune di Alfa, dpo: "%s"}\n' \
		"$awaited" "$1"
}
officer dpo@alfa.example | expect privacy '<a href="mailto:dpo@alfa.example">' '<dd>Comune di Alfa</dd>'
officer 'Ufficio inventato, stanza 1' | expect privacy '<dd>Ufficio inventato, stanza 1</dd>' '!mailto:'
officer 'scrivere a dpo@alfa.example' | expect privacy '<dd>scrivere a dpo@alfa.example</dd>' '!mailto:'

# --- the licence --------------------------------------------------------------------------------------

formula='rilasciati con licenza CC-BY 4.0.'
for licence in 'CC BY 4.0' CC-BY-4.0 'cc-by 4.0'; do
	expect note-legali "$formula" 'data-element="legal-notes-section">Licenza dei contenuti<' <<<"$awaited
$nobody
licenza: $licence"
done
for licence in 'CC BY-SA 4.0' 'CC BY 3.0' 'CC0' 'IODL 2.0'; do
	expect note-legali "!$formula" "secondo la licenza: $licence." <<<"$awaited
$nobody
licenza: $licence"
done
expect note-legali "!$formula" '!legal-notes-body' 'La licenza dei contenuti la deve indicare' <<<"$awaited
$nobody
licenza: da_indicare"

# --- what is missing altogether is an error --------------------------------------------------------

printf 'formato: 1\ntitolo: Prova\nbase_url: https://www.example.org/\n' >"$site/content/sito.yaml"
status=0
"$ZONALE" check "$site" --no-history --lang it >"$SCRATCH/said" 2>&1 || status=$?
missing=$(grep -c 'errore Z253' "$SCRATCH/said" || :)
if [ "$status" != 1 ] || [ "$missing" != 7 ]; then
	cat "$SCRATCH/said"
	failed=1
fi

exit $failed
