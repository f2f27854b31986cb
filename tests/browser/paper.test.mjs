// On paper: a journey, which one takes to a talk with one's manager, is one sheet of A4; a role has the two sides of one.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';

import { FONTS, visit } from './browser.mjs';
import { none } from './checks/all.mjs';
import { hardest, kindOf, pages } from './site.mjs';

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

/** How many sides a role may have. */
const SIDES = 2;

describe('a role on paper', { concurrency: 3 }, () => {
  const roles = pages.filter(({ address }) => kindOf(address) === '/roles/…');
  // The longest pages in every font, and some of all others.
  const sample = new Set([...hardest(roles), ...roles.filter((_, at) => at % 16 === 0)]);
  for (const font of FONTS) {
    test(`is the two sides of a sheet of A4 in ${font}`, async () => {
      const { page, context } = await visit('/privacy', { font });
      const faults = [];
      for (const { address } of sample) {
        await page.goto(address);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        const about = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
        const sides = Number(/^Pages:\s+(\d+)$/m.exec(about)[1]);
        if (sides > SIDES || !/\(A4\)$/m.test(about)) faults.push(`${address} has ${sides} sides: ${/^Page size.*$/m.exec(about)[0]}`);
      }
      await context.close();
      none(faults);
    });
  }

  test('has what one needs, what one does, where it leads and where it is from', async () => {
    const { page, context } = await visit('/roles/nurse');
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: await page.pdf({ preferCSSPageSize: true }), encoding: 'utf8' });
    await context.close();
    for (const words of ['Nurse', 'What you need to start:', 'Pay:', 'Ways in', 'Progression available to', 'What you do', 'Career level: Mid career', 'Registration:', 'Reviewed ']) {
      assert.ok(text.includes(words), `“${words}” is not on paper:\n${text}`);
    }
    for (const words of ['Show', 'Plan a journey', 'Jobs like this one']) assert.ok(!text.includes(words), `“${words}” is printed`);
  });
});
