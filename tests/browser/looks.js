// How a page stands on narrow and wide screens, with much room between letters, without motion, on paper.
'use strict';
const { execFileSync } = require('child_process');

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

// Every word that the screen shows of main's text, in lower case and in order.
const shownWords = () => {
  // What is of use on a screen alone is left out of print on purpose: ways to go on, fields, and what is marked so.
  const hidden = 'nav, form, button, svg, noscript, script, .visually-hidden, .solo-schermo, .filtro, .pagina-a3 #disegno, ' +
    'details:not([open]) > :not(summary)';
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const up = walker.currentNode.parentElement;
    if (!up.closest(hidden) && up.checkVisibility({ visibilityProperty: true })) texts.push(walker.currentNode.data);
    texts.push(up.matches('a, em, strong, abbr, b, i, span, code, ins, del, mark, time, sup, sub') ? '' : ' ');
  }
  return texts.join('');
};

const letters = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s\u00ad-]+/g, '');
const occurrences = (text, word) => text.split(word).length - 1;

// Printing loses no word of main's text: each is in the PDF at least as often as on the screen.
async function paperFaults(page) {
  const shown = await page.evaluate(shownWords);
  const pdf = await page.pdf({ format: 'A4', tagged: true });
  const said = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, maxBuffer: 1 << 28 }).toString('utf8');
  const [there, here] = [letters(said), letters(shown)];
  const words = new Set(shown.split(/[^\p{L}\p{N}]+/u).map(letters).filter((word) => word.length > 2));
  const lost = [...words].filter((word) => occurrences(there, word) < occurrences(here, word));
  return lost.length > 0 ? [`print: the PDF lacks ${lost.length} words: ${lost.slice(0, 12).join(', ')}`] : [];
}

module.exports = { layoutFaults, motionFaults, paperFaults };
