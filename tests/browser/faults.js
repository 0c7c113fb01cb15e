// The checks themselves: a good page, and one fault a row planted into it, which a check has to find.
'use strict';
const fs = require('fs');
const path = require('path');

const good = `<!DOCTYPE html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Prova</title>
<link rel="stylesheet" href="stile.css">
</head>
<body>
<a class="salta" href="#contenuto">Vai al contenuto</a>
<header>
<p><a href="./">Prova</a></p>
</header>
<main id="contenuto">
<h1>Una pagina di prova</h1>
<p>Un testo con <a href="./?altro">un rinvio</a>.</p>
<details>
<summary>Altro</summary>
<p>Piegato.</p>
</details>
<p>Fine.</p>
</main>
</body>
</html>
`;
const style = `body { color: #1a1a1a; background: #fff; font: 1rem/1.5 sans-serif }
a { color: #0b5394; display: inline-block; min-height: 24px } :focus { outline: 3px solid }
.salta { position: absolute; left: -100rem } .salta:focus { left: 0; background: #fff }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #111 }
  a, .salta:focus { color: #8ab8ec; background: #111 }
}
`;

// The check that finds it, what it says, and what is replaced by what: in the page or, behind an @, in the style sheet.
const planted = [
  ['markup', /html element-required-attributes/, '<p>Fine.', '<p><img>Fine.'],
  ['markup', /html element-name/, 'Fine.', '<inventato>Fine.</inventato>'],
  ['markup', /html no-dup-id/, '<p>Fine.', '<p id="contenuto">Fine.'],
  ['accessibility', /axe image-alt/, '<p>Fine.', '<p><img src="x.png">Fine.'],
  ['accessibility', /axe heading-order/, '<p>Fine.', '<h4>Salto</h4><p>Fine.'],
  ['accessibility', /axe region/, '</main>', '</main><p>Fuori.</p>'],
  ['accessibility', /axe color-contrast/, 'Piegato.', '<span class="pallido">Piegato.</span>'],
  ['accessibility', /axe html-has-lang/, ' lang="it"', ''],
  ['accessibility', /axe target-size/, 'Fine.', '<a class="minuto" href="./?a">a</a><a class="minuto" href="./?b">b</a>'],
  ['dark', /axe color-contrast/, '@background: #111', 'background: #999'],
  ['layout', /scrolls sideways/, 'Fine.', 'Fine'.repeat(200)],
  ['layout', /with much space/, 'Fine.', '<span class="intero">Questa riga sta appena nello schermo</span>'],
  ['motion', /moves though/, '@.salta', 'p { transition: color 1s } .salta'],
  ['paper', /lacks the heading/, '@.salta', '@media print { h1 { display: none } } .salta'],
  ['paper', /lacks the last words/, '@.salta', '@media print { main { height: 3rem; overflow: hidden } } .salta'],
  ['keyboard', /focus is not seen/, '@outline: 3px solid', 'outline: 0'],
  ['keyboard', /not reached/, '<a href="./?altro"', '<a tabindex="-1" href="./?altro"'],
  ['keyboard', /out of view/, '@:focus { left: 0', ':focus { left: -90rem'],
  ['keyboard', /does not lead to the content/, 'class="salta" href="#contenuto"', 'class="salta" href="./"'],
  ['scripts', /otherwise without/, '</body>', '<script src="muta.js"></script></body>'],
  ['visit', /another host/, 'href="stile.css"', 'href="http://example.org/stile.css"'],
  ['visit', /console/, '<p>Fine.', '<p style="color: red">Fine.'],
  ['visit', /request: .*manca.css/, 'href="stile.css"', 'href="manca.css"'],
];

const common = ['.pallido { color: #bbb }', '.minuto { font-size: 8px; min-height: 0; line-height: 1 }',
  '.intero { white-space: nowrap; font: 16px/1 monospace }'].join('\n');

// Writes the good page and the others below a folder: [{ file, check, says }], the good one without these.
function plantFaults(folder) {
  const write = (name, html, css) => {
    fs.mkdirSync(path.join(folder, name), { recursive: true });
    fs.writeFileSync(path.join(folder, name, 'index.html'), html);
    fs.writeFileSync(path.join(folder, name, 'stile.css'), css + common);
    fs.writeFileSync(path.join(folder, name, 'muta.js'), "document.querySelector('h1').textContent = 'Altro'");
    return `${name}/index.html`;
  };
  const rows = [{ file: write('buona', good, style) }];
  planted.forEach(([check, says, what, instead], number) => {
    const inStyle = what.startsWith('@');
    const [from, key] = inStyle ? [style, what.slice(1)] : [good, what];
    if (!from.includes(key)) throw new Error(`nothing to plant for: ${what}`);
    const changed = from.replace(key, instead);
    const file = write(`${check}-${number}`, inStyle ? good : changed, inStyle ? changed : style);
    rows.push({ file, check, says });
  });
  return rows;
}

module.exports = { plantFaults };
