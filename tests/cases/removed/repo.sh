# All is published; then one act is deleted, another is a draft again, and cessati.yaml says why.
commit '2031-02-03T09:00:00 +0000' 'Pubblica'
rm content/atti/2031/dcza-6.md
sed -i 's/^dati_personali/stato: bozza\n&/' content/atti/2031/dcza-7.md
cat >content/cessati.yaml <<'END'
- {url: /atti/2031/dcza-6/, data: 2031-05-05, categoria: dati_personali}
- {url: /atti/2031/dcza-7/, data: 2031-05-05, categoria: errore}
END
commit '2031-05-05T09:00:00 +0000' 'Toglie'
