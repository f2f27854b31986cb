// What is checked of a page in a browser.

import { strict as assert } from 'node:assert';

import { axe } from './axe.mjs';
import { contrast } from './contrast.mjs';
import { keyboard } from './keyboard.mjs';
import { labels } from './labels.mjs';
import { reflow, spacing, targets } from './layout.mjs';
import { print } from './print.mjs';

/** One check on one page: it gives a list of faults, which should be empty. */
export const CHECKS = {
  'has the contrast it needs in every mode': contrast,
  'fits at 320 px, 400 % and with large text': reflow,
  'keeps its text whole with wide spacing': spacing,
  'cuts and covers no word of a drawing': labels,
  'has targets of 44 px': targets,
  'works with the keyboard alone, and shows where one is': keyboard,
  'can be printed': print,
  'has no violation of axe in any width and mode': axe,
};

/** The checks that hang on how wide letters are. */
export const WITH_EACH_FONT = [reflow, spacing, labels, print];

/** Fails with the first dozen of the faults. */
export function none(faults) {
  const more = faults.length > 12 ? [`and ${faults.length - 12} more`] : [];
  if (faults.length > 0) assert.fail([...faults.slice(0, 12), ...more].join('\n'));
}
