// A phone of 360 by 740 px: what people come for stands on its first screen, and no page is endless.

import { strict as assert } from 'node:assert';
import { before, describe, test } from 'node:test';

import { visit } from './browser.mjs';
import { offThePath, pages } from './site.mjs';

const PHONE = { viewport: { width: 360, height: 740 } };
/** How far down the first way in may begin, in px: on any role's page, and on most. */
const FURTHEST = 900;
const MEDIAN = 740;
/** The longest page, in px. */
const LONGEST = 8000;
/** What may be longer: guides are read from beginning to end. */
const MAY_BE_LONG = ['/guides/'];
/** How often one presses Tab to reach a search. */
const MOST_STOPS = 5;
/** What one gets with much to say. */
const ASKED = [
  '/match?start=gcse&with=people&care=talking&who=older&science=no',
  '/compare?role=nurse&role=paramedic&role=midwife',
  '/roles?view=levels&page=2',
  '/map?view=words',
  '/map?view=table',
  // The most roles that one pack may have; folded until one is chosen.
  '/pack?category=nursing&category=psychological-professions',
  '/pack?from=none&to=physiotherapist',
];

/** Of every page, visited once: how far down its first way in begins, if it has one, and how long it is, in px. */
async function measured() {
  const { page, context } = await visit('/privacy', PHONE);
  const others = [...offThePath.map((page) => page.address), ...ASKED];
  const found = [];
  for (const address of [...pages.map((page) => page.address), ...others]) {
    await page.goto(address);
    const measures = await page.evaluate(() => ({
      top: document.querySelector('.ways-in > li')?.getBoundingClientRect().top,
      height: document.documentElement.scrollHeight,
    }));
    found.push({ address, ...measures });
  }
  await context.close();
  return found;
}

describe('on a phone', () => {
  let found;
  before(async () => {
    found = await measured();
  });

  test('every role shows its first way in on the first screen, or right below it', () => {
    const roles = found.filter(({ address, top }) => /^\/roles\/[^/?]+$/.test(address) && top !== undefined);
    const tops = roles.map(({ address, top }) => ({ address, top: Math.round(top) }));
    assert.ok(tops.length > 20, `${tops.length} roles with a way in`);
    tops.sort((one, other) => one.top - other.top);
    assert.deepEqual(tops.filter(({ top }) => top > FURTHEST), []);
    assert.ok(tops[tops.length >> 1].top <= MEDIAN, `half of the roles begin below ${tops[tops.length >> 1].top} px`);
  });

  test('no page is endless', () => {
    const bounded = found.filter(({ address }) => !MAY_BE_LONG.some((start) => address.startsWith(start)));
    const long = bounded.filter(({ height }) => height > LONGEST);
    assert.deepEqual(long.map(({ address, height }) => `${address.slice(0, 70)}: ${height} px`), []);
  });

  for (const address of ['/', '/roles', '/roles?level=entry', '/map']) {
    test(`the search of ${address} is ${MOST_STOPS} presses of Tab away`, async () => {
      const { page, context } = await visit(address, PHONE);
      let stops = 0;
      for (let isFound = false; !isFound && stops <= MOST_STOPS; stops += 1) {
        await page.keyboard.press('Tab');
        isFound = await page.evaluate(() => document.activeElement?.matches('input[type=search]'));
      }
      await context.close();
      assert.ok(stops <= MOST_STOPS, `not within ${MOST_STOPS} stops`);
    });
  }
});
