// The words of drawings: none reaches out of its drawing, none lies on another.

import { setMode, setWidth, spaceOut } from '../browser.mjs';

/** Words of maps that are cut off, or that cover each other, as they come and spaced out (WCAG 1.4.12), on a phone and on a desk. */
export async function labels(page) {
  const found = [];
  await setMode(page, 'light');
  for (const spacing of ['', ', spaced out']) {
    if (spacing) await spaceOut(page, true);
    for (const width of [320, 1280]) {
      await setWidth(page, width);
      found.push(...(await page.evaluate(wordsAstray)).map((fault) => `${width} px${spacing}: ${fault}`));
    }
  }
  await spaceOut(page, false);
  return found;
}

/* Runs in the page. */
function wordsAstray() {
  const faults = new Set();
  for (const drawing of document.querySelectorAll('svg.map')) {
    if (!drawing.checkVisibility()) continue;
    const frame = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll('text')].filter((text) => text.checkVisibility());
    // A line of a label ends in a space, which nobody sees.
    const lines = texts.flatMap((text) => {
      const parts = text.querySelectorAll('tspan').length > 0 ? [...text.querySelectorAll('tspan')] : [text];
      return parts.map((part) => {
        const range = document.createRange();
        const node = part.firstChild;
        range.setStart(node, 0);
        range.setEnd(node, node.data.trimEnd().length);
        return { text, words: node.data.trim(), box: range.getBoundingClientRect() };
      });
    });
    const scale = frame.width / drawing.viewBox.baseVal.width;
    for (const [at, { text, words, box }] of lines.entries()) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) faults.add(`cuts “${words}”`);
      for (const other of lines.slice(at + 1)) {
        if (other.text === text) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // The boxes hold room above and below the letters, which may touch.
        if (across > 1 && down > 8 * scale) faults.add(`“${words}” lies on “${other.words}”`);
      }
    }
  }
  return [...faults];
}
