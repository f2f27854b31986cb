// Contrast as it is painted: the page with its text and without it. axe leaves a text undecided where a picture, a line or a
// pseudo-element may lie behind it; pixels do not.

import { setMode, setWidth } from '../browser.mjs';

const TEXT = 7;

/** Texts with a letter that stands on a pixel against which its colour has less than 7:1. `blank` is a page that may be used. */
export async function pixels(page, blank, mode) {
  await setWidth(page, 1280);
  await setMode(page, mode);
  const texts = await page.evaluate(paintedTexts);
  const painted = await page.screenshot({ fullPage: true });
  await page.evaluate(hideText, true);
  const bare = await page.screenshot({ fullPage: true });
  await page.evaluate(hideText, false);
  const given = { texts, least: TEXT, painted: painted.toString('base64'), bare: bare.toString('base64') };
  const { low, seen } = await blank.evaluate(faint, given);
  return { faults: low.map((fault) => `${mode}: ${fault}`), seen };
}

/* Runs in the page: paints text in no colour, and nothing else. */
function hideText(isHidden) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; }
                     svg :is(text, tspan) { fill: transparent !important; stroke: transparent !important; }`);
  document.adoptedStyleSheets = isHidden ? [sheet] : [];
}

/* Runs in the page: every text, its colour, and where its lines stand. */
function paintedTexts() {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].map(({ x, y, width, height }) => [x + scrollX, y + scrollY, width, height]);
    const { color, fill } = getComputedStyle(element);
    found.push({ words: node.data.trim().slice(0, 40), colour: element instanceof SVGElement ? fill : color, boxes });
  }
  return found;
}

/* Runs in a blank page. */
async function faint({ texts, least, painted, bare }) {
  const pixelsOf = async (image) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob());
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  };
  const [whole, empty] = [await pixelsOf(painted), await pixelsOf(bare)];
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const read = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const linear = (value) => (value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = (r, g, b) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const low = [];
  let seen = 0;
  for (const { words, colour, boxes } of texts) {
    const [r, g, b] = read(colour);
    const ink = light(r, g, b);
    const ratios = new Map();
    for (const [left, top, across, down] of boxes) {
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(whole.height, top + down); y += 1) {
        for (let x = Math.max(0, Math.floor(left)); x < Math.min(whole.width, left + across); x += 1) {
          const at = 4 * (y * whole.width + x);
          const [r2, g2, b2] = [empty.data[at], empty.data[at + 1], empty.data[at + 2]];
          const change = Math.abs(whole.data[at] - r2) + Math.abs(whole.data[at + 1] - g2) + Math.abs(whole.data[at + 2] - b2);
          if (change < 48) continue;
          const behind = (r2 << 16) | (g2 << 8) | b2;
          if (ratios.has(behind)) continue;
          const paper = light(r2, g2, b2);
          ratios.set(behind, (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05));
        }
      }
    }
    if (ratios.size === 0) continue;
    seen += 1;
    const worst = Math.min(...ratios.values());
    if (worst < least) low.push(`“${words}” has ${worst.toFixed(2)}:1 (${colour})`);
  }
  return { low, seen };
}
