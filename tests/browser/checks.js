// The checks of one page, by name: windows, an address, a file -> what is wrong, in words.
//
// Windows are a set of browser windows, each for what it is called; a check may leave them anywhere but in other modes.
'use strict';
const { accessibilityFaults } = require('./accessibility');
const { open, visit } = require('./browser');
const { contrastFaults, forcedFaults } = require('./colours');
const { criteriaFaults, keptFaults, licenceFaults } = require('./criteria');
const { keyboardFaults } = require('./keyboard');
const { prepareShifts, shiftFaults, weightFaults } = require('./loading');
const { layoutFaults, motionFaults, paperFaults } = require('./looks');
const { markupFaults } = require('./markup');
const { bytesOf } = require('./sites');

async function openAll(browser) {
  const windows = {
    browser,
    light: await open(browser, {}),
    dark: await open(browser, { colorScheme: 'dark' }),
    unscripted: await open(browser, { javaScriptEnabled: false }),
    late: await open(browser, {}),
  };
  await prepareShifts(windows.late);
  return windows;
}

// The form of the search, and what is marked so, is there for who runs scripts, the words about it for who does not; the
// rest is for all.
const mainText = (page) => page.evaluate(() => [...document.querySelector('main').children]
  .filter((each) => !each.matches('form[role=search], .con-programma, noscript'))
  .map((each) => each.innerText).join('\n'));

const checks = {
  visit: ({ light }, address) => visit(light, address),
  kept: ({ light }) => keptFaults(light),
  markup: (windows, address, file) => markupFaults(bytesOf(file).toString('utf8'), file),
  accessibility: ({ light }) => accessibilityFaults(light),
  criteria: ({ light, criteria }) => criteriaFaults(light, criteria),
  licence: ({ light }, address) => licenceFaults(light, address),
  dark: async ({ dark }, address) => {
    await visit(dark, address);
    return (await accessibilityFaults(dark)).map((fault) => `dark: ${fault}`);
  },
  scripts: async ({ light, unscripted }, address) => {
    await visit(light, address);
    await visit(unscripted, address);
    return await mainText(light) === await mainText(unscripted)
      ? [] : ['scripts: main reads otherwise without JavaScript'];
  },
  layout: ({ light }) => layoutFaults(light),
  motion: ({ light }) => motionFaults(light),
  forced: ({ light }) => forcedFaults(light),
  contrast: ({ light }) => contrastFaults(light),
  paper: ({ light }) => paperFaults(light),
  shift: ({ late }, address) => shiftFaults(late, address),
  keyboard: async ({ light }, address) => {
    await visit(light, address);
    return keyboardFaults(light);
  },
  weight: async ({ browser, tell }, address) => {
    const fresh = await open(browser, {});
    const faults = await weightFaults(fresh, address, tell);
    await fresh.context().close();
    return faults;
  },
};
const onEveryPage = ['visit', 'kept', 'markup', 'accessibility'];
const onEveryType = ['dark', 'scripts', 'layout', 'motion', 'forced', 'contrast', 'paper', 'shift', 'keyboard'];

// How long each took, over all pages.
const spent = {};

async function run(names, windows, address, file) {
  const faults = [];
  for (const name of names) {
    const began = Date.now();
    faults.push(...await checks[name](windows, address, file));
    spent[name] = (spent[name] || 0) + Date.now() - began;
  }
  return faults;
}

module.exports = { onEveryPage, onEveryType, openAll, run, spent };
