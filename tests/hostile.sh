#!/usr/bin/env bash
# Hostile input, from end to end: each is refused with a message that names the file, within seconds and within
# bounded memory, and what was published stays as it was; or, where it is mere text, it stays text.
set -euo pipefail
export LC_ALL=C

# Another program (with sanitizers, say) may need more: MEMORY_MAX=unlimited SECONDS_MAX=100.
SECONDS_MAX=${SECONDS_MAX:-10}
MEMORY_MAX=${MEMORY_MAX:-1500000} # KiB of address space, most of it threads' stacks
here=$(dirname "$(realpath "$0")")
tools=$(dirname "$ZONALE")
shared=${ZONALE_SHARED_DATA:-$here/../../shared/data}
good=$SCRATCH/good
site=$SCRATCH/site
out=$SCRATCH/out
base=https://www.example.org/prova/
tried=0 failed=()

fail() { # what
	failed+=("$1")
	echo "--- $1: ${2:-}"
	head -n "${LINES_SHOWN:-12}" "$SCRATCH/said" | cut -c1-300
}

bounded() { # command...
	(ulimit -v "$MEMORY_MAX" && timeout "$SECONDS_MAX" "$@")
}

commit() { # site
	git -C "$1" add -A content && GIT_AUTHOR_DATE='2031-03-03T09:00:00 +0000' \
		GIT_COMMITTER_DATE='2031-03-03T09:00:00 +0000' git -C "$1" commit -q --allow-empty -m 'Pubblica'
}

build() { # option...
	bounded "$ZONALE" build "$site" --today 2031-06-15 --lang it -o "$out" "$@" >"$SCRATCH/said" 2>&1
}

# --- the good site ------------------------------------------------------------------------------

cp -R "$here/cases/full-act/content" "$SCRATCH/content"
mkdir "$good" && mv "$SCRATCH/content" "$good/content"
git -C "$good" init -q -b main
commit "$good"
cp -R "$good" "$site"
build || { fail 'the good site' 'is not built'; exit 1; }
cp -R "$out" "$SCRATCH/published"

# Lays what comes on standard input into a file of the site.
lay() { # path below content/
	mkdir -p "$(dirname "$site/content/$1")"
	cat >"$site/content/$1"
}

# An act with these lines more in its data, and standard input as its text.
act() { # id, line...
	local line
	{
		printf -- '---\ntipo: delibera\norgano: conferenza\nnumero: %s\ndata: 2031-01-10\n' "${1##*-}"
		printf 'oggetto: Una delibera come tante altre\ndati_personali: nessuno\n'
		for line in "${@:2}"; do printf '%s\n' "$line"; done
		printf -- '---\n'
		cat
	} | lay "atti/2031/$1.md"
}

repeated() { # text, times
	awk -v text="$1" -v times="$2" 'BEGIN { for (i = 0; i < times; i++) printf "%s", text }'
}

# Builds the site that the function made, from the working tree and (unless `tree`) from a revision.
refused() { # function, what must be said (extended regular expression), tree?
	local name=$1 said=$2 ways=(tree revision) way status
	[ "${3:-}" != tree ] || ways=(tree)
	chmod -R u+rwX "$site" && rm -rf "$site" && cp -R "$good" "$site"
	"$name"
	for way in "${ways[@]}"; do
		tried=$((tried + 1))
		status=0
		if [ "$way" = revision ]; then
			commit "$site"
			build --rev HEAD || status=$?
		else
			build || status=$?
		fi
		if [ $status != 1 ]; then
			fail "$name ($way)" "status $status"
		elif ! grep -qE "$said" "$SCRATCH/said"; then
			fail "$name ($way)" "said nothing like $said"
		elif ! diff -r "$SCRATCH/published" "$out" >/dev/null; then
			fail "$name ($way)" 'what was published has changed'
			rm -rf "$out" && cp -R "$SCRATCH/published" "$out"
		fi
	done
}

# --- files --------------------------------------------------------------------------------------

