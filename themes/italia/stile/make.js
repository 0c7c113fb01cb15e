// Makes the theme italia whole: make.js PACKAGES OUT
//
// PACKAGES: the folder where npm put what package.json names. Into OUT go the files of themes/italia, the style sheet,
// and the fonts with their licences. The same files give the same bytes.
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');

const [packages, out] = process.argv.slice(2).map((folder) => path.resolve(folder));
const from = (name) => path.join(packages, 'node_modules', name);
const theme = path.dirname(__dirname);
const base = path.join(path.dirname(theme), 'base');
const pageCode = path.join(theme, '../../generator/render');

// What is published, and where it comes from.
const fonts = {
  'titillium-web-400': '@fontsource/titillium-web/files/titillium-web-latin-400-normal',
  'titillium-web-400-corsivo': '@fontsource/titillium-web/files/titillium-web-latin-400-italic',
  'titillium-web-600': '@fontsource/titillium-web/files/titillium-web-latin-600-normal',
  'lora-400': '@fontsource/lora/files/lora-latin-400-normal',
  'lora-400-corsivo': '@fontsource/lora/files/lora-latin-400-italic',
  'lora-600': '@fontsource/lora/files/lora-latin-600-normal',
  'roboto-mono-400': '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal',
};
const licences = {
  'bootstrap-italia': 'bootstrap-italia/LICENSE',
  'titillium-web': '@fontsource/titillium-web/LICENSE',
  'lora': '@fontsource/lora/LICENSE',
  'roboto-mono': '@fontsource/roboto-mono/LICENSE',
};

function filesBelow(folder, ending) {
  return fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(ending)).sort()
    .map((file) => path.join(folder, file));
}

// The sections of base's style sheet, each under a comment "/* --- name --- */", but its frame: here is another one.
function baseSections() {
  const sections = fs.readFileSync(path.join(base, 'stile.css'), 'utf8').split(/^\/\* --- (.*?) --- \*\/$/m).slice(1);
  return sections.filter((text, place) => place % 2 === 1 && sections[place - 1] !== 'the frame').join('\n');
}

function compile() {
  const sass = require(from('sass'));
  const baseUrl = 'zonale:base';
  const importer = {
    canonicalize: (url) => (url === baseUrl ? new URL(baseUrl) : null),
    load: () => ({ contents: baseSections(), syntax: 'css' }),
  };
  return sass.compile(path.join(__dirname, 'italia.scss'), {
    loadPaths: [from('bootstrap-italia/src/scss')],
    importers: [importer],
    style: 'compressed',
    charset: false,
    quietDeps: true,
    silenceDeprecations: ['import'],
  }).css;
}

// Only parts of Bootstrap Italia are looked through: what stands between the marks in italia.scss is there to be used.
// The words that may be a class, an element or an attribute: of templates and scripts all, of C those in its strings,
// where it writes HTML.
const words = (text) => text.match(/[\w-]+/g) || [];
const wordsOfC = (text) => words((text.match(/"(?:[^"\\\n]|\\.)*"/g) || []).join(' '));

async function purge(css) {
  const { PurgeCSS } = require(from('purgecss'));
  const [result] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content: [...filesBelow(base, '.mustache'), ...filesBelow(base, '.js'), ...filesBelow(theme, '.mustache'),
      ...filesBelow(pageCode, '.c').filter((file) => /html[^/]*$/.test(file))],
    defaultExtractor: words,
    extractors: [{ extensions: ['c'], extractor: wordsOfC }],
    keyframes: true,
    variables: true,
    safelist: { variables: ['--bootstrap-italia-version'] },
  });
  return result.css.replace(/\/\*! purgecss .*? ignore \*\//g, '');
}

// A picture inside the style sheet would not be shown: the site's policy allows only what it publishes.
function refuseData(css) {
  const found = css.match(/[^{}]*\{[^{}]*url\(["']?data:[^{}]{0,80}/);
  if (found) throw new Error(`the style sheet holds a picture: ${found[0]}`);
}

function write(file, bytes) {
  fs.mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
  fs.writeFileSync(path.join(out, file), bytes);
}

async function main() {
  const css = await purge(compile());
  refuseData(css);
  fs.rmSync(out, { recursive: true, force: true });
  for (const file of fs.readdirSync(theme, { withFileTypes: true }))
    if (file.isFile()) write(file.name, fs.readFileSync(path.join(theme, file.name)));
  write('stile.css', `/*! Con parti di Bootstrap Italia (BSD-3-Clause): licenze/bootstrap-italia.txt */${css}\n`);
  for (const [name, file] of Object.entries(fonts)) write(`caratteri/${name}.woff2`, fs.readFileSync(`${from(file)}.woff2`));
  for (const [name, file] of Object.entries(licences)) write(`licenze/${name}.txt`, fs.readFileSync(from(file)));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
