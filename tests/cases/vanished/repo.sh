# What was published goes, and nobody says why.
commit '2031-02-03T09:00:00 +0000' 'Pubblica'
rm content/atti/2031/dcza-1.md
sed -i 's/^dati_personali/stato: bozza\n&/' content/atti/2031/dcza-2.md
sed -i 's/^dati_personali/gia: [2031\/dcza-77]\n&/' content/atti/2031/dcza-3.md
commit '2031-03-03T09:00:00 +0000' 'Toglie'
