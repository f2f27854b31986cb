// All browser tests, in one process, so that they share one browser. `tests/run browser` starts the site and this.
// To add a check of every page: a file in checks/, one line in pages.test.mjs.

import { after } from 'node:test';

import { closeBrowser } from './browser.mjs';
import './checks.test.mjs';
import './html.test.mjs';
import './pack.test.mjs';
import './pages.test.mjs';
import './paper.test.mjs';
import './plain.test.mjs';

after(closeBrowser);
