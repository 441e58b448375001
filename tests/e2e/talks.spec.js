// A seat at a talk: from a guest's wish to the calendar, given back, and what stands in its way.

import { readFile } from 'node:fs/promises';

import AxeBuilder from '@axe-core/playwright';
import ICAL from 'ical.js';

import { chinese, desk, english, phone } from './devices.js';
import { CONFIRMED, openWith, storedForm } from './household.js';
import { eventInMail, linkInMail } from './mail.js';
import { expect, test } from './page.js';

test.use({ tolerated: [/^console: (Failed to load resource.*(\/api\/|ERR_INTERNET_DISCONNECTED|ERR_FAILED))/] });

const PASSWORD = 'plain words in a row';

let count = 0;
/** An address that no other test has. */
const address = () => `guest-${Date.now()}-${(count += 1)}@example.com`;

const main = (page) => page.getByRole('main');
const talk = (page, title) => main(page).getByRole('listitem').filter({ hasText: title });

/** The seats as the server has them for whoever is signed in. */
const seat = (page, id) =>
  page.evaluate(
    async (id) => (await (await fetch('/api/talks/seats')).json()).find(({ talk }) => talk === id),
    id,
  );

const eventOf = (text) => new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent'));

async function soundOn(page) {
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

test.describe('on a phone, in Chinese', () => {
  test.use({ ...phone, ...chinese });
  const TITLE = '您的退休计划怎样读';

  async function signUp(page, email, back) {
    await page.goto(`/account?do=sign-up&back=${encodeURIComponent(back)}`);
    await page.getByRole('textbox', { name: '邮箱', exact: true }).fill(email);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '开户', exact: true }).tap();
    await expect(page).toHaveURL(back);
  }

  test('a guest opens an account, comes back to the talk, takes a seat, and gives it back', async ({ page }) => {
    const email = address();
    await page.goto('/learn/talks');
    await soundOn(page);
    await talk(page, TITLE).getByRole('link', { name: '登录后报名' }).tap();
    await expect(page).toHaveURL(/\/account\?/);
    await page.getByRole('textbox', { name: '邮箱', exact: true }).fill(email);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '开户', exact: true }).tap();

    await expect(page).toHaveURL('/learn/talks?talk=first-plan-shanghai');
    await expect(page.getByRole('heading', { name: TITLE })).toBeFocused();
    const before = await seat(page, 'first-plan-shanghai');
    await expect(talk(page, TITLE)).toContainText(`80 个座位，还剩 ${before.left} 个`);
    await talk(page, TITLE).getByRole('button', { name: '报名', exact: true }).tap();

    await expect(talk(page, TITLE)).toContainText('您已报名。邮箱确认之前我们不寄日程');
    await soundOn(page);
    const own = await seat(page, 'first-plan-shanghai');
    expect(own.left).toBe(before.left - 1);
    expect(own.taken_ms).toBeGreaterThan(0);
    await page.reload();
    await expect(talk(page, TITLE)).toContainText('您已报名');

    await talk(page, TITLE).getByRole('button', { name: '取消报名' }).tap();
    await expect(talk(page, TITLE).getByRole('button', { name: '报名', exact: true })).toBeVisible();
    expect((await seat(page, 'first-plan-shanghai')).taken_ms).toBeNull();
  });

  test('whoever has confirmed the address gets the event by mail, equal to the file, and sees the talk at home', async ({
    page,
  }) => {
    const email = address();
    await openWith(page, await storedForm('china'), '/', CONFIRMED);
    await signUp(page, email, '/learn/talks');
    await page.goto(await linkInMail(email, '/account/confirm'));
    await page.getByRole('button', { name: '确认邮箱' }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('邮箱已确认');
    await page.goto('/learn/talks');
    await talk(page, TITLE).getByRole('button', { name: '报名', exact: true }).tap();
    await expect(talk(page, TITLE)).toContainText('您已报名，日程已寄到您的邮箱。');

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      talk(page, TITLE).getByRole('link', { name: '加到日历' }).tap(),
    ]);
    const kept = eventOf(await readFile(await file.path(), 'utf8'));
    const mailed = eventOf(await eventInMail(email));
    expect(kept.startDate.toJSDate()).toEqual(new Date('2126-12-12T14:00:00+08:00'));
    expect(kept.endDate.toJSDate()).toEqual(new Date('2126-12-12T15:30:00+08:00'));
    expect(kept.summary).toBe(TITLE);
    // One event: a calendar that has both shows it once.
    expect(mailed.uid).toBe(kept.uid);
    expect(mailed.startDate.toJSDate()).toEqual(kept.startDate.toJSDate());

    await page.goto('/');
    const way = main(page).getByRole('link', { name: TITLE });
    await expect(main(page)).toContainText('已报名的讲座：2126年12月12日 14:00（UTC+8）');
    await soundOn(page);
    await way.tap();
    await expect(page).toHaveURL('/learn/talks?talk=first-plan-shanghai');
  });

  test('a seat whose answer was lost is taken once', async ({ page }) => {
    await signUp(page, address(), '/learn/talks');
    const { left } = await seat(page, 'first-plan-shanghai');
    await page.route('**/seat', async (route) => {
      await route.fetch();
      await route.abort('internetdisconnected');
    });
    await talk(page, TITLE).getByRole('button', { name: '报名', exact: true }).tap();

    await expect(talk(page, TITLE)).toContainText('您已报名');
    expect((await seat(page, 'first-plan-shanghai')).left).toBe(left - 1);
  });

  test('without network the talk says so, and another press takes the seat', async ({ page }) => {
    await signUp(page, address(), '/learn/talks');
    await page.route('**/seat', (route) => route.abort('internetdisconnected'));
    await talk(page, TITLE).getByRole('button', { name: '报名', exact: true }).tap();
    await expect(talk(page, TITLE).getByRole('alert')).toContainText('暂时连不上服务器');

    await page.unroute('**/seat');
    await talk(page, TITLE).getByRole('button', { name: '报名', exact: true }).tap();

    await expect(talk(page, TITLE)).toContainText('您已报名');
    await expect(talk(page, TITLE).getByRole('alert')).toBeEmpty();
  });

  test('a sign-in that has run out is asked for in place, and the seat is taken afterwards', async ({
    page,
    context,
  }) => {
    await signUp(page, address(), '/learn/talks');
    await expect(talk(page, TITLE).getByRole('button', { name: '报名', exact: true })).toBeVisible();
    await context.clearCookies();
    await talk(page, TITLE).getByRole('button', { name: '报名', exact: true }).tap();
    await page.getByRole('button', { name: '重新登录' }).tap();
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).tap();

    await expect(talk(page, TITLE)).toContainText('您已报名');
    await expect(page).toHaveURL('/learn/talks');
  });
});

