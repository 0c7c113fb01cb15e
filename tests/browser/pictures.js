// Pictures of pages, for people to look at: pictures.js ZONALE FOLDER NAME=SITE=OPTIONS... (see the script `pictures`)
'use strict';
const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { launch, open } = require('./browser');
const { fullestOfEachType, pagesOf, serve } = require('./sites');

const [zonale, folder, ...wanted] = process.argv.slice(2);
const only = process.env.PAGES && new RegExp(process.env.PAGES);
// What is lower than this on a page is not in its picture; it is in print.
const tallest = 6000;

const screens = [
  { name: 'telefono', viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
  { name: 'schermo', viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 },
].flatMap((screen) => ['light', 'dark'].map((colorScheme) =>
  ({ ...screen, colorScheme, name: `${screen.name}-${colorScheme === 'dark' ? 'scuro' : 'chiaro'}` })));

function buildSites(scratch, origin) {
  return wanted.map((words) => {
    const [name, site, options] = words.split('=');
    const out = path.join(scratch, 'built', name);
    execFileSync(zonale, ['build', site, ...options.split(' ').filter(Boolean), '--base-url', `${origin}/${name}/`,
      '-q', '-o', out], { stdio: ['ignore', 'inherit', 'inherit'] });
    return { name, base: `/${name}/`, folder: out };
  });
}

async function takePicture(page, file) {
  await page.evaluate(() => document.fonts.ready);
  const [width, height] = await page.evaluate(() => [innerWidth, document.documentElement.scrollHeight]);
  await page.screenshot({ path: file, fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(Math.max(height, 200), tallest) } });
}

// One window after the other, so that no page waits for another's picture.
async function take(browser, origin, pages) {
  for (const screen of screens) {
    const { name, ...options } = screen;
    const page = await open(browser, options);
    for (const one of pages) {
      await page.goto(origin + one.site.base + one.file);
      await takePicture(page, path.join(folder, `${one.name}.${name}.png`));
      if (name === 'schermo-chiaro') await page.pdf({ path: path.join(folder, `${one.name}.pdf`), format: 'A4' });
    }
    await page.context().close();
  }
}

function writeIndex(pages) {
  const cells = (one) => screens.map(({ name }) => `<td><a href="${one.name}.${name}.png">` +
    `<img src="${one.name}.${name}.png" alt="${name}" width="280" loading="lazy"></a>`).join('');
  const rows = pages.map((one) => `<tr><th>${one.site.name}/${one.file}<br><a href="${one.name}.pdf">PDF</a>${cells(one)}`);
  fs.writeFileSync(path.join(folder, 'index.html'), `<!DOCTYPE html><meta charset="utf-8"><title>Pagine</title>
<style>th { text-align: left; font: 1rem sans-serif } td, th { vertical-align: top; padding: 1rem }</style>
<table>${rows.join('\n')}</table>\n`);
}

async function main() {
  fs.mkdirSync(folder, { recursive: true });
  const sites = [];
  const server = await serve(sites);
  const origin = `http://127.0.0.1:${server.address().port}`;
  sites.push(...buildSites(process.env.SCRATCH, origin));
  const pages = sites.flatMap((site) => {
    const all = pagesOf(site.folder);
    return (only ? all.filter(({ file }) => only.test(file)) : fullestOfEachType(all))
      .map((one) => ({ ...one, site, name: `${site.name}_${one.file.replace(/(\/?index)?\.html$/, '') || 'home'}`
        .replace(/\//g, '_') }));
  });
  const browser = await launch();
  await take(browser, origin, pages);
  await browser.close();
  server.close();
  writeIndex(pages);
  console.log(`${pages.length} pages, ${pages.length * screens.length} pictures in ${folder}: see index.html there`);
}

main().catch((error) => {
  console.log(error.stack);
  process.exit(1);
});
