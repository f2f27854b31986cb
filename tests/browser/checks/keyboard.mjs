// The site without a mouse.

import { setMode, setWidth } from '../browser.mjs';

// Enough for the head of a page, its filters and the first of its cards; for the head alone where another page of the kind
// has been gone through.
const STEPS = 70;
const FEWER_STEPS = 20;

/** What a visitor who presses Tab and Enter alone would stumble over. */
export async function keyboard(page, { isFirst = true } = {}) {
  const found = [];
  await setMode(page, 'light');
  await setWidth(page, 1280);
  const positive = await page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count();
  if (positive > 0) found.push('a positive tabindex changes the order of the page');

  await page.keyboard.press('Tab');
  const first = await page.evaluate(focused);
  if (first?.href === '#main' && first.isSeen) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const second = await page.evaluate(focused);
    const stops = await page.locator('main').locator('a[href], button, input, select, summary, [tabindex="0"]').count();
    if (stops > 0 && !second?.isInMain) found.push(`the skip link leads to ${second?.what}, not into main`);
  } else if ((await page.locator('body.embed').count()) === 0) {
    // A view for a frame on somebody else's page has nothing to skip.
    found.push(`the first stop is not a visible skip link: ${first?.what}`);
  }

  // Back to where a visitor begins.
  await page.evaluate(async () => {
    document.activeElement?.blur();
    location.hash = '';
    // The next Tab begins at the top once the browser has gone there, which it does when it next draws the page.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    scrollTo(0, 0);
    getSelection()?.collapse(document.body, 0);
  });
  let last = -1;
  let isAtEnd = false;
  for (let step = 0; step < (isFirst ? STEPS : FEWER_STEPS); step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    // Behind the last stop is the window's own frame, or, where it has none, the first stop again.
    if (!stop || (isAtEnd && stop.isFirst)) break;
    if (stop.order < last) found.push(`the order of stops jumps back to ${stop.what}`);
    if (!stop.hasRing) found.push(`focus is not seen on ${stop.what}`);
    if (!stop.isSeen) found.push(`focus is on something that is not seen: ${stop.what}`);
    last = stop.order;
    isAtEnd = stop.isLast;
  }
  if (last < 0) found.push('Tab leads nowhere');
  return [...new Set(found)];
}

/* Runs in the page: where the focus is, and whether one sees it. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const ring = (at) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  // A card shows the ring of the link that is spread over it.
  const holders = [element, ...['.card', 'li', 'label', 'svg'].map((selector) => element.closest(selector)).filter(Boolean)];
  const { width, height, bottom, right } = element.getBoundingClientRect();
  const stops = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((stop) => stop.checkVisibility());
  return {
    what: `${element.localName} “${(element.textContent || element.name || '').trim().slice(0, 40)}”`,
    href: element.getAttribute('href'),
    isInMain: element.closest('main') !== null,
    isSeen: width > 1 && height > 1 && bottom > 0 && right > 0 && element.checkVisibility(),
    hasRing: holders.some(ring),
    isFirst: element === stops[0],
    isLast: element === stops.at(-1),
    order: [...document.querySelectorAll('*')].indexOf(element),
  };
}
