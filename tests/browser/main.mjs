// All browser tests, in one process, so that they share their browsers. `tests/run browser` starts the site and this.
// To add a check of every page: a file in checks/, one line in pages.test.mjs.

import { after } from 'node:test';

import { closeBrowsers } from './browser.mjs';
import './checks.test.mjs';
import './html.test.mjs';
import './long-words.test.mjs';
import './offline.test.mjs';
import './other-hub.test.mjs';
import './pack.test.mjs';
import './pages.test.mjs';
import './paper.test.mjs';
import './phone.test.mjs';
import './pixels.test.mjs';
import './plain.test.mjs';
import './preview.test.mjs';

after(closeBrowsers);
