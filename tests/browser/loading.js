// How a page loads: what it weighs on the way, and that nothing moves when fonts and scripts come late.
'use strict';
const zlib = require('zlib');

// Bytes, of all that the first view asks for, packed as a server would (what packing makes larger goes as it is).
const limits = { all: 100 * 1024, withoutFonts: 35 * 1024 };

const packed = (bytes) => Math.min(bytes.length, zlib.gzipSync(bytes, { level: 9 }).length);

// The page is asked for in a window that never saw the site: { all, withoutFonts, requests }.
async function weigh(page, address) {
  const weights = { all: 0, withoutFonts: 0, requests: 0 };
  const answers = [];
  const note = (response) => answers.push(response);
  page.on('response', note);
  await page.goto(address, { waitUntil: 'networkidle' });
  page.off('response', note);
  for (const answer of answers) {
    const size = packed(await answer.body());
    weights.all += size;
    weights.requests += 1;
    if (answer.request().resourceType() !== 'font') weights.withoutFonts += size;
  }
  return weights;
}

const told = ({ all, withoutFonts, requests }) => `${(all / 1024).toFixed(1)} KB, ` +
  `${(withoutFonts / 1024).toFixed(1)} KB without fonts, ${requests} requests`;

async function weightFaults(page, address, tell = () => {}) {
  const weights = await weigh(page, address);
  tell(told(weights));
  return Object.keys(limits).filter((name) => weights[name] > limits[name])
    .map((name) => `weight: more than ${limits[name]} bytes (${name}): ${told(weights)}`);
}

// --- layout shift ----------------------------------------------------------------------------------

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 1024 };

const watch = () => {
  window.shiftsForTest = [];
  new PerformanceObserver((list) => list.getEntries().forEach((shift) => window.shiftsForTest.push(
    { value: shift.value, moved: shift.sources.map(({ node }) => (node && (node.outerHTML || node.data)) || '?') },
  ))).observe({ type: 'layout-shift', buffered: true });
};
const painted = () => performance.getEntriesByName('first-contentful-paint').length > 0;
const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

// The window's fonts and scripts are held back until the page was first seen without them; then all come at once.
// For a window that is used for this alone: everything is asked for anew.
async function prepareShifts(page) {
  page.held = [];
  await page.addInitScript(watch);
  await page.route(/\.(woff2|js)(\?|$)/, (route) => (page.held ? page.held.push(route) : route.continue()));
}

async function shiftFaults(page, address) {
  const faults = [];
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    page.held = [];
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(painted);
    await page.evaluate(twoFrames);
    const late = page.held;
    page.held = null;
    await Promise.all(late.map((route) => route.continue()));
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(twoFrames);
    const shifts = await page.evaluate(() => window.shiftsForTest);
    faults.push(...shifts.map(({ value, moved }) => `shift ${size.width} px wide: moves by ${value.toFixed(4)}: ` +
      moved.slice(0, 3).map((html) => html.slice(0, 80)).join(' | ')));
  }
  return faults;
}

module.exports = { prepareShifts, shiftFaults, weightFaults };
