// The pictures of every component in `/styleguide`, as the development build shows them.
//
// `cargo xtask test --only look` makes that build and sets the variables.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const here = path.dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  testDir: here,
  outputDir: path.join(here, 'results'),
  snapshotPathTemplate: path.join(here, 'pictures/{arg}{ext}'),
  updateSnapshots: process.env.EVERGREEN_LOOK === 'new' ? 'changed' : 'none',
  reporter: 'list',
  forbidOnly: true,
  workers: 1,
  timeout: 180_000,
  expect: {
    // Edges may be drawn a little differently by another version of the browser; a line of 1 px that
    // moves, or a small mark in another colour, is more than this.
    toMatchSnapshot: { threshold: 0.03, maxDiffPixels: 40 },
  },
  use: {
    actionTimeout: 10_000,
    launchOptions: {
      executablePath: process.env.CHROME || undefined,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb'],
    },
  },
});
