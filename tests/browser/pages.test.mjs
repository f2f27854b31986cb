// Every kind of page, as it looks and works in a browser.

import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';

import { axe } from './checks/axe.mjs';
import { contrast } from './checks/contrast.mjs';
import { keyboard } from './checks/keyboard.mjs';
import { labels } from './checks/labels.mjs';
import { reflow, spacing, targets } from './checks/layout.mjs';
import { print } from './checks/print.mjs';
import { FONTS, visit } from './browser.mjs';
import { pages, samples } from './site.mjs';

/** One check on one page: it gives a list of faults, which should be empty. */
const CHECKS = {
  'has the contrast it needs in every mode': contrast,
  'fits at 320 px, 400 % and with large text': reflow,
  'keeps its text whole with wide spacing': spacing,
  'cuts and covers no word of a drawing': labels,
  'has targets of 44 px': targets,
  'works with the keyboard alone, and shows where one is': keyboard,
  'can be printed': print,
  'has no violation of axe in any width and mode': axe,
};

/** The checks that hang on how wide letters are. */
const WITH_EACH_FONT = [reflow, spacing, labels, print];

const short = (address) => (address.length > 70 ? `${address.slice(0, 70)}…` : address);
/** Fails with the first dozen of the faults. */
function none(faults) {
  const more = faults.length > 12 ? [`and ${faults.length - 12} more`] : [];
  if (faults.length > 0) assert.fail([...faults.slice(0, 12), ...more].join('\n'));
}

describe('pages', { concurrency: 3 }, () => {
  for (const { address, status, isFirst } of samples) {
    test(short(address), async (t) => {
      const { page, context, faults, response } = await visit(address, { expected: status });
      try {
        for (const [promise, check] of Object.entries(CHECKS)) {
          await t.test(promise, async () => none(await check(page, { isFirst })));
        }
        await t.test('runs no script, sets no cookie, asks nobody else and leaves the console empty', async () => {
          const scripts = await page.locator('script:not([type="application/ld+json"])').count();
          const cookies = await context.cookies();
          const headers = await response.allHeaders();
          if (scripts > 0) faults.push(`${scripts} scripts`);
          if (cookies.length > 0 || headers['set-cookie']) faults.push('a cookie');
          none(faults);
        });
      } finally {
        await context.close();
      }
    });
  }
});

for (const font of FONTS.slice(1)) {
  describe(`pages in ${font}`, { concurrency: 3 }, () => {
    for (const { address, status } of samples) {
      test(short(address), async (t) => {
        const { page, context } = await visit(address, { expected: status, font });
        for (const [promise, check] of Object.entries(CHECKS)) {
          if (WITH_EACH_FONT.includes(check)) await t.test(promise, async () => none(await check(page)));
        }
        await context.close();
      });
    }
  });
}

describe('every drawing', { concurrency: 3 }, () => {
  const drawn = pages.filter((page) => page.html.includes('<svg class="map'));
  for (const font of FONTS) {
    test(`cuts and covers no word in ${font} (${drawn.length} pages)`, async () => {
      const { page, context } = await visit('/privacy', { font });
      const faults = [];
      for (const { address } of drawn) {
        await page.goto(address);
        faults.push(...(await labels(page)).map((fault) => `${address}: ${fault}`));
      }
      await context.close();
      none(faults);
    });
  }
});
