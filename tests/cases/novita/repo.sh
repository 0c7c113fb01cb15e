# A year of a zone: an import, two meetings, corrections, two acts that end others, terms that are moved.
act() { echo "content/atti/2031/dcza-$1.md"; }
edit() { sed -i "$2" "$1"; } # file, sed expression
later=(content/atti/2031/*.md content/sedute/2031-0[356]* content/rapporti content/regolamenti)
tar cf ../later.tar "${later[@]}"
rm -r "${later[@]}"
bring() { tar xf ../later.tar "$@"; }

# The import: six points at once, and one act.
commit '2031-01-10T09:00:00 +0000' 'Importa'

# On the day of the first meeting, which is not after it.
edit content/atti/2030/dcza-9.md 's/si sa solo/è noto solo/'
commit '2031-02-12T09:00:00 +0000' 'Oggetto' 'Tipo-modifica: correzione_dati'

# After it, act 1 with two errors of copying.
bring "$(act 1)"
commit '2031-02-14T09:00:00 +0000' 'Delibera 1'
edit "$(act 1)" 's/30 luglio/30 giugno/'
commit '2031-02-20T09:00:00 +0000' 'Corregge' 'Nota-pubblica: Corretta la data del punto 1.'
edit "$(act 1)" 's/500 euro/5.000 euro/; s/favorevoli: 2/favorevoli: [alfa, beta]/; s/^enti: .alfa./enti: [alfa, beta]/; s/^sintesi: .*/sintesi: Apre il servizio di prova in due Comuni./'
commit '2031-02-20T15:00:00 +0000' 'Corregge ancora, e non dice perché'
edit content/sedute/2031-02-12-conferenza.yaml 's/ente: gamma, esito: assente/ente: gamma, esito: assente_giustificato/'
commit '2031-03-01T09:00:00 +0000' 'Presenze' 'Nota-pubblica: Il Comune di Gamma aveva avvisato.'
bring "$(act 2)" content/regolamenti content/sedute/2031-03-15-conferenza.yaml
commit '2031-03-20T09:00:00 +0000' 'Delibera 2 e regolamento'

# The programme goes on: a term is moved a second time; an entry and a point are corrected.
cat >content/programma/2030-2032/avanzamento/2031-03-25-1.1.yaml <<'END'
data: 2031-03-25
azione: "1.1"
stato: riprogrammata
nuova_scadenza: {entro: 2031-09}
END
commit '2031-03-26T09:00:00 +0000' 'Rinvio'
edit content/programma/2030-2032/avanzamento/2031-03-25-1.1.yaml 's/2031-09/2031-10/'
commit '2031-03-28T09:00:00 +0000' 'Corregge il rinvio' 'Nota-pubblica: La data giusta è ottobre.'
edit content/programma/2030-2032/punti/02-punto.yaml 's/entro: 2030-12/entro: 2031-12/'
commit '2031-04-02T09:00:00 +0000' 'Sposta la scadenza del punto 2'
bring content/rapporti
commit '2031-05-02T09:00:00 +0000' 'Rapporto'
edit content/rapporti/2031-04-30-primo.md 's/Molto/Qualcosa/'
commit '2031-05-03T09:00:00 +0000' 'Rapporto corretto' 'Tipo-modifica: correzione_copia'

# Act 5 is corrected, taken off the site, and back again: what the correction took out is told no more.
sed 's/^numero: 2/numero: 5/; s/^oggetto: .*/oggetto: Un atto tolto dal sito e poi rimesso/; s/^efficace_fino.*//' "$(act 2)" >"$(act 5)"
edit "$(act 5)" 's/il contributo di 500 euro/PAROLE TOLTE col contributo/'
commit '2031-05-04T09:00:00 +0000' 'Delibera 5'
edit "$(act 5)" 's/PAROLE TOLTE col/il/'
commit '2031-05-05T09:00:00 +0000' 'Corregge' 'Nota-pubblica: NOTA DI PRIMA della rimozione.'
cp "$(act 5)" ../act-5.kept
edit "$(act 5)" 's/^dati_personali/stato: rimosso\nrimozione: {data: 2031-05-06, motivo: dati_personali}\n&/'
commit '2031-05-06T09:00:00 +0000' 'Toglie'
# The day before the last thirty, and the first of them.
mv ../act-5.kept "$(act 5)"
commit '2031-05-16T09:00:00 +0000' 'Rimette'
edit "$(act 5)" 's/questo atto/il presente atto/'
commit '2031-05-17T09:00:00 +0000' 'Corregge' 'Tipo-modifica: correzione_copia'

# On the day of the second meeting, and after it.
edit content/rapporti/2031-04-30-primo.md 's/Qualcosa/Quasi tutto/'
commit '2031-05-20T09:00:00 +0000' 'Rapporto corretto di nuovo' 'Tipo-modifica: correzione_copia'
bring "$(act 3)" "$(act 4)" content/sedute
edit content/sedute/2031-02-12-conferenza.yaml 's/ente: gamma, esito: assente}/ente: gamma, esito: assente_giustificato}/'
commit '2031-05-22T09:00:00 +0000' 'Delibere 3 e 4'
edit "$(act 4)" 's/^oggetto: .*/oggetto: Un atto sospeso da un giudice inventato/'
commit '2031-06-05T09:00:00 +0000' 'Oggetto' 'Tipo-modifica: correzione_dati'
