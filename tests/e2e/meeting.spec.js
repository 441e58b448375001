// A meeting: asked for by a guest who becomes an investor, confirmed by the advisor, held, written up, judged.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

import AxeBuilder from '@axe-core/playwright';
import ICAL from 'ical.js';

import { chinese, desk, english, phone } from './devices.js';
import { expect, test } from './page.js';
import { advisorNamed, madeUp, signedIn } from './staff.js';

// Without network the browser complains of every request, and the program of a part it wanted.
test.use({
  tolerated: [
    /^console: (Failed to load resource.*(\/api\/|ERR_INTERNET_DISCONNECTED|ERR_FAILED)|TypeError: Failed to fetch)/,
  ],
});

const PASSWORD = 'plain words in a row';

let count = 0;
/** An address that no other test has. */
const address = () => `client-${Date.now()}-${(count += 1)}@example.com`;

const main = (page) => page.getByRole('main');
const heading = (page) => main(page).getByRole('heading', { level: 1 });
const cards = (page) => main(page).getByRole('article');
const slots = (page) => page.locator('.meeting-request .slot-picker__input');

test.beforeAll(async () => {
  await promisify(execFile)(process.env.EVERGREEN_SERVER, ['demo']);
});

async function signUp(page) {
  await page.getByRole('textbox', { name: '邮箱', exact: true }).fill(address());
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '开户', exact: true }).click();
}

/** An investor with an account and an advisor, at the meetings. */
async function investor(page) {
  await page.goto('/account?do=sign-up&back=/meetings');
  await signUp(page);
  await expect(page).toHaveURL('/meetings');
  await expect(page.locator('.meetings__name')).toBeVisible();
}

/** The first part of a request: what about, in own words, and how. */
async function say(page, words) {
  await main(page).getByRole('radio', { name: '年度回顾' }).check();
  await main(page).getByRole('textbox', { name: /^您自己的话/ }).fill(words);
  await main(page).getByRole('radio', { name: '视频' }).check();
}

