// A site whose every title is one long word: without a joint, with slashes, with hyphens. Its lists hold long words too.
//
// What an editor writes may be a name in a language that joins words, or a slip; no page may be cut or widened by it (WCAG 1.4.10).

import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { FONTS, setMode, setWidth, visit } from './browser.mjs';
import { labels } from './checks/labels.mjs';
import { overflowing, reflow, spacing } from './checks/layout.mjs';
import { root, serve } from './serve.mjs';
import { crawl } from './site.mjs';

const LENGTH = 100;

/** A word of this length that begins as some words do; with a joint after every so many letters, if any. */
function longWord(words, joint) {
  const letters = `${words.replaceAll(/[^\p{L}\p{N}]/gu, '')}${'ophthalmorhinolaryngology'.repeat(5)}`.slice(0, LENGTH);
  return joint ? letters.match(/.{1,23}/g).join(joint) : letters;
}

/** Data in which every title, name and item is a long word, of each kind in turn. */
function lengthen(folder) {
  const joints = ['', '/', '-'];
  let count = 0;
  const word = (text) => longWord(text, joints[(count += 1) % joints.length]);
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    const text = readFileSync(path, 'utf8')
      .replaceAll(/^( *(?:- )?)(title|short|name|region|tagline): ([^{}[\]\n]+)$/gm, (_, start, key, title) => `${start}${key}: ${word(title)}`)
      .replaceAll(/^(summary: |  - )(\p{Lu}[^:{}[\]#\n]*[^.:\n])\.?$/gmu, (_, start, said) => `${start}${said} ${word('at')}.`)
      .replaceAll(/^other_titles: \[(.*)\]$/gm, (_, titles) => `other_titles: [${titles.split(', ').map(word).join(', ')}]`);
    writeFileSync(path, text);
  }
}

/** What leads to no page by a link: frames, answers to a question, what goes wrong. */
function asked([one, other, third]) {
  const word = longWord('Long');
  return [
    `/embed/roles/${one}`,
    `/embed/journeys?from=none&to=${one}`,
    `/journeys?from=none&to=${one}`,
    `/map?from=none&to=${one}`,
    `/compare?role=${one}&role=${other}&role=${third}`,
    `/pack?role=${one}`,
    `/pack?role=${one}&role=${other}&text=large`,
    `/pack?from=none&to=${one}`,
    '/match?start=gcse&with=people&care=talking&who=older&science=no',
    `/roles?q=${word}`,
    `/roles?level=${word}`,
    `/roles/${word}`,
    `/${word}`,
  ];
}

/* Runs in the page: headings, links and buttons that reach past the window, and are not held in a drawing that scrolls. */
function pastTheEdge() {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll('h1, h2, h3, h4, a, button, label, legend, summary, th, dt')]
    .filter((element) => !element.closest('.map-frame, .hidden, .scroll') && element.checkVisibility() && !element.matches('.skip'))
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}” reaches past the window`);
}

/** What is wrong with a page that holds long words: on a phone, with wide spacing, in its drawings, on A4. */
async function faultsOf(page) {
  const found = [...(await reflow(page)), ...(await spacing(page)), ...(await labels(page))];
  await setMode(page, 'light');
  await setWidth(page, 320);
  found.push(...(await page.evaluate(pastTheEdge)));
  await page.emulateMedia({ media: 'print' });
  // The width of A4 between the margins, in CSS pixels.
  await setWidth(page, 658);
  found.push(...(await page.evaluate(overflowing)).map((fault) => `on paper: ${fault}`));
  return found;
}

/* Runs in the page: whether anything is drawn in the right margin of a picture, down to some height. */
async function marginOf({ bytes, height }) {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  const { width } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(width - 40, 0, 40, height);
  return data.some((value, at) => value !== data[at % 4]);
}

describe('long words', { concurrency: 3 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'career-pathways-'));
  let site;
  let pages;
  before(async () => {
    cpSync(join(root, 'tests/fixtures/town'), folder, { recursive: true });
    lengthen(folder);
    site = await serve(folder);
    pages = (await crawl(site.address)).map((page) => page.address);
  });
  after(async () => {
    await site?.stop();
    rmSync(folder, { recursive: true });
  });

  for (const font of FONTS) {
    test(`cut nothing and widen no page in ${font}`, async () => {
      const roles = pages.filter((address) => address.startsWith('/roles/')).map((address) => address.split('/').at(-1));
      const { page, context } = await visit(`${site.address}/privacy`, { font });
      const faults = [];
      for (const address of [...pages, ...asked(roles)]) {
        await page.goto(site.address + address);
        faults.push(...(await faultsOf(page)).map((fault) => `${address.slice(0, 60)}: ${fault}`));
      }
      await context.close();
      if (faults.length > 0) assert.fail([...faults.slice(0, 12), `${faults.length} in all`].join('\n'));
    });
  }

  test('stay within the picture of a shared link', async () => {
    const roles = pages.filter((address) => address.startsWith('/roles/'));
    assert.ok(roles.length > 20, `${roles.length} roles`);
    const { page, context } = await visit(`${site.address}/privacy`);
    const faults = [];
    // Below its title, the lines of the picture of the site run on to the right.
    const pictures = new Map([['/og/site.png', 470], ...roles.map((address) => [`/og${address}.png`, 630])]);
    for (const [picture, height] of pictures) {
      const bytes = [...new Uint8Array(await (await fetch(site.address + picture)).arrayBuffer())];
      if (await page.evaluate(marginOf, { bytes, height })) faults.push(`${picture}: something is drawn in its right margin`);
    }
    await context.close();
    assert.deepEqual(faults, []);
  });
});
