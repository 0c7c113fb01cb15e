# The life of six acts, a commit a change. Moments are in UTC; days in the pages are those of Rome.
act() { echo "content/atti/2031/$1.md"; }
edit() { sed -i "$2" "$(act "$1")"; } # act, sed expression

commit '2031-02-03T09:00:00 +0000' 'OGGETTO DEL COMMIT che il sito non mostra'

edit dcza-1 's/detto sopra/detto qui sopra/'
commit '2031-02-10T09:00:00 +0000' 'Corregge il punto 1' \
	$'Nota-pubblica: Corretto un errore di copiatura al punto 1. L\'atto firmato non è cambiato.\nTipo-modifica: correzione_copia'
edit dcza-1 's/qui sopra/qui sopra, e di dirlo/'
commit '2031-02-10T15:00:00 +0000' 'Corregge ancora, lo stesso giorno, senza dire perché'
# Half past midnight in Rome, the evening before in UTC.
edit dcza-1 's/favorevoli: 2/favorevoli: [alfa, beta]/'
commit '2031-04-30T22:30:00 +0000' 'Aggiunge i voti' 'Tipo-modifica: aggiunta'
# Only blanks: no change of meaning, no version.
printf '\n\n' >>"$(act dcza-1)"
commit '2031-05-02T09:00:00 +0000' 'Aggiunge righe vuote'

edit dcza-2 's/di dare/di dare subito/'
commit '2031-02-20T09:00:00 +0000' 'Cambia ciò che sarà nascosto' 'Nota-pubblica: NOTA SEGRETA di una versione nascosta'
edit dcza-2 's/ a NOME SEGRETO/ a una famiglia/'
cat >content/oscuramenti.yaml <<'END'
- {percorso: content/atti/2031/dcza-2.md, categoria: dati_personali}
END
commit '2031-03-05T09:00:00 +0000' 'Oscura' 'Nota-pubblica: Tolti dati personali.'
edit dcza-2 's/una famiglia/una famiglia di Alfa/'
commit '2031-03-06T09:00:00 +0000' 'Precisa' 'Nota-pubblica: Precisato il Comune.'

git mv "$(act vecchio-nome)" "$(act dcza-3)"
edit dcza-3 's/^dati_personali/gia: [2031\/vecchio-nome]\n&/; s/detto sopra/detto prima/'
commit '2031-03-07T09:00:00 +0000' 'Rinomina' 'Nota-pubblica: Corretta una parola.'

cp "$(act dcza-4)" ../dcza-4.kept
edit dcza-4 's/^dati_personali/stato: rimosso\nrimozione: {data: 2031-03-08, motivo: errore}\n&/'
commit '2031-03-08T09:00:00 +0000' 'Rimuove'
mv ../dcza-4.kept "$(act dcza-4)"
commit '2031-03-09T09:00:00 +0000' 'Rimette'

edit dcza-5 '/^stato: bozza/d'
commit '2031-03-10T09:00:00 +0000' 'Pubblica la bozza'

cat >content/note_pubbliche.yaml <<'END'
- {percorso: content/atti/2031/dcza-5.md, data: 2031-03-10, nota: Pubblicata dopo la verifica.}
END
commit '2031-03-11T09:00:00 +0000' 'Aggiunge una nota'

# A merge: the first parent's order alone counts, and the merge's own message.
git checkout -q -b ramo
edit dcza-6 's/detto sopra/detto nel ramo/'
commit '2031-04-01T09:00:00 +0000' 'Nel ramo' 'Nota-pubblica: NOTA DEL RAMO che non conta'
git checkout -q main
commit '2031-04-02T09:00:00 +0000' 'Nulla'
GIT_AUTHOR_DATE='2031-04-03T09:00:00 +0000' GIT_COMMITTER_DATE='2031-04-03T09:00:00 +0000' \
	git merge -q --no-ff ramo -m 'Unisce' -m 'Nota-pubblica: Nota del merge.'
