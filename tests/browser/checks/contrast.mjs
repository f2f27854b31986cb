// Contrast by our own sums: axe gives up where a pseudo-element or a picture may lie behind a text.

import { MODES, setMode, setWidth } from '../browser.mjs';

const TEXT = 7;
const GRAPHIC = 4.5;

/** Texts below 7:1 against what lies behind them, and lines, icons and frames of controls below 4.5:1. */
export async function contrast(page) {
  const found = [];
  await setWidth(page, 1280);
  for (const mode of Object.keys(MODES)) {
    await setMode(page, mode);
    const low = await page.evaluate(faint, { text: TEXT, graphic: GRAPHIC, isForced: mode.startsWith('forced') });
    found.push(...low.map((fault) => `${mode}: ${fault}`));
  }
  return found;
}

/* Runs in the page. */
function faint({ text, graphic, isForced }) {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  /** Any CSS colour as red, green, blue and opacity, all from 0 to 1. */
  const read = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r / 255, g / 255, b / 255, a / 255];
  };
  const over = ([r, g, b, a], [r2, g2, b2]) => [r * a + r2 * (1 - a), g * a + g2 * (1 - a), b * a + b2 * (1 - a), 1];
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  // What a browser paints where nobody says anything: it depends on the mode.
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.backgroundColor = 'Canvas';
  const blank = read(getComputedStyle(probe).backgroundColor);
  probe.remove();
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(read(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), blank);
  };
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const name = (element) =>
    [element.localName, element.id && `#${element.id}`, ...[...element.classList].map((c) => `.${c}`)].join('');
  const faults = new Set();
  const judge = (what, element, colour, backdrop, least) => {
    const has = ratio(over(read(colour), backdrop), backdrop);
    if (has < least) faults.add(`${what} of ${name(element)} has ${has.toFixed(2)}:1, not ${least}:1 (${colour})`);
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || seen.has(element) || !isSeen(element)) continue;
    seen.add(element);
    const { color, fill } = getComputedStyle(element);
    judge('text', element, element instanceof SVGElement ? fill : color, behind(element), text);
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!isSeen(element)) continue;
    for (const pseudo of ['::before', '::after']) {
      const style = getComputedStyle(element, pseudo);
      if (style.content === 'none' || style.content === 'normal') continue;
      // Drawn with an empty text: a line or a stop. It stands out by its fill or by its border.
      const isDrawing = style.content === '""' && style.width !== 'auto' && parseFloat(style.width) > 1;
      const backdrop = behind(element);
      if (isDrawing) {
        const colours = [style.backgroundColor, parseFloat(style.borderTopWidth) > 0 ? style.borderTopColor : 'transparent'];
        const best = colours.map(read).filter(([, , , a]) => a > 0).map((colour) => ratio(over(colour, backdrop), backdrop));
        const has = Math.max(0, ...best);
        const isInvisible = best.length === 0;
        if (!isInvisible && has < graphic) {
          faults.add(`drawing ${pseudo} of ${name(element)} has ${has.toFixed(2)}:1, not ${graphic}:1`);
        }
      } else if (/counter|[\p{L}\p{N}]/u.test(style.content)) {
        const own = read(style.backgroundColor);
        judge(`text ${pseudo}`, element, style.color, over(own, backdrop), text);
      }
    }
  }
  if (isForced) return [...faults];
  for (const control of document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=hidden]), select, button, .button')) {
    if (!isSeen(control)) continue;
    const style = getComputedStyle(control);
    const outside = behind(control.parentElement);
    const edge = Math.max(
      ratio(over(read(style.borderTopColor), outside), outside),
      ratio(over(read(style.backgroundColor), outside), outside),
    );
    if (edge < graphic) faults.add(`edge of ${name(control)} has ${edge.toFixed(2)}:1, not ${graphic}:1`);
  }
  for (const icon of document.querySelectorAll('svg:not([hidden]) :is(path, circle, rect, line, polyline), svg.icon')) {
    if (!isSeen(icon) || icon.closest('symbol, defs')) continue;
    const style = getComputedStyle(icon);
    const ink = [style.stroke, style.fill].filter((paint) => paint !== 'none' && !paint.startsWith('url'));
    if (ink.length === 0) continue;
    const backdrop = behind(icon);
    const has = Math.max(...ink.map((paint) => ratio(over(read(paint), backdrop), backdrop)));
    if (has < graphic) faults.add(`drawing ${name(icon)} in ${name(icon.parentElement)} has ${has.toFixed(2)}:1, not ${graphic}:1`);
  }
  return [...faults];
}
