// The page on paper.

import { execFileSync } from 'node:child_process';

import { MODES, setWidth } from '../browser.mjs';

// 14 pt; a hair less for sums in fractions.
const LEAST = 14 * (96 / 72) - 0.05;

/** What is wrong with a page when it is printed. */
export async function print(page) {
  await setWidth(page, 1280);
  // Somebody whose screen is dark prints too.
  await page.emulateMedia({ ...MODES.dark, media: 'print' });
  const found = await page.evaluate(onPaper, LEAST);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  const plain = (words) => words.replace(/[\s\f]+/g, ' ');
  // A handout of one role has no cover on paper: it begins with the name of the role.
  const heading = plain(await page.locator('h1:visible, .cover.no-print + .sheet h2').first().innerText());
  if (!plain(text).includes(heading)) found.push(`the printed page lacks its heading “${heading}”`);
  return found;
}

/* Runs in the page. */
function onPaper(least) {
  const faults = new Set();
  for (const selector of ['.site-nav', '.crumbs', '.filters', '.skip']) {
    if (document.querySelector(selector)?.checkVisibility()) faults.add(`${selector} is printed`);
  }
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest('svg, .hidden')) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < least) faults.add(`${element.localName}.${element.className} is printed at ${(size * 0.75).toFixed(1)} pt`);
  }
  for (const link of document.querySelectorAll('main a[href^="http"]')) {
    if (link.checkVisibility() && !getComputedStyle(link, '::after').content.includes(link.getAttribute('href'))) {
      faults.add(`the address of “${link.textContent}” is not printed`);
    }
  }
  for (const folded of document.querySelectorAll('main details')) {
    const content = [...folded.children].find((child) => child.localName !== 'summary');
    if (folded.checkVisibility() && content && !content.checkVisibility({ contentVisibilityAuto: true })) {
      faults.add(`“${folded.querySelector('summary').textContent}” is printed folded`);
    }
  }
  const { backgroundColor } = getComputedStyle(document.body);
  if (backgroundColor !== 'rgb(255, 255, 255)') faults.add(`the paper is printed in ${backgroundColor}`);
  return [...faults];
}
