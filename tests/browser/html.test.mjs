// The HTML of every page.

import { describe, test } from 'node:test';

import { none } from './checks/all.mjs';
import { htmlFaults, nuFaults } from './checks/html.mjs';
import { byKind, offThePath, pages } from './site.mjs';

describe('HTML', () => {
  for (const [kind, group] of [...byKind, ['what goes wrong', offThePath]]) {
    test(`${kind} (${group.length}) is valid`, async () => {
      none((await Promise.all(group.map(htmlFaults))).flat());
    });
  }

  test('the Nu checker finds neither error nor warning', async () => none(await nuFaults([...pages, ...offThePath])));
});