test.describe('at a desk, in English', () => {
  test.use({ ...desk, ...english });
  const TITLE = 'Reading your first total cost report';

  test('somebody else was faster: the last seat is gone, and the page says so', async ({ page }) => {
    await page.goto('/account?do=sign-up&back=/learn/talks');
    await page.getByRole('textbox', { name: 'E-mail address', exact: true }).fill(address());
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Open an account', exact: true }).click();
    await expect(talk(page, TITLE).getByRole('button', { name: 'Take a seat' })).toBeVisible();

    // Sixty people at once: the server's answer is what it then says.
    const full = { type: 'about:blank', title: 'Conflict', status: 409, code: 'talk_full', detail: 'Every seat is taken.' };
    await page.route('**/seat', (route) => route.fulfill({ status: 409, json: full }));
    await page.route('**/api/talks/seats', async (route) => {
      const seats = await (await route.fetch()).json();
      await route.fulfill({ json: seats.map((one) => ({ ...one, left: 0 })) });
    });
    await talk(page, TITLE).getByRole('button', { name: 'Take a seat' }).click();

    await expect(talk(page, TITLE)).toContainText('Every seat is taken. When one is given back');
    await expect(talk(page, TITLE).getByRole('button')).toHaveCount(0);
    await soundOn(page);
  });

  test('a talk that has begun takes nobody in', async ({ page }) => {
    await page.clock.setSystemTime(new Date('2127-01-21T18:40:00-05:00'));
    await page.goto('/account?do=sign-up&back=/learn/talks');
    await page.getByRole('textbox', { name: 'E-mail address', exact: true }).fill(address());
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Open an account', exact: true }).click();

    await expect(talk(page, TITLE)).toContainText('It has begun.');
    await expect(talk(page, TITLE).getByRole('button')).toHaveCount(0);
    await expect(main(page)).not.toContainText('How to read your retirement plan');
  });
});