async function soundOn(page) {
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

/** The meetings that the server has of whoever is signed in. */
const stored = (page) => page.evaluate(async () => (await fetch('/api/meetings')).json());

test.describe('a client on a phone in Chinese, an advisor at a desk in English', () => {
  test.use({ ...phone, ...chinese });

  test('a guest asks for a meeting with what was typed before the sign-up, and the advisor confirms it', async ({
    page,
    browser,
    baseURL,
  }) => {
    await page.goto('/');
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '面谈' }).tap();
    await expect(heading(page)).toHaveText('和您的顾问见面');
    await say(page, '想看看明年的安排');
    await soundOn(page);
    await page.getByRole('link', { name: '开账户，选时间' }).tap();
    await signUp(page);

    await expect(page).toHaveURL('/meetings');
    await expect(main(page).getByRole('radio', { name: '年度回顾' })).toBeChecked();
    await expect(main(page).getByRole('textbox', { name: /^您自己的话/ })).toHaveValue('想看看明年的安排');
    const advisor = await page.locator('.meetings__name').textContent();
    await slots(page).first().check();
    await page.getByRole('button', { name: /^约 / }).tap();
    await expect(cards(page).first()).toContainText('等顾问确认');
    await expect(cards(page).first()).toContainText('想看看明年的安排');
    await soundOn(page);
    const [asked] = await stored(page);

    const office = await signedIn(browser, baseURL, advisorNamed(advisor), '/desk');
    const request = cards(office).filter({ hasText: '想看看明年的安排' });
    await expect(request).toContainText('The client waits for you');
    await soundOn(office);
    await request.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(request).toHaveCount(0);
    await office.context().close();

    await page.reload();
    await expect(cards(page).first()).toContainText('已确认');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      cards(page).first().getByRole('link', { name: '放进日历' }).tap(),
    ]);
    expect(file.suggestedFilename()).toBe('meeting.ics');
    const calendar = new ICAL.Component(ICAL.parse(await readFile(await file.path(), 'utf8')));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
    expect(event.startDate.toJSDate().getTime()).toBe(asked.start_ms);
    expect(event.endDate.toJSDate().getTime()).toBe(asked.end_ms);
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(event.summary).toContain(advisor);
  });

  test('the advisor offers another time, the client takes it, and calls it off with a reason', async ({
    page,
    browser,
    baseURL,
  }) => {
    await investor(page);
    const words = `另一个时间 ${Date.now()}`;
    await say(page, words);
    await slots(page).nth(2).check();
    await page.getByRole('button', { name: /^约 / }).tap();
    await expect(cards(page).first()).toContainText('等顾问确认');
    const advisor = await page.locator('.meetings__name').textContent();
    const [asked] = await stored(page);

    const office = await signedIn(browser, baseURL, advisorNamed(advisor), '/desk');
    const request = cards(office).filter({ hasText: words });
    await request.getByRole('button', { name: 'Offer another time' }).click();
    await request.getByRole('button', { name: 'Offer another time' }).last().click();
    await expect(request.getByText('Say why.')).toBeVisible();
    const later = await office.evaluate((ms) => {
      const date = new Date(ms);
      const two = (number) => String(number).padStart(2, '0');
      return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
    }, asked.start_ms + 3 * 86_400_000);
    await request.getByLabel(/^The new time/).fill(later);
    await request.getByRole('textbox', { name: /^Why/ }).fill('I am away that day.');
    await request.getByRole('button', { name: 'Offer another time' }).last().click();
    await expect(request).toHaveCount(0);

    await page.reload();
    await expect(cards(page).first()).toContainText('顾问说：I am away that day.');
    await cards(page).first().getByRole('button', { name: '这个时间可以' }).tap();
    await expect(cards(page).first()).toContainText('已确认');

    await cards(page).first().getByRole('button', { name: '取消', exact: true }).tap();
    await cards(page).first().getByRole('textbox', { name: /^原因/ }).fill('临时有事');
    await cards(page).first().getByRole('button', { name: '确定取消这次面谈' }).tap();
    await expect(cards(page).first()).toContainText('已取消');
    const [meeting] = await stored(page);
    expect(meeting.state).toBe('cancelled');
    expect(meeting.steps.at(-1).reason).toBe('临时有事');
    await office.context().close();
  });

  test('a request without network waits on the device and goes once', async ({ page, context }) => {
    await investor(page);
    await say(page, '没有网络');
    await slots(page).first().check();
    await context.setOffline(true);
    await page.getByRole('button', { name: /^约 / }).tap();

    await expect(main(page).getByText('还没发出：等网络')).toBeVisible();
    await soundOn(page);
    expect(await page.evaluate(() => localStorage.getItem('evergreen.meeting.waiting'))).toContain('没有网络');
    await context.setOffline(false);

    await expect(cards(page).first()).toContainText('等顾问确认');
    await expect(main(page).getByText('还没发出：等网络')).toHaveCount(0);
    expect(await stored(page)).toHaveLength(1);
    expect(await page.evaluate(() => localStorage.getItem('evergreen.meeting.waiting'))).toBeNull();
  });

  /** Asks for a meeting where there is no network: the request waits. */
  async function askInVain(page, words) {
    await investor(page);
    await say(page, words);
    await slots(page).first().check();
    await page.route('**/api/meetings', (route) => route.abort('internetdisconnected'));
    await page.getByRole('button', { name: /^约 / }).tap();
    await expect(main(page).getByText('还没发出：等网络')).toBeVisible();
  }

  test('a request that waits goes from whichever page is open, and the page says so', async ({ page, context }) => {
    await askInVain(page, '从别的页面发出');

    await page.goto('/learn');
    const note = page.getByRole('status').filter({ hasText: '您的面谈请求还没发出' });
    await expect(note).toBeVisible();
    await soundOn(page);
    await context.setOffline(true);
    await page.unroute('**/api/meetings');
    await context.setOffline(false);

    await expect(page.getByRole('status').filter({ hasText: '您的面谈请求已发给顾问' })).toBeVisible();
    await expect(note).toHaveCount(0);
    expect(await stored(page)).toHaveLength(1);
    expect(await page.evaluate(() => localStorage.getItem('evergreen.meeting.waiting'))).toBeNull();
    await page.getByRole('status').getByRole('link', { name: '去面谈' }).tap();
    await expect(cards(page).first()).toContainText('从别的页面发出');
    // What was said once is not said again, and what was sent is not typed any more.
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '学堂' }).tap();
    await expect(page.getByText('您的面谈请求已发给顾问')).toHaveCount(0);
    await page.goto('/meetings');
    await page.locator('summary').filter({ hasText: '说想谈什么，选时间' }).tap();
    await expect(main(page).getByRole('textbox', { name: /^您自己的话/ })).toHaveValue('');
  });

  test('a request that waits goes with the next visit, wherever it begins', async ({ page }) => {
    await askInVain(page, '下次再来');
    await page.goto('about:blank');
    await page.unroute('**/api/meetings');

    await page.goto('/learn/glossary');

    await expect(page.getByRole('status').filter({ hasText: '您的面谈请求已发给顾问' })).toBeVisible();
    expect(await stored(page)).toHaveLength(1);
  });

  test('a time that somebody else took meanwhile is told on whichever page is open', async ({ page }) => {
    await askInVain(page, '来晚了');
    await page.goto('about:blank');
    await page.unroute('**/api/meetings');
    const taken = { type: 'about:blank', title: 'Conflict', status: 409, code: 'slot_taken', detail: '这个时间刚被占用。' };
    await page.route('**/api/meetings', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 409, json: taken }) : route.continue(),
    );

    await page.goto('/learn');

    await page.getByRole('status').filter({ hasText: '您要的面谈时间已经没有了' }).getByRole('link').tap();
    await expect(main(page).getByText('没有约上', { exact: false })).toBeVisible();
    await expect(main(page).getByRole('textbox', { name: /^您自己的话/ })).toHaveValue('来晚了');
  });

  test('a sign-in that has run out keeps the request, which goes after signing in', async ({ page, context }) => {
    await investor(page);
    await say(page, '登录过期');
    await slots(page).first().check();
    await context.clearCookies();
    await page.getByRole('button', { name: /^约 / }).tap();
    await expect(main(page).getByText('还没发出：等您登录')).toBeVisible();
    await page.getByRole('button', { name: '重新登录' }).tap();
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).tap();

    await expect(cards(page).first()).toContainText('登录过期');
    await expect(cards(page).first()).toContainText('等顾问确认');
    await expect(page).toHaveURL('/meetings');
    expect(await stored(page)).toHaveLength(1);
  });

  test('what was typed for a meeting is there after a sign-in that ran out before the visit', async ({
    page,
    context,
  }) => {
    await investor(page);
    const email = await page.evaluate(() => localStorage.getItem('evergreen.signed_in'));
    await say(page, '隔天再来');
    await context.clearCookies();
    await page.reload();
    await expect(main(page).getByRole('textbox', { name: /^您自己的话/ })).toHaveValue('隔天再来');
    await main(page).getByRole('button', { name: '重新登录' }).tap();
    await expect(page.getByRole('textbox', { name: '邮箱', exact: true })).toHaveValue(email);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).tap();

    await expect(page.locator('.meetings__name')).toBeVisible();
    await expect(main(page).getByRole('textbox', { name: /^您自己的话/ })).toHaveValue('隔天再来');
    await expect(main(page).getByRole('radio', { name: '视频' })).toBeChecked();
  });

  test('a request whose answer was lost is sent again and is still one meeting', async ({ page }) => {
    await investor(page);
    await say(page, '回答丢了');
    await slots(page).first().check();
    await page.route('**/api/meetings', async (route) => {
      if (route.request().method() === 'POST') await route.fetch();
      await route.abort('internetdisconnected');
    });
    await page.getByRole('button', { name: /^约 / }).tap();
    await expect(main(page).getByText('还没发出：等网络')).toBeVisible();
    await page.unroute('**/api/meetings');

    await page.getByRole('button', { name: '现在发送' }).tap();

    await expect(cards(page).first()).toContainText('等顾问确认');
    expect(await stored(page)).toHaveLength(1);
  });

  test('the private feed is told once, and can be stopped', async ({ page }) => {
    await investor(page);
    await page.getByRole('button', { name: '生成订阅链接' }).tap();
    const link = page.getByRole('textbox', { name: /^订阅链接/ });
    await expect(link).toHaveValue(/\/api\/calendar\/\w+\.ics$/);
    const { pathname } = new URL(await link.inputValue());
    const feed = await page.request.get(pathname);
    expect(new ICAL.Component(ICAL.parse(await feed.text())).name).toBe('vcalendar');

    await page.getByRole('button', { name: '停用链接' }).tap();
    await expect(link).toHaveCount(0);
    expect((await page.request.get(pathname)).status()).toBe(404);
  });

  test('an investor at the desk is told whose it is', async ({ page }) => {
    await investor(page);
    await page.goto('/desk');

    await expect(heading(page)).toHaveText('这一页是给顾问的');
    await main(page).getByRole('link', { name: '去我的面谈' }).tap();
    await expect(heading(page)).toHaveText('和您的顾问见面');
  });
});

