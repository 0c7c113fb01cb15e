# A second, tiny theme: a frame of its own, and a heading alone in each page but the map, which has the links.
mkdir theme
printf 'nome: Minuscolo\nversione: "1"\nviste: 3\n' >theme/theme.yaml
printf 'body { max-width: 40rem; }\n' >theme/minuscolo.css
for template in "$here"/../themes/base/*.mustache; do
	printf '{{<pagina}}{{$corpo}}<h1>{{titolo}}</h1>{{/corpo}}{{/pagina}}\n' >"theme/$(basename "$template")"
done
cp "$here/../themes/base/mappa.mustache" "$here/../themes/base/incorpora.mustache" theme/
printf '<p>{{titolo}}</p>\n' >theme/frammento.mustache
cat >theme/pagina.mustache <<'END'
<!DOCTYPE html>
<html lang="it">
<head>
<meta charset="utf-8">
<title>{{titolo_finestra}}</title>
<link rel="canonical" href="{{url_canonico}}">
</head>
<body>
<p>Tema minuscolo: {{sito}}</p>
<main>
{{$corpo}}{{/corpo}}
</main>
<ul>
{{#piede}}
<li><a href="{{url}}">{{testo}}</a></li>
{{/piede}}
</ul>
</body>
</html>
END
commit '2031-03-03T09:00:00 +0000' 'Pubblica'
