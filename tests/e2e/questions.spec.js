// How the questions behave: their order, their numbers, and the language.

import { shanghai } from './answers.js';
import { chinese, desk, phone } from './devices.js';
import { openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { Person, Touch } from './person.js';

test.use({ ...phone, ...chinese });

const saving = (page) => page.getByRole('textbox', { name: '每年存下的钱' });
const goOn = (page) => page.getByRole('button', { name: /^(继续|Go on)$/ });

test('back and forward walk through the questions', async ({ page }) => {
  const person = new Person(page, new Touch(page), shanghai);
  await person.begin();
  await person.answerUntil('aims');

  await page.goBack();
  await expect(page).toHaveURL('/discover/stage');
  await expect(page.getByRole('radio', { name: '孩子还小' })).toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL('/discover/region');
  await expect(page.getByRole('radio', { name: '中国内地（人民币）' })).toBeChecked();
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL('/discover/aims');
  await person.arrive();

  await page.getByRole('link', { name: '上一题' }).tap();
  await expect(page).toHaveURL('/discover/stage');
});

test('the language can be switched without losing the place or the answers', async ({ page }) => {
  const form = await storedForm('china');
  await openWith(page, form, '/discover/saving');
  await saving(page).fill('12万');
  const stored = () => page.evaluate(() => JSON.parse(localStorage.getItem('evergreen.draft')).form);
  const before = await stored();

  await page.getByRole('button', { name: 'English' }).tap();

  await expect(page).toHaveURL('/discover/saving');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How much does the household save a year?');
  await expect(page.getByRole('textbox', { name: 'Saved a year' })).toHaveValue('120,000');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await stored()).toEqual(before);

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Saved a year' })).toHaveValue('120,000');
  await page.getByRole('button', { name: '中文' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('全家每年能存下多少？');
  expect(await stored()).toEqual(before);
});

test('what cannot be read as a number stays in the box and is explained', async ({ page }) => {
  await openWith(page, await storedForm('china'), '/discover/saving');
  await saving(page).fill('十来万吧');

  await goOn(page).tap();

  await expect(page).toHaveURL('/discover/saving');
  await expect(saving(page)).toBeFocused();
  await expectUnread(page);

  await page.reload();
  await expectUnread(page);
  await saving(page).fill('10万');
  await goOn(page).tap();
  await expect(page).toHaveURL('/discover/holdings');
});

async function expectUnread(page) {
  await expect(saving(page)).toHaveValue('十来万吧');
  await expect(page.getByText('没有读懂这个金额。可以写成 120000、12万 或 120k。')).toBeVisible();
  await expect(saving(page)).toHaveAccessibleDescription(/没有读懂这个金额/);
  await expect(saving(page)).toHaveAttribute('aria-invalid', 'true');
}

test('what cannot be read is listed at the end, and there is no plan from it', async ({ page }) => {
  await openWith(page, await storedForm('china'), '/discover/saving');
  await saving(page).fill('十来万吧');

  await page.goto('/discover/review');

  const open = page.getByRole('main').getByRole('listitem').filter({ hasText: '全家每年能存下多少？' }).first();
  await expect(open).toContainText('没有读懂这个金额');
  await page.goto('/retirement');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('还差几个回答');
});

test('a third questionnaire in a day is left to the advisor', async ({ page }) => {
  const noticed = page.getByText(/短时间内答了多次/);
  await openWith(page, await storedForm('china'), '/discover/review');
  const main = page.getByRole('main');

  for (const answer of [/^大跌时持有较多，略/, /^错过大涨/]) {
    await main.getByRole('link', { name: '看我的方案' }).tap();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '您在' }).waitFor();
    await page.goto('/profile');
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(noticed).toHaveCount(0);
    await page.goto('/discover/T5');
    await page.getByRole('radio', { name: answer }).press('Space');
    await page.goto('/discover/review');
  }
  await main.getByRole('link', { name: '看我的方案' }).tap();

  await page.goto('/profile');
  await expect(noticed).toBeVisible();
});

const ABSURD = [
  { step: 'you', box: '出生年份', typed: '1850', sentence: /^请填写 19\d\d 到 20\d\d 之间的数。$/ },
  { step: 'retire', box: '希望的退休年龄', typed: '200', sentence: /^请填写 40 到 \d+ 之间的数。$/ },
  { step: 'spending', box: '现在每月开支', typed: '9999亿', sentence: /^请填写 .*到 .*亿.* 之间的数。$/ },
  { step: 'saving', box: '每年存下的钱', typed: '9999亿', sentence: /^请填写 .*到 .*亿.* 之间的数。$/ },
  { step: 'debts', box: '哪一年还清', typed: '1990', sentence: /^请填写 2026 到 \d{4} 之间的数。$/ },
];

for (const { step, box, typed, sentence } of ABSURD) {
  test(`an absurd number gets a sentence with the allowed range: ${box} ${typed}`, async ({ page }) => {
    await openWith(page, await storedForm('china'), `/discover/${step}`);
    const input = page.getByRole('textbox', { name: box });
    await input.fill(typed);

    await goOn(page).tap();

    await expect(page).toHaveURL(`/discover/${step}`);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(input).toHaveAccessibleDescription(/请填写/);
  });
}

test.describe('on a wide screen', () => {
  test.use(desk);

  test('questions that belong together share a screen', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/discover/T1');
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2);
  });
});
