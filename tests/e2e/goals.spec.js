// The life goals: the details are asked where a goal stands, and answered by zones and prices.

import { chinese, desk, english, phone } from './devices.js';
import { openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { Keys, Touch } from './person.js';
import { section } from './zone.js';

const WORDS = {
  zh: {
    edit: /^填写或修改/,
    addChild: '添加一个孩子',
    addHome: '添加买房计划',
    birth: '孩子的出生年份',
    price: '房价（按今天的价格）',
    year: '哪一年买',
    places: ['中国内地公办大学', '英国'],
    parts: { children: '子女教育', home: '住房' },
    order: '先备哪一笔',
    zone: /^(红区|灰区|绿区)$/,
    price_of: /多工作/,
    not_counted: '还没填完，暂未计入',
    answer: /目标/,
  },
  en: {
    edit: /^Fill in or change/,
    addChild: 'Add a child',
    addHome: 'Plan a home',
    birth: "The child's year of birth",
    price: "Price in today's money",
    year: 'Year of the purchase',
    places: ['Canada', 'United Kingdom'],
    parts: { children: 'Education', home: 'Home' },
    order: 'The order of funding',
    zone: /^(Red|Grey|Green) zone$/,
    price_of: /of work|working longer/,
    not_counted: 'Not complete yet, so not counted',
    answer: /goal/,
  },
};

/** A couple without any goal but retirement. */
async function couple(region) {
  const form = await storedForm(region);
  const partner = form.couple ? form.partner : form.you;
  return { ...form, couple: true, partner, projects: [], debts: [] };
}

const row = (part, number) => part.getByRole('group').filter({ has: part.page().locator(`legend:text("${number}")`) });

/** Enters two children and a home, with a reload in the middle. */
async function enterGoals(page, hands, words, [children, home]) {
  const study = section(page, words.parts.children);
  await hands.press(study.getByRole('button', { name: words.edit }));
  for (const [nth, { born, place }] of children.entries()) {
    await hands.press(study.getByRole('button', { name: words.addChild }));
    const child = row(study, nth + 1).first();
    await expect(child.getByRole('textbox', { name: words.birth })).toBeFocused();
    await expect(study.getByText(words.not_counted)).toBeVisible();
    await hands.type(child.getByRole('textbox', { name: words.birth }), born);
    await hands.choose(child, place);
    await expect(study.getByText(words.not_counted)).toHaveCount(0);
    if (nth === 0) {
      await page.reload();
      await expect(row(study, 1).first().getByRole('textbox', { name: words.birth })).toHaveValue(born);
      await expect(row(study, 1).first().getByRole('radio', { name: place })).toBeChecked();
    }
  }
  const house = section(page, words.parts.home);
  await hands.press(house.getByRole('button', { name: words.edit }));
  await hands.press(house.getByRole('button', { name: words.addHome }));
  await expect(house.getByRole('textbox', { name: words.price })).toBeFocused();
  await hands.type(house.getByRole('textbox', { name: words.price }), home.price);
  await hands.type(house.getByRole('textbox', { name: words.year }), home.year);
}

/** Every goal of the order has its zone in a word and its price in work. */
async function readOrder(page, words, goals) {
  const order = section(page, words.order);
  await expect(order.locator('.zone-badge')).toHaveCount(goals);
  for (const badge of await order.locator('.zone-badge').all()) await expect(badge).toHaveText(words.zone);
  expect(await order.getByText(words.price_of).count()).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.answer);
}

test.describe('on a phone, in Chinese', () => {
  test.use({ ...phone, ...chinese });

  test('a couple enters two children and a home, and sees zones', async ({ page }) => {
    await openWith(page, await couple('china'), '/goals');
    const children = [
      { born: '2018', place: WORDS.zh.places[0] },
      { born: '2021', place: WORDS.zh.places[1] },
    ];
    await enterGoals(page, new Touch(page), WORDS.zh, [children, { price: '200万', year: '2030' }]);
    await readOrder(page, WORDS.zh, 3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.viewport.width);
  });

  test('what cannot be used is named with its reason and range, and stays in its box', async ({ page }) => {
    await openWith(page, await couple('china'), '/goals?edit=home');
    const house = section(page, WORDS.zh.parts.home);
    await house.getByRole('button', { name: WORDS.zh.addHome }).tap();
    await house.getByRole('textbox', { name: WORDS.zh.price }).fill('很贵');
    await house.getByRole('textbox', { name: WORDS.zh.year }).fill('1990');
    await expect(house.getByText('哪一年买：请填写 2026 到 2086 之间的数。')).toBeVisible();

    await page.reload();

    await expect(house.getByRole('textbox', { name: WORDS.zh.price })).toHaveValue('很贵');
    await expect(house.getByText('没有读懂这个金额。可以写成 120000、12万 或 120k。').first()).toBeVisible();
    await page.goto('/retirement');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^您在(红区|灰区|绿区)/);
    await page.getByRole('link', { name: '去填完' }).tap();
    await expect(house.getByRole('textbox', { name: WORDS.zh.price })).toBeVisible();
  });
});

test.describe('by keyboard, in English', () => {
  test.use({ ...desk, ...english });

  test('a couple enters two children and a home, and sees zones', async ({ page }) => {
    await openWith(page, await couple('canada'), '/goals');
    const children = [
      { born: '2018', place: WORDS.en.places[0] },
      { born: '2021', place: WORDS.en.places[1] },
    ];
    await enterGoals(page, new Keys(page), WORDS.en, [children, { price: '800k', year: '2030' }]);
    await readOrder(page, WORDS.en, 3);
  });

  test('goals that compete are named, and one press tries to postpone one of them', async ({ page }) => {
    const form = await couple('china');
    const goal = (amount, year, priority) => ({ kind: 'other', amount, year, priority });
    form.money = { ...form.money, saving_year: 0 };
    form.projects = [goal(400_000, 2030, 'need'), goal(100_000, 2031, 'want')];
    await openWith(page, form, '/goals');
    const competing = section(page, 'Goals that compete');
    await expect(competing).toContainText('short, since the money goes first to');

    await competing.getByRole('button', { name: /Postpone/ }).first().click();

    await expect(page).toHaveURL(/\/goals\?goal=0-2-1$/);
    await expect(page.getByText(/^Being tried: Other \(2032\)/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/^Being tried: Other \(2032\)/)).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page).toHaveURL('/goals');
    await expect(page.getByText(/^Being tried/)).toHaveCount(0);
  });

  test('the years of the household are walked by keyboard', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/goals');
    const years = section(page, 'The household, year by year');
    const walker = years.getByRole('slider');
    const before = await walker.getAttribute('aria-valuetext');
    await walker.focus();
    await page.keyboard.press('ArrowRight');
    await expect(walker).toHaveAttribute('aria-valuetext', String(Number(before) + 1));
    await expect(years.getByRole('status')).toContainText(`${Number(before) + 1}: `);
  });
});
