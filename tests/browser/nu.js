// Pages against the standard of HTML a second time: the Nu Html Checker (vnu), which needs Java.
'use strict';
const { execFile, execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { bytesOf } = require('./sites');

function hasJava() {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

// Files ({ name, file }) -> Map of name -> faults. Fragments are read as part of a page; scratch is a folder for that.
async function nuFaults(pages, scratch) {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const byPlace = new Map();
  fs.mkdirSync(scratch, { recursive: true });
  pages.forEach(({ name, file }, number) => {
    const place = path.join(scratch, `${number}.html`);
    fs.writeFileSync(place, bytesOf(file));
    byPlace.set(place, name);
  });
  const said = await new Promise((done, fail) => {
    execFile('java', ['-Xss2m', '-Xmx512m', '-jar', jar, '--format', 'json', '--exit-zero-always', scratch],
      { maxBuffer: 1 << 28 }, (error, out, err) => (error ? fail(error) : done(err)));
  });
  const faults = new Map(pages.map(({ name }) => [name, []]));
  for (const one of JSON.parse(said).messages) {
    if (one.type === 'info' && !one.subType) continue;
    const place = one.url && one.url.replace(/^file:\/*/, '/');
    const list = faults.get(byPlace.get(place));
    if (!list) throw new Error(`of no page: ${JSON.stringify(one)}`);
    list.push(`nu: line ${one.lastLine}: ${one.message}`);
  }
  return faults;
}

module.exports = { hasJava, nuFaults };
