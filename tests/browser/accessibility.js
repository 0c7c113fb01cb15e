// Pages against axe-core: WCAG 2.2 AA and what axe holds for good practice.
'use strict';
const fs = require('fs');

// Its value is nothing that would have to be handed over.
const axe = `${fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')}; 0`;

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Off by default in axe, as being new: WCAG 2.2's own criterion.
const everything = { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } } };

// All that axe knows, or certain of its rules. Folds are opened first: what is hidden is not looked at.
async function accessibilityFaults(page, rules) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(axe);
  const wanted = rules ? { runOnly: { type: 'rule', values: rules } } : everything;
  const violations = await page.evaluate((options) => window.axe.run(document, {
    ...options, resultTypes: ['violations'], preload: false,
  }).then((found) => found.violations.map((one) => ({
    id: one.id, help: one.help,
    places: one.nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}` +
      node.any.slice(0, 1).map((why) => ` (${why.message})`).join('')),
  }))), wanted);
  return violations.flatMap((one) => one.places.map((place) => `axe ${one.id}: ${one.help}: ${place}`));
}

module.exports = { accessibilityFaults };
