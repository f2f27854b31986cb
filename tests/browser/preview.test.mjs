// What an editor sees in the browser beside the site: `serve --preview`.

import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { visit } from './browser.mjs';
import { root, serve } from './serve.mjs';

let preview;
let folder;
let nurse;
let good;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'career-pathways-preview-'));
  cpSync(join(root, 'tests/fixtures/town'), folder, { recursive: true });
  nurse = join(folder, 'roles/ward-nurse.yaml');
  good = readFileSync(nurse, 'utf8');
  preview = await serve(folder, '--preview');
});

after(async () => {
  await preview?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

test('what is wrong appears by itself in the page that is open, and goes when it is mended', async () => {
  const { context, page, faults } = await visit(`${preview.address}/roles/ward-nurse`);
  await page.locator('aside.preview.sound').waitFor();
  const saved = Date.now();
  writeFileSync(nurse, good.replace('\ntitle:', '\ntittle:'));
  const broken = page.locator('aside.preview.broken');
  await broken.getByText('error[unknown-field]').waitFor();
  console.log(`the fault was shown ${Date.now() - saved} ms after saving`);
  assert.equal(await page.locator('h1').textContent(), 'Ward Nurse', 'the last good data is shown');
  const link = broken.locator('details a').first();
  assert.match(await link.getAttribute('href'), /^vscode:\/\/file\/.*\/roles\/ward-nurse\.yaml:\d+$/);
  assert.equal(await broken.evaluate((banner) => getComputedStyle(banner).borderBottomColor), 'rgb(176, 0, 32)', 'the style sheet is there');

  writeFileSync(nurse, good.replace('\ntitle: Ward', '\ntitle: Mended Ward'));
  await page.getByRole('heading', { name: 'Mended Ward Nurse' }).waitFor();
  await page.locator('aside.preview.sound').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('what one types is kept on a page that is held still', async () => {
  const { context, page } = await visit(`${preview.address}/roles`);
  await page.getByRole('link', { name: 'Hold this page still' }).click();
  await page.waitForURL(/still=1/);
  const search = page.locator('#site-q');
  await search.fill('nurse');
  const again = page.waitForEvent('framenavigated', { timeout: 2500 }).then(() => true, () => false);
  assert.equal(await again, false, 'it is not shown anew');
  assert.equal(await search.inputValue(), 'nurse');
  await search.press('Enter');
  await page.waitForURL(/q=nurse/);
  writeFileSync(nurse, good.replace('\ntitle: Ward', '\ntitle: Newer Ward'));
  await page.getByText('Newer Ward Nurse').first().waitFor();
  assert.match(page.url(), /q=nurse/, 'it is the same page');
  await context.close();
});
