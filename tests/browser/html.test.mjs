// The HTML of every page, by two judges: html-validate, and the Nu checker of the W3C.

import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';

import { HtmlValidate } from 'html-validate';
import nu from 'vnu-jar';

import { byKind, offThePath, pages } from './site.mjs';

const judge = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Titles say what a filter found, and some roles have long names.
    'long-title': 'off',
    // Choices of one kind share a name: that is how a form asks for several.
    'form-dup-name': 'off',
    // What comes from the site itself needs no proof of who sent it.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

async function faultsOf(page) {
  const report = await judge.validateString(page.html, page.address);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${page.address.slice(0, 80)}:${line}:${column} ${ruleId}: ${message}`),
  );
}

/** What the Nu checker says of all these pages at once. */
async function nuFaults(all) {
  const folder = mkdtempSync(join(tmpdir(), 'career-pathways-'));
  const addresses = new Map(all.map((page, index) => [`${index}.html`, page.address]));
  try {
    all.forEach((page, index) => writeFileSync(join(folder, `${index}.html`), page.html));
    const said = await new Promise((resolve, reject) => {
      execFile('java', ['-jar', String(nu), '--format', 'json', '--exit-zero-always', folder], { maxBuffer: 1e8 }, (error, _, stderr) =>
        error ? reject(error) : resolve(stderr),
      );
    });
    return JSON.parse(said).messages.map(
      ({ url, lastLine, message }) => `${addresses.get(url.split('/').pop())}:${lastLine} ${message}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Fails with the first dozen of the faults. */
function none(faults) {
  if (faults.length > 0) assert.fail([...faults.slice(0, 12), `${faults.length} in all`].join('\n'));
}

describe('HTML', () => {
  for (const [kind, group] of [...byKind, ['what goes wrong', offThePath]]) {
    test(`${kind} (${group.length}) is valid`, async () => {
      none((await Promise.all(group.map(faultsOf))).flat());
    });
  }

  test('the Nu checker finds neither error nor warning', async () => none(await nuFaults([...pages, ...offThePath])));
});
