// An account: from a guest's answers to every device, and out again.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

import AxeBuilder from '@axe-core/playwright';

import { named, withAuthenticator } from './authenticator.js';
import { chinese, desk, english, phone } from './devices.js';
import { CONFIRMED, openWith, storedForm } from './household.js';
import { linkInMail } from './mail.js';
import { expect, test } from './page.js';
import { ADDED } from './staff.js';

// A refusal of the server is a complaint of the browser's console.
test.use({ tolerated: [/^console: Failed to load resource.*\/api\//] });

const PASSWORD = 'plain words in a row';

let count = 0;
/** An address that no other test has. */
const address = () => `person-${Date.now()}-${(count += 1)}@example.com`;

const heading = (page) => page.getByRole('heading', { level: 1 });
const saving = (page) => page.getByRole('textbox', { name: /^(每年存下的钱|Saved a year)$/ });

/** The words of the account in a language. */
const WORDS = {
  zh: {
    me: '我的', email: '邮箱', password: '密码', signUp: '开户', signIn: '登录', hello: /您好/,
    wrong: '邮箱或密码不正确。', stored: /第 1 份：/,
  },
  en: {
    me: 'Me', email: 'E-mail address', password: 'Password', signUp: 'Open an account', signIn: 'Sign in',
    hello: /^Welcome/, wrong: 'The address and the password do not belong together.', stored: /^No\. 1: /,
  },
};

async function enter(page, words, email, password) {
  await page.getByRole('textbox', { name: words.email, exact: true }).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(password);
}

async function signUp(page, words, email) {
  await page.goto('/account?do=sign-up');
  await enter(page, words, email, PASSWORD);
  await page.getByRole('button', { name: words.signUp, exact: true }).click();
  await expect(heading(page)).toHaveText(words.hello);
}

async function signIn(page, words, email, password = PASSWORD) {
  await page.goto('/account?do=sign-in');
  await enter(page, words, email, password);
  await page.getByRole('button', { name: words.signIn, exact: true }).click();
}

/** All that was typed on a device is in the account. */
async function stored(page, amount) {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { kept } = await (await fetch('/api/draft')).json();
        return JSON.parse(kept['evergreen.draft'] ?? '{}').form?.money?.saving_year;
      }),
    )
    .toBe(amount);
}

/** The link that the firm hands to a new advisor. */
async function advisorLink(email, name) {
  const words = ['advisor', 'add', email, '--name', name];
  const { stdout } = await promisify(execFile)(process.env.EVERGREEN_SERVER, words);
  const { pathname, search } = new URL(stdout.trim());
  return pathname + search;
}

/** Another browser, with nothing in it. */
async function another(browser, device) {
  const context = await browser.newContext(device);
  return context.newPage();
}

for (const [lang, language, device, region] of [
  ['zh', chinese, phone, 'china'],
  ['en', english, desk, 'canada'],
]) {
  const words = WORDS[lang];

  test.describe(`in ${lang}`, () => {
    test.use({ ...language, ...device });

    test('what a guest answered is in the account, and on the next device', async ({ page, browser, baseURL }) => {
      const email = address();
      await openWith(page, await storedForm(region), '/discover/saving', CONFIRMED);
      const amount = await saving(page).inputValue();
      await page.getByRole('navigation').first().getByRole('link', { name: words.me, exact: true }).click();
      await expect(page).toHaveURL('/account');
      expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);

      await enter(page, words, email, PASSWORD);
      await page.getByRole('button', { name: words.signUp, exact: true }).click();

      await expect(heading(page)).toHaveText(words.hello);
      await expect(page.getByText(words.stored)).toBeVisible();
      expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

      const other = await another(browser, { ...desk, ...language, baseURL });
      await signIn(other, words, email);
      await expect(heading(other)).toHaveText(words.hello);
      await other.goto('/discover/saving');
      await expect(saving(other)).toHaveValue(amount);
      await other.context().close();
    });
  });
}