symlink_to_file() { ln -s /etc/passwd "$site/content/atti/2031/dcza-50.md"; }
symlink_to_folder() { ln -s /etc "$site/content/atti/2032"; }
symlink_to_itself() { ln -s loop "$site/content/loop"; }
symlink_without_end() { ln -sf /dev/zero "$site/content/glossario.yaml"; }
symlink_as_attachment() { ln -sf /etc/passwd "$site/content/atti/2031/dcza-7-bis/regole.txt"; }
symlink_upwards() { ln -s .. "$site/content/pagine"; }
refused symlink_to_file '^content/atti/2031/dcza-50.md: errore Z102'
refused symlink_to_folder '^content/atti/2032: errore Z102'
refused symlink_to_itself '^content/loop: errore Z102'
refused symlink_without_end '^content/glossario.yaml: errore Z102'
refused symlink_as_attachment '^content/atti/2031/dcza-7-bis/regole.txt: errore Z102'
refused symlink_upwards '^content/pagine: errore Z102'

fifo() { mkfifo "$site/content/atti/2031/dcza-50.md"; }
fifo_as_attachment() {
	rm "$site/content/atti/2031/dcza-7-bis/regole.txt"
	mkfifo "$site/content/atti/2031/dcza-7-bis/regole.txt"
}
fifo_as_settings() { rm "$site/content/sito.yaml" && mkfifo "$site/content/sito.yaml"; }
refused fifo '^content/atti/2031/dcza-50.md: errore Z103' tree
refused fifo_as_attachment '^content/atti/2031/dcza-7-bis/regole.txt: errore Z103' tree
refused fifo_as_settings '^content/sito.yaml: errore Z103' tree

name_with_control() { act $'dcza-50\a' </dev/null; }
name_with_line_end() { act $'dcza\n-50' </dev/null; }
name_not_utf8() { act $'dcza-\xff' </dev/null; }
name_upper_case() { act DCZA-50 </dev/null; }
refused name_with_control 'errore Z105'
refused name_with_line_end 'errore Z105'
refused name_not_utf8 'errore Z105'
refused name_upper_case '^content/atti/2031/DCZA-50.md: errore Z168'

folders_too_deep() { lay "$(repeated 'a/' 200)b.md" </dev/null; }
repository_inside() { git init -q "$site/content/pagine/altro" && echo x | lay pagine/altro/x.md; }
refused folders_too_deep 'errore Z107'
refused repository_inside '^content/pagine/altro[^ ]*: errore Z104' tree

# --- encodings ------------------------------------------------------------------------------------

zero_byte() { printf 'termine\0: x\n' | lay glossario.yaml; }
zero_byte_escaped() { printf -- '- {termine: "a\\0b", spiegazione: x}\n' | lay glossario.yaml; }
bad_utf8() { printf -- '- {termine: caff\xe8, spiegazione: x}\n' | lay glossario.yaml; }
overlong_utf8() { printf -- '- {termine: a\xc0\xafb, spiegazione: x}\n' | lay glossario.yaml; }
surrogate() { printf -- '- {termine: a\xed\xa0\x80b, spiegazione: x}\n' | lay glossario.yaml; }
utf16() { printf '\xff\xfe-\0 \0x\0' | lay glossario.yaml; }
utf16_act() { printf '\xfe\xff\0-\0-\0-' | lay atti/2031/dcza-50.md; }
direction() { printf -- '- {termine: "a\xe2\x80\xaeb", spiegazione: x}\n' | lay glossario.yaml; }
all_bytes() { awk 'BEGIN { for (i = 0; i < 256; i++) printf "%c", i }' | lay glossario.yaml; }
refused zero_byte '^content/glossario.yaml:1:8: errore Z112'
refused zero_byte_escaped '^content/glossario.yaml:1:[0-9]+: errore Z1'
refused bad_utf8 '^content/glossario.yaml:1:17: errore Z110'
refused overlong_utf8 '^content/glossario.yaml:1:14: errore Z110'
refused surrogate '^content/glossario.yaml:1:14: errore Z110'
refused utf16 '^content/glossario.yaml(:1:1)?: errore Z111'
refused utf16_act '^content/atti/2031/dcza-50.md(:1:1)?: errore Z111'
refused direction '^content/glossario.yaml:1:15: errore Z113'
refused all_bytes '^content/glossario.yaml(:1:[0-9]+)?: errore Z11'

