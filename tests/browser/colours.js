// Pages in the reader's own few colours (forced colours, Windows' high contrast), and for who asks for more contrast.
'use strict';
const { accessibilityFaults } = require('./accessibility');

// What is left of what only colours and shadows showed.
const lostShapes = () => {
  const faults = [];
  const say = (what, one) => faults.push(`${what}: ${one.outerHTML.slice(0, 120)}`);
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const [canvas, scratch] = [document.createElement('canvas'), document.createElement('i')];
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  document.body.append(scratch);
  const known = new Map();
  const rgb = (colour) => known.get(colour) || known.set(colour, paint(colour)).get(colour);
  const paint = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => rgb(colour).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  scratch.style.color = 'Canvas';
  const paper = getComputedStyle(scratch).color;
  scratch.remove();
  // 0 for what is not painted.
  const contrast = (colour, behind = paper) => {
    if (colour === 'none' || rgb(colour)[3] < 128) return 0;
    const [one, other] = [light(colour), light(behind)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  const behind = (one) => {
    for (let up = one; up; up = up.parentElement)
      if (rgb(getComputedStyle(up).backgroundColor)[3] > 127) return getComputedStyle(up).backgroundColor;
    return paper;
  };

  // Not by axe: it reads -webkit-text-fill-color, which tells what the page wanted.
  for (const one of document.querySelectorAll('body *')) {
    const says = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (says && !one.closest('svg, noscript, script') && shown(one) &&
      contrast(getComputedStyle(one).color, behind(one)) < 4.5) say('words that are not seen', one);
  }
  for (const one of document.querySelectorAll('button, .btn, input:not([type=hidden]), select, textarea')) {
    const style = getComputedStyle(one);
    if (shown(one) && !['checkbox', 'radio', 'range', 'file'].includes(one.type) &&
      (style.borderBottomStyle === 'none' || parseFloat(style.borderBottomWidth) < 1)) say('a field without a border', one);
  }
  for (const drawing of document.querySelectorAll('svg')) {
    if (!shown(drawing)) continue;
    const ink = (one) => Math.max(contrast(getComputedStyle(one).fill), contrast(getComputedStyle(one).stroke));
    const shapes = [...drawing.querySelectorAll('path, rect, circle, line, polygon, polyline, ellipse, use')];
    if (shapes.length > 0 && !shapes.some((one) => ink(one) >= 3)) say('a drawing that is not seen', drawing);
    for (const text of drawing.querySelectorAll('text'))
      if (contrast(getComputedStyle(text).fill) < 4.5) say('words of a drawing that are not seen', text);
  }
  return faults;
};

// The focus is to be seen where shadows and backgrounds are not drawn: only an outline stays, or a border that changes.
const lostFocus = () => {
  const wanted = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll(wanted)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled);
  const faults = [];
  for (const one of all) {
    one.focus({ preventScroll: true, focusVisible: true });
    const style = getComputedStyle(one);
    if (style.outlineStyle !== 'auto' && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2))
      faults.push(`the focus is not seen on ${one.outerHTML.slice(0, 120)}`);
  }
  return faults;
};

// Colours that fade from one to the next would be met half-way: reduced motion has none that do (looks.js).
async function forcedFaults(page) {
  const faults = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });
    const said = [...await page.evaluate(lostShapes), ...await page.evaluate(lostFocus)];
    faults.push(...said.map((fault) => `forced colours (${colorScheme}): ${fault}`));
  }
  await page.emulateMedia({ forcedColors: null, colorScheme: null, reducedMotion: null });
  return faults;
}

// Who asks for more contrast gets what WCAG calls enhanced: 7:1.
async function contrastFaults(page) {
  const faults = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ contrast: 'more', colorScheme, reducedMotion: 'reduce' });
    faults.push(...(await accessibilityFaults(page, ['color-contrast-enhanced']))
      .map((fault) => `more contrast (${colorScheme}): ${fault}`));
  }
  await page.emulateMedia({ contrast: null, colorScheme: null, reducedMotion: null });
  return faults;
}

module.exports = { contrastFaults, forcedFaults };
