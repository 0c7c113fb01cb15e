// The page that checks files against the published ones: verify.js SITE SITE_WITH_LINKS_FOR_A_FOLDER
//
// Below a folder of a server with the strictest policy, by mouse and by keyboard, without JavaScript, where the browser
// may not calculate, and from a folder. Nothing is asked of any server once the page stands.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');
const { accessibilityFaults } = require('./accessibility');
const { launch, open, visit } = require('./browser');
const { serve } = require('./sites');

const [site, fileSite] = process.argv.slice(2);
const attachments = path.join(site, 'atti/2031/dcza-1/allegati');
const input = '#verifica-file';
const results = '#verifica-esiti > div';

const faults = [];
const expect = (what, good, got) => good || faults.push(`${what}: ${JSON.stringify(got)}`);

// The results once there are so many of them.
async function shown(page, count) {
  await page.waitForFunction(([wanted, selector]) => document.querySelector('#verifica-lavora').hidden &&
    document.querySelectorAll(selector).length === wanted, [count, results], { timeout: 10000 })
    .catch(() => faults.push(`${count} results are not shown`));
  return page.locator(results).allInnerTexts();
}

const named = (name, bytes) => ({ name, mimeType: 'application/pdf', buffer: bytes });
const published = fs.readFileSync(path.join(attachments, 'foglio.pdf'));
const changed = Buffer.from(published);
changed[changed.length - 1] ^= 1;

const tests = {
  async 'a published file, under another name'(page) {
    await page.setInputFiles(input, [named('scaricato (1).pdf', published)]);
    const [text] = await shown(page, 1);
    expect('says', text.startsWith('Coincide: scaricato (1).pdf') && text.includes('byte per byte') &&
      text.includes('Un foglio (documento PDF, 193 byte, 1 pagina)') && text.includes('non dice'), text);
    const hrefs = await page.locator(`${results} a`).evaluateAll((all) => all.map((one) => one.href));
    expect('leads to the file and the act', hrefs.some((one) => one.endsWith('/dcza-1/allegati/foglio.pdf')) &&
      hrefs.some((one) => /\/atti\/2031\/dcza-1\/(index\.html)?$/.test(one)), hrefs);
    expect('is announced', await page.locator('#verifica-esiti').getAttribute('aria-live') === 'polite');
    faults.push(...await accessibilityFaults(page));
  },

  async 'a file with one bit changed'(page) {
    await page.setInputFiles(input, [named('foglio.pdf', changed)]);
    const [text] = await shown(page, 1);
    const digest = crypto.createHash('sha256').update(changed).digest('hex');
    expect('says', text.startsWith('Non coincide: foglio.pdf') && text.includes(digest) &&
      text.includes('Non vuol dire che sia falso'), text);
    faults.push(...await accessibilityFaults(page));
  },

  async 'two files, a name that is markup, and a choice that takes the place of another'(page) {
    const hostile = '<img src=x onerror=alert(1)>.pdf';
    await page.setInputFiles(input, [named(hostile, changed), named('foglio.pdf', published)]);
    const texts = await shown(page, 2);
    expect('in order', texts[0].startsWith(`Non coincide: ${hostile}`) && texts[1].startsWith('Coincide: foglio.pdf'),
      texts);
    expect('no markup', await page.locator(`${results} img`).count() === 0);
    await page.setInputFiles(input, [named('altro.pdf', changed)]);
    expect('anew', (await shown(page, 1))[0].startsWith('Non coincide: altro.pdf'));
  },

  async 'a file that two acts have'(page) {
    await page.setInputFiles(input, path.join(attachments, 'foglio.txt'));
    const [text] = await shown(page, 1);
    expect('names both', text.includes('n. 1/2031') && text.includes('n. 2/2031'), text);
  },

  async 'dropped on the page'(page) {
    const kept = await page.evaluate((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'trascinato.pdf'));
      const event = (name) => new DragEvent(name, { dataTransfer: transfer, bubbles: true, cancelable: true });
      return ['dragover', 'drop'].map((name) => document.body.dispatchEvent(event(name)));
    }, [...published]);
    expect('the browser does not open it itself', kept.every((one) => !one), kept);
    expect('says', (await shown(page, 1))[0].startsWith('Coincide: trascinato.pdf'));
  },

  async 'by keyboard alone'(page) {
    const chooser = page.waitForEvent('filechooser', { timeout: 10000 });
    for (let i = 0; i < 40 && !await page.evaluate((id) => document.activeElement.matches(id), input); i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles([named('foglio.pdf', published)]);
    await shown(page, 1);
    expect('the focus stays', await page.evaluate((id) => document.activeElement.matches(id), input));
    await page.keyboard.press('Tab');
    const next = await page.evaluate(() => document.activeElement.href);
    expect('the next step is into the result', /foglio\.pdf$/.test(next || ''), next);
  },

  async 'a file larger than any that is published, which is not read'(page) {
    await page.evaluate((bytes) => Object.defineProperty(File.prototype, 'size', { get: () => bytes }), (50 << 20) + 1);
    await page.evaluate(() => { File.prototype.arrayBuffer = () => Promise.reject(new Error('no')); });
    await page.setInputFiles(input, [named('grande.pdf', published)]);
    const [text] = await shown(page, 1);
    expect('says', text.startsWith('Non coincide: grande.pdf') && !text.includes('impronta'), text);
  },

  async 'a file that can not be read'(page) {
    await page.evaluate(() => { File.prototype.arrayBuffer = () => Promise.reject(new Error('no')); });
    await page.setInputFiles(input, [named('cartella', published)]);
    const [text] = await shown(page, 1);
    expect('says', text.startsWith('Non controllato: cartella'), text);
  },
};