# --- YAML -----------------------------------------------------------------------------------------

bomb() {
	{
		echo 'a: &a [x, x, x, x, x, x, x, x, x, x]'
		for n in b c d e f g h i; do
			echo "$n: &$n [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]"
		done
	} | lay glossario.yaml
}
bomb_in_itself() { printf 'elenco: &a [*a]\n' | lay glossario.yaml; }
deep_brackets() { repeated '[' 100000 | lay glossario.yaml; }
deep_braces() { repeated '{a: ' 100000 | lay glossario.yaml; }
deep_dashes() { repeated '- ' 100000 | lay glossario.yaml; }
deep_lines() { awk 'BEGIN { for (i = 0; i < 1000; i++) printf "%*sa:\n", i, "" }' | lay glossario.yaml; }
deep_questions() { repeated '? ' 100000 | lay glossario.yaml; }
deep_data() { act dcza-50 "argomenti: $(repeated '[' 20000)" </dev/null; }
large_yaml() { repeated $'- {termine: a, spiegazione: b}\n' 60000 | lay glossario.yaml; }
large_data() { act dcza-50 "fonte: $(repeated 'parola ' 10000)" </dev/null; }
long_line() { { printf 'a: '; repeated 'x' 1000000; } | lay glossario.yaml; }
long_key() { { repeated 'x' 900000; echo ': a'; } | lay glossario.yaml; }
many_keys() { awk 'BEGIN { for (i = 0; i < 60000; i++) print "chiave" i ": x" }' | lay glossario.yaml; }
same_key() { act dcza-50 'numero: 51' </dev/null; }
tag() { act dcza-50 'fonte: !!python/object/apply:os.system ["true"]' </dev/null; }
documents() { printf -- '- {termine: a, spiegazione: b}\n---\n- {termine: c, spiegazione: d}\n' | lay glossario.yaml; }
merge_key() { printf -- '- {termine: a, spiegazione: b, <<: {sigla: c}}\n' | lay glossario.yaml; }
directive() { printf '%%YAML 9.9\n---\n- {termine: a, spiegazione: b}\n' | lay glossario.yaml; }
no_end() { printf -- '---\ntipo: delibera\n' | lay atti/2031/dcza-50.md; }
huge_number() { act dcza-50 'punto_odg: 99999999999999999999999999' </dev/null; }
huge_year() { act dcza-50 'efficace_dal: 99999-01-01' </dev/null; }
huge_amount() { act dcza-50 'fondi: [{fonte: x, importo: 1e999999}]' </dev/null; }
huge_period() {
	printf 'numero: 2\ntitolo: x\nscadenze: [{testo: x, quando: {evento: x+P999999999999Y}}]\n' |
		lay programma/2030-2032/punti/02-x.yaml
}
refused bomb '^content/glossario.yaml:1:4: errore Z130'
refused bomb_in_itself '^content/glossario.yaml:1:9: errore Z130'
refused deep_brackets '^content/glossario.yaml:1:[0-9]+: errore Z137'
refused deep_braces '^content/glossario.yaml:1:[0-9]+: errore Z137'
refused deep_dashes '^content/glossario.yaml:1:[0-9]+: errore Z137'
refused deep_lines '^content/glossario.yaml:[0-9]+:[0-9]+: errore Z137'
refused deep_questions '^content/glossario.yaml:1:[0-9]+: errore Z1'
refused deep_data '^content/atti/2031/dcza-50.md:8:[0-9]+: errore Z137'
refused large_yaml '^content/glossario.yaml: errore Z101'
refused large_data '^content/atti/2031/dcza-50.md(:1:1)?: errore Z116'
refused long_line '^content/glossario.yaml:1:[0-9]+: errore Z1'
refused long_key '^content/glossario.yaml:1:[0-9]+: errore Z1'
refused many_keys '^content/glossario.yaml:1:1: errore Z14'
refused same_key '^content/atti/2031/dcza-50.md:8:1: errore Z136'
refused tag '^content/atti/2031/dcza-50.md:8:8: errore Z132'
refused documents '^content/glossario.yaml:2:1: errore Z134'
refused merge_key '^content/glossario.yaml:1:[0-9]+: errore Z133'
refused directive '^content/glossario.yaml:1:1: errore Z135'
refused no_end '^content/atti/2031/dcza-50.md:1:1: errore Z115'
refused huge_number '^content/atti/2031/dcza-50.md:8:12: errore Z149'
refused huge_year '^content/atti/2031/dcza-50.md:8:15: errore Z15'
refused huge_amount '^content/atti/2031/dcza-50.md:8:[0-9]+: errore Z163'
refused huge_period '^content/programma/2030-2032/punti/02-x.yaml:3:[0-9]+: errore Z4'

