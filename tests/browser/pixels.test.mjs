// Contrast as it is painted, on the pages that have most text over lines, pictures and pseudo-elements. It costs seconds for
// each page, so the check by sums in checks/contrast.mjs looks at all of them.

import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';

import { visit } from './browser.mjs';
import { none } from './checks/all.mjs';
import { pixels } from './checks/pixels.mjs';

const PAGES = ['/', '/roles/nurse', '/map?category=pharmacy', '/journeys?from=care-worker&to=nurse', '/match?start=gcse&with=people'];
/** A page with fewer texts was not painted. */
const LEAST = 40;

describe('contrast by pixels', { concurrency: 2 }, () => {
  for (const address of PAGES) {
    test(`every letter of ${address} has 7:1 against what is painted behind it`, async () => {
      const [{ page, context }, aside] = [await visit(address), await visit('/privacy')];
      await aside.page.goto('about:blank');
      for (const mode of ['light', 'dark']) {
        const { faults, seen } = await pixels(page, aside.page, mode);
        none(faults);
        assert.ok(seen >= LEAST, `${seen} texts`);
      }
      await Promise.all([context.close(), aside.context.close()]);
    });
  }

  test('a letter on a dark stripe is found', async () => {
    const [{ page, context }, aside] = [await visit('/privacy'), await visit('/privacy')];
    await aside.page.goto('about:blank');
    const body = '<p style="background:linear-gradient(90deg,#fff 0 3rem,#555 3rem);color:#000">Letters on a stripe</p>';
    await page.route('**/striped', (route) => route.fulfill({ contentType: 'text/html', body: `<!DOCTYPE html><title>A</title>${body}` }));
    await page.goto('/striped');
    const { faults } = await pixels(page, aside.page, 'light');
    await Promise.all([context.close(), aside.context.close()]);
    assert.match(faults.join(), /Letters on a stripe/);
  });
});
