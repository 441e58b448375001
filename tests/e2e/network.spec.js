// A bad network, and none: nothing typed is lost, and every state says what is going on.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { chinese, phone } from './devices.js';
import { openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { answer } from './zone.js';

test.use({ ...phone, ...chinese, tolerated: [/^console: (Failed to load resource|TypeError: Failed to fetch|Error: no styles)/] });
test.describe.configure({ timeout: 120_000 });

const heading = (page) => page.getByRole('heading', { level: 1 });

/** Every answer comes this late, in milliseconds, and one in so many never does. */
const DELAY = 400;
const LOST_ONE_IN = 50;

/** A network with a long way and holes: the same ones in every run. */
async function badNetwork(page) {
  let number = 0;
  await page.route('**/*', async (route) => {
    number += 1;
    const lost = number % LOST_ONE_IN === 7;
    await new Promise((done) => setTimeout(done, DELAY));
    // The page itself and its program: without them there is nothing that could say anything.
    if (lost && !/\/$|\.html$|evergreen(_bg)?\.|styles\.css/.test(new URL(route.request().url()).pathname)) {
      await route.abort('connectionreset');
    } else {
      await route.continue();
    }
  });
}

/** Loses the first request of a kind; all others go their long way. */
async function loseFirst(page, method, address) {
  let lost = false;
  await page.route(address, async (route) => {
    if (lost || route.request().method() !== method) return route.fallback();
    lost = true;
    await new Promise((done) => setTimeout(done, DELAY));
    return route.abort('connectionreset');
  });
}

/** Waits for what is wanted; where a part was lost, another try helps, as it helps a person. */
async function reach(page, wanted) {
  const again = page.getByRole('button', { name: '再试一次' });
  await expect(async () => {
    if (await again.isVisible()) await again.tap();
    await expect(wanted).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
}

test('over a bad network the way leads from a question to the plan, and no answer is lost', async ({ page }) => {
  await badNetwork(page);
  await openWith(page, await storedForm('china'), '/discover/saving');
  const box = page.getByRole('textbox', { name: '每年存下的钱' });
  await reach(page, box);
  await box.fill('77,000');

  await page.reload();
  await reach(page, box);
  await expect(box).toHaveValue('77,000');
  await page.goto('/retirement');
  // While it is on its way, the page says so.
  await expect(page.locator('main [aria-busy=true], main h1').first()).toBeVisible();
  await reach(page, answer(page).filter({ hasText: /^您在/ }));
});

test.describe('what is sent over a bad network', () => {
  // Whoever opens an account gets one of the advisors who were made up.
  test.beforeAll(() => promisify(execFile)(process.env.EVERGREEN_SERVER, ['demo']));

  test('every press says that it is under way, a lost one says so, and nothing typed is lost', async ({ page }) => {
    const [address, words] = [`far-${Date.now()}@example.com`, '从很远的地方'];
    const underWay = page.getByRole('button', { name: '正在发送…' });
    await badNetwork(page);
    await openWith(page, await storedForm('china'), '/account?do=sign-up&back=/meetings');
    const email = page.getByRole('textbox', { name: '邮箱', exact: true });
    const password = page.getByLabel('密码', { exact: true });
    await reach(page, email);
    await email.fill(address);
    await password.fill('plain words in a row');
    await loseFirst(page, 'POST', '**/api/account');
    const open = page.getByRole('button', { name: '开户', exact: true });

    await open.tap();

    await expect(underWay).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: '暂时连不上服务器' })).toBeVisible();
    await expect(email).toHaveValue(address);
    await expect(password).toHaveValue('plain words in a row');
    await open.tap();
    await expect(page).toHaveURL('/meetings');

    const own = page.getByRole('textbox', { name: /^您自己的话/ });
    await reach(page, own);
    await page.getByRole('radio', { name: '年度回顾' }).check();
    await own.fill(words);
    await page.getByRole('radio', { name: '视频' }).check();
    const slot = page.locator('.meeting-request .slot-picker__input').first();
    await reach(page, page.locator('.meeting-request .slot-picker').first());
    await slot.check();
    await loseFirst(page, 'POST', '**/api/meetings');

    await page.getByRole('button', { name: /^约 / }).tap();

    await expect(underWay).toBeVisible();
    await expect(page.getByText('还没发出：等网络')).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem('evergreen.meeting.waiting'))).toContain(words);
    await page.getByRole('button', { name: '现在发送' }).tap();
    await expect(page.getByRole('article').first()).toContainText('等顾问确认');
  });
});

test('pages that cannot be had say so, keep the bars, and come with another try', async ({ page }) => {
  await openWith(page, await storedForm('china'), '/learn');
  await expect(heading(page)).toBeVisible();
  // The opening has the heading before the app is there.
  await page.waitForLoadState('networkidle');
  await page.route('**/*', (route) => route.abort('internetdisconnected'));

  await page.getByRole('link', { name: '词汇' }).filter({ visible: true }).tap();

  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.unroute('**/*');
  await page.getByRole('button', { name: '再试一次' }).tap();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('without network what is typed stays, and the plan follows it', async ({ page, context }) => {
  const fetched = page.waitForEvent('requestfinished', (request) => /split_plan/.test(request.url()));
  await openWith(page, await storedForm('china'), '/discover/saving');
  const box = page.getByRole('textbox', { name: '每年存下的钱' });
  await expect(box).toBeVisible();
  // The pages of the plan come ahead of need.
  await fetched;
  await page.waitForLoadState('networkidle');

  await context.setOffline(true);
  await box.fill('5,000');
  await page.evaluate(() => {
    history.pushState({}, '', '/retirement');
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  });
  await expect(answer(page)).toHaveText(/^您在/);
  await context.setOffline(false);

  await page.goto('/discover/saving');
  await expect(box).toHaveValue('5,000');
});

test.describe('steps that are counted', () => {
  /** The steps that the page reports, in their order. */
  function steps(page) {
    const told = [];
    page.on('request', (request) => {
      const [, step] = /\/api\/steps\/(\w+)$/.exec(request.url()) ?? [];
      if (step) told.push({ step, body: request.postData(), cookie: request.headers().cookie });
    });
    return told;
  }

  test('each once, with nothing about who it was', async ({ page }) => {
    const told = steps(page);
    await openWith(page, await storedForm('china'), '/retirement');
    await expect(answer(page)).toHaveText(/^您在/);
    await page.clock.runFor(5_000);
    const names = () => told.map(({ step }) => step).sort();
    await expect.poll(names).toEqual(['all_answered', 'first_answer', 'opened', 'zone_shown']);

    await page.reload();
    await expect(answer(page)).toHaveText(/^您在/);
    await page.clock.runFor(5_000);
    await page.waitForLoadState('networkidle');

    expect(names()).toEqual(['all_answered', 'first_answer', 'opened', 'zone_shown']);
    for (const { body, cookie } of told) expect([body, cookie]).toEqual([null, undefined]);
  });

  test('none without network, and the page does not wait', async ({ page, context }) => {
    await openWith(page, await storedForm('china'), '/');
    await expect(answer(page)).toHaveText(/^您在/);
    await page.evaluate(() => localStorage.removeItem('evergreen.counted'));
    const told = steps(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'English' }).tap();
    await page.clock.runFor(5_000);
    expect(told).toEqual([]);
  });
});
