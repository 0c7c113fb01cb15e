#!/usr/bin/env bash
# html_check finds what it says that it finds: a good site, and one fault a row planted into it.
set -euo pipefail

tools=$(dirname "$ZONALE")
base=https://www.example.org/prova/
site=$SCRATCH/site
missed=0

page() { # path, canonical path; body on standard input
	mkdir -p "$(dirname "$site/$1")"
	{
		printf '<!DOCTYPE html>\n<html lang="it">\n<head>\n<meta charset="utf-8">\n<title>Prova</title>\n'
		printf '<link rel="canonical" href="%s%s">\n</head>\n<body>\n' "$base" "$2"
		cat
		printf '</body>\n</html>\n'
	} >"$site/$1"
}
good() {
	rm -rf "$site"
	page index.html '' <<-'END'
		<main>
		<h1 id="uno">Titolo &amp; altro</h1>
		<p><a href="due/#qui" title="Due">Due</a> <a href="https://example.org/">fuori</a></p>
		<p><a href="pezzo.frammento.html">Un pezzo</a></p>
		<ul><li>voce</li></ul>
		<table><caption>Tabella</caption><tbody><tr><th scope="row">a</th><td></td></tr></tbody></table>
		</main>
	END
	page due/index.html due/ <<-'END'
		<main>
		<h1>Due</h1>
		<h2 id="qui">Qui</h2>
		<p><a href="../">indietro</a></p>
		</main>
	END
	printf '<div>\n<p><a href="%s">Casa</a></p>\n</div>\n' "$base" >"$site/pezzo.frammento.html"
}

good
"$tools/html_check" "$site" "$base" || { echo 'the good site is found fault with'; exit 1; }
[ "$("$tools/html_check" --outside "$site" "$base")" = https://example.org/ ] ||
	{ echo 'the address outside is not listed'; exit 1; }

# Plants faults into a file, one by one. On standard input: what is said | the sed expression that plants it.
try() { # file
	local said plant
	while IFS='|' read -r said plant; do
		[ -n "$said" ] || continue
		good
		sed -i "$plant" "$site/$1"
		if ! "$tools/html_check" "$site" "$base" >"$SCRATCH/said"; then
			grep -qF -- "$said" "$SCRATCH/said" && continue
		fi
		echo "not found: $said"
		cat "$SCRATCH/said"
		missed=1
	done
}

try index.html <<'END'
does not begin with|s/ lang="it"//
</ul> where 'li' is open|s,</li>,,
is never closed|$d
'p' in running text|s,<p>,<p><p>,
'div' in 'ul'|s,<ul>,<ul><div>x</div>,
'td' in 'tbody'|s,<tbody>,<tbody><td>x</td>,
a script in the page itself|s,<h1,<script>x</script><h1,
'script' in 'main'|s,<h1,<script src="index.html"></script><h1,
a field 'campo' without a label|s,<ul>,<input id="campo"><ul>,
a field '' without a label|s,<ul>,<select name="x"><option>y</option></select><ul>,
'p' in 'select'|s,<ul>,<select id="campo"><p>x</p></select><ul>,
the element 'iframe'|s,<li>voce,<li><iframe>voce</iframe>,
the element 'blink'|s,<li>voce,<li><blink>voce</blink>,
the attribute 'onclick'|s,<h1,<h1 onclick="x",
the attribute 'style'|s,<h1,<h1 style="x",
not quoted|s,title="Due",title=Due,
a second time|s,<ul>,<ul id="uno">,
the attribute 'title' a second time|s,title="Due",title="a" title="b",
the address 'javascript:x'|s,https://example.org/,javascript:x,
the address '//example.org/'|s,https://example.org/,//example.org/,
leads to no file|s,due/#qui,tre/,
leads to no id there|s,#qui,#altrove,
canonical is another page|s,prova/",prova/due/",
no link leads here|s,due/#qui,index.html,
2 h1|s,<ul>,<h1>x</h1><ul>,
0 main|s,main>,div>,g
h1 outside main|s,<main>,<h1>x</h1><main>,
h3 behind h1|s,<ul>,<h3>x</h3><ul>,
a table without caption|s,<caption>Tabella</caption>,,
th without scope|s, scope="row",,
img without alt|s,<ul>,<img src="index.html"><ul>,
a link in a link|s,Due</a>,<a href="due/">x</a></a>,
an empty 'li'|s,voce,,
an empty 'a'|s,>Due</a>,></a>,
a bare &|s,&amp;,\&,
a comment|s,<ul>,<!-- x --><ul>,
the byte 01|s,voce,\x01,
several nav|s,<ul>,<nav>x</nav><nav>y</nav><ul>,
the id 'niente', which is not there|s,<h1,<h1 aria-labelledby="niente",
not UTF-8|s,voce,\xff,
END

try pezzo.frammento.html <<'END'
a comment or declaration|1i <!DOCTYPE html>
'main' in a fragment|s,div>,main>,
'h2' in a fragment|s,<p>,<h2>x</h2><p>,
the id 'uno' in a fragment|s,<p>,<p id="uno">,
is not whole|s,https://[^"]*,due/,
leads to no file|s,prova/,prova/tre/,
'div' is never closed|$d
not UTF-8|s,Casa,\xff,
END

[ $missed = 0 ] && echo 'every planted fault is found'
