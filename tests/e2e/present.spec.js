// The plan before an audience, hidden amounts, and how the app looks.

import { chinese, desk, english, phone } from './devices.js';
import { CONFIRMED, openWith, storedForm, visit } from './household.js';
import { expect, test } from './page.js';
import { answer } from './zone.js';

/** An amount of money of either region, in either language. */
const AMOUNT = /[¥$]\s?\d|\d[\d,.]*\s?(万|亿|元)/;

const said = (page) => page.getByRole('main').innerText();

test.describe('before an audience', () => {
  test.use({ ...desk, ...chinese });

  test('a clicker walks over five slides without bars, and Escape ends', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/present', CONFIRMED);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^您在/);
    await expect(page.getByRole('navigation')).toHaveCount(0);

    for (const [number, shown] of [[2, /退休/], [3, /增长/], [4, /人生目标/], [5, /绿区/]]) {
      await page.keyboard.press('PageDown');
      await expect(page.getByText(`${number} / 5`)).toBeVisible();
      await expect(page.locator('.present__slide')).toContainText(shown);
    }
    await page.keyboard.press('PageDown');
    await expect(page.getByText('5 / 5')).toBeVisible();
    await page.keyboard.press('PageUp');
    await expect(page).toHaveURL('/present?slide=goals');
    await page.reload();
    await expect(page.getByText('4 / 5')).toBeVisible();

    await page.keyboard.press('Escape');
    await expect(page).toHaveURL('/retirement');
    await expect(page.getByRole('navigation').first()).toBeVisible();
  });

  test('figures are large enough for three metres', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/present', CONFIRMED);
    const size = await page.getByRole('heading', { level: 1 }).evaluate((title) => parseFloat(getComputedStyle(title).fontSize));
    expect(size).toBeGreaterThanOrEqual(40);
  });
});

for (const [lang, locale, region, hide] of [
  ['zh', chinese, 'china', '隐藏金额（F9）'],
  ['en', english, 'canada', 'Hide amounts (F9)'],
]) {
  test.describe(`hidden amounts in ${lang}`, () => {
    test.use({ ...phone, ...locale });

    test('one press hides every amount on every page, for as long as the window is open', async ({ page }) => {
      await openWith(page, await storedForm(region), '/retirement', CONFIRMED);
      await expect(answer(page)).toBeVisible();
      await expect.poll(() => said(page)).toMatch(AMOUNT);

      await page.locator('.menu summary').tap();
      await page.getByRole('button', { name: hide }).tap();

      await expect.poll(() => said(page)).not.toMatch(AMOUNT);
      await page.reload();
      for (const address of ['/retirement', '/allocation', '/goals', '/report', '/']) {
        await visit(page, address);
        await expect(page.locator('.skeleton')).toHaveCount(0);
        expect((await said(page)).match(AMOUNT), address).toBeNull();
      }
      await expect(page.getByRole('main')).toContainText('%');
    });

    test('one key shows them again', async ({ page }) => {
      await openWith(page, await storedForm(region), '/allocation', CONFIRMED);
      await expect.poll(() => said(page)).toMatch(AMOUNT);
      await page.keyboard.press('F9');
      await expect.poll(() => said(page)).not.toMatch(AMOUNT);
      await page.keyboard.press('F9');
      await expect.poll(() => said(page)).toMatch(AMOUNT);
    });
  });
}

test.describe('how the app looks', () => {
  test.use({ ...phone, ...chinese });

  test('the menu leads there, and closes behind whoever goes', async ({ page }) => {
    await page.goto('/');
    await page.locator('.menu summary').tap();
    await page.getByRole('link', { name: '显示' }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('显示');
    await expect(page.locator('.menu')).not.toHaveAttribute('open');
  });

  test('large type, a theme and market colours stay on the device', async ({ page }) => {
    await page.goto('/settings');
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    const before = parseFloat(await size());

    await page.getByRole('radio', { name: '大字，反差更强' }).check();
    await page.getByRole('radio', { name: '深色' }).check();
    await page.getByRole('radio', { name: '红涨绿跌' }).check();
    await page.goto('/');

    expect(parseFloat(await size())).toBeGreaterThan(before);
    const root = page.locator('html');
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await expect(root).toHaveAttribute('data-market', 'red-up');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide, 'scrolls sideways in large type').toBe(false);
  });
});
