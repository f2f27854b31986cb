// The HTML of pages, by two judges: html-validate, and the Nu checker of the W3C.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { HtmlValidate } from 'html-validate';
import nu from 'vnu-jar';

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

/** What html-validate says of a page, one line for each fault. */
export async function htmlFaults(page) {
  const report = await judge.validateString(page.html, page.address);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${page.address.slice(0, 80)}:${line}:${column} ${ruleId}: ${message}`),
  );
}

/** What the Nu checker says of all these pages at once. */
export async function nuFaults(all) {
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
