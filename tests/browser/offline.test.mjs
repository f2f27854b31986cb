// The copy for a memory stick (`export --offline`), opened from the disk: no server, no network.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { visit } from './browser.mjs';
import { none } from './checks/all.mjs';
import { root } from './serve.mjs';

describe('the copy for a memory stick', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stick-'));
  const copy = join(folder, 'careers');
  const first = pathToFileURL(join(copy, 'index.html')).href;
  let context;
  let page;
  const asked = [];
  before(async () => {
    const program = process.env.PROGRAM ?? join(root, 'target/debug/career-pathways');
    execFileSync(program, ['export', copy, '--offline', '--data', join(root, 'tests/fixtures/base')], { cwd: root });
    ({ context } = await visit('/privacy'));
    await context.setOffline(true);
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
  });
  after(async () => {
    await context?.close();
    rmSync(folder, { recursive: true });
  });

  /** A few pages of each folder are opened, and those with a query by its keys: others are like them. */
  const OF_EACH_KIND = 4;
  const kindOf = (address) => address.slice(0, address.lastIndexOf('/') + 1) + [...address.matchAll(/[/,](\w+)=/g)].map(([, key]) => key).join();

  test('is linked from page to page, styled, and asks no server', async () => {
    const faults = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    const seen = new Map();
    const kinds = new Map();
    const isWanted = (address) => {
      kinds.set(kindOf(address), (kinds.get(kindOf(address)) ?? 0) + 1);
      return kinds.get(kindOf(address)) <= OF_EACH_KIND;
    };
    for (let next = [first]; next.length > 0; ) {
      const address = next.pop();
      await page.goto(address);
      const found = await page.evaluate(() => ({
        links: [...document.links].map((link) => link.href),
        ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
        forms: document.forms.length,
        isStyled: [...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet) && !/Times/.test(getComputedStyle(document.body).fontFamily),
        pictures: [...document.images].filter((picture) => picture.complete && picture.naturalWidth === 0).map((picture) => picture.src),
      }));
      seen.set(address, found);
      if (found.forms > 0) faults.push(`${address} has a form, which asks a server`);
      if (!found.isStyled) faults.push(`${address} has no style`);
      faults.push(...found.pictures.map((picture) => `${address} does not show ${picture}`));
      for (const link of found.links.filter((link) => link.startsWith('file:'))) {
        const [target] = link.split('#');
        if (!existsSync(fileURLToPath(target))) faults.push(`${address} leads to ${link}, which is not there`);
        else if (target.endsWith('.html') && !seen.has(target) && !next.includes(target) && isWanted(target)) next.push(target);
      }
    }
    for (const [address, { links }] of seen) {
      for (const [target, id] of links.map((link) => link.split('#'))) {
        if (id && seen.has(target) && !seen.get(target).ids.includes(decodeURIComponent(id))) {
          faults.push(`${address} leads to #${id} of ${target}, which is not there`);
        }
      }
    }
    const inside = pathToFileURL(copy).href;
    faults.push(...asked.filter((url) => !url.startsWith(`${inside}/`) && !url.startsWith('data:')).map((url) => `asks for ${url}`));
    none([...new Set(faults)]);
    const roles = [...seen.keys()].filter((address) => address.startsWith(`${inside}/roles/`));
    assert.ok(seen.size > 20 && roles.length >= 4, `${seen.size} pages, ${roles.length} of roles`);
  });

  test('says that it cannot search, and filters by one choice', async () => {
    await page.goto(first);
    await page.getByRole('navigation').first().getByRole('link', { name: /roles/i }).first().click();
    const words = readFileSync(join(root, 'data/interface/en-GB.ftl'), 'utf8').match(/^this-copy-cannot-search = (.*)$/m)[1];
    assert.ok((await page.locator('main').innerText()).includes(words), 'the list of roles says that this copy cannot search');
    const choice = page.locator('main a.choice').first();
    const chosen = (await choice.textContent()).trim();
    await choice.click();
    const shown = await page.locator('main').innerText();
    assert.match(page.url(), /^file:.*\/roles\/.*=/, `${chosen} leads to ${page.url()}`);
    assert.ok(shown.includes('Matron') !== shown.includes('Care Worker') || shown.includes('Nurse'), `${chosen}: ${shown.slice(0, 300)}`);
  });
});