# --- Markdown -------------------------------------------------------------------------------------

md_quotes() { repeated '>' 50000 | act dcza-50; }
md_lists() { repeated '- ' 50000 | act dcza-50; }
md_images() { repeated '![[]()' 50000 | act dcza-50; }
md_links() { repeated '[a](' 100000 | act dcza-50; }
md_emphasis() { repeated '*a _b ' 50000 | act dcza-50; }
md_angles() { repeated '<a ' 100000 | act dcza-50; }
md_columns() { { repeated '|a' 100000; echo; repeated '|-' 100000; echo; } | act dcza-50; }
md_growing_table() {
	{ repeated '|a' 60; echo; repeated '|-' 60; echo; repeated $'|\n' 20000; } | act dcza-50
}
md_references() {
	{ printf '[a]: /'; repeated x 50000; printf '\n\n'; repeated '[a] ' 50000; } | act dcza-50
}
md_comment() { echo '<!-- segreto -->' | act dcza-50; }
md_script_link() { echo '[a](javascript:alert(1))' | act dcza-50; }
md_hidden_scheme() { printf '[a](<java\tscript:alert(1)>)\n' | act dcza-50; }
md_data_link() { echo '[a](data:text/html,x)' | act dcza-50; }
md_other_host() { echo '[a](//example.org/)' | act dcza-50; }
md_upwards() { echo '[a](../../../../etc/passwd)' | act dcza-50; }
md_upwards_encoded() { echo '[a](%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd)' | act dcza-50; }
md_source_file() { echo '[a](../../sito.yaml)' | act dcza-50; }
md_large() { repeated $'parola\n' 700000 | act dcza-50; }
md_many_lines() { repeated $'- a\n' 500000 | act dcza-50; }
refused md_quotes '^content/atti/2031/dcza-50.md:[0-9]+(:[0-9]+)?: errore Z171'
refused md_lists '^content/atti/2031/dcza-50.md:[0-9]+(:[0-9]+)?: errore Z171'
refused md_images '^content/atti/2031/dcza-50.md:[0-9]+(:[0-9]+)?: errore Z17[45]'
refused md_links '^content/atti/2031/dcza-50.md:[0-9]+(:[0-9]+)?: errore Z17[45]'
refused md_emphasis '^content/atti/2031/dcza-50.md:[0-9]+(:[0-9]+)?: errore Z174'
refused md_angles '^content/atti/2031/dcza-50.md:[0-9]+(:[0-9]+)?: errore Z17'
refused md_columns '^content/atti/2031/dcza-50.md:[0-9]+(:[0-9]+)?: errore Z172'
refused md_growing_table '^content/atti/2031/dcza-50.md:[0-9]+(:[0-9]+)?: errore Z172'
refused md_references '^content/atti/2031/dcza-50.md:[0-9]+(:[0-9]+)?: errore Z173'
refused md_comment '^content/atti/2031/dcza-50.md:9:1: errore Z178'
refused md_script_link '^content/atti/2031/dcza-50.md:9:5: errore Z181'
refused md_hidden_scheme '^content/atti/2031/dcza-50.md:9:[0-9]+: errore Z181'
refused md_data_link '^content/atti/2031/dcza-50.md:9:5: errore Z181'
refused md_other_host '^content/atti/2031/dcza-50.md:9:5: errore Z181'
refused md_upwards '^content/atti/2031/dcza-50.md:9(:[0-9]+)?: errore Z207'
refused md_upwards_encoded '^content/atti/2031/dcza-50.md:9(:[0-9]+)?: errore Z207'
refused md_source_file '^content/atti/2031/dcza-50.md:9(:[0-9]+)?: errore Z207'
refused md_large '^content/atti/2031/dcza-50.md(:[0-9:]+)?: errore Z1(01|70)'
refused md_many_lines '^content/atti/2031/dcza-50.md(:[0-9:]+)?: errore Z175'

