// The browser tests: a real server, a real browser, as a person would use them.
//
// `cargo xtask test --only build,e2e` sets the variables. By hand, after `cargo xtask build`:
// `npx playwright test --config tests/e2e`.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const here = path.dirname(fileURLToPath(import.meta.url));
process.env.EVERGREEN_SERVER ??= path.join(here, '../../target/server/evergreen-server');
const server = process.env.EVERGREEN_SERVER;
// A database of its own for each run, and the mail that would have been sent.
// The tests look for mail there: they run in processes of their own, and inherit its name.
process.env.EVERGREEN_DATA ??= fs.mkdtempSync(path.join(os.tmpdir(), 'evergreen-e2e-'));
const data = process.env.EVERGREEN_DATA;
// The firm's files, with its talks far ahead: they are of a day, and these tests of every day.
const firm = path.join(data, 'firm');
if (!fs.existsSync(firm)) {
  fs.cpSync(path.join(here, '../../firm'), firm, { recursive: true });
  const talks = path.join(firm, 'talks.toml');
  fs.writeFileSync(talks, fs.readFileSync(talks, 'utf8').replaceAll('start = "20', 'start = "21'));
}
const address = `http://127.0.0.1:${process.env.EVERGREEN_E2E_PORT ?? 4173}`;

export default defineConfig({
  testDir: here,
  outputDir: path.join(here, 'results'),
  reporter: 'list',
  forbidOnly: true,
  // A machine that checks other things at the same time may be late once; the report names what was.
  retries: process.env.CI ? 1 : 0,
  // Two cores: one for the browser, one for its worker.
  workers: 1,
  timeout: 60_000,
  use: {
    baseURL: address,
    // What keeps the app for later would answer in place of the network that a test watches.
    serviceWorkers: 'block',
    // Every test names its own device; this one serves where it does not matter.
    viewport: { width: 1280, height: 800 },
    // A person does not wait longer for an answer to a tap.
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROME || undefined,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `"${server}" --port ${new URL(address).port}`,
    url: `${address}/healthz`,
    // Every test comes from the same address: a limit by address would stop the eleventh sign-up.
    env: { EVERGREEN_DATA: data, EVERGREEN_FIRM: firm, EVERGREEN_LIMITS: 'off' },
    reuseExistingServer: false,
    // A line a request would hide what failed.
    stderr: 'ignore',
  },
});
