// The site without its look: style sheet blocked, and in a text browser.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';

import { visit } from './browser.mjs';
import { samples, site } from './site.mjs';

/** From the start page to a manager's role: what is followed, and the heading it leads to. */
const JOURNEY = [
  { follow: /^Entry level/, heading: /^Entry/ },
  { follow: /^Social care \(/, heading: /social care/i },
  { follow: /^Care Worker$/, heading: /^Care Worker$/ },
  { follow: /^Team Leader or Supervisor$/, heading: /^Team Leader or Supervisor$/, below: 'Progression available to' },
  { follow: /^Management$/, heading: /^Management$/, below: 'Progression available to' },
];

describe('without a style sheet', { concurrency: 3 }, () => {
  for (const { address } of samples.filter((page) => page.isFirst && page.status === 200)) {
    test(`${address} reads in order`, async () => {
      const { page, context } = await visit('/privacy');
      await context.route('**/*.css', (route) => route.abort());
      await page.goto(address);
      const parts = await page.evaluate(() =>
        [...document.body.children].map((part) => part.id || part.className || part.localName).filter((part) => part !== ''),
      );
      // A view for a frame on somebody else's page has nothing to skip.
      const expected = address.startsWith('/embed/') ? ['main', 'footer'] : ['skip', 'site-head', 'main', 'site-foot'];
      const landmarks = expected.map((part) => parts.indexOf(part));
      assert.deepEqual(landmarks, [...landmarks].sort((a, b) => a - b), parts.join(', '));
      assert.ok(!landmarks.includes(-1), parts.join(', '));
      const icons = await page.locator('svg.icon, .brand svg').evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().height));
      assert.ok(Math.max(0, ...icons) <= 48, `an icon without a size of its own is ${Math.max(...icons)} px high`);
      await context.close();
    });
  }

  test('one gets from entry level to Management by following links', async () => {
    const { page, context } = await visit('/privacy');
    await context.route('**/*.css', (route) => route.abort());
    await page.goto('/');
    for (const { follow, heading, below } of JOURNEY) {
      const part = below ? page.locator('main :is(h2, ul)').filter({ hasText: below }).first().locator('xpath=following-sibling::ul[1]') : page.locator('main');
      await part.getByRole('link', { name: follow }).first().click();
      assert.match((await page.locator('h1').innerText()).trim(), heading);
    }
    await context.close();
  });
});

describe('in a text browser', () => {
  /** What w3m shows, with a number before each link and the addresses by number. */
  function read(address) {
    const shown = execFileSync('w3m', ['-dump', '-cols', '100', '-o', 'display_link_number=1', address], { encoding: 'utf8' });
    const [text, references = ''] = shown.split('\nReferences:\n');
    const addresses = new Map([...references.matchAll(/^\[(\d+)\] (\S+)/gm)].map(([, number, to]) => [number, to]));
    return { text, addresses };
  }

  test('one gets from entry level to Management by following links', () => {
    let { text, addresses } = read(`${site}/`);
    for (const { follow, heading, below } of JOURNEY) {
      const part = below ? text.slice(text.indexOf(below)) : text;
      const links = [...part.matchAll(/\[(\d+)\]([^\n[]+)/g)];
      const link = links.find(([, , words]) => follow.test(words.trim()));
      assert.ok(link, `no link ${follow} in:\n${part}`);
      ({ text, addresses } = read(addresses.get(link[1])));
      assert.ok(text.split('\n').some((line) => heading.test(line.trim())), `no heading ${heading} in:\n${text}`);
    }
  });

  test('one searches, reads a role, and takes a handout and its Braille', async () => {
    let { text, addresses } = read(`${site}/roles?q=xray&level=entry`);
    const follow = (words) => {
      const link = [...text.matchAll(/\[(\d+)\]([^\n[]+)/g)].find(([, , shown]) => shown.trim().startsWith(words));
      assert.ok(link, `no link ${words} in:\n${text}`);
      return addresses.get(link[1]);
    };
    assert.match(text, /1 role: “xray”, entry level/);
    ({ text, addresses } = read(follow('Radiography Assistant')));
    ({ text, addresses } = read(follow('make a handout of it')));
    for (const part of ['Career level', 'Ways in', 'Sources and review', 'Our sources do not say:']) {
      assert.ok(text.includes(part), `no “${part}” in:\n${text}`);
    }
    const braille = await fetch(follow('Uncontracted (grade 1)'));
    assert.equal(braille.headers.get('content-disposition'), 'attachment; filename="pack.brf"');
    assert.match(await braille.text(), /,RADIOGRAPHY ,ASSISTANT/);
  });

  for (const address of ['/roles', '/match', '/pack', '/pack?role=porter', '/journeys']) {
    test(`each choice on ${address} stands on a line of its own`, () => {
      const lines = read(site + address).text.split('\n');
      const boxes = lines.filter((line) => /[[(][ *x][\])] /.test(line));
      assert.ok(boxes.length > 4, `${boxes.length} choices`);
      assert.deepEqual(boxes.filter((line) => !/^\[\d+\][[(][ *x][\])] /.test(line) || line.match(/[[(][ *x][\])] /g).length > 1), []);
    });
  }
});
