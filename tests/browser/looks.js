// How a page stands on narrow and wide screens, with much room between letters, without motion, on paper.
'use strict';
const { execFileSync } = require('child_process');

const plain = (text) => text.normalize('NFKC').replace(/[\s\u00ad]+/g, ' ').trim();

// Width and height of a small phone, of a wide screen, and of 1280 x 1024 zoomed to 400 %.
const sizes = [[320, 640], [1920, 1080], [320, 256]];

async function widthFaults(page, when) {
  const wide = await page.evaluate(() => {
    const root = document.scrollingElement;
    if (root.scrollWidth <= root.clientWidth) return null;
    const reach = (one) => one.getBoundingClientRect().right;
    const scrolls = (one) => one.closest('main *, header *, footer *, nav *') &&
      getComputedStyle(one).overflowX !== 'visible';
    const inside = (one) => {
      for (let up = one.parentElement; up; up = up.parentElement) if (scrolls(up)) return true;
      return false;
    };
    const worst = [...document.querySelectorAll('body *')].filter((one) => !inside(one))
      .sort((a, b) => reach(b) - reach(a))[0];
    return `${root.scrollWidth} px instead of ${root.clientWidth}: ${worst.outerHTML.slice(0, 120)}`;
  });
  return wide ? [`layout ${when}: the page scrolls sideways: ${wide}`] : [];
}

async function layoutFaults(page) {
  const faults = [];
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    faults.push(...await widthFaults(page, `${width} x ${height}`));
  }
  // WCAG 1.4.12: a reader's own spacing.
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [spacing];
  });
  faults.push(...await widthFaults(page, 'with much space between letters'));
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  await page.setViewportSize({ width: 1280, height: 1024 });
  return faults;
}

async function motionFaults(page) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((one) => {
    const style = getComputedStyle(one);
    const lasting = (list) => list.split(',').some((time) => parseFloat(time) > 0.01);
    return lasting(style.transitionDuration) || style.scrollBehavior === 'smooth' ||
      (style.animationName !== 'none' && lasting(style.animationDuration));
  }).map((one) => one.outerHTML.slice(0, 120)));
  await page.emulateMedia({ reducedMotion: null });
  return moving.map((what) => `motion: moves though less motion is asked for: ${what}`);
}

// The heading and the last words of main are in the PDF that printing makes. On paper, addresses stand behind links that
// lead away, in the middle of the words.
async function paperFaults(page) {
  const [title, last] = await page.evaluate(() => {
    const seen = [...document.querySelectorAll('main p, main li, main dd, main td, main h2')]
      .filter((one) => one.checkVisibility() && !one.closest('details:not([open]), nav') && one.innerText.trim() &&
        !one.closest('ins, del, .visually-hidden') && !one.querySelector('ins, del, svg, .visually-hidden, a[href^="http"]'));
    return [document.querySelector('h1').innerText, seen.length ? seen[seen.length - 1].innerText : ''];
  });
  const pdf = await page.pdf({ format: 'A4', tagged: true });
  const text = plain(execFileSync('pdftotext', ['-', '-'], { input: pdf, maxBuffer: 1 << 28 }).toString('utf8'));
  const letters = (some) => plain(some).replace(/[ -]/g, '');
  return [['heading', title], ['last words', last]]
    .filter(([, words]) => !letters(text).includes(letters(words)))
    .map(([what, words]) => `print: the PDF lacks the ${what} '${plain(words).slice(0, 80)}'`);
}

module.exports = { layoutFaults, motionFaults, paperFaults };
