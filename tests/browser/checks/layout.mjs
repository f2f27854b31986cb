// What a page looks like when it is narrow, enlarged or spaced out, and how large its targets are.

import { setMode, setWidth, spaceOut } from '../browser.mjs';

/** What reaches past the right edge of the window, at 320 px and with text twice its size. */
export async function reflow(page) {
  const found = [];
  await setMode(page, 'light');
  // A window of 1280 by 1024 px at 400 % zoom.
  await setWidth(page, 320, 256);
  found.push(...(await page.evaluate(overflowing)).map((fault) => `320 px, or 400 %: ${fault}`));
  await setWidth(page, 1280);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  found.push(...(await page.evaluate(overflowing)).map((fault) => `text at 200 %: ${fault}`));
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return found;
}

/** What is cut off or pushed aside by the spacing of text that WCAG 1.4.12 grants readers. */
export async function spacing(page) {
  const found = [];
  await setMode(page, 'light');
  await spaceOut(page, true);
  for (const width of [320, 1280]) {
    await setWidth(page, width);
    const faults = [...(await page.evaluate(overflowing)), ...(await page.evaluate(clipped))];
    found.push(...faults.map((fault) => `${width} px: ${fault}`));
  }
  await spaceOut(page, false);
  return found;
}

/** Controls, and links that stand by themselves, below 44 by 44 px. */
export async function targets(page) {
  const found = [];
  await setMode(page, 'light');
  for (const width of [320, 1280]) {
    await setWidth(page, width);
    found.push(...(await page.evaluate(small)).map((fault) => `${width} px: ${fault}`));
  }
  return found;
}

/* The functions below run in the page. */

/** What makes the page wider than the window. */
export function overflowing() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = (element) => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX);
  const isHeld = (element) => element && element !== document.body && (scrolls(element) || isHeld(element.parentElement));
  const wide = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !isHeld(element.parentElement),
  );
  const names = wide.slice(0, 5).map((element) => `${element.localName}.${element.className?.baseVal ?? element.className}`);
  return [`the page is ${root.scrollWidth} px wide: ${names.join(', ')}`];
}

function clipped() {
  const hides = (value) => value === 'hidden' || value === 'clip';
  const faults = [];
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || element instanceof SVGElement || element.localName === 'input') continue;
    // Only for screen readers: one pixel, on purpose.
    if (style.clipPath !== 'none' && element.clientWidth <= 1) continue;
    const isCut =
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1) ||
      (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1);
    if (isCut) faults.push(`${element.localName}.${element.className} cuts “${element.textContent.trim().slice(0, 40)}”`);
  }
  return faults;
}

function small() {
  const LEAST = 44;
  // The box that takes the click: a label's for its control; the card's for a link that is spread over it.
  const box = (element) => {
    const label = element.labels?.[0];
    const spread = getComputedStyle(element, '::after');
    if (label?.contains(element)) return label.getBoundingClientRect();
    if (spread.content !== 'none' && spread.position === 'absolute') {
      let holder = element;
      while (holder.parentElement && getComputedStyle(holder).position === 'static') holder = holder.parentElement;
      return holder.getBoundingClientRect();
    }
    return element.getBoundingClientRect();
  };
  const isControl = (element) => element.localName !== 'a';
  const standsAlone = (link) => link.closest('nav, svg') !== null || getComputedStyle(link).display !== 'inline';
  const faults = [];
  for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    if (!element.checkVisibility() || element.matches('.skip:not(:focus)')) continue;
    if (!isControl(element) && !standsAlone(element)) continue;
    const { width, height } = box(element);
    if (Math.round(width) < LEAST || Math.round(height) < LEAST) {
      const text = (element.textContent || element.name || '').trim().slice(0, 40);
      faults.push(`${element.localName} “${text}” is ${Math.round(width)} by ${Math.round(height)} px`);
    }
  }
  return faults;
}
