// Packs as Chromium prints them: nothing cut, nothing on top of another, no text too small, each role on one sheet.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';

import { FONTS, MODES, visit } from './browser.mjs';

const SIXTY = '/pack?category=nursing&category=psychological-professions';
const TWELVE = '/pack?category=ambulance';
/** The smallest text, in points, and the most pages of a role: the two sides of a sheet, or of two in large print. */
const NORMAL = { least: 14, most: 2 };
const LARGE = { least: 18, most: 4 };
const PACKS = [
  { name: '1 role', address: '/pack?role=nurse', roles: 1, ...NORMAL },
  { name: '12 roles', address: TWELVE, roles: 12, ...NORMAL },
  { name: '60 roles', address: SIXTY, roles: 60, ...NORMAL },
  { name: '1 role in large print', address: '/pack?role=health-care-assistant&text=large', roles: 1, ...LARGE },
  { name: '12 roles in large print on cream', address: `${TWELVE}&text=large&paper=cream`, roles: 12, ...LARGE, tint: [255, 244, 214] },
  { name: '60 roles in large print', address: `${SIXTY}&text=large`, roles: 60, ...LARGE },
  { name: '12 roles on pale blue', address: `${TWELVE}&paper=blue`, roles: 12, ...NORMAL, tint: [220, 235, 250] },
  { name: '60 roles on pale green', address: `${SIXTY}&paper=green`, roles: 60, ...NORMAL, tint: [221, 242, 223] },
  { name: 'a journey', address: '/pack?from=none&to=physiotherapist', roles: 2, ...NORMAL },
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
  const words = (element) => {
    const printed = element.cloneNode(true);
    for (const link of printed.querySelectorAll('a[href^="https"]')) link.append(` (${link.getAttribute('href')})`);
    return printed.textContent;
  };
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

/** Prints the page on which somebody is, with the words of its blocks as they stand on the screen. */
async function printed(page) {
  // Somebody whose screen is dark prints too.
  await page.emulateMedia({ ...MODES.dark, media: 'print' });
  const screen = await page.evaluate(blocksOnScreen);
  // As browsers do by default, without "background graphics": the tint has to be printed all the same.
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  return { ...screen, pdf, pages: pagesOf(pdf) };
}

const textOf = (lines) => plain(lines.map((line) => line.text).join(''));

/** What a pack is held to: each names the faults that it finds. */
const CHECKS = {
  'has each role on a page of its own, and its code is large enough to be read': ({ pages, tops, codes }, { roles }) => {
    const begins = pages.map((page) => textOf(bodyOf(page).slice(0, 8)));
    return [
      ...tops.filter((top) => begins.filter((text) => text.startsWith(plain(top))).length !== 1),
      ...(codes.length === roles ? [] : [`${codes.length} codes`]),
      ...codes.filter((side) => side < (25 / 25.4) * 96).map((side) => `a code is ${side} px wide`),
    ];
  },
  'has no role on more sides than it may have': ({ pages, tops }, { most }) => {
    const begins = pages.map((page) => textOf(bodyOf(page).slice(0, 8)));
    const starts = tops.map((top) => begins.findIndex((text) => text.startsWith(plain(top))));
    const ends = [...starts.slice(1), pages.length];
    return tops.filter((_, role) => ends[role] - starts[role] > most).map((top) => `${top} has more than ${most} pages`);
  },
  'has something on every page': ({ pages }) =>
    pages.flatMap((page, index) => (bodyOf(page).length === 0 ? [`page ${index + 1} is empty`] : [])),
  'cuts no block': ({ pages, blocks }) => {
    const texts = pages.map((page) => textOf(bodyOf(page)));
    return blocks.filter((block) => !texts.some((text) => text.includes(plain(block)))).map((block) => `on no page as a whole: ${block}`);
  },
  'leaves no heading at the end of a page': ({ pages, headings }) => {
    const names = new Set(headings.map(plain));
    const last = pages.map((page) => bodyOf(page).sort((a, b) => a.bottom - b.bottom).at(-1));
    // A list may end with the title of a role: that line ends a sentence.
    return last.filter((line) => line && names.has(plain(line.text)) && !line.text.trimEnd().endsWith('.')).map((line) => `at the end of a page: ${line.text}`);
  },
  'keeps all text within the paper, and no line on top of another': ({ pages }) => {
    const faults = [];
    for (const [index, page] of pages.entries()) {
      const lines = bodyOf(page);
      const outside = lines.filter(
        (line) => line.left < 38 || line.top < 27 || line.right > page.width - 38 || line.bottom > page.height - 36,
      );
      faults.push(...outside.map((line) => `page ${index + 1}: outside: ${line.text}`));
      for (const [at, line] of lines.entries()) {
        for (const other of lines.slice(at + 1)) {
          const across = Math.min(line.right, other.right) - Math.max(line.left, other.left);
          const down = Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top);
          // The boxes of lines hold the room above and below their letters, which may touch.
          const isOnTop = across > 1 && down > 0.35 * Math.min(line.bottom - line.top, other.bottom - other.top);
          if (isOnTop) faults.push(`page ${index + 1}: on top of another: “${line.text}” and “${other.text}”`);
        }
      }
    }
    return faults;
  },
  'has no text below its size': ({ pdf }, { least }) => {
    const sizes = [...fontsOf(pdf).matchAll(/<fontspec [^>]*size="(\d+)"/g)].map(([, size]) => Number(size));
    return sizes.length === 0 || Math.min(...sizes) < least ? [`text of ${Math.min(...sizes)} point`] : [];
  },
  'has no italics, and all text begins at the left': ({ leanings, notLeft }) => [
    ...leanings.map((words) => `in italics: ${words}`),
    ...notLeft.map((words) => `not from the left: ${words}`),
  ],
  'is on paper of its colour, to the edge': ({ pdf }, { tint = [255, 255, 255] }) => {
    // The second page, small: "P6 width height 255", then red, green and blue of each point.
    const picture = pixelsOf(pdf);
    const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40));
    const corners = [head[0].length, picture.length - 3].map((at) => [...picture.subarray(at, at + 3)]);
    return corners.filter((corner) => corner.join() !== tint.join()).map((corner) => `a corner is ${corner}`);
  },
};

