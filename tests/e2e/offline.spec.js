// Without network: what was opened once opens again, and a newer version asks before it takes over.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { chinese, phone } from './devices.js';
import { openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { answer } from './zone.js';

test.use({
  ...phone,
  ...chinese,
  serviceWorkers: 'allow',
  tolerated: [/^console: (Failed to load resource|TypeError: Failed to fetch|Error: no styles)/],
});

const heading = (page) => page.getByRole('heading', { level: 1 });

/** Waits until the page is kept, and what keeps it answers for it. */
async function keptForLater(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
  });
}

test('what was opened once opens without network, and what was read before is there', async ({ page, context }) => {
  await openWith(page, await storedForm('china'), '/learn/ways-to-green');
  await expect(heading(page)).toBeVisible();
  const title = await heading(page).textContent();
  await keptForLater(page);
  // Read again, now through what keeps it.
  await page.reload();
  await expect(heading(page)).toHaveText(title);

  await context.setOffline(true);

  await page.goto('/');
  await expect(answer(page)).toHaveText(/^您在/);
  for (const [address, said] of [
    ['/retirement', /^您在/],
    ['/goals', /./],
    ['/products', /./],
    ['/report', /规划书/],
    ['/learn/ways-to-green', title],
  ]) {
    await page.goto(address);
    await expect(heading(page)).toHaveText(said);
  }
  await page.goto('/retirement?save=100000');
  await expect(answer(page)).toHaveText(/^照这样试/);
});

test('every article can be read and searched without network, though none was opened before', async ({ page, context }) => {
  await openWith(page, await storedForm('china'), '/');
  await expect(answer(page)).toHaveText(/^您在/);
  await keptForLater(page);

  await context.setOffline(true);

  await page.goto('/learn');
  // A word that stands in bodies alone.
  await page.getByRole('searchbox').fill('冈珀茨');
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: '钱要用到多少岁' });
  await expect(row.first()).toContainText('冈珀茨');
  await page.goto('/learn/the-reserve');
  await expect(heading(page)).toHaveText(/备用金/);
  await expect(page.locator('.article__body p').first()).toBeVisible();
  await page.getByRole('button', { name: 'English' }).tap();
  await expect(heading(page)).toHaveText(/reserve/i);
  await expect(page.locator('.article__body')).toContainText(/reserve/);
});

test('articles that could not be kept on the first visit are kept when their list is next looked at', async ({ page }) => {
  await page.goto('/');
  await keptForLater(page);
  // As where the network broke off.
  await page.evaluate(async () => {
    const documents = await caches.open('evergreen-documents');
    const articles = (await documents.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/api/articles/'));
    await Promise.all(articles.map((article) => documents.delete(article)));
  });
  const kept = () => page.evaluate(async () => Boolean(await caches.match('/api/articles/the-reserve/zh')));
  expect(await kept()).toBe(false);

  await page.goto('/learn');

  await expect.poll(kept).toBe(true);
});

test('what belongs to an account is never kept', async ({ page }) => {
  await page.goto('/');
  await keptForLater(page);
  await page.evaluate(() => Promise.all(['/api/session', '/api/draft', '/api/firm.bin'].map((path) => fetch(path))));

  const kept = await page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    }
    return found;
  });

  expect(kept).toContain('/api/firm.bin');
  expect(kept.filter((address) => /^\/api\/(?!firm|shelf|articles|glossary|talks|samples)/.test(address))).toEqual([]);
  expect(kept.filter((address) => /\.wasm$/.test(address)).length).toBeGreaterThanOrEqual(2);
});

test.describe('a newer version', () => {
  // The site of this test has an address of its own.
  // One expression: a list of two would be read as a value with options.
  test.use({ tolerated: [/^stranger: http:\/\/127\.0\.0\.1:|^console: (Failed to load resource|TypeError: Failed to fetch|Error: no styles)/] });

  test('waits until the person agrees', async ({ page }) => {
    const site = await newSite();
    try {
      await openWith(page, await storedForm('china'), `${site.address}/retirement`);
      await expect(answer(page)).toHaveText(/^您在/);
      await keptForLater(page);

      await site.renew();
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());

      const notice = page.getByRole('status').filter({ hasText: '有新版本了' });
      await expect(notice).toBeVisible();
      expect(await page.evaluate(() => caches.keys())).toContain('evergreen-app-newer');
      await expect(answer(page)).toHaveText(/^您在/);

      const opened = page.waitForEvent('load');
      await notice.getByRole('button', { name: '重新载入' }).tap();
      await opened;

      await expect(answer(page)).toHaveText(/^您在/);
      await expect(notice).toHaveCount(0);
    } finally {
      await site.close();
    }
  });
});

/** A server with a copy of the site, whose worker can be exchanged for that of a newer build. */
async function newSite() {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const program = process.env.EVERGREEN_SERVER ?? path.join(here, '../../target/server/evergreen-server');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'evergreen-site-'));
  const dist = path.join(folder, 'dist');
  await cp(process.env.EVERGREEN_DIST ?? path.join(here, '../../dist'), dist, { recursive: true });
  const port = 4_900 + (process.pid % 90);
  let server;
  const start = async () => {
    server = spawn(program, ['--port', String(port), '--dist', dist], {
      env: { ...process.env, EVERGREEN_DATA: path.join(folder, 'data') },
      stdio: 'ignore',
    });
    await expect.poll(() => fetch(`http://127.0.0.1:${port}/healthz`).then(({ ok }) => ok, () => false)).toBe(true);
  };
  const stop = () => new Promise((done) => server.once('exit', done).kill());
  await start();
  return {
    address: `http://127.0.0.1:${port}`,
    async renew() {
      await stop();
      const worker = path.join(dist, 'sw.js');
      const text = await readFile(worker, 'utf8');
      await writeFile(worker, text.replace(/"name":"app-[0-9a-f]+"/, '"name":"app-newer"'));
      for (const packed of ['br', 'gz']) await rm(`${worker}.${packed}`, { force: true });
      await start();
    },
    async close() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
