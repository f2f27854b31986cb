// Packs as Chromium prints them: nothing cut, nothing on top of another, no text too small, each role on its own page.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';

import { MODES, visit } from './browser.mjs';

const SIXTY = '/pack?setting=secondary&contact=clinical&contact=non-clinical';
const TWELVE = '/pack?setting=primary&category=nursing';
const PACKS = [
  { name: '1 role', address: '/pack?role=nurse', roles: 1, least: 14 },
  { name: '12 roles', address: TWELVE, roles: 12, least: 14 },
  { name: '60 roles', address: SIXTY, roles: 60, least: 14 },
  { name: '1 role in large print', address: '/pack?role=health-care-assistant&text=large', roles: 1, least: 18 },
  { name: '12 roles in large print on cream', address: `${TWELVE}&text=large&paper=cream`, roles: 12, least: 18, tint: [255, 244, 214] },
  { name: '12 roles on pale blue', address: `${TWELVE}&paper=blue`, roles: 12, least: 14, tint: [220, 235, 250] },
  { name: '60 roles on pale green', address: `${SIXTY}&paper=green`, roles: 60, least: 14, tint: [221, 242, 223] },
  { name: 'a journey', address: '/pack?from=none&to=physiotherapist', roles: 2, least: 14 },
];

const poppler = (tool, ...options) => (pdf) =>
  execFileSync(tool, options, { input: pdf, maxBuffer: 1 << 28, encoding: tool === 'pdftoppm' ? 'buffer' : 'utf8' });
const boxesOf = poppler('pdftotext', '-bbox-layout', '-', '-');
const fontsOf = poppler('pdftohtml', '-xml', '-zoom', '1', '-i', '-stdout', '-', 'pack');
const pixelsOf = poppler('pdftoppm', '-r', '10', '-f', '2', '-l', '2', '-');

const unescape = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll(/&#39;|&apos;/g, "'").replaceAll('&amp;', '&');
/** Letters and digits alone: a line may end anywhere, and a font may join letters. */
const plain = (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** The pages of a PDF: their size, and the box and words of each line. */
function pagesOf(pdf) {
  return [...boxesOf(pdf).matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(([, width, height, page]) => ({
    width: Number(width),
    height: Number(height),
    lines: [...page.matchAll(/<line xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/line>/gs)].map(
      ([, left, top, right, bottom, words]) => ({
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        text: unescape([...words.matchAll(/<word [^>]*>(.*?)<\/word>/g)].map(([, word]) => word).join(' ')),
      }),
    ),
  }));
}

/** A page's lines without its number, which stands alone at the foot. */
const bodyOf = ({ lines, height }) => lines.filter((line) => !(/^\d+$/.test(line.text) && line.top > height - 55));

/** What a reader sees as one piece, and may not be cut; and the headings. Runs in the page. */
function blocksOnScreen() {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const words = (element) => element.innerText;
  return {
    blocks: seen('.pack p, .pack li, .pack dd').filter((element) => !element.querySelector('li, p')).map(words),
    headings: seen('.pack h2, .pack h3').map(words),
    // A title may begin another: the sentence under it tells them apart.
    tops: seen('.sheet > h2, .sheet .top h2').map((title) => words(title) + words(title.nextElementSibling)),
    codes: seen('.qr').map((code) => Math.min(code.getBoundingClientRect().width, code.getBoundingClientRect().height)),
    leanings: seen('.pack *').filter((element) => getComputedStyle(element).fontStyle !== 'normal').map(words),
    notLeft: seen('.pack :is(h1, h2, h3, p, li, dt, dd)').filter((element) => !['left', 'start'].includes(getComputedStyle(element).textAlign)).map(words),
  };
}

function none(faults) {
  if (faults.length > 0) assert.fail([...faults.slice(0, 12), `${faults.length} in all`].join('\n'));
}

describe('a printed pack', { concurrency: 2 }, () => {
  for (const { name, address, roles, least, tint } of PACKS) {
    test(name, async (t) => {
      const { page, context } = await visit(address);
      // Somebody whose screen is dark prints too.
      await page.emulateMedia({ ...MODES.dark, media: 'print' });
      const { blocks, headings, tops, codes, leanings, notLeft } = await page.evaluate(blocksOnScreen);
      // As browsers do by default, without "background graphics": the tint has to be printed all the same.
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
      await context.close();
      const pages = pagesOf(pdf);
      t.diagnostic(`${pages.length} pages`);

      await t.test('has each role on a page of its own', () => {
        const begins = pages.map((page) => plain(bodyOf(page).slice(0, 8).map((line) => line.text).join('')));
        none(tops.filter((top) => begins.filter((text) => text.startsWith(plain(top))).length !== 1));
        assert.equal(codes.length, roles);
        assert.ok(codes.every((side) => side >= (25 / 25.4) * 96), 'a code is too small to be read');
      });

      await t.test('cuts no block', () => {
        const texts = pages.map((page) => plain(bodyOf(page).map((line) => line.text).join('')));
        const isWhole = (block) => texts.some((text) => text.includes(plain(block)));
        none(blocks.filter((block) => !isWhole(block)).map((block) => `on no page as a whole: ${block}`));
      });

      await t.test('leaves no heading at the end of a page', () => {
        const names = new Set(headings.map(plain));
        const last = pages.map((page) => bodyOf(page).sort((a, b) => a.bottom - b.bottom).at(-1));
        none(last.filter((line) => line && names.has(plain(line.text))).map((line) => line.text));
      });

      await t.test('keeps all text within the paper, and no line on top of another', () => {
        const faults = [];
        for (const [index, page] of pages.entries()) {
          const lines = bodyOf(page);
          const outside = lines.filter(
            (line) => line.left < 40 || line.top < 30 || line.right > page.width - 40 || line.bottom > page.height - 45,
          );
          faults.push(...outside.map((line) => `page ${index + 1}: outside: ${line.text}`));
          for (const [at, line] of lines.entries()) {
            for (const other of lines.slice(at + 1)) {
              const across = Math.min(line.right, other.right) - Math.max(line.left, other.left);
              const down = Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top);
              // The boxes of lines hold the room above and below their letters, which may touch.
              const isOnTop = across > 1 && down > 0.35 * Math.min(line.bottom - line.top, other.bottom - other.top);
              if (isOnTop) faults.push(`page ${index + 1}: “${line.text}” and “${other.text}”`);
            }
          }
        }
        none(faults);
      });

      await t.test(`has no text below ${least} point`, () => {
        const sizes = [...fontsOf(pdf).matchAll(/<fontspec [^>]*size="(\d+)"/g)].map(([, size]) => Number(size));
        assert.ok(sizes.length > 0);
        assert.ok(Math.min(...sizes) >= least, `${Math.min(...sizes)} point`);
      });

      await t.test('has no italics, and all text begins at the left', () => {
        none([...leanings, ...notLeft]);
      });

      await t.test(tint ? 'is tinted to the edge' : 'is on white', () => {
        // The second page, small: "P6 width height 255", then red, green and blue of each point.
        const picture = pixelsOf(pdf);
        const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40));
        const corners = [head[0].length, picture.length - 3].map((at) => [...picture.subarray(at, at + 3)]);
        for (const corner of corners) assert.deepEqual(corner, tint ?? [255, 255, 255]);
      });
    });
  }
});