function none(faults) {
  if (faults.length > 0) assert.fail([...faults.slice(0, 12), `${faults.length} in all`].join('\n'));
}

for (const font of FONTS) {
  describe(`a printed pack in ${font}`, { concurrency: 2 }, () => {
    for (const pack of PACKS) {
      test(pack.name, async (t) => {
        const { page, context } = await visit(pack.address, { font });
        const paper = await printed(page);
        await context.close();
        t.diagnostic(`${paper.pages.length} pages`);
        for (const [name, check] of Object.entries(CHECKS)) await t.test(name, () => none(check(paper, pack)));
      });
    }
  });
}

/** What a careless change of the style sheet would do, and what the checks should say of it. */
const FAULTS = [
  ['.sheet { break-before: auto }', /^Ambulance Care Assistant/],
  ['.qr { width: 20mm; height: 20mm }', /^a code is 7\d/],
  ['.pack li { margin-bottom: 2em }', /has more than 2 pages/],
  ['.sheet::after { content: ""; display: block; height: 1px; break-before: page }', /^page \d+ is empty/],
  ['.pack li { break-inside: auto; orphans: 1; widows: 1; line-height: 1.4 }', /^on no page as a whole/],
  ['.fact h3 { break-after: page }', /^at the end of a page: What it is/],
  ['.pack .address { position: relative; left: -12mm }', /outside: /],
  ['.pack .facts { margin-bottom: -3em }', /on top of another: /],
  ['.pack .address { font-size: 8pt }', /^text of 8 point/],
  ['.pack .lead { font-style: italic }', /^in italics: You /],
  ['.pack .lead { text-align: center }', /^not from the left: You /],
  ['@page { background: pink; print-color-adjust: exact }', /^a corner is 255,192,203/],
];

describe('the checks of a printed pack', { concurrency: 2 }, () => {
  for (const [careless, says] of FAULTS) {
    test(`find what “${careless}” does`, async () => {
      const { page, context } = await visit('/privacy');
      await page.route('**/look.*.css', async (route) => {
        const sheet = await route.fetch();
        await route.fulfill({ response: sheet, body: `${await sheet.text()}\n${careless.replaceAll(/(?<=[^;{ ]) *(?=[;}])/g, ' !important')}` });
      });
      await page.goto(TWELVE);
      const paper = await printed(page);
      await context.close();
      const found = Object.values(CHECKS).flatMap((check) => check(paper, { roles: 12, ...NORMAL }));
      assert.ok(found.some((fault) => says.test(fault)), `found only: ${found.join('\n')}`);
    });
  }
});
