// Takes the picture of the README: SITE=http://127.0.0.1:3000 node tests/browser/picture.mjs

import { closeBrowsers, setMode, visit } from './browser.mjs';

const { page } = await visit('/roles/health-care-assistant', { viewport: { width: 1100, height: 760 } });
await setMode(page, 'light');
await page.screenshot({ path: new URL('picture.png', import.meta.url).pathname });
await closeBrowsers();