# --- attachments, addresses, many errors -----------------------------------------------------------

attached() { act dcza-50 "allegati: [{file: $1, titolo: Un allegato}]" </dev/null; }
attachment_upwards() { attached ../dcza-7-bis/regole.pdf; }
attachment_absolute() { attached /etc/passwd; }
attachment_dots() { attached ..; }
attachment_svg() { attached figura.svg && echo '<svg/>' | lay atti/2031/dcza-50/figura.svg; }
attachment_disguised() {
	attached foglio.pdf && echo '<script>alert(1)</script>' | lay atti/2031/dcza-50/foglio.pdf
}
attachment_huge() {
	attached foglio.pdf && printf '%%PDF-1.4\n' | lay atti/2031/dcza-50/foglio.pdf
	truncate -s 60M "$site/content/atti/2031/dcza-50/foglio.pdf"
}
base_url_script() { sed -i 's|^base_url:.*|base_url: javascript:alert(1)|' "$site/content/sito.yaml"; }
former_place_upwards() { act dcza-50 'gia: [../../etc/passwd]' </dev/null; }
ceased_upwards() { echo '- {url: /../../etc/passwd/, data: 2031-01-01, categoria: errore}' | lay cessati.yaml; }
redaction_upwards() { echo '- {percorso: ../../etc/passwd, categoria: altro}' | lay oscuramenti.yaml; }
many_errors() {
	awk 'BEGIN { for (i = 0; i < 20000; i++) print "- {nome: x" i "}" }' | lay argomenti.yaml
}
refused attachment_upwards '^content/atti/2031/dcza-50.md:8:[0-9]+: errore Z376'
refused attachment_absolute '^content/atti/2031/dcza-50.md:8:[0-9]+: errore Z376'
refused attachment_dots '^content/atti/2031/dcza-50.md:8:[0-9]+: errore Z376'
refused attachment_svg '^content/atti/2031/dcza-50.md:8:[0-9]+: errore Z371'
refused attachment_disguised '^content/atti/2031/dcza-50.md:8:[0-9]+: errore Z372'
refused attachment_huge '^content/atti/2031/dcza-50.md:8:[0-9]+: errore Z373'
refused base_url_script '^content/sito.yaml:3:11: errore Z155'
refused former_place_upwards '^content/atti/2031/dcza-50.md:8:[0-9]+: errore Z158'
refused ceased_upwards '^content/cessati.yaml:1:[0-9]+: errore Z522'
refused redaction_upwards '^content/oscuramenti.yaml:1:[0-9]+: errore Z520'
refused many_errors '^content/argomenti.yaml:20000:'

# --- mere text ------------------------------------------------------------------------------------
# Strings that run where a page is made carelessly, in every text of acts and registers: text they stay.

