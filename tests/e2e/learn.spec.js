// The library: what is recommended and why, search, figures of one's own, the glossary, talks.

import { chinese, desk, english, phone } from './devices.js';
import { openWith, storedForm, visit } from './household.js';
import { expect, test } from './page.js';
import { answer } from './zone.js';

const main = (page) => page.getByRole('main');
const heading = (page) => main(page).getByRole('heading', { level: 1 });
const picks = (page) => main(page).locator('.learn__picks li');
const row = (page, title) => main(page).getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) });

test.describe('on a phone, in Chinese', () => {
  test.use({ ...phone, ...chinese });

  test('somebody new finds a place to start, and all articles by subject', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '学堂' }).tap();

    await expect(heading(page)).toHaveText('读懂自己的计划');
    await expect(picks(page)).toHaveCount(4);
    await expect(picks(page).first()).toContainText('从这里开始');
    expect(await main(page).locator('.learn__group').count()).toBeGreaterThan(10);
  });

  test('a recommended article says which gap of the reader it is for', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/retirement');
    const zone = /红区|灰区|绿区/.exec(await answer(page).textContent())[0];

    await visit(page, '/learn');

    await expect(picks(page).filter({ hasText: `您的退休在${zone}` }).first()).toBeVisible();
  });

  test('a Chinese word is found in the body of an article, and the address keeps the search', async ({ page }) => {
    await page.goto('/learn');
    await page.getByRole('searchbox', { name: '在文章里查找' }).fill('冈珀茨');

    await expect(row(page, '钱要用到多少岁')).toContainText('冈珀茨');
    await expect(page).toHaveURL(/\?q=/);
    await page.reload();
    await expect(row(page, '钱要用到多少岁')).toBeVisible();
  });

  test('a figure in an article is that of the plan', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/retirement');
    await expect(answer(page)).toHaveText(/^您在/);
    const chance = page.locator('dl > div').filter({ hasText: '不必减少开支的机会' }).locator('dd').first();
    const shown = Math.round(Number.parseFloat(await chance.textContent()));

    await visit(page, '/learn/reading-the-zones');

    await expect(main(page).getByText('文中标出的数字来自您的方案')).toBeVisible();
    const figure = await main(page).locator('[data-figure=success]').first().textContent();
    expect(Math.abs(Number.parseFloat(figure) - shown)).toBeLessThanOrEqual(1);
  });

  test('without a plan the figures are those of a sample household, and say so', async ({ page }) => {
    await page.goto('/learn/ways-to-green');

    await expect(main(page).getByText(/来自一个示例家庭/)).toBeVisible();
    await expect(main(page).locator('[data-figure=saving_year]')).toHaveText('¥50,000');
    await expect(main(page).getByRole('link', { name: '换成我自己的' })).toHaveAttribute('href', '/discover');
  });

  test('reading on is remembered over a reload', async ({ page }) => {
    await page.goto('/learn/ways-to-green');
    await expect(heading(page)).toBeVisible();
    await page.locator('#article-body').evaluate((body) => {
      const { top, height } = body.getBoundingClientRect();
      scrollBy(0, top + height * 0.55 - innerHeight);
    });
    await expect.poll(() => page.evaluate(() => localStorage.getItem('evergreen.reading'))).toContain('"ways-to-green":50');

    await page.reload();
    await expect(main(page).getByRole('button', { name: '上次读到 50%，接着读' })).toBeVisible();
    await visit(page, '/learn');

    await expect(row(page, '走到绿区的几种办法，各要付出什么').first()).toContainText('读到 50%');
  });

  test('an article can be saved and let go', async ({ page }) => {
    await page.goto('/learn/the-reserve');
    await main(page).getByRole('button', { name: '收藏' }).tap();

    await visit(page, '/learn');
    await expect(main(page).getByRole('heading', { name: '接着读' })).toBeVisible();
    await visit(page, '/learn/the-reserve');
    await main(page).getByRole('button', { name: '已收藏' }).tap();
    await visit(page, '/learn');
    await expect(main(page).getByRole('heading', { name: '接着读' })).toHaveCount(0);
  });
});

