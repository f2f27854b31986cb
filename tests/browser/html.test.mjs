// The HTML of every page, by two judges: html-validate, and the Nu checker of the W3C.

import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';

import { HtmlValidate } from 'html-validate';

import { byKind, offThePath } from './site.mjs';

const judge = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Titles say what a filter found; some roles have long names.
    'long-title': 'off',
    // Space at the end of a line is askama's, and costs a byte.
    'no-trailing-whitespace': 'off',
  },
});

async function faultsOf(page) {
  const report = await judge.validateString(page.html, page.address);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${page.address.slice(0, 80)}:${line}:${column} ${ruleId}: ${message}`),
  );
}

describe('HTML', () => {
  for (const [kind, pages] of [...byKind, ['what goes wrong', offThePath]]) {
    test(`${kind} (${pages.length}) is valid`, async () => {
      const faults = (await Promise.all(pages.map(faultsOf))).flat();
      if (faults.length > 0) assert.fail([...faults.slice(0, 12), `${faults.length} in all`].join('\n'));
    });
  }
});
