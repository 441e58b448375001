// The pictures of the README, taken anew from the built app.
//
// `cargo xtask build`, then `npx playwright test --config tests/pictures`.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import e2e from '../e2e/playwright.config.js';

const here = path.dirname(fileURLToPath(import.meta.url));

export default { ...e2e, testDir: here, outputDir: path.join(here, 'results') };
