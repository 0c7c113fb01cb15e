// Pages against the standard of HTML: html-validate's recommended rules, those of whole documents and of accessibility.
'use strict';
const { HtmlValidate, StaticConfigLoader } = require('html-validate');

const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Ids are as free as HTML has them: points are called 1.1 in the acts, and so in addresses.
    'valid-id': ['error', { relaxed: true }],
    // A table that scrolls is a region for its name, not a section of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // An act's title is as long as who signed it made it.
    'long-title': 'off',
    // Nothing comes from another host (check.js sees to it), and a style sheet's name holds its digest.
    'require-sri': 'off',
    // Two ways to write the same: texts keep their own blanks, and <br /> is how CommonMark's examples have it.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
  },
}));

async function markupFaults(html, name) {
  const report = await validator.validateString(html, name);
  return report.results.flatMap((result) => result.messages)
    .map((message) => `html ${message.ruleId}: line ${message.line}: ${message.message}`);
}

module.exports = { markupFaults };
