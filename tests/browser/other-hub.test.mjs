// Another hub: other data, in Welsh. Each kind of page once; `tests/suite/other_hub.rs` has what its pages say.

import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { FONTS, visit } from './browser.mjs';
import { CHECKS, WITH_EACH_FONT, none } from './checks/all.mjs';
import { htmlFaults, nuFaults } from './checks/html.mjs';
import { labels } from './checks/labels.mjs';
import { root, serve } from './serve.mjs';
import { crawl, get, kindOf } from './site.mjs';

/** What leads to no page by a link. */
const ASKED = [
  '/journeys?from=dim&to=nyrs-arweiniol',
  '/match?start=dim&dechrau=gwaith&gyda=pobl&setting=cartref&arwain=nac-ydw',
  '/compare?role=nyrs&role=therapydd&role=derbynnydd',
  '/pack?role=nyrs&role=gyrrwr-cleifion',
  '/embed/roles/nyrs',
  '/roles?q=zzzzzz',
];

/** Of each kind of page the largest. */
function oneOfEachKind(pages) {
  const kinds = new Map();
  for (const page of pages) {
    const kind = kindOf(page.address);
    if (page.html.length > (kinds.get(kind)?.html.length ?? 0)) kinds.set(kind, page);
  }
  return [...kinds.values()];
}

describe('another hub', () => {
  let hub;
  let pages;
  let samples;
  before(async () => {
    hub = await serve(join(root, 'tests/fixtures/other-hub'));
    const asked = await Promise.all(ASKED.map((address) => get(address, hub.address)));
    pages = [...(await crawl(hub.address)), ...asked];
    samples = oneOfEachKind(pages);
  });
  after(() => hub?.stop());

  test('has valid HTML on every page, in Welsh', async () => {
    assert.ok(samples.length > 20, `${samples.length} kinds of pages`);
    const english = pages.filter(({ html }) => !html.includes('<html lang="cy">')).map(({ address }) => `${address} is not in Welsh`);
    none([...english, ...(await Promise.all(pages.map(htmlFaults))).flat(), ...(await nuFaults(pages))]);
  });

  for (const font of FONTS) {
    test(`passes the checks of each kind of page in ${font}`, async (t) => {
      const { page, context, faults } = await visit(`${hub.address}/privacy`, { font });
      const checks = Object.entries(CHECKS).filter(([, check]) => font === FONTS[0] || WITH_EACH_FONT.includes(check));
      for (const { address } of samples) {
        await page.goto(hub.address + address);
        for (const [promise, check] of checks) {
          await t.test(`${address} ${promise}`, async () => none(await check(page, { isFirst: false })));
        }
      }
      await context.close();
      none(faults);
    });

    test(`cuts and covers no word of a drawing in ${font}`, async () => {
      const { page, context } = await visit(`${hub.address}/privacy`, { font });
      const found = [];
      for (const { address } of pages.filter(({ html }) => html.includes('<svg class="map'))) {
        await page.goto(hub.address + address);
        found.push(...(await labels(page)).map((fault) => `${address}: ${fault}`));
      }
      await context.close();
      none(found);
    });
  }
});