async function withoutCalculation(browser, address) {
  const page = await open(browser, {});
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  faults.push(...await visit(page, address));
  const text = await page.locator('main').innerText();
  expect('no calculation: says so, and how else',
    text.includes('il browser non può fare il calcolo') && text.includes('certutil -hashfile'), text);
  expect('no calculation: offers no choice', !await page.locator(input).isVisible());
  faults.push(...await accessibilityFaults(page));
  await page.context().close();
}

async function withoutScripts(browser, address) {
  const page = await open(browser, { javaScriptEnabled: false });
  faults.push(...await visit(page, address));
  const text = await page.locator('main').innerText();
  const digest = crypto.createHash('sha256').update(published).digest('hex');
  expect('no scripts: says how else', text.includes('deve poter usare JavaScript') && text.includes('sha256sum'), text);
  expect('no scripts: offers no choice', !await page.locator('#verifica').isVisible());
  expect('no scripts: the digests are there', text.replace(/\s/g, '').includes(digest), text);
  await page.context().close();
}

async function runAll(browser, address, where) {
  for (const [name, test] of Object.entries(tests)) {
    const page = await open(browser, {});
    const before = faults.length;
    const asked = [];
    faults.push(...await visit(page, address));
    // The page's icon may come late.
    page.on('request', (request) => /\.(svg|ico)$/.test(request.url()) || asked.push(request.url()));
    page.on('dialog', (dialog) => { faults.push('a script of a name runs'); dialog.dismiss(); });
    await test(page).catch((error) => faults.push(error.message));
    faults.push(...page.faults);
    expect('nothing is asked of a server', asked.length === 0, asked);
    faults.splice(before, faults.length, ...faults.slice(before).map((fault) => `${where}: ${name}: ${fault}`));
    await page.context().close();
  }
}

async function main() {
  // The browser asks the host for an icon: it gets something.
  const icon = { base: '/favicon.ico', folder: path.join(site, 'index.html') };
  const server = await serve([{ base: '/box/', folder: site }, icon]);
  const address = `http://127.0.0.1:${server.address().port}/box/verifica/`;
  const browser = await launch();
  await runAll(browser, address, 'server');
  await runAll(browser, pathToFileURL(path.join(fileSite, 'verifica/index.html')).href, 'folder');
  await withoutCalculation(browser, address);
  await withoutScripts(browser, address);
  await browser.close();
  server.close();
  faults.forEach((fault) => console.log(fault));
  console.log(`${Object.keys(tests).length} uses of /verifica/ in ${os.type()}'s chromium`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

main().catch((error) => {
  console.log(error.stack);
  process.exit(1);
});
