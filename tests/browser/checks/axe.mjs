// axe-core: WCAG 2.0 to 2.2, A and AA, best practices; and contrast of 7:1.

import { MODES, WIDTHS, bringAxe, setMode, setWidth } from '../browser.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// What a mode of colours can change; all else is looked at once for each width.
const OF_COLOUR = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

const everything = {
  runOnly: { type: 'tag', values: TAGS },
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};
const colours = { runOnly: { type: 'rule', values: OF_COLOUR }, resultTypes: ['violations'] };

/** Every violation, in each width and mode; in fewer of them where another page of the kind has been through all. */
export async function axe(page, { isFirst = true } = {}) {
  await bringAxe(page);
  const found = [];
  for (const width of isFirst ? WIDTHS : [320, 1280]) {
    await setWidth(page, width);
    for (const mode of isFirst ? Object.keys(MODES) : ['light', 'dark']) {
      await setMode(page, mode);
      const violations = await page.evaluate(
        async (options) => {
          const { violations } = await globalThis.axe.run(document, options);
          return violations.flatMap(({ id, nodes }) =>
            nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n')[1]?.trim()}`),
          );
        },
        mode === 'light' ? everything : colours,
      );
      found.push(...violations.map((violation) => `${width} px, ${mode}: ${violation}`));
    }
  }
  return found;
}
