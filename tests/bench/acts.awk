# Makes a git fast-import stream of synthetic acts: the same acts and commits for zonale and for hugo.
#
#   awk -v form=zonale|hugo -v acts=1000 -v commits=2000 -f acts.awk
#
# The first commit brings the site's own files. Acts come in order, spread over the commits; every other
# commit corrects an act that is there, with a public note. Nothing is taken from a clock or from chance:
# the same numbers, the same bytes. Bodies, municipalities and people are evidently invented.

# A number from 0 to below - 1 (Lehmer; products stay exact in a double).
function draw(below) {
	seed = (seed * 48271) % 2147483647
	return seed % below
}
function word() {
	return words[1 + draw(count_words)]
}
function sentence(length_,    text, i) {
	text = word()
	for (i = 1; i < length_; i++)
		text = text " " word()
	return toupper(substr(text, 1, 1)) substr(text, 2)
}
function paragraph(sentences,    text, i) {
	for (i = 0; i < sentences; i++)
		text = text (i ? " " : "") sentence(9 + draw(9)) "."
	return text
}
function data(text) {
	printf "data %d\n%s\n", length(text), text
}
function file(path, text) {
	printf "M 100644 inline %s\n", path
	data(text)
}
function begin_commit(note,    message) {
	# 25 years over all commits; an act comes some weeks after its date.
	moment = 981763200 + int(commit * 788940000 / commits) + draw(1800)
	message = note == "" ? "Pubblica" : "Corregge\n\nNota-pubblica: " note "\nTipo-modifica: correzione_copia\n"
	printf "commit refs/heads/main\ncommitter Nome Inventato <nome@example.invalid> %d +0100\n", moment
	data(message)
}
# Acts are numbered within their year, as many in each.
function year_of(act) {
	return 2001 + int((act - 1) / a_year)
}
function number_of(act) {
	return 1 + (act - 1) % a_year
}
function path_of(act) {
	return "content/atti/" year_of(act) "/dbz-" number_of(act) ".md"
}
function attendance(present,    text, i) {
	text = "presenze:\n"
	for (i = 1; i <= 9; i++)
		text = text "  - {ente: comune-" greek[i] ", carica: sindaco, titolo: di_diritto, esito: " \
			(i <= present ? "presente" : "assente") "}\n"
	return text
}
# Where zonale takes them from the attendance, hugo wants a taxonomy.
function municipalities(present,    text, i) {
	text = "comuni: ["
	for (i = 1; i <= present; i++)
		text = text (i > 1 ? ", " : "") "comune-" greek[i]
	return text "]\n"
}
# The text of an act in one of its versions; both forms hold the same, hugo under its names.
function act_text(act, version,    text, day, title, present, i) {
	seed = act * 7919 + 12345
	draw(2)
	title = sentence(12)
	day = sprintf("%d-%02d-%02d", year_of(act), 1 + int(11 * number_of(act) / a_year), 1 + draw(28))
	present = 5 + draw(5)
	text = "---\n"
	if (form == "zonale")
		text = text "tipo: delibera\norgano: conferenza\nnumero: " number_of(act) "\ndata: " day \
			"\noggetto: " title "\n"
	else
		text = text "title: " title "\ndate: " day "\ntipo: delibera\norgano: conferenza\nnumero: " \
			number_of(act) "\n" municipalities(present)
	text = text "sintesi: " sentence(8) "\nin_parole_semplici: " sentence(20) "\n"
	text = text "argomenti: [" topics[1 + draw(4)] "]\n"
	text = text attendance(present)
	text = text "votazioni:\n  - {oggetto: atto, modalita: palese, unita: teste, favorevoli: " present \
		", contrari: 0, astenuti: 0, esito: approvata}\n"
	text = text "sottoscrizioni:\n  - {nome: Nome Inventato, ruolo: Presidente, tipo: digitale, data: " day "}\n"
	text = text "originale: {forma: digitale, conservato_da: Comune di Alfa}\n"
	text = text "dati_personali: solo_incarichi\ntesto: integrale\n---\n## Premesse\n\n"
	for (i = 0; i < 3; i++)
		text = text paragraph(3) "\n\n"
	text = text "## Delibera\n\n"
	for (i = 1; i <= 5; i++)
		text = text i ". " paragraph(1) "\n"
	text = text "\n| Comune | Quota |\n|---|---|\n"
	for (i = 1; i <= 4; i++)
		text = text "| Comune di " names[i] " | " draw(100) " |\n"
	if (version)
		text = text "\nStesura corretta numero " version ".\n"
	return text
}
function own_files(    i, text) {
	if (form == "hugo") {
		# A section of its own is what hugo needs for a list by year.
		file("content/atti/_index.md", "---\ntitle: Atti\n---\n")
		for (i = 2001; i <= year_of(acts); i++)
			file("content/atti/" i "/_index.md", "---\ntitle: Atti del " i "\n---\n")
		return
	}
	file("content/sito.yaml", "formato: 1\ntitolo: Conferenza inventata\nbase_url: https://www.example.org/inventata/\nente: comune-alfa\n" \
	    "contatti: da_indicare\naccessibilita: da_indicare\nlicenza: da_indicare\nlink: da_indicare\n")
	for (i = 1; i <= 9; i++)
		text = text "- {id: comune-" greek[i] ", nome: Comune di " names[i] ", tipo: comune}\n"
	file("content/enti.yaml", text)
	text = ""
	for (i = 1; i <= 4; i++)
		text = text "- {id: " topics[i] ", nome: Argomento " topics[i] "}\n"
	file("content/argomenti.yaml", text)
	text = "id: conferenza\nnome: Conferenza inventata\nsigle: {delibera: DBZ}\nnatura: politico\ncomposizione:\n"
	for (i = 1; i <= 9; i++)
		text = text "  - {ente: comune-" greek[i] "}\n"
	file("content/organi/conferenza.yaml", text)
}

BEGIN {
	count_words = split("scuola nido comune zona bambini orario servizio tavolo incontro progetto rete " \
		"docenti famiglie percorso laboratorio bilancio trasporto mensa biblioteca orientamento lingua " \
		"gruppo ascolto calendario scelta verifica risorse accordo rapporto quartiere territorio insieme " \
		"comunicazione formazione continuo primo nuovo previsto annuale condiviso pubblico", words, " ")
	split("alfa beta gamma delta epsilon zeta eta teta iota", greek, " ")
	split("Alfa Beta Gamma Delta Epsilon Zeta Eta Teta Iota", names, " ")
	split("primo secondo terzo quarto", topics, " ")
	a_year = int((acts + 24) / 25)

	made = 0
	for (commit = 1; commit <= commits; commit++) {
		due = int(commit * acts / commits)
		if (commit == 1 && due == 0)
			due = 1
		if (due > made) {
			begin_commit("")
			if (commit == 1)
				own_files()
			while (made < due)
				file(path_of(++made), act_text(made, 0))
		} else {
			seed = commit * 104729 % 2147483647
			draw(2)
			act = 1 + draw(made)
			begin_commit("Corretto un errore di copiatura, correzione " commit ".")
			file(path_of(act), act_text(act, ++versions[act]))
		}
	}
}
