// Pages against Lighthouse: accessibility, best practices and findability, each 100 of 100.
'use strict';
const { pathToFileURL } = require('url');

const categories = ['accessibility', 'best-practices', 'seo'];

// Modules that only import finds in a folder that only require knows.
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

// A browser of its own, for Lighthouse changes how it shows pages.
async function openLighthouse() {
  const { default: lighthouse } = await load('lighthouse');
  const { launch } = await load('chrome-launcher');
  const chrome = await launch({
    chromePath: process.env.CHROMIUM || '/usr/bin/chromium', logLevel: 'silent',
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  return { lighthouse, chrome, close: () => chrome.kill() };
}

async function lighthouseFaults({ lighthouse, chrome }, address) {
  const { lhr } = await lighthouse(address, {
    port: chrome.port, onlyCategories: categories, logLevel: 'silent', output: [], maxWaitForLoad: 45000,
    disableFullPageScreenshot: true,
  });
  if (lhr.runtimeError) return [`lighthouse: ${lhr.runtimeError.message}`];
  return categories.filter((id) => lhr.categories[id].score !== 1).map((id) => {
    const failed = lhr.categories[id].auditRefs.map((row) => ({ ...row, audit: lhr.audits[row.id] }))
      .filter(({ weight, audit }) => weight > 0 && audit.score !== 1 && audit.scoreDisplayMode !== 'notApplicable')
      .map(({ audit }) => `${audit.id} (${audit.title} ${JSON.stringify((audit.details || {}).items || '').slice(0, 300)})`);
    return `lighthouse ${id} ${Math.round(lhr.categories[id].score * 100)}: ${failed.join('; ')}`;
  });
}

module.exports = { lighthouseFaults, openLighthouse };
