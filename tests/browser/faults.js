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
<meta name="description" content="Una pagina inventata, per provare le prove.">
<link rel="icon" href="icona.svg" type="image/svg+xml">
<link rel="stylesheet" href="stile.css">
</head>
<body>
<a class="salta" href="#contenuto">Vai al contenuto</a>
<header>
<p><a class="navbar-brand" href="./">Prova</a></p>
<nav aria-label="Percorso">
<ol class="breadcrumb" data-element="breadcrumb">
<li><a href="./?casa">Casa</a></li>
</ol>
</nav>
</header>
<main id="contenuto" class="container">
<h1>Una pagina di prova</h1>
<p>Un testo con <a href="./?altro">un altro testo</a>.</p>
<svg class="disegno" viewBox="0 0 100 20" width="100" height="20" role="img" aria-label="Un disegno">
<rect width="50" height="20"/><text x="60" y="15">metà</text>
</svg>
<p><button class="btn" type="button">Premi</button></p>
<details>
<summary>Altro</summary>
<p>Piegato.</p>
</details>
<h2 data-element="legal-notes-section">Licenza dei contenuti</h2>
<p data-element="legal-notes-body">Open by default (articolo 52, decreto 7 marzo 2005, n. 82): CC-BY 4.0, con attribuzione.</p>
<p>Fine.</p>
</main>
<footer class="it-footer">
<ul>
<li><a data-element="accessibility-link" href="https://form.agid.gov.it/view/inventata">Accessibilità</a></li>
<li><a data-element="privacy-policy-link" href="./?privacy">Privacy</a></li>
<li><a data-element="legal-notes" href="./?note">Note legali</a></li>
</ul>
</footer>
</body>
</html>
`;
const style = `body { --bootstrap-italia-version: "2.18.3"; color: #1a1a1a; background: #fff }
body, button { font: 1rem/1.5 "Titillium Web", sans-serif }
a { color: #0b5394; display: inline-block; min-height: 24px } :focus { outline: 3px solid }
button { color: inherit; background: inherit; border: 2px solid; min-height: 24px }
.salta { position: absolute; left: -100rem } .salta:focus { left: 0; background: #fff }
.disegno { fill: currentColor }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #111 }
  a, .salta:focus { color: #8ab8ec; background: #111 }
}
`;
const files = {
  'icona.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>',
  'muta.js': "document.querySelector('h1').textContent = 'Altro'",
  'serba.js': "localStorage.setItem('a', 'b'); document.cookie = 'a=b'",
  'spinge.js': "document.querySelector('h1').before(Object.assign(document.createElement('p'), { textContent: 'Dopo' }))",
};

// What cannot be packed, always the same.
const noise = (bytes) => {
  let now = 1;
  return Buffer.from(Array.from({ length: bytes }, () => {
    now = (now * 48271) % 0x7fffffff;
    return now >> 8 & 0xff;
  }));
};
const face = (file) => `@font-face { font-family: Tarda; src: url(${file}); font-display: swap } `;

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
  ['paper', /lacks .*pagina/, '@.salta', '@media print { h1 { display: none } } .salta'],
  ['paper', /lacks \d+ words: una, testo/, '@.salta', '@media print { main { height: 3rem; overflow: hidden } } .salta'],
  ['keyboard', /focus is not seen/, '@outline: 3px solid', 'outline: 0'],
  ['keyboard', /not reached/, '<a href="./?altro"', '<a tabindex="-1" href="./?altro"'],
  ['keyboard', /out of view/, '@:focus { left: 0', ':focus { left: -90rem'],
  ['keyboard', /does not lead to the content/, 'class="salta" href="#contenuto"', 'class="salta" href="./"'],
  ['scripts', /otherwise without/, '</body>', '<script src="muta.js"></script></body>'],
  ['kept', /1 in localStorage/, '</body>', '<script src="serba.js"></script></body>'],
  ['kept', /1 in cookies/, '</body>', '<script src="serba.js"></script></body>'],
  ['forced', /words that are not seen/, '@.salta {', 'h1 { color: #bbb; forced-color-adjust: none } .salta {'],
  ['forced', /a field without a border/, '@border: 2px solid', 'border: 0'],
  ['forced', /the focus is not seen/, '@outline: 3px solid', 'outline: 0; box-shadow: 0 0 0 3px #00f'],
  ['forced', /a drawing that is not seen/, '@fill: currentColor', 'fill: #222'],
  ['forced', /words of a drawing/, '@fill: currentColor', 'fill: #ddd'],
  ['contrast', /axe color-contrast-enhanced/, '@color: #1a1a1a', 'color: #666'],
  ['shift', /moves by/, '</body>', '<script src="spinge.js"></script></body>'],
  ['shift', /moves by/, '@body, button { font: 1rem/1.5', `${face('vera.woff2')} body, button { font: 1rem/normal Tarda,`],
  ['weight', /\(withoutFonts\)/, '@.salta', `/* ${noise(40000).toString('hex')} */ .salta`],
  ['weight', /\(all\)/, '@body, button { font: 1rem/1.5', `${face('rumore.woff2')} body, button { font: 1rem/1.5 Tarda,`],
  ['nu', /nu: .*inventato/, 'Fine.', '<inventato>Fine.</inventato>'],
  ['lighthouse', /seo \d+: .*meta-description/, /<meta name="description".*\n/, ''],
  ['criteria', /Bootstrap Italia is '1.9.0'/, '@2.18.3', '1.9.0'],
  ['criteria', /Bootstrap Italia is ''/, '@--bootstrap-italia-version', '--altro'],
  ['criteria', /of the classes/, 'class="container"', 'class="a b c d e f g h i j k l"'],
  ['criteria', /other letters \(1\): serif/, '@.salta', 'h1 { font-family: serif } .salta'],
  ['criteria', /other letters \(1\): monospace/, 'un altro testo</a>', '<code>un altro testo</code></a>'],
  ['criteria', /the language/, 'lang="it"', 'lang="en"'],
  ['criteria', /the viewport/, 'initial-scale=1', 'user-scalable=no'],
  ['criteria', /the path/, ' data-element="breadcrumb"', ''],
  ['criteria', /the accessibility declaration/, 'form.agid.gov.it/view', 'www.example.org/view'],
  ['criteria', /the privacy notice/, 'href="./?privacy"', 'href="#"'],
  ['criteria', /the legal notes/, 'data-element="legal-notes"', ''],
  ['criteria', /insecure addresses/, './?altro', 'http://example.org/'],
  ['licence', /are headed/, 'Licenza dei contenuti', 'Licenza'],
  ['licence', /do not say CC/, 'CC-BY', 'CC-BY-NC'],
  ['visit', /another host/, 'href="stile.css"', 'href="http://example.org/stile.css"'],
  ['visit', /console/, '<p>Fine.', '<p style="color: red">Fine.'],
  ['visit', /request: .*manca.css/, 'href="stile.css"', 'href="manca.css"'],
];

const common = ['.pallido { color: #bbb }', '.minuto { font-size: 8px; min-height: 0; line-height: 1 }',
  '.intero { white-space: nowrap; font: 16px/1 monospace }'].join('\n');

// Writes the good page and the others below a folder: [{ file, check, says }], the good one without these. The font is
// any that a browser can read.
function plantFaults(folder, font) {
  const write = (name, html, css) => {
    fs.mkdirSync(path.join(folder, name), { recursive: true });
    for (const [file, bytes] of Object.entries({ ...files, 'index.html': html, 'stile.css': css + common }))
      fs.writeFileSync(path.join(folder, name, file), bytes);
    fs.writeFileSync(path.join(folder, name, 'rumore.woff2'), noise(110000));
    fs.copyFileSync(font, path.join(folder, name, 'vera.woff2'));
    return `${name}/index.html`;
  };
  const rows = [{ file: write('buona', good, style) }];
  planted.forEach(([check, says, what, instead], number) => {
    const inStyle = typeof what === 'string' && what.startsWith('@');
    const [from, key] = inStyle ? [style, what.slice(1)] : [good, what];
    const changed = from.replace(key, instead);
    if (changed === from) throw new Error(`nothing to plant for: ${what}`);
    const file = write(`${check}-${number}`, inStyle ? good : changed, inStyle ? changed : style);
    rows.push({ file, check, says });
  });
  return rows;
}

// What breaks a way through a site by keyboard: what is said, the page, what is replaced by what.
const broken = [
  [/menu on a phone: no fold is reached/, 'index.html', /<summary>(?=[^]*<\/nav>)/, '<summary tabindex="-1">'],
  [/menu on a phone: the fold is open/, 'index.html', '<details class="menu-stretto">', '<details class="menu-stretto" open>'],
  [/keyboard menu: the link does not lead on/, 'index.html', /<ul class="navbar-nav menu-largo">([^]*?)href="atti\//,
    '<ul class="navbar-nav menu-largo">$1href="?atti/'],
  [/search: it does not lead to the search/, 'index.html', 'action="cerca/"', 'action="atti/"'],
  [/search: nothing is found/, 'cerca/index.html', /data-indice="/, 'data-indice="manca/'],
  [/search: no field is reached/, 'index.html', 'type="search"', 'type="search" tabindex="-1"'],
  [/search: the filters are not reached/, 'cerca/index.html', '<summary>Filtra', '<summary tabindex="-1">Filtra'],
  [/search: the first filter is not reached/, 'cerca/index.html', 'id="cerca-genere"', 'id="cerca-genere" tabindex="-1"'],
];

// Copies of a whole site below a folder, each with one of these: [{ name, folder, says }].
function plantInSite(site, folder) {
  return broken.map(([says, file, what, instead], number) => {
    const copy = path.join(folder, String(number));
    fs.cpSync(site, copy, { recursive: true });
    const page = path.join(copy, file);
    const html = fs.readFileSync(page, 'utf8');
    if (html.replace(what, instead) === html) throw new Error(`nothing to plant for: ${what}`);
    fs.writeFileSync(page, html.replace(what, instead));
    return { name: String(number), folder: copy, says };
  });
}

module.exports = { plantFaults, plantInSite };
