// What the Italian design rules for municipal sites ask of any page, as far as they apply to such a site: the design
// system, its letters, the links at the foot, the licence, secure links, nothing kept in the browser. The criteria are
// those that Designers Italia publishes for its validator; the classes are read from Bootstrap Italia itself.
'use strict';
const fs = require('fs');

const letters = ['titillium web', 'lora', 'roboto mono'];
const leastVersion = [2, 0, 0];
const leastShare = 0.3;

// Every class name that a style sheet has rules for.
function classesOf(file) {
  const css = fs.readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/url\([^)]*\)|"[^"]*"|'[^']*'/g, '');
  const names = css.match(/\.-?[_a-zA-Z](?:[\w-]|\\.)*/g) || [];
  return [...new Set(names.map((name) => name.slice(1).replace(/\\/g, '')))];
}

function openCriteria(bootstrapItalia) {
  return { classes: classesOf(bootstrapItalia) };
}

const look = ({ classes, letters: wanted }) => {
  const known = new Set(classes);
  const used = new Set([...document.querySelectorAll('[class]')].flatMap((one) => [...one.classList]));
  const family = (one) => getComputedStyle(one).fontFamily.split(',')[0].replace(/["']/g, '').trim().toLowerCase();
  const foot = (name) => {
    const link = document.querySelector(`footer [data-element="${name}"]`);
    return link && { href: link.href, text: link.innerText.trim() };
  };
  const written = [...document.body.querySelectorAll('h1, h2, h3, h4, h5, h6, p')]
    .flatMap((one) => [one, ...one.querySelectorAll('*')]).filter((one) => !wanted.includes(family(one)));
  const viewport = document.querySelector('meta[name=viewport]');
  return {
    version: getComputedStyle(document.body).getPropertyValue('--bootstrap-italia-version').replace(/["']/g, '').trim(),
    share: used.size ? [...used].filter((name) => known.has(name)).length / used.size : 0,
    unknown: [...used].filter((name) => !known.has(name)),
    otherLetters: written.map((one) => `${family(one)}: ${one.outerHTML.slice(0, 100)}`),
    lang: document.documentElement.lang,
    viewport: viewport && viewport.content,
    path: [...document.querySelectorAll('nav[aria-label=Percorso]')].map((one) =>
      Boolean(one.querySelector('[data-element=breadcrumb]'))),
    accessibility: foot('accessibility-link'),
    privacy: foot('privacy-policy-link'),
    notes: foot('legal-notes'),
    insecure: [...document.querySelectorAll('a, form, link, img, script, iframe')]
      .map((one) => one.href || one.action || one.src || '')
      .filter((address) => typeof address === 'string' && /^http:/i.test(address) && new URL(address).origin !== location.origin),
  };
};

const newer = (version) => {
  const parts = version.split('.').map(Number);
  const at = leastVersion.findIndex((part, place) => parts[place] !== part);
  return version !== '' && (at < 0 || parts[at] > leastVersion[at]);
};

async function criteriaFaults(page, { classes }) {
  const seen = await page.evaluate(look, { classes, letters });
  const faults = [];
  const ask = (good, what) => good || faults.push(`criteria: ${what}`);
  ask(newer(seen.version), `Bootstrap Italia is '${seen.version}'`);
  ask(seen.share >= leastShare, `${Math.round(seen.share * 100)} % of the classes are Bootstrap Italia's; others: ` +
    seen.unknown.slice(0, 20).join(' '));
  ask(seen.otherLetters.length === 0, `other letters (${seen.otherLetters.length}): ${seen.otherLetters[0]}`);
  ask(seen.lang === 'it', `the language is '${seen.lang}'`);
  ask(/width=device-width/.test(seen.viewport) && !/user-scalable=no|maximum-scale/.test(seen.viewport),
    `the viewport is '${seen.viewport}'`);
  ask(seen.path.every(Boolean), 'the path is not called breadcrumb');
  ask(seen.accessibility && /^https:\/\/form\.agid\.gov\.it\/view\//.test(seen.accessibility.href) && seen.accessibility.text,
    `the accessibility declaration is not linked at the foot: ${JSON.stringify(seen.accessibility)}`);
  ask(seen.privacy && seen.privacy.href && !seen.privacy.href.endsWith('#') && seen.privacy.text,
    'the privacy notice is not linked at the foot');
  ask(seen.notes && seen.notes.href && !seen.notes.href.endsWith('#') && seen.notes.text,
    'the legal notes are not linked at the foot');
  ask(seen.insecure.length === 0, `insecure addresses: ${seen.insecure[0]}`);
  return faults;
}

// The page that the foot calls legal notes, shown: the licence under its own heading, in the words of the law.
async function licenceFaults(page, address) {
  await page.goto(address);
  const notes = await page.$('footer [data-element="legal-notes"]');
  if (!notes) return ['criteria: no legal notes'];
  await page.goto(await notes.evaluate((one) => one.href));
  const [heading, text] = await page.evaluate(() => ['section', 'body']
    .map((part) => [...document.querySelectorAll(`[data-element="legal-notes-${part}"]`)]
      .map((one) => one.textContent.trim()).join(' ').replace(/\s+/g, ' ')));
  const faults = [];
  if (heading.toLowerCase() !== 'licenza dei contenuti') faults.push(`criteria: legal notes are headed '${heading}'`);
  for (const words of [/open by default/i, /articolo 52/i, /7 marzo 2005, n\. 82/i, /CC[- ]BY 4\.0/i, /attribuzione/i])
    if (!words.test(text)) faults.push(`criteria: legal notes do not say ${words.source}`);
  return faults;
}

// Nothing is kept in the browser: no cookie, no storage, nothing that works on without the page. Lets go of what is.
async function keptFaults(page) {
  const kept = await page.evaluate(async () => ({
    localStorage: localStorage.length, sessionStorage: sessionStorage.length,
    indexedDB: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  kept.cookies = (await page.context().cookies()).length;
  await page.context().clearCookies();
  await page.evaluate(() => [localStorage, sessionStorage].forEach((each) => each.clear()));
  return Object.keys(kept).filter((name) => kept[name] > 0).map((name) => `kept: ${kept[name]} in ${name}`);
}

module.exports = { criteriaFaults, keptFaults, licenceFaults, openCriteria };
