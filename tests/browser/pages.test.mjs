// Every kind of page, as it looks and works in a browser.

import { describe, test } from 'node:test';

import { CHECKS, WITH_EACH_FONT, none } from './checks/all.mjs';
import { labels } from './checks/labels.mjs';
import { FONTS, visit } from './browser.mjs';
import { hardest, kindOf, pages, samples } from './site.mjs';

const short = (address) => (address.length > 70 ? `${address.slice(0, 70)}…` : address);
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
  const all = pages.filter((page) => page.html.includes('<svg class="map'));
  const isRole = ({ address }) => kindOf(address) === '/roles/…';
  // There are hundreds of roles: each is drawn in the widest font, and the hardest of them in the others.
  const hard = [...all.filter((page) => !isRole(page)), ...hardest(all.filter(isRole))];
  for (const font of FONTS) {
    const drawn = font === FONTS[0] ? all : hard;
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
