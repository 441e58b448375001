// An allocation from the proposal to what was agreed on, as the investor sees it.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import AxeBuilder from '@axe-core/playwright';

import { chinese, desk, english, phone } from './devices.js';
import { openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { advisorNamed } from './staff.js';

const PASSWORD = 'plain words in a row';

const WORDS = {
  zh: {
    email: '邮箱',
    password: '密码',
    open: '开户',
    unknown: /^现在查不到顾问是否已确认/,
    again: '再试一次',
    proposal: '建议稿 · 待顾问确认',
    outside: /^已确认 · 偏离范围 · 本机自 .+起看到$/,
    confirmed: /按建议确认了这份配置/,
    reason: '理由：和您谈过',
  },
  en: {
    email: 'E-mail address',
    password: 'Password',
    open: 'Open an account',
    unknown: /^Whether your advisor has confirmed it cannot be seen now/,
    again: 'Try again',
    proposal: 'Proposal · to be confirmed by your advisor',
    outside: /^Confirmed · out of range · seen here since .+$/,
    confirmed: /confirmed this allocation as proposed on/,
    reason: 'Reason: 和您谈过',
  },
};

// A request that nobody answers is told of by the browser too.
test.use({ tolerated: [/^console: (Failed to load resource|TypeError: Failed to fetch)/] });

const state = (page) => page.locator('.allocation__state');

test.beforeAll(async () => {
  await promisify(execFile)(process.env.EVERGREEN_SERVER, ['demo']);
});

/** What the server answers whoever is signed in on a page. */
const ask = (page, path, body) =>
  page.evaluate(
    async ([path, body]) => {
      const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const answer = await fetch(path, sent ?? {});
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    [path, body],
  );

for (const { name, device, lang } of [
  { name: 'on a phone, in Chinese', device: { ...phone, ...chinese }, lang: 'zh' },
  { name: 'at a desk, in English', device: { ...desk, ...english }, lang: 'en' },
]) {
  const words = WORDS[lang];

  test.describe(name, () => {
    test.use(device);

    test(`what the advisor confirms is what holdings are held to, ${name}`, async ({ page, browser, baseURL }) => {
      const form = await storedForm('china');
      // All in cash: out of any range.
      form.money = { ...form.money, unsorted: undefined, holdings: { CASH: 900_000 } };
      const email = `standing-${lang}-${Date.now()}@example.com`;
      await openWith(page, form, '/account?do=sign-up&back=/account');
      await page.getByRole('textbox', { name: words.email, exact: true }).fill(email);
      await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: words.open, exact: true }).click();
      await expect(page).toHaveURL('/account');
      await expect.poll(async () => (await ask(page, '/api/plans')).length).toBe(1);

      await page.route('**/api/allocation', (route) => route.abort());
      await page.goto('/allocation');
      await expect(state(page), 'what nobody can ask is not known').toHaveText(words.unknown);
      await page.unroute('**/api/allocation');
      await page.getByRole('button', { name: words.again, exact: true }).click();
      await expect(state(page)).toHaveText(words.proposal);

      const care = await ask(page, '/api/care');
      const office = await (await browser.newContext({ ...desk, ...english, baseURL })).newPage();
      const advisor = advisorNamed(care.advisor.name);
      await office.goto('/account?do=sign-in&back=/desk');
      await office.getByRole('textbox', { name: 'E-mail address', exact: true }).fill(advisor.email);
      await office.getByLabel('Password', { exact: true }).fill(advisor.password);
      await office.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(office).toHaveURL('/desk');
      const clients = await ask(office, '/api/desk/clients');
      const client = clients.find((one) => one.email === email);
      const { digest } = await ask(office, `/api/desk/clients/${client.id}`);
      await ask(office, `/api/desk/clients/${client.id}/decision`, { digest, reason: '和您谈过' });
      await office.context().close();

      await page.reload();
      await expect(state(page)).toHaveText(words.outside);
      const main = page.getByRole('main');
      await expect(main.getByText(words.confirmed)).toBeVisible();
      await expect(main.getByText(words.reason)).toBeVisible();
      expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

      // The first page says the same.
      await page.goto('/');
      await expect(main.getByText(words.outside)).toBeVisible();
    });
  });
}