test.describe('after a meeting', () => {
  test.use({ ...desk, ...english });

  test('it is held, written up, ticked off and judged', async ({ page, browser, baseURL }) => {
    const client = await signedIn(browser, baseURL, madeUp('lee@example.com'), '/meetings');
    const advisor = await client.locator('.meetings__name').textContent();
    const over = cards(client).filter({ hasText: 'Confirmed' });
    await expect(over).toHaveCount(1);

    const office = await signedIn(browser, baseURL, advisorNamed(advisor), '/desk');
    await office.getByRole('link', { name: 'Clients', exact: true }).click();
    await office.getByRole('searchbox').fill('sam lee');
    await office.getByRole('link', { name: 'Sam Lee' }).click();
    await expect(heading(office)).toHaveText('Sam Lee');
    await soundOn(office);
    const meeting = cards(office).filter({ hasText: 'Confirmed' });
    await meeting.getByRole('button', { name: 'It took place' }).click();
    const held = cards(office).filter({ hasText: 'Took place' }).first();
    await held.getByRole('textbox', { name: 'What came of it' }).fill('We looked at the plan together.');
    await held.getByRole('button', { name: 'Add something to be done' }).click();
    await held.getByRole('textbox', { name: 'Number 1' }).fill('Bring the pension letter');
    await held.getByRole('combobox', { name: 'Who does it' }).selectOption('The client');
    await held.getByRole('button', { name: 'Send to the client' }).click();
    await expect(held).toContainText('We looked at the plan together.');

    await client.reload();
    const mine = cards(client).filter({ hasText: 'We looked at the plan together.' });
    const task = mine.getByRole('checkbox', { name: 'Bring the pension letter (client)' });
    await task.check();
    await mine.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(mine.getByText('Please answer both questions.')).toBeVisible();
    await mine.getByRole('group', { name: 'I understood my plan' }).getByRole('radio', { name: '5' }).check();
    await mine.getByRole('group', { name: 'The meeting helped me' }).getByRole('radio', { name: '4' }).check();
    await mine.getByRole('textbox').fill('Clear and calm.');
    // The sign-in runs out while it is written: what was said goes on after signing in, in place.
    await client.context().clearCookies();
    await mine.getByRole('button', { name: 'Send', exact: true }).click();
    await client.getByRole('button', { name: 'Sign in again' }).click();
    await client.getByLabel('Password', { exact: true }).fill(madeUp('lee@example.com').password);
    await client.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(mine.getByText('Thank you. You said: understood 5 of 5, helped 4 of 5.')).toBeVisible();
    await expect(mine.getByText('Clear and calm.')).toBeVisible();
    await soundOn(client);

    await client.reload();
    await expect(task).toBeChecked();
    await office.reload();
    await expect(held).toContainText('Understood 5, helped 4, of 5.');
    await client.context().close();
    await office.context().close();
  });

  test('an advisor changes hours, writes a note, and makes an invitation', async ({ browser, baseURL }) => {
    const office = await signedIn(browser, baseURL, madeUp('morgan@example.com'), '/desk');
    await office.getByRole('link', { name: 'Hours', exact: true }).click();
    const sunday = office.getByRole('group', { name: 'Sunday' });
    await expect(sunday.getByText('Closed', { exact: true })).toBeVisible();
    await sunday.getByRole('button', { name: 'Add hours' }).click();
    await sunday.getByLabel('From').fill('10:00');
    await office.getByRole('button', { name: 'Save the hours' }).click();
    await expect(office.getByText('Saved.')).toBeVisible();
    await office.reload();
    await expect(sunday.getByLabel('From')).toHaveValue('10:00');
    await soundOn(office);

    await office.getByRole('link', { name: 'Invitations', exact: true }).click();
    await office.getByRole('textbox', { name: 'Their e-mail address' }).fill(address());
    await office.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(office.getByRole('textbox', { name: /^The link/ })).toHaveValue(/\/account\?invitation=/);
    await soundOn(office);

    await office.getByRole('link', { name: 'Clients', exact: true }).click();
    await office.locator('.desk__name').first().click();
    const note = `A call ${Date.now()}`;
    await office.getByRole('textbox', { name: 'Write a note' }).fill(note);
    await office.getByRole('button', { name: 'Save the note' }).click();
    await expect(office.locator('.desk__note').first()).toContainText(note);
    await office.context().close();
  });
});
