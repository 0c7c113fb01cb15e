// Every page of some sites in a browser: check.js ZONALE FOLDER NAME=SITE=OPTIONS[=criteria]...
//
// Each SITE (a folder with content/) is built below FOLDER with OPTIONS and served from this machine: the first as
// the whole of its host, the others below /prova/NAME/. tests/browser.sh says what is checked. `=criteria` behind the
// OPTIONS asks for criteria.js, too. Without sites the checks themselves are tried. BOOTSTRAP_ITALIA is the style sheet
// of that design system, FONT any font.
'use strict';
const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { fileURLToPath, pathToFileURL } = require('url');
const { launch, visit } = require('./browser');
const { onEveryPage, onEveryType, openAll, run, spent } = require('./checks');
const { openCriteria } = require('./criteria');
const { plantFaults, plantInSite } = require('./faults');
const { journeyFaults } = require('./journey');
const { lighthouseFaults, openLighthouse } = require('./lighthouse');
const { hasJava, nuFaults } = require('./nu');
const { fullestOfEachType, pagesOf, serve, typeOf } = require('./sites');

const [zonale, folder, ...wanted] = process.argv.slice(2);
const shownFaults = 100;
const atOnce = 2;

// Jobs, each a function of windows, over as many sets of windows as there may be.
async function share(sets, jobs) {
  let next = 0;
  await Promise.all(sets.map(async (windows) => {
    while (next < jobs.length) await jobs[next++](windows);
  }));
}

// --- sites -----------------------------------------------------------------------------------------

function build(site, base, options, out) {
  execFileSync(zonale, ['build', site, ...options, '--base-url', base, '-q', '-o', out],
    { stdio: ['ignore', 'inherit', 'inherit'] });
}

function buildSites(origin) {
  return wanted.map((words, number) => {
    const [name, site, options, more] = words.split('=');
    const base = number === 0 ? '/' : `/prova/${name}/`;
    const out = path.join(folder, 'out', name);
    build(site, origin + base, options.split(' ').filter(Boolean), out);
    return { name, base, folder: out, site, options, more };
  });
}

// --- faults planted on purpose ---------------------------------------------------------------------

// These look at several pages in a program of their own.
const apart = ['lighthouse', 'nu'];

async function checkPlanted(windows, row, address, file) {
  if (!row.check) {
    const found = await run([...onEveryPage, ...onEveryType, 'criteria', 'licence', 'weight'], windows, address, file);
    return found.map((fault) => `the good page is found fault with: ${fault}`);
  }
  return missed(row, await run(row.check === 'visit' ? ['visit'] : ['visit', row.check], windows, address, file));
}

const missed = (row, found) => (found.some((fault) => row.says.test(fault)) ? []
  : [`${row.name || row.file}: a planted fault is not found: ${row.says}; found: ${found.join('; ') || 'nothing'}`]);

async function checkChecks(sets, origin, planted, site) {
  const faults = [];
  await share(sets, planted.filter(({ check }) => !apart.includes(check)).map((row) => async (windows) => {
    const address = origin + site.base + row.file.replace('index.html', '');
    faults.push(...await checkPlanted(windows, row, address, path.join(site.folder, row.file)));
  }));
  return faults;
}

// --- what looks at several pages -------------------------------------------------------------------

// Home, the fullest act, list, point and chronology, and the search.
const sixTypes = ['index.html', 'atti/*/*', 'atti', 'programma/*/punti/*', 'cerca', 'atti/*/*/cronologia'];
// By weight: what people come to first.
const firstViews = ['index.html', 'atti/*/*'];

async function checkByLighthouse(origin, planted, faulty, site) {
  const faults = [];
  const at = (one, file) => origin + one.base + file.replace(/index\.html$/, '');
  const lighthouse = await openLighthouse();
  for (const row of planted.filter(({ check }) => !check || check === 'lighthouse')) {
    const found = await lighthouseFaults(lighthouse, at(faulty, row.file));
    faults.push(...row.check ? missed(row, found) : found);
  }
  const fullest = site ? fullestOfEachType(pagesOf(site.folder)) : [];
  for (const type of site ? sixTypes : []) {
    const page = fullest.find((one) => one.type === type);
    const found = page ? await lighthouseFaults(lighthouse, at(site, page.file)) : ['there is no such page'];
    faults.push(...found.map((fault) => `${site.name}/${page ? page.file : type}: ${fault}`));
  }
  await lighthouse.close();
  return faults;
}

