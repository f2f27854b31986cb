// A journey on paper: what one takes to a talk with one's manager is one sheet of A4.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';

import { FONTS, visit } from './browser.mjs';

/** Short and long ways; where there are several, each has its own page. */
const SHEETS = [
  '/journeys?from=care-worker&to=registered-manager',
  '/journeys?from=porter&to=midwife&way=1',
  '/journeys?from=porter&to=midwife&way=2',
  '/journeys?from=porter&to=midwife&way=3',
  '/journeys?from=none&to=physiotherapist&keep-earning=yes',
  '/journeys?from=none&to=surgical-care-practitioner&way=2',
];

for (const font of FONTS) {
  describe(`a journey on paper in ${font}`, { concurrency: 3 }, () => {
    for (const address of SHEETS) {
      test(`each way of ${address} is one sheet of A4; the last has its goal, the questions and room for notes`, async () => {
        const { page, context } = await visit(address, { font });
        // As one prints who has chosen nothing: the page itself asks for A4.
        const pdf = await page.pdf({ preferCSSPageSize: true });
        const about = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
        const ways = await page.locator('.journey > .trip').count();
        assert.match(about, new RegExp(`^Pages:\\s+${ways}$`, 'm'));
        assert.match(about, /\(A4\)$/m);
        const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
        const goal = await page.locator('.trip h3').last().innerText();
        for (const words of [goal, 'Who pays for the training', 'My notes', 'Sources:']) {
          assert.ok(text.includes(words), `“${words}” is not on the sheet`);
        }
        await context.close();
      });
    }
  });
}
