// One browser for each font; a fresh visitor for each page.

import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { site } from './site.mjs';

/**
 * The fonts that a visitor's system may have, each with the fontconfig file that shows it alone. What hangs on the width of
 * letters is tested with each, all else with the first, which is the widest. Whoever sets FONTCONFIG_FILE tests with its fonts.
 */
const FONT_FILES = process.env.FONTCONFIG_FILE
  ? { 'the fonts of FONTCONFIG_FILE': process.env.FONTCONFIG_FILE }
  : Object.fromEntries(
      ['DejaVu Sans', 'Liberation Sans', 'Noto Sans'].map((font) => [
        font,
        new URL(`fonts/${font.toLowerCase().replace(' ', '-')}.conf`, import.meta.url).pathname,
      ]),
    );
export const FONTS = Object.keys(FONT_FILES);

const browsers = new Map();

/** The browser on a system that has this font. */
function browserWith(font) {
  if (!browsers.has(font)) {
    browsers.set(
      font,
      chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        env: { ...process.env, FONTCONFIG_FILE: FONT_FILES[font] },
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      }),
    );
  }
  return browsers.get(font);
}

/** To be called once, after the last test. */
export const closeBrowsers = async () => {
  for (const browser of browsers.values()) await (await browser).close();
};

/** How visitors may have set up their device. */
export const MODES = {
  light: { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none', media: 'screen' },
  dark: { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none', media: 'screen' },
  'more contrast, light': { colorScheme: 'light', contrast: 'more', forcedColors: 'none', media: 'screen' },
  'more contrast, dark': { colorScheme: 'dark', contrast: 'more', forcedColors: 'none', media: 'screen' },
  'forced colours, light': { colorScheme: 'light', contrast: 'more', forcedColors: 'active', media: 'screen' },
  'forced colours, dark': { colorScheme: 'dark', contrast: 'more', forcedColors: 'active', media: 'screen' },
};

/** From a small phone to a desktop. The first is also what 400 % zoom makes of the last. */
export const WIDTHS = [320, 768, 1280];

/**
 * Opens a page as a new visitor; notes all that goes wrong meanwhile in `faults`.
 * `expected` is the status it should have: the browser reports an error page in its console.
 */
export async function visit(address, { expected = 200, font = FONTS[0], ...options } = {}) {
  const browser = await browserWith(font);
  const context = await browser.newContext({ baseURL: site, viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    const isTheErrorPageItself = expected !== 200 && message.text().includes(`status of ${expected}`);
    if (['error', 'warning'].includes(message.type()) && !isTheErrorPageItself) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    const { origin } = new URL(address, site);
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) faults.push(`asks another origin: ${url}`);
  });
  const response = await page.goto(address);
  assert.equal(response.status(), expected, address);
  return { context, page, faults, response };
}

/** Sets the device up in one of the `MODES`. */
export const setMode = (page, mode) => page.emulateMedia({ reducedMotion: 'reduce', ...MODES[mode] });

/** Sets the width of the window. */
export const setWidth = (page, width, height = 800) => page.setViewportSize({ width, height });

/** Spaces the text of a page out as far as WCAG 1.4.12 grants readers, or no more. */
export const spaceOut = (page, isSpaced) =>
  page.evaluate((isSpaced) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
                       p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = isSpaced ? [sheet] : [];
  }, isSpaced);

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Brings axe into a page, past its Content-Security-Policy and without loosening it. */
export const bringAxe = (page) => page.evaluate(axeSource);
