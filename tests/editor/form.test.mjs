// The form of editing/ in Chromium, on a folder as an editor picks it.

import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { chromium } from 'playwright-core';
import { parse } from 'yaml';

import { filesOf, read, readFile, seed, stubPicker, write } from './opfs.mjs';

const root = new URL('../..', import.meta.url).pathname;
const program = process.env.PROGRAM ?? join(root, 'target/debug/career-pathways');
const town = filesOf(join(root, 'tests/fixtures/town'));

let browser;
let server;
let form;
let page;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'career-pathways-form-'));
  server = spawn('node', [join(root, 'editing/serve.mjs')], { env: { ...process.env, PORT: '0' } });
  form = await new Promise((resolve) => {
    server.stdout.on('data', (said) => resolve(/http:\S+/.exec(said)[0]));
  });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  context.setDefaultTimeout(60_000);
  // Fonts and the state of a Git host: the form works without.
  await context.route((url) => !url.href.startsWith(form) && url.protocol !== 'blob:', (route) => route.abort());
  await stubPicker(context);
  page = await context.newPage();
  await page.goto(form);
  const files = Object.fromEntries(Object.entries(town).map(([path, text]) => [`data/${path}`, text]));
  await seed(page, { '.git/HEAD': 'ref: refs/heads/main\n', ...files });
  await page.getByRole('button', { name: 'Work with Local Repository' }).click();
  await page.getByRole('button', { name: 'New' }).waitFor();
});

after(async () => {
  await browser?.close();
  server?.kill();
  if (folder) rmSync(folder, { recursive: true });
});

/** What differs between two values: an empty value counts as one that is left out, an id as a list of one, as the loader reads them. */
function differences(one, other, at = '') {
  const isNothing = (value) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const isGroup = (value) => typeof value === 'object' && value !== null;
  if (isNothing(one) && isNothing(other)) return [];
  if (isGroup(one) && isGroup(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].flatMap((key) => differences(one[key], other[key], `${at}.${key}`));
  }
  const plain = (value) => (Array.isArray(value) && value.length === 1 ? value[0] : value);
  return String(plain(one)).trimEnd() === String(plain(other)).trimEnd() ? [] : [`${at}: ${JSON.stringify(one)} became ${JSON.stringify(other)}`];
}

/** The text of a data file, once it is no longer as it was. */
async function saved(path, was) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    // It may be read while it is being written.
    const text = await readFile(page, `data/${path}`).catch(() => was);
    if (text !== undefined && text !== was) return text;
    await page.waitForTimeout(100);
  }
  throw new Error(`${path} was not saved`);
}

const open = async (collection, entry) => {
  await page.goto(`${form}/#/collections/${collection}`);
  await page.goto(`${form}/#/collections/${collection}/${entry}`);
  await page.getByRole('button', { name: 'Save' }).waitFor();
};

/** Saves, and waits until the form has gone back to where it came from, as it does after: else it would leave the next page. */
const save = async () => {
  const at = page.url();
  const button = page.getByRole('button', { name: 'Save' });
  await button.click();
  await page.waitForURL((url) => url.href !== at);
  await button.waitFor({ state: 'hidden' });
};

test('a role is edited and nothing else of it changes', async () => {
  const path = 'roles/ward-nurse.yaml';
  await open('roles', 'entries/ward-nurse');
  await page.getByRole('textbox', { name: 'Title', exact: true }).first().fill('Ward Nurse by the sea');
  await save();
  const text = await saved(path, town[path]);
  assert.deepEqual(differences(parse(town[path]), parse(text)), ['.title: "Ward Nurse" became "Ward Nurse by the sea"']);
});

// Those with one key of each kind: texts, ids, flags, groups, choices that are one id or a list.
for (const [name, label] of [['sources', 'Title'], ['organisations', 'Name'], ['categories', 'Title'], ['qualifications', 'Title']]) {
  test(`a list is edited and nothing else of it changes: ${name}`, async () => {
    const path = `${name}.yaml`;
    await open('lists', `entries/${name}`);
    const box = page.getByRole('textbox', { name: label, exact: true }).first();
    const expand = page.getByRole('button', { name: 'Expand All' }).first();
    // Entries come folded, or open if they were so before.
    await expand.or(box).first().waitFor();
    if ((await box.count()) === 0) await expand.click();
    const was = await box.inputValue();
    await box.fill(`${was} anew`);
    await save();
    const text = await saved(path, town[path]);
    const key = label.toLowerCase();
    assert.deepEqual(differences(parse(town[path]), parse(text)), [`.0.${key}: "${was}" became "${was} anew"`]);
  });
}

test('a role is added, from another one', async () => {
  const source = parse(town['roles/bonesetter.yaml']);
  await open('roles', 'entries/bonesetter');
  await page.getByRole('button', { name: 'Show Editor Options' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await page.waitForURL(/roles\/new/);
  const box = (name) => page.getByRole('textbox', { name, exact: true }).first();
  await box('Id').fill('harbour-bonesetter');
  await box('Title').fill('Harbour Bonesetter');
  await box('Summary').fill('You set bones for sailors and dockers.');
  await page.getByText('Social care', { exact: true }).click();
  await save();
  const role = parse(await saved('roles/harbour-bonesetter.yaml'));
  assert.deepEqual(differences(source, role), [
    '.id: "bonesetter" became "harbour-bonesetter"',
    '.title: "Bonesetter" became "Harbour Bonesetter"',
    '.summary: "You treat backs and joints with your hands." became "You set bones for sailors and dockers."',
    '.settings.1: undefined became "social"',
  ]);
});

test('the folder is sound afterwards, and in the style of the others after fmt', async () => {
  const files = Object.entries(await read(page)).filter(([path]) => path.startsWith('data/'));
  write(folder, Object.fromEntries(files.map(([path, text]) => [path.slice('data/'.length), text])));
  for (const command of [['check', folder], ['fmt', folder], ['schema', folder], ['check', folder], ['fmt', folder, '--check']]) {
    const done = spawnSync(program, command, { encoding: 'utf8' });
    assert.equal(done.status, 0, `${command[0]}: ${done.stdout}${done.stderr}`);
  }
});