async function checkByNu(planted, faulty, pages) {
  const rows = planted.filter(({ check }) => !check || check === 'nu');
  const found = await nuFaults([
    ...rows.map((row) => ({ name: row, file: path.join(faulty.folder, row.file) })),
    ...pages.map((page) => ({ name: page, file: path.join(page.site.folder, page.file) })),
  ], path.join(folder, 'nu'));
  return [...found].flatMap(([one, faults]) => (one.check ? missed(one, faults)
    : faults.map((fault) => `${one.site ? `${one.site.name}/` : ''}${one.file}: ${fault}`)));
}

async function checkWeights(windows, origin, site) {
  const faults = [];
  const fullest = fullestOfEachType(pagesOf(site.folder));
  for (const { file } of firstViews.map((type) => fullest.find((one) => one.type === type))) {
    const tell = (weights) => console.log(`${site.name}/${file}: ${weights}`);
    const found = await run(['weight'], { ...windows, tell }, origin + site.base + file.replace(/index\.html$/, ''));
    faults.push(...found.map((fault) => `${site.name}/${file}: ${fault}`));
  }
  return faults;
}

// The ways by keyboard through a site, and through copies of it where a step is broken.
async function checkJourneys(windows, origin, sites, site) {
  const word = 'conferenza';
  const faults = [];
  for (const row of plantInSite(site.folder, path.join(folder, 'ways'))) {
    const broken = { base: `/prova/ways/${row.name}/`, folder: row.folder };
    sites.unshift(broken);
    faults.push(...missed(row, await journeyFaults(windows.light, origin + broken.base, word)));
  }
  const found = await journeyFaults(windows.light, origin + site.base, word);
  return [...faults, ...found.map((fault) => `${site.name}: ${fault}`)];
}

// An address that leads nowhere, deep below the site: the site's own page says so, in its own style.
async function checkMissing(windows, origin, site) {
  const answer = await windows.light.goto(`${origin}${site.base}atti/1999/nessuno/`);
  const look = (page) => page.evaluate(() => getComputedStyle(document.body).font);
  const styled = await look(windows.light);
  await windows.light.goto(origin + site.base);
  return answer.status() === 404 && styled === await look(windows.light)
    ? [] : [`${site.name}: 404 is not its own page`];
}

// The site from its folder, without a server: it looks the same, and its links lead on.
async function checkFiles(windows, origin, site) {
  const out = path.join(folder, 'file');
  const faults = [];
  execFileSync(zonale, ['build', site.site, ...site.options.split(' '), '--links', 'file', '-q', '-o', out]);
  const look = (page) => page.evaluate(() => [...document.querySelectorAll('body, h1, header, main, footer')]
    .map((one) => [getComputedStyle(one).font, getComputedStyle(one).color, one.getBoundingClientRect().width]).join());
  for (const { file } of fullestOfEachType(pagesOf(out))) {
    if (/^4..\.html$|frammento/.test(file)) continue;
    const found = await visit(windows.light, pathToFileURL(path.join(out, file)).href);
    const here = await look(windows.light);
    await visit(windows.dark, origin + site.base + file);
    await windows.dark.emulateMedia({ colorScheme: 'light' });
    if (here !== await look(windows.dark)) found.push('looks otherwise than from a server');
    faults.push(...found.map((fault) => `file:// ${file}: ${fault}`));
  }
  await windows.dark.emulateMedia({ colorScheme: 'dark' });
  const fullest = fullestOfEachType(pagesOf(out));
  for (const { file } of firstViews.map((type) => fullest.find((one) => one.type === type)))
    faults.push(...(await followFaults(windows.light, out, file)).map((fault) => `file:// ${file}: ${fault}`));
  return faults;
}

