# Ten acts that change in ways that are hard to show, once and then again.
commit '2031-02-03T09:00:00 +0000' 'Pubblica'

cp -R "$1/dopo/." content/
git rm -q content/atti/2031/dcza-7/vecchia-tabella.csv
commit '2031-03-10T09:00:00 +0000' 'Corregge' \
	$'Nota-pubblica: Corretti errori di copiatura, dopo un confronto con gli originali.'

sed -i 's/dopo un confronto/dopo il confronto/; s/di approvare/di approvare oggi/' content/atti/2031/dcza-3.md
commit '2031-03-12T09:00:00 +0000' 'Corregge ancora'