strings=$SCRATCH/strings
cat >"$strings" <<'END'
<script>alert(1)</script>
"><script>alert(1)</script>
'><img src=x onerror=alert(1)>
" onmouseover="alert(1)
' onfocus='alert(1)' autofocus='
</title><script>alert(1)</script>
</textarea><svg onload=alert(1)>
</style><style>*{display:none}</style>
<!--><script>alert(1)</script>-->
<![CDATA[<script>alert(1)</script>]]>
<?xml version="1.0"?><a/>
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
&amp;amp; &nbsp; &quot; &unknown; &
{{titolo}} {{{titolo}}} {{#atti}} {{/atti}} {{>pagina}}
{{=<% %>=}} <%titolo%>
${7*7} #{7*7} <%= 7*7 %> %{7*7}
javascript:alert(1)
JaVaScRiPt&colon;alert(1)
data:text/html;base64,PHNjcmlwdD4=
//example.org/altrove
https://example.org/" onclick="alert(1)
\"; alert(1); //
=HYPERLINK("https://example.org";"x")
+1-1
@SUM(1;1)
-- ; DROP TABLE atti
../../../../etc/passwd
%s%n%p %00 %0a
[link](javascript:alert(1)) ![x](javascript:alert(1))
<https://example.org/><javascript:alert(1)>
`</code><script>alert(1)</script>`
| cella | <b>altra</b> |
<a href="x" style="x:expression(alert(1))">x</a>
<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>
<base href="https://example.org/"><form action=x><input name=body>
<meta http-equiv="refresh" content="0;url=https://example.org/">
<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>
<b>grassetto</b> <i>corsivo</i> 1 < 2 > 0
𝔘𝔫𝔦𝔠𝔬𝔡𝔢 è ﷽ ☃ 👩‍👩‍👧 ﬁ ß İ ı
END
own=$(wc -l <"$strings")
for file in xss/payloadbox-xss-payload-list.txt xss/markdown-it-xss.txt naughty-strings/blns.txt; do
	[ -r "$shared/$file" ] || { echo "no shared test data at $shared/$file: own strings alone"; continue; }
	iconv -c -f UTF-8 -t UTF-8 "$shared/$file" | tr -d '\000-\010\013-\037\177' | grep -av '^[[:space:]]*$' >>"$strings"
done

rm -rf "$site" "$out"
cp -R "$good" "$site"
rm -rf "$site/.git" "$site"/content/{atti/*/dcza-*,programma,regolamenti,sedute,tavoli,argomenti.yaml,norme.yaml,scuole.yaml}
mkdir -p "$site/content/atti/2031" "$site/content/tavoli"
awk -v folder="$site/content/atti/2031" '
	function quoted(text) { gsub(/\047/, "\047\047", text); return "\047" text "\047" }
	function put(line) { print line >file }
	function say(key, max) { if (length($0) + 2 <= max) put(key ": " quoted("x " $0)) }
	function wrap(before, max, behind) { if (length($0) + 2 <= max) put(before quoted("x " $0) behind) }
	function begin(kind) {
		id = (NR - 1) * 3 + kind
		file = folder "/dcza-" id ".md"
		put("---"); put("tipo: delibera"); put("organo: conferenza"); put("numero: " id)
		put("data: 2031-01-10"); put("dati_personali: nessuno")
	}
	{
		begin(1)
		put("oggetto: " quoted("Oggetto di prova " substr($0, 1, 900)))
		say("titolo_breve", 120); say("sintesi", 160); say("in_parole_semplici", 600)
		say("ufficio_responsabile", 120); say("fonte", 1000)
		wrap("proposta: {numero: ", 60, "}")
		wrap("protocollo: {numero: ", 60, "}")
		wrap("originale: {conservato_da: ", 200, "}")
		wrap("trasmissione: [{a: ", 200, "}]")
		wrap("fondi: [{fonte: ", 200, "}]")
		wrap("presenze: [{ente: alfa, esito: presente, nome: ", 120, "}]")
		wrap("votazioni: [{esito: approvata, favorevoli: 1, parte: ", 200, "}]")
		wrap("esecutivita: {regime: termine, fonte: ", 300, "}")
		wrap("pareri: [{tipo: tecnico, esito: favorevole, ruolo: ", 200, "}]")
		wrap("verbalizzazione: {verbalizzante: {nome: Nome Inventato}, verbale: ", 200, "}")
		wrap("sottoscrizioni: [{nome: Nome Inventato, ruolo: ", 200, "}]")
		wrap("albo: {ente: alfa, repertorio: ", 60, "}")
		wrap("collegamenti: [{tipo: richiama, esterno: {estremi: ", 300, "}}]")
		wrap("vicende: [{tipo: cessata, data: 2031-02-02, da: {estremi: ", 300, "}}]")
		put("testo: non_disponibile"); put("---"); close(file)

		begin(2)
		put("oggetto: Un testo con una stringa ostile"); put("---")
		# Signs alone would be Markdown of their own, and empty.
		if (!/[A-Za-z0-9]/) $0 = "segni " $0
		put($0 "\n\n- " $0 "\n\n## " $0 "\n\n> " $0 "\n\n| " $0 " |\n|---|\n| " $0 " |\n"); close(file)

		begin(3)
		put("oggetto: Un collegamento a una stringa ostile"); put("---")
		put("[testo](<" $0 ">) ![figura](<" $0 ">) [" $0 "](https://www.example.org/)"); close(file)
	}
' "$strings"
head -n "$own" "$strings" | awk -v content="$site/content" '
	function quoted(text) { gsub(/\047/, "\047\047", text); return "\047" text "\047" }
	{
		text = quoted("x " $0)
		print "- {id: e-" NR ", nome: " text ", tipo: comune, istat: \047" NR "\047}" >>(content "/enti.yaml")
		print "- {id: a-" NR ", nome: " text ", descrizione: " text "}" >(content "/argomenti.yaml")
		print "- {termine: " text ", sigla: " quoted("x" substr($0, 1, 20)) ", spiegazione: Prova.}" >(content "/glossario.yaml")
		print "- {estremi: " text ", titolo: " text "}" >(content "/norme.yaml")
		print "- {id: s-" NR ", nome: " text "}" >(content "/scuole.yaml")
		print "- {id: p-" NR ", nome: " text ", qualifica: amministratore, incarichi: [{ruolo: " text ", ente: alfa, fonte: " text "}]}" >>(content "/persone.yaml")
		file = content "/tavoli/t-" NR ".yaml"
		print "id: t-" NR "\nnome: " text "\ntema: " text "\ncomposizione: " text >file
		close(file)
	}
'
sed -i "s|^titolo:.*|titolo: '<script>alert(1)</script> \" onclick=\"alert(1)'|; s|^descrizione:.*|descrizione: '\"><script>alert(1)</script>'|" "$site/content/sito.yaml"

# What is no text for an act is refused, each with its place; the rest becomes pages.
made=$(find "$site/content/atti/2031" -name '*.md' | wc -l)
SECONDS_MAX=$((SECONDS_MAX * 12))
status=0
bounded "$ZONALE" check "$site" --no-history --today 2031-06-15 --lang it >"$SCRATCH/said" 2>&1 || status=$?
[ $status = 1 ] || fail 'strings' "check ends with $status"
sed -n 's/^\(content[^:]*\):\([0-9:]* \)\? *errore .*/\1/p' "$SCRATCH/said" | sort -u >"$SCRATCH/refused"
grep -v '^content/atti/2031/' "$SCRATCH/refused" >"$SCRATCH/registers" && fail 'strings' 'a register is refused'
(cd "$site" && xargs -d '\n' rm -f <"$SCRATCH/refused")
left=$(find "$site/content/atti/2031" -name '*.md' | wc -l)
build --no-history -q || fail 'strings' 'the rest is not built'
"$tools/html_check" "$out" "$base" >"$SCRATCH/said" || fail 'strings' 'pages are not well made'
"$tools/html_check" --outside "$out" "$base" | grep -v '^https\?://\|^mailto:' >"$SCRATCH/said" &&
	fail 'strings' 'addresses that are none'
[ $((left * 2)) -gt "$made" ] || fail 'strings' "only $left of $made acts are left: too little was tried"

# Nothing is lost or changed on the way: each of our own strings stands in its act's page, escaped.
for i in $(seq "$own"); do
	page=$out/atti/2031/dcza-$(((i - 1) * 3 + 1))/index.html
	escaped=$(sed -n "${i}p" "$strings" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g')
	if ! grep -qF -- "Oggetto di prova $escaped" < <(sed "s/&#39;/'/g; s/&#x27;/'/g" "$page"); then
		echo "$escaped" >"$SCRATCH/said"
		fail "string $i" 'is not in its page as it was written'
	fi
done

if [ ${#failed[@]} -gt 0 ]; then
	printf '%d failed\n' "${#failed[@]}"
	exit 1
fi
echo "$tried refusals, $(wc -l <"$strings") strings in $left acts"
