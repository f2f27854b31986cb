// A phone of 360 by 740 px: what people come for stands on its first screen, and no page is endless.

import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';

import { visit } from './browser.mjs';
import { pages } from './site.mjs';

const PHONE = { viewport: { width: 360, height: 740 } };
/** How far down the first way in may begin, in px: on any role's page, and on most. */
const FURTHEST = 900;
const MEDIAN = 740;

describe('on a phone', () => {
  test('every role shows its first way in on the first screen, or right below it', async () => {
    const { page, context } = await visit('/privacy', PHONE);
    const tops = [];
    for (const { address } of pages.filter((page) => /^\/roles\/[^/?]+$/.test(page.address))) {
      await page.goto(address);
      const top = await page.evaluate(() => document.querySelector('.ways-in > li')?.getBoundingClientRect().top);
      if (top !== undefined) tops.push({ address, top: Math.round(top) });
    }
    await context.close();
    assert.ok(tops.length > 20, `${tops.length} roles with a way in`);
    tops.sort((one, other) => one.top - other.top);
    assert.deepEqual(tops.filter(({ top }) => top > FURTHEST), []);
    assert.ok(tops[tops.length >> 1].top <= MEDIAN, `half of the roles begin below ${tops[tops.length >> 1].top} px`);
  });
});