// One link of each type of page, clicked: where it leads there is a page, and what it points at.
async function followFaults(page, out, file) {
  const faults = [];
  const address = pathToFileURL(path.join(out, file)).href;
  const root = pathToFileURL(out).href;
  await page.goto(address);
  const all = await page.evaluate(() => [...document.links].map((link) => link.href));
  const one = new Map(all.filter((href) => href !== address && href.startsWith(`${root}/`))
    .map((href) => [typeOf(href.slice(root.length + 1).replace(/#.*/, '#')), href]));
  for (const href of one.values()) {
    if (!/\.html(#|$)/.test(href)) {
      if (!fs.existsSync(fileURLToPath(href))) faults.push(`a link leads to no file: ${href}`);
      continue;
    }
    await page.goto(address);
    await page.evaluate((number) => setTimeout(() => document.links[number].click()), all.indexOf(href));
    await page.waitForURL(href);
    const [leads, points] = await page.evaluate(() =>
      [Boolean(document.querySelector('h1')), !location.hash || Boolean(document.querySelector(':target'))]);
    if (!leads) faults.push(`a link leads to no page: ${href}`);
    if (!points) faults.push(`a link leads to no place of its page: ${href}`);
  }
  return faults;
}

// --- all -------------------------------------------------------------------------------------------

// What is checked of a page: more where it is the fullest of its type, and where it has scripts.
function namesFor(page, isSample) {
  const more = page.site.more === 'criteria' && !page.file.startsWith('_incorpora/') ? ['criteria'] : [];
  if (isSample) return [...onEveryPage, ...more, ...onEveryType];
  const scripted = /<script\b/.test(fs.readFileSync(path.join(page.site.folder, page.file), 'utf8'));
  return [...onEveryPage, ...more, ...scripted ? ['scripts'] : []];
}

function tell(faults) {
  faults.sort().slice(0, shownFaults).forEach((fault) => console.log(fault));
  if (faults.length > shownFaults) console.log(`and ${faults.length - shownFaults} more`);
}

async function main() {
  const sites = [];
  const server = await serve(sites);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const planted = plantFaults(path.join(folder, 'faults'), process.env.FONT);
  const built = buildSites(origin);
  // The whole of a host comes last: it has every address that no other site has.
  const faulty = { name: 'faults', base: '/prova/faults/', folder: path.join(folder, 'faults') };
  sites.push(faulty, ...built.slice(1), ...built.slice(0, 1));
  const pages = built.flatMap((site) => pagesOf(site.folder).map((page) => ({ ...page, site })));
  const samples = new Set(fullestOfEachType(pages));

  const browser = await launch();
  const sets = [];
  const criteria = openCriteria(process.env.BOOTSTRAP_ITALIA);
  for (let i = 0; i < atOnce; i++) sets.push({ ...await openAll(browser), criteria });

  const faults = [];
  // Who stops this, for it takes too long, is told what was found by then.
  process.on('SIGTERM', () => {
    tell(faults);
    console.log('stopped before the end');
    process.exit(1);
  });
  faults.push(...await checkChecks(sets, origin, planted, faulty));
  const [first] = built;
  const java = hasJava();
  await share(sets, [
    async () => faults.push(...await checkByLighthouse(origin, planted, faulty, first)),
    async () => java && faults.push(...await checkByNu(planted, faulty, pages)),
    async (windows) => first && faults.push(...await checkWeights(windows, origin, first)),
    async (windows) => first && faults.push(...await checkJourneys(windows, origin, sites, first)),
    ...pages.map((page) => async (windows) => {
      const address = origin + page.site.base + page.file.replace(/index\.html$/, '');
      const found = await run(namesFor(page, samples.has(page)), windows, address, path.join(page.site.folder, page.file))
        .catch((error) => [`could not be checked: ${error.stack}`]);
      faults.push(...found.map((fault) => `${page.site.name}/${page.file}: ${fault}`));
    }),
    async (windows) => first && faults.push(...await checkFiles(windows, origin, first)),
    async (windows) => {
      for (const site of built) {
        faults.push(...await checkMissing(windows, origin, site));
        if (site.more === 'criteria') faults.push(...await run(['licence'], windows, origin + site.base));
      }
    },
  ]);
  await browser.close();
  server.close();

  tell(faults);
  if (process.env.TIMES) console.log(spent);
  console.log(`${pages.length} pages of ${built.length} sites, ${samples.size} types, ` +
    `${planted.length - 1} planted faults${java ? '' : '; not tried: the Nu Html Checker, which needs Java'}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

main().catch((error) => {
  console.log(error.stack);
  process.exit(1);
});
