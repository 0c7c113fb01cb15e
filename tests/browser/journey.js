// The ways through a site by keyboard alone: the menu on a phone and on a desktop, the search from any page, its filters.
'use strict';

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 1024 };
const mostKeys = 60;

const focused = (page, what) => page.evaluate((selector) => document.activeElement.matches(selector), what);

// Tab until what is focused is such a thing: was it reached?
async function tabTo(page, what) {
  for (let pressed = 0; pressed < mostKeys; pressed++) {
    await page.keyboard.press('Tab');
    if (await focused(page, what)) return true;
  }
  return false;
}

// A way is told as its steps: [what it is for, a function that is true where it worked]. Ends at the first that fails.
async function walk(name, steps) {
  for (const [what, step] of steps)
    if (!await step().catch((error) => console.log(`${name}: ${error.message}`))) return [`keyboard ${name}: ${what}`];
  return [];
}

// Enter leads to such an address.
async function enters(page, part) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  return page.url().includes(part);
}

async function menuFaults(page, home) {
  const link = 'header nav a[href*="atti/"]';
  await page.setViewportSize(phone);
  await page.goto(home);
  const faults = await walk('menu on a phone', [
    ['no fold is reached', () => tabTo(page, 'header nav summary')],
    ['the fold is open before it was asked for', async () => !await page.isVisible(link)],
    ['Enter does not open it', () => page.keyboard.press('Enter').then(() => page.isVisible(link))],
    ['the link is not reached', () => tabTo(page, link)],
    ['the link does not lead on', () => enters(page, '/atti/')],
    ['the menu stays open on the next page', async () => !await page.isVisible(link)],
  ]);
  await page.setViewportSize(desktop);
  await page.goto(home);
  return [...faults, ...await walk('menu', [
    ['the link is not reached', () => tabTo(page, link)],
    ['the link does not lead on', () => enters(page, '/atti/')],
    ['it does not say which page this is', () => page.$('header nav a[aria-current]').then(Boolean)],
  ])];
}

const result = '#cerca-risultati a[href]';
const count = (page) => page.textContent('#cerca-esito');

async function searchFaults(page, home, word) {
  await page.goto(home);
  let before = '';
  const changed = () => page.waitForFunction((old) => {
    const now = document.querySelector('#cerca-esito').textContent;
    return now !== '' && now !== old;
  }, before).then(() => true);
  return walk('search', [
    ['no field is reached', () => tabTo(page, 'form[role=search] input[type=search]')],
    ['it does not lead to the search', () => page.keyboard.type(word).then(() => enters(page, '/cerca/'))],
    ['nothing is found', () => changed().then(() => page.$(result)).then(Boolean)],
    ['the question is not in the field', async () => await page.inputValue('#cerca-parole') === word],
    ['the filters are not reached', () => tabTo(page, '#cerca-filtri > summary')],
    ['Space does not open them', () => page.keyboard.press('Space').then(() => page.isVisible('#cerca-genere'))],
    ['the first filter is not reached', () => tabTo(page, '#cerca-genere')],
    ['a letter does not choose', async () => {
      before = await count(page);
      await page.keyboard.type('Atto');
      return await page.inputValue('#cerca-genere') === 'atto';
    }],
    ['the filter changes nothing', changed],
    ['the results are not reached', () => tabTo(page, result)],
    ['a result leads nowhere', async () => {
      const href = await page.evaluate(() => document.activeElement.href);
      return /\/atti\//.test(href) && enters(page, href);
    }],
  ]);
}

// The search finds word in acts and elsewhere.
async function journeyFaults(page, home, word) {
  const faults = [...await menuFaults(page, home), ...await searchFaults(page, home, word)];
  await page.setViewportSize(desktop);
  return faults;
}

module.exports = { journeyFaults };