test.describe('with care', () => {
  test.use({ ...phone, ...chinese });
  const words = WORDS.zh;

  test('a wrong password is refused in place, and what was typed stays', async ({ page }) => {
    const email = address();
    await signIn(page, words, email, 'not the right words');

    await expect(page.getByText(words.wrong)).toBeVisible();
    await expect(page.getByRole('textbox', { name: words.email, exact: true })).toHaveValue(email);
  });

  test('without network the sign-in says so, and nothing typed is lost', async ({ page }) => {
    await page.route('**/api/session', (route) => route.abort('internetdisconnected'));
    await signIn(page, words, 'li.wei@example.com');

    await expect(page.getByText('暂时连不上服务器', { exact: false })).toBeVisible();
    await expect(page.getByLabel(words.password, { exact: true })).toHaveValue(PASSWORD);
  });

  test('a short password is told at its field, and can be looked at', async ({ page }) => {
    await page.goto('/account?do=sign-up');
    await enter(page, words, address(), 'short');
    await page.getByRole('button', { name: '显示' }).tap();
    await expect(page.getByLabel(words.password, { exact: true })).toHaveAttribute('type', 'text');
    await page.getByRole('button', { name: words.signUp, exact: true }).tap();

    const field = page.getByLabel(words.password, { exact: true });
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue('short');
    await expect(page.getByText('密码须有 12 至 128 个字符。')).toBeVisible();
  });

  test('the address is confirmed by the link in the mail', async ({ page }) => {
    const email = address();
    await signUp(page, words, email);
    await expect(page.getByText('邮箱还没有确认', { exact: false })).toBeVisible();

    await page.goto(await linkInMail(email, '/account/confirm'));
    await page.getByRole('button', { name: '确认邮箱' }).tap();

    await expect(heading(page)).toHaveText('邮箱已确认');
    await page.getByRole('link', { name: '去“我的”' }).tap();
    await expect(page.getByText('邮箱还没有确认', { exact: false })).toHaveCount(0);
  });

  test('a forgotten password is set anew by the link in the mail', async ({ page }) => {
    const email = address();
    await signUp(page, words, email);
    await page.goto(await linkInMail(email, '/account/confirm'));
    await page.getByRole('button', { name: '确认邮箱' }).tap();
    await expect(heading(page)).toHaveText('邮箱已确认');
    await page.goto('/account');
    await page.getByRole('button', { name: '退出登录' }).tap();
    await expect(heading(page)).toHaveText('把规划带在身边');

    await page.goto('/account?do=sign-in');
    await page.getByRole('link', { name: '忘记密码' }).tap();
    await page.getByRole('textbox', { name: words.email, exact: true }).fill(email);
    await page.getByRole('button', { name: '寄邮件给我' }).tap();
    await expect(page.getByText('邮件已经寄出', { exact: false })).toBeVisible();
    await page.goto(await linkInMail(email, '/account/reset'));
    await page.getByLabel('新密码', { exact: true }).fill('five other plain words here');
    await page.getByRole('button', { name: '保存新密码' }).tap();
    await expect(heading(page)).toHaveText('新密码已生效，您已登录');

    await page.goto('/account');
    await page.getByRole('button', { name: '退出登录' }).tap();
    await expect(heading(page)).toHaveText('把规划带在身边');
    await signIn(page, words, email, PASSWORD);
    await expect(page.getByText(words.wrong)).toBeVisible();
    await signIn(page, words, email, 'five other plain words here');
    await expect(heading(page)).toHaveText(words.hello);
  });

  test('where two devices have typed different things, the person chooses and loses neither', async ({
    page,
    browser,
    baseURL,
  }) => {
    const email = address();
    await openWith(page, await storedForm('china'), '/', CONFIRMED);
    await signUp(page, words, email);
    await stored(page, 60_000);
    const other = await another(browser, { ...phone, ...chinese, baseURL });
    await signIn(other, words, email);
    await expect(heading(other)).toHaveText(words.hello);
    await other.goto('/discover/saving');
    await expect(saving(other)).toHaveValue('60,000');

    // The other device is in a tunnel while both go on typing.
    await other.route('**/api/draft', (route) => route.abort('internetdisconnected'));
    await saving(other).fill('81000');
    await expect(other.getByText('暂时没有存进账户', { exact: false })).toBeVisible();
    await page.goto('/discover/saving');
    await saving(page).fill('72000');
    await stored(page, 72_000);
    await other.unroute('**/api/draft');
    await other.evaluate(() => dispatchEvent(new Event('online')));

    await expect(other.getByRole('alert').filter({ hasText: '回答不一样' })).toBeVisible();
    await expect(other.getByRole('alert').getByRole('listitem')).toHaveCount(1);
    expect((await new AxeBuilder({ page: other }).setLegacyMode().analyze()).violations).toEqual([]);
    await other.getByRole('button', { name: '用这台设备上的' }).tap();
    await expect(other.getByRole('alert').filter({ hasText: '回答不一样' })).toHaveCount(0);
    await stored(other, 81_000);

    await page.reload();
    await expect(saving(page)).toHaveValue('81,000');
    await other.goto('/account');
    await other.getByRole('button', { name: '换回' }).tap();
    await stored(other, 72_000);
    await other.context().close();
  });

  test('a session that runs out keeps what is typed, and goes on after signing in', async ({ page, context }) => {
    const email = address();
    await openWith(page, await storedForm('china'), '/', CONFIRMED);
    await signUp(page, words, email);
    await stored(page, 60_000);
    await page.goto('/discover/saving');
    await expect(saving(page)).toHaveValue('60,000');

    await context.clearCookies();
    await saving(page).fill('65000');
    await page.getByRole('button', { name: '重新登录' }).tap();
    await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: words.signIn, exact: true }).tap();

    await expect(page.getByText('登录已过期')).toHaveCount(0);
    await expect(page).toHaveURL('/discover/saving');
    await expect(saving(page)).toHaveValue('65,000');
    await stored(page, 65_000);
  });

  test('a form of the account keeps what is typed while the sign-in runs out, and goes on by itself', async ({
    page,
    context,
  }) => {
    await signUp(page, words, address());
    await page.getByRole('textbox', { name: '怎么称呼您' }).fill('林女士');
    await context.clearCookies();
    await page.getByRole('button', { name: '保存', exact: true }).tap();
    await page.getByRole('button', { name: '重新登录' }).tap();
    await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: words.signIn, exact: true }).tap();

    await expect(heading(page)).toHaveText('林女士，您好');
    await expect(page.getByRole('textbox', { name: '怎么称呼您' })).toHaveValue('林女士');
  });

  test('a plan is stored by itself once it stands, not while it is changed, and tells what changed', async ({
    page,
  }) => {
    await openWith(page, await storedForm('china'), '/', CONFIRMED);
    await signUp(page, words, address());
    await expect(page.getByText('第 1 份：', { exact: false })).toBeVisible();
    const plans = () => page.evaluate(async () => (await (await fetch('/api/plans')).json()).length);
    await page.goto('/discover/saving');
    await saving(page).fill('90000');
    await stored(page, 90_000);
    await page.clock.fastForward('20:00');
    expect(await plans()).toBe(1);

    await page.getByRole('navigation').first().getByRole('link', { name: words.me, exact: true }).click();
    await expect(page.getByText('第 1 份：', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: '存档现在的方案' })).toBeVisible();
    await page.clock.fastForward('00:31');

    const line = page.locator('summary').filter({ hasText: '第 2 份：' });
    await expect(line).toBeVisible();
    await expect(page.getByText('现在的方案已存档', { exact: false })).toBeVisible();
    expect(await plans()).toBe(2);
    await line.click();
    await expect(page.getByText('变化最多来自：您的改动', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: '重新计算核对' }).click();
    await expect(page.getByText('重新算过，和存档的一致。')).toBeVisible();
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('a visit without the server says so, and what is typed follows later', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/', CONFIRMED);
    await signUp(page, words, address());
    await stored(page, 60_000);

    await page.route('**/api/session', (route) => route.abort('internetdisconnected'));
    await page.goto('/discover/saving');
    await expect(page.getByText('暂时没有存进账户', { exact: false })).toBeVisible();
    await saving(page).fill('64000');
    await page.unroute('**/api/session');
    await page.evaluate(() => dispatchEvent(new Event('online')));

    await expect(page.getByText('暂时没有存进账户', { exact: false })).toHaveCount(0);
    await stored(page, 64_000);
  });

  test('signing out leaves nothing of the person on the device', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/', CONFIRMED);
    await signUp(page, words, address());
    await page.getByRole('button', { name: '退出登录' }).tap();

    await expect(heading(page)).toHaveText('把规划带在身边');
    const kept = await page.evaluate(() => Object.keys(localStorage));
    expect(kept.filter((key) => !/^evergreen\.(firm|shelf)$/.test(key))).toEqual([]);
  });

  test('all that is stored can be taken out as a file', async ({ page }) => {
    const email = address();
    await openWith(page, await storedForm('china'), '/', CONFIRMED);
    await signUp(page, words, email);
    await stored(page, 60_000);

    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载我的全部数据' }).tap();
    const file = JSON.parse(await readFile(await (await coming).path(), 'utf8'));

    expect(file.account.email).toBe(email);
    expect(JSON.stringify(file)).toContain('saving_year');
  });

  test('an account is erased with its password, and cannot be opened again', async ({ page }) => {
    const email = address();
    await signUp(page, words, email);
    await page.locator('summary').filter({ hasText: '注销账户' }).tap();
    await page.getByLabel('现在的密码', { exact: true }).fill('not the right words');
    await page.getByRole('button', { name: '永久注销' }).tap();
    await expect(page.getByText('密码不正确。')).toBeVisible();

    await page.getByLabel('现在的密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '永久注销' }).tap();

    await expect(page).toHaveURL('/');
    await signIn(page, words, email);
    await expect(page.getByText(words.wrong)).toBeVisible();
  });

  test('an advisor’s link sets a password, and an invitation makes a client', async ({ page, browser, baseURL }) => {
    const advisor = await another(browser, { ...desk, ...chinese, baseURL });
    await advisor.goto(await advisorLink(ADDED.email, ADDED.name));
    await advisor.getByLabel('新密码', { exact: true }).fill(ADDED.password);
    await advisor.getByRole('button', { name: '保存新密码' }).click();
    await expect(heading(advisor)).toHaveText('新密码已生效，您已登录');
    await advisor.goto('/account');
    await expect(heading(advisor)).toHaveText('沈一鸣，您好');
    const email = address();
    const { url } = await advisor.evaluate(async (email) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ email, language: 'zh' });
      return (await fetch('/api/desk/invitations', { method: 'POST', headers, body })).json();
    }, email);
    await advisor.context().close();

    const { pathname, search } = new URL(url);
    await page.goto(pathname + search);
    await expect(page.getByRole('heading', { name: '沈一鸣邀请您' })).toBeVisible();
    await enter(page, words, email, PASSWORD);
    await page.getByRole('button', { name: words.signUp, exact: true }).tap();

    await expect(page.getByText('沈一鸣', { exact: true })).toBeVisible();
    await expect(page).toHaveURL('/account');
  });

  test('two accounts become a household when both agree', async ({ page, browser, baseURL }) => {
    const [email, kin] = [address(), address()];
    const other = await another(browser, { ...phone, ...chinese, baseURL });
    await signUp(other, words, kin);
    await signUp(page, words, email);
    await page.locator('summary').filter({ hasText: '邀请家人' }).tap();
    await page.getByRole('textbox', { name: '家人的邮箱' }).fill(kin);
    await page.getByRole('button', { name: '寄邀请' }).tap();
    await expect(page.getByText('还没有同意')).toBeVisible();

    await other.goto(await linkInMail(kin, '/account', 'household'));
    await other.getByRole('button', { name: '同意', exact: true }).tap();
    await expect(other).toHaveURL('/account');

    await page.reload();
    await expect(page.getByRole('button', { name: /^解除与/ })).toBeVisible();
    await expect(page.getByText('还没有同意')).toHaveCount(0);
    await other.context().close();
  });

  test('a guest asks the server for nobody', async ({ page }) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));

    await openWith(page, await storedForm('china'), '/retirement');
    await expect(heading(page)).toBeVisible();

    expect(asked.filter((path) => /session|draft|account|split_(me|sync)/.test(path))).toEqual([]);
  });
});

test.describe('by passkey', () => {
  // Browsers bind a passkey to a name, and 127.0.0.1 is none.
  test.use({ ...desk, ...english, tolerated: [/^stranger: http:\/\/localhost|^console: Failed to load resource/] });
  const words = WORDS.en;

  test('a passkey is added, opens the account, and is removed', async ({ page, baseURL }) => {
    await withAuthenticator(page);
    await page.goto(`${named(baseURL)}/account`);
    await enter(page, words, address(), PASSWORD);
    await page.getByRole('button', { name: words.signUp, exact: true }).click();
    await expect(heading(page)).toHaveText(words.hello);

    await page.locator('summary').filter({ hasText: 'Passkeys' }).click();
    await page.getByRole('textbox', { name: 'What to call it' }).fill('My laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(page.getByText('not used yet', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Sign out', exact: true }).last().click();
    await expect(heading(page)).toHaveText('Take your plan with you');

    await page.getByRole('radio', { name: words.signIn }).check();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(heading(page)).toHaveText(words.hello);
    await page.locator('summary').filter({ hasText: 'Passkeys' }).click();
    await page.getByRole('button', { name: 'Remove My laptop' }).click();
    await expect(page.getByText('There is no passkey yet.')).toBeVisible();
  });
});
