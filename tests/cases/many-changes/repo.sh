# More changes than the page of a year holds: 210 reports at once, then 10 a day; 10 that are corrected on one day, and 9
# on another; nothing changes in April.
reports() { # first, last, moment
	local number
	mkdir -p content/rapporti
	for ((number = $1; number <= $2; number++)); do
		printf -- '---\ntitolo: Rapporto inventato %d\n---\nTesto.\n' "$number" \
			>"content/rapporti/2031-01-01-rapporto-$number.md"
	done
	commit "$3" 'Rapporti'
}

reports 1 210 '2031-01-10T09:00:00 +0000'
for ((day = 1; day <= 15; day++)); do
	reports $((200 + day * 10 + 1)) $((200 + day * 10 + 10)) "2031-02-$((day + 10))T09:00:00 +0000"
	reports $((400 + day * 10 + 1)) $((400 + day * 10 + 10)) "2031-03-$((day + 10))T09:00:00 +0000"
done

correct() { # first, last, moment
	local number
	for ((number = $1; number <= $2; number++)); do
		sed -i 's/^Testo/Un testo/' "content/rapporti/2031-01-01-rapporto-$number.md"
	done
	commit "$3" 'Corregge' 'Nota-pubblica: Aggiunto un articolo.'
}
correct 1 10 '2031-03-28T09:00:00 +0000'
correct 11 19 '2031-03-29T09:00:00 +0000'
