// The checks themselves: each finds the fault it is for, on a page that has no other.

import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';

import { axe } from './checks/axe.mjs';
import { contrast } from './checks/contrast.mjs';
import { keyboard } from './checks/keyboard.mjs';
import { labels } from './checks/labels.mjs';
import { reflow, spacing, targets } from './checks/layout.mjs';
import { print } from './checks/print.mjs';
import { visit } from './browser.mjs';

/** A check, what it should say, and the page that should make it say so. */
const FAULTS = [
  [axe, /image-alt/, '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
  [axe, /color-contrast-enhanced/, '<p style="color:#767676">Faint, though 4.5:1</p>'],
  [contrast, /^dark: text of p\.ink has 1\.00/, '<p class="ink">Black on black</p><style>@media (prefers-color-scheme:dark){.ink{color:#000;background:#000}}</style>'],
  [contrast, /text ::before of p/, '<p class="n">One</p><style>.n::before{content:"1";color:#bbb}</style>'],
  [contrast, /drawing ::after of p/, '<p class="n">One</p><style>.n::after{content:"";display:block;width:20px;height:20px;background:#ccc}</style>'],
  [contrast, /edge of input/, '<label>Word <input style="border:1px solid #ccc;background:#fff"></label>'],
  [contrast, /drawing path/, '<svg width="20" height="20"><path d="M0 0h20" stroke="#ccc" fill="none"/></svg>'],
  [reflow, /320 px.* 508 px wide: div/, '<div style="width:500px">Wide</div>'],
  [reflow, /text at 200 %/, '<div style="width:50rem">Wide when enlarged</div><style>@media (width<800px){div{width:auto!important}}</style>'],
  [spacing, /cuts “Two lines/, '<p style="height:1.2em;line-height:1.2;overflow:hidden">Two lines</p>'],
  [labels, /^1280 px: cuts “Nurse”/, '<svg class="map" width="99" height="99" viewBox="0 0 99 99"><text x="90" y="50">Nurse</text></svg>'],
  [labels, /^1280 px, spaced out: cuts “Practitioner”/, '<svg class="map" width="96" height="99" viewBox="0 0 96 99"><text y="50" style="font:16px sans-serif"><tspan x="0">Practitioner</tspan></text></svg>'],
  [labels, /“Nurse” lies on “Doctor”/, '<svg class="map" width="99" height="99" viewBox="0 0 99 99"><text y="50">Nurse</text><text y="52">Doctor</text></svg>'],
  [targets, /button “Go” is \d+ by 20 px/, '<button style="height:20px">Go</button>'],
  [targets, /a “Next” is \d+ by/, '<nav><a href="/">Next</a></nav>'],
  [keyboard, /not a visible skip link/, '', { skip: '' }],
  [keyboard, /focus is not seen on a “Here”/, '<a class="quiet" href="/">Here</a><style>.quiet:focus{outline:0}</style>'],
  [keyboard, /a positive tabindex/, '<a href="/" tabindex="3">Here</a>'],
  [keyboard, /focus is on something that is not seen/, '<a href="/" style="position:absolute;left:-99rem">Here</a>'],
  [print, /p\. is printed at 9\.0 pt/, '<p style="font-size:9pt">Small print</p>'],
  [print, /the address of “Out” is not printed/, '<p>Go <a href="https://example.org/">Out</a></p>'],
  [print, /“More” is printed folded/, '<details><summary>More</summary><p>Hidden</p></details>'],
  [print, /\.filters is printed/, '<form class="filters">Filters</form>'],
];

const SKIP = '<a href="#main" style="display:inline-block;padding:1rem">Skip</a>';
const around = (content, { skip = SKIP } = {}) => `<!DOCTYPE html><html lang="en"><head><title>A page</title>
  <meta name="viewport" content="width=device-width"><style>html{color-scheme:light dark} a{color:inherit}
  :focus{outline:3px solid} main{font-size:14pt} @media print{html{color-scheme:light} body{background:#fff} nav{display:none}}</style></head>
  <body>${skip}<main id="main" tabindex="-1"><h1>A page</h1>${content}</main></body></html>`;

describe('checks', { concurrency: 3 }, () => {
  for (const [check, says, content, options] of FAULTS) {
    test(`${check.name} finds ${says}`, async () => {
      const { page, context } = await visit('/privacy');
      await page.route('**/broken', (route) => route.fulfill({ contentType: 'text/html', body: around(content, options) }));
      await page.goto('/broken');
      const found = await check(page);
      assert.ok(found.some((fault) => says.test(fault)), `found only: ${found.join('\n')}`);
      await context.close();
    });
  }

  test('nothing is found on a page without a fault', async () => {
    const { page, context } = await visit('/privacy');
    await page.route('**/sound', (route) =>
      route.fulfill({ contentType: 'text/html', body: around('<p>All is well. <a href="/">Go home</a> or read on.</p>') }),
    );
    await page.goto('/sound');
    for (const check of new Set(FAULTS.map(([check]) => check))) assert.deepEqual(await check(page), [], check.name);
    await context.close();
  });
});
