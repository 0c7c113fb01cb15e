# More acts in a year than a list without months holds: ten of May, eleven of April, one of an unknown month with a subject
# too long for lists.
act() { # number, when it was adopted, subject
	printf -- '---\ntipo: delibera\norgano: conferenza\nnumero: %d\n%s\noggetto: %s\ntesto: non_disponibile\n---\n' \
		"$1" "$2" "$3" >"content/atti/2031/dcza-$1.md"
}

mkdir -p content/atti/2031
for ((number = 1; number <= 11; number++)); do
	act "$number" "data: 2031-04-$((number + 10))" "Oggetto inventato di aprile, numero $number"
done
for ((number = 12; number <= 21; number++)); do
	act "$number" "data: 2031-05-$number" "Oggetto inventato di maggio, numero $number"
done
words=$(printf 'uno due tre quattro cinque sei sette otto nove dieci, %.0s' 1 2 3 4 5 6 7 8)
# And one whose text has more headings than the page's index names.
sed -i 's/^testo: .*/testo: integrale/' content/atti/2031/dcza-1.md
for ((number = 1; number <= 13; number++)); do
	printf '## Parte inventata %d\n\nTesto.\n\n' "$number" >>content/atti/2031/dcza-1.md
done
act 22 'anno: 2031' "Oggetto inventato molto lungo, ${words%, }"
commit '2031-06-01T09:00:00 +0000' 'Pubblica'