test.describe('an address without an article', () => {
  test.use({ ...phone, ...chinese, tolerated: [/^console: Failed to load resource.*404/] });

  test('says so and leads back', async ({ page }) => {
    await page.goto('/learn/no-such-article');

    await expect(heading(page)).toHaveText('没有这篇文章');
    await main(page).getByRole('link', { name: '回到全部文章' }).tap();
    await expect(heading(page)).toHaveText('读懂自己的计划');
  });
});

test.describe('at a desk, in English', () => {
  test.use({ ...desk, ...english });

  test('an English word is found, in any case and from its beginning', async ({ page }) => {
    await page.goto('/learn');
    await page.getByRole('searchbox', { name: 'Search the articles' }).fill('GOMPERTZ');

    await expect(row(page, 'How long the money has to last')).toContainText("Gompertz's law");
    await page.getByRole('searchbox').fill('no such word');
    await expect(main(page).getByText('Nothing found')).toBeVisible();
  });

  test('articles are chosen by the stage of life, and the way back works', async ({ page }) => {
    await page.goto('/learn');
    await main(page).getByRole('link', { name: 'Retired', exact: true }).click();

    await expect(page).toHaveURL('/learn?stage=retired');
    await expect(row(page, 'Saving for a child’s study')).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL('/learn');
  });

  test('a wrong answer is told with the right one and the reason', async ({ page }) => {
    await page.goto('/learn/how-long-will-it-last');
    await main(page).getByRole('radio', { name: 'Because pensions are paid up to that age only' }).check();

    const verdict = main(page).locator('.article__check').getByRole('status');
    await expect(verdict).toContainText('Not this one. The right answer: Because about half of people');
    await main(page).getByRole('radio', { name: /Because about half of people/ }).check();
    await expect(verdict).toContainText('That is right.');
    await expect(verdict).toContainText('one in four still lives longer');
  });

  test('a word is explained by keyboard and by pointing', async ({ page }) => {
    await page.goto('/learn/when-markets-fall');
    const term = main(page).locator('.term').first();
    const note = main(page).locator('.term-note');
    await expect(note).toHaveCount(0);

    await term.focus();
    await expect(note).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(note).toHaveCount(0);

    await term.hover();
    await expect(note).toBeVisible();
    await note.hover();
    await expect(note).toBeVisible();
    await heading(page).hover();
    await expect(note).toHaveCount(0);
  });

  test('the glossary finds a word in either language', async ({ page }) => {
    await page.goto('/learn/glossary');
    await page.getByRole('searchbox', { name: 'Find a word' }).fill('备用金');

    await expect(main(page).getByRole('term').filter({ hasText: 'Reserve' })).toBeVisible();
  });

  test('a guest can put a talk into a calendar, and sign up by mail', async ({ page }) => {
    await page.goto('/learn/talks');
    const talk = main(page).getByRole('listitem').filter({ hasText: 'Reading your first total cost report' });

    await expect(talk).toContainText('January 21, 2127, 18:30 (UTC−5)');
    await expect(talk).toContainText('60 seats');
    const mail = await talk.getByRole('link', { name: 'Sign up by mail' }).getAttribute('href');
    expect(decodeURIComponent(mail)).toContain('Sign-up: Reading your first total cost report');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      talk.getByRole('link', { name: 'Add to calendar' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('cost-report-toronto.ics');
  });
});

test.describe('without network', () => {
  test.use({ ...phone, ...chinese, tolerated: [/^console: Failed to load resource/] });

  test('the library says so, and another try helps', async ({ page }) => {
    await page.route(/\/api\/articles/, (route) => route.abort('internetdisconnected'));
    await page.goto('/learn');
    await expect(heading(page)).toHaveText('暂时载入不了');

    await page.unroute(/\/api\/articles/);
    await main(page).getByRole('button', { name: '再试一次' }).tap();

    await expect(heading(page)).toHaveText('读懂自己的计划');
  });
});
