// Chromium, and windows that remember what went wrong in them.
'use strict';
const { chromium } = require('playwright-core');

const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});

// A window of its own; options are those of Playwright's browser.newContext.
async function open(browser, options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1024 }, locale: 'it-IT', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  page.faults = [];
  const home = (address) => /^(http:\/\/127\.0\.0\.1:|file:|data:|about:)/.test(address);
  page.on('request', (request) => home(request.url()) ||
    page.faults.push(`request to another host: ${request.url()}`));
  page.on('response', (response) => response.status() < 400 ||
    page.faults.push(`request: ${response.url()} answers ${response.status()}`));
  page.on('requestfailed', (request) => page.faults.push(`request: ${request.url()} fails`));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) &&
    page.faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => page.faults.push(`console: ${error.message}`));
  return page;
}

async function visit(page, address) {
  page.faults.length = 0;
  await page.goto(address);
  return [...page.faults];
}

module.exports = { launch, open, visit };
