// A page by keyboard alone: the way to the content first, everything reached in order, and always seen where one is.
'use strict';

// What can be reached, and is shown: numbered, so that it is known again.
const number = () => {
  const wanted = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll(wanted)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled);
  all.forEach((one, place) => { one.numberedForTest = place; });
  return all.map((one) => one.outerHTML.slice(0, 120));
};

// From now on the page notes what gets the focus, whether that is marked, and whether it is seen.
const note = () => {
  window.notedForTest = [];
  const on = (one, x, y) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (one.contains(hit) || hit.contains(one));
  };
  const seen = (one) => [...one.getClientRects()].some((box) => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    return left < right && top < bottom && on(one, (left + right) / 2, (top + bottom) / 2);
  });
  document.addEventListener('focusin', ({ target }) => {
    const style = getComputedStyle(target);
    window.notedForTest.push({
      place: target.numberedForTest, html: target.outerHTML.slice(0, 120), seen: seen(target),
      marked: style.outlineStyle === 'auto' || style.boxShadow !== 'none' ||
        (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
    });
  });
};

async function tabFaults(page) {
  const faults = [];
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
  const all = await page.evaluate(number);
  await page.evaluate(note);
  // As if the key were held down.
  await Promise.all(all.map(() => page.keyboard.down('Tab')));
  await page.keyboard.up('Tab');
  const reached = new Set();
  for (const now of await page.evaluate(() => window.notedForTest)) {
    reached.add(now.place);
    if (!now.marked) faults.push(`keyboard: focus is not seen on ${now.html}`);
    if (!now.seen) faults.push(`keyboard: focus is out of view or covered: ${now.html}`);
  }
  all.forEach((html, place) => { if (!reached.has(place)) faults.push(`keyboard: not reached: ${html}`); });
  return faults;
}

// The first thing reached leads past the menu: what is focused after it stands in main. Or nothing stands before main.
async function skipFaults(page) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => {
    const one = document.activeElement;
    const target = one.matches('a[href^="#"]') && document.getElementById(one.getAttribute('href').slice(1));
    return {
      inside: one.matches('main *'), leads: Boolean(target && target.matches('main, main *')),
      any: Boolean(document.querySelector('main a[href]')),
    };
  });
  if (first.inside) return [];
  if (!first.leads) return ['keyboard: the first thing reached does not lead to the content'];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => document.activeElement.matches('main, main *'));
  return first.any && !inside ? ['keyboard: the way to the content does not lead there'] : [];
}

async function foldFaults(page) {
  const faults = [];
  const folds = await page.$$('details > summary');
  for (const fold of folds.slice(0, 3)) {
    const isOpen = () => fold.evaluate((one) => one.parentElement.open);
    if (!await fold.isVisible()) continue;
    await fold.focus();
    for (const key of ['Enter', 'Space']) {
      const before = await isOpen();
      await page.keyboard.press(key);
      if (await isOpen() === before) faults.push(`keyboard: ${key} does not turn a fold: ${await fold.innerText()}`);
    }
  }
  return faults;
}

// Leaves the page scrolled, and at another fragment.
async function keyboardFaults(page) {
  const faults = await tabFaults(page);
  faults.push(...await foldFaults(page));
  await page.goto(page.url().replace(/#.*/, ''));
  await page.reload();
  faults.push(...await skipFaults(page));
  return faults;
}

module.exports = { keyboardFaults };
