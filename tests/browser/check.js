// Every page of some sites in a browser: check.js ZONALE FOLDER NAME=SITE=OPTIONS...
//
// Each SITE (a folder with content/) is built below FOLDER with OPTIONS and served from this machine: the first as
// the whole of its host, the others below /prova/NAME/. tests/browser.sh says what is checked.
'use strict';
const { execFileSync } = require('child_process');
const path = require('path');
const { pathToFileURL } = require('url');
const { accessibilityFaults } = require('./accessibility');
const { launch, open, visit } = require('./browser');
const { plantFaults } = require('./faults');
const { keyboardFaults } = require('./keyboard');
const { layoutFaults, motionFaults, paperFaults } = require('./looks');
const { markupFaults } = require('./markup');
const { bytesOf, fullestOfEachType, pagesOf, serve } = require('./sites');

const [zonale, folder, ...wanted] = process.argv.slice(2);
const shownFaults = 100;
const atOnce = 2;

// --- one browser, its windows ----------------------------------------------------------------------

async function openAll(browser) {
  return {
    light: await open(browser, {}),
    dark: await open(browser, { colorScheme: 'dark' }),
    unscripted: await open(browser, { javaScriptEnabled: false }),
  };
}

// --- the checks: windows, an address, a file -> what is wrong --------------------------------------

// The form of the search, and what is marked so, is there for who runs scripts, the words about it for who does not; the
// rest is for all.
const mainText = (page) => page.evaluate(() => [...document.querySelector('main').children]
  .filter((each) => !each.matches('form[role=search], .con-programma, noscript'))
  .map((each) => each.innerText).join('\n'));

const checks = {
  visit: ({ light }, address) => visit(light, address),
  markup: (windows, address, file) => markupFaults(bytesOf(file).toString('utf8'), file),
  accessibility: ({ light }) => accessibilityFaults(light),
  dark: async ({ dark }, address) => {
    await visit(dark, address);
    return (await accessibilityFaults(dark)).map((fault) => `dark: ${fault}`);
  },
  scripts: async ({ light, unscripted }, address) => {
    await visit(light, address);
    await visit(unscripted, address);
    return await mainText(light) === await mainText(unscripted)
      ? [] : ['scripts: main reads otherwise without JavaScript'];
  },
  layout: ({ light }) => layoutFaults(light),
  motion: ({ light }) => motionFaults(light),
  paper: ({ light }) => paperFaults(light),
  keyboard: ({ light }) => keyboardFaults(light),
};
const onEveryPage = ['visit', 'markup', 'accessibility'];
const onEveryType = ['dark', 'scripts', 'layout', 'motion', 'paper', 'keyboard'];

async function run(names, windows, address, file) {
  const faults = [];
  for (const name of names) {
    const began = Date.now();
    faults.push(...await checks[name](windows, address, file));
    spent[name] = (spent[name] || 0) + Date.now() - began;
  }
  return faults;
}
const spent = {};

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
    const [name, site, options] = words.split('=');
    const base = number === 0 ? '/' : `/prova/${name}/`;
    const out = path.join(folder, 'out', name);
    build(site, origin + base, options.split(' ').filter(Boolean), out);
    return { name, base, folder: out, site, options };
  });
}

async function checkChecks(sets, origin, planted, site) {
  const faults = [];
  await share(sets, planted.map((row) => async (windows) => {
    const address = origin + site.base + row.file.replace('index.html', '');
    const file = path.join(site.folder, row.file);
    if (!row.check) {
      const found = await run([...onEveryPage, ...onEveryType], windows, address, file);
      faults.push(...found.map((fault) => `the good page is found fault with: ${fault}`));
      return;
    }
    const found = await run(row.check === 'visit' ? ['visit'] : ['visit', row.check], windows, address, file);
    if (!found.some((fault) => row.says.test(fault)))
      faults.push(`${row.file}: a planted fault is not found: ${row.says}; found: ${found.join('; ') || 'nothing'}`);
  }));
  return faults;
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
  await visit(windows.light, pathToFileURL(path.join(out, 'index.html')).href);
  await windows.light.click('main a[href*="atti/"]');
  const reached = windows.light.url();
  if (!/\/atti\/.*index\.html/.test(reached)) faults.push(`file:// a link leads to ${reached}`);
  return faults;
}

async function main() {
  const sites = [];
  const server = await serve(sites);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const planted = plantFaults(path.join(folder, 'faults'));
  const built = buildSites(origin);
  // The whole of a host comes last: it has every address that no other site has.
  const faulty = { name: 'faults', base: '/prova/faults/', folder: path.join(folder, 'faults') };
  sites.push(faulty, ...built.slice(1), built[0]);

  const browser = await launch();
  const sets = [];
  for (let i = 0; i < atOnce; i++) sets.push(await openAll(browser));

  const faults = await checkChecks(sets, origin, planted, faulty);
  const pages = built.flatMap((site) => pagesOf(site.folder).map((page) => ({ ...page, site })));
  const samples = new Set(fullestOfEachType(pages));
  await share(sets, pages.map((page) => async (windows) => {
    const address = origin + page.site.base + page.file.replace(/index\.html$/, '');
    const names = samples.has(page) ? [...onEveryPage, ...onEveryType] : onEveryPage;
    const found = await run(names, windows, address, path.join(page.site.folder, page.file))
      .catch((error) => [`could not be checked: ${error.stack}`]);
    faults.push(...found.map((fault) => `${page.site.name}/${page.file}: ${fault}`));
  }));
  for (const site of built) faults.push(...await checkMissing(sets[0], origin, site));
  faults.push(...await checkFiles(sets[0], origin, built[0]));
  await browser.close();
  server.close();

  faults.sort().slice(0, shownFaults).forEach((fault) => console.log(fault));
  if (faults.length > shownFaults) console.log(`and ${faults.length - shownFaults} more`);
  if (process.env.TIMES) console.log(spent);
  console.log(`${pages.length} pages of ${built.length} sites, ${samples.size} types, ` +
    `${planted.length - 1} planted faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

main().catch((error) => {
  console.log(error.stack);
  process.exit(1);
});
