// What stays on the device, what leaves it, and what it can do alone.

import { chinese, phone } from './devices.js';
import { keepOnce, keptForm, openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { answer } from './zone.js';

test.use({ ...phone, ...chinese });

/** Where the firm's data come from, in any form. */
const FIRM = /\/api\/firm/;

const begin = (page) => page.getByRole('link', { name: '开始' });
/** What the device keeps, beside which steps were counted: that begins anew. */
const kept = (page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key !== 'evergreen.counted').sort());

test('one button erases everything on this device', async ({ page }) => {
  await openWith(page, await storedForm('china'), '/discover/saving');
  await page.getByRole('button', { name: 'English' }).tap();
  await page.getByRole('button', { name: '中文' }).tap();

  await openSettings(page);
  await askToErase(page);
  await page.getByRole('button', { name: '保留' }).tap();
  await expect(page.getByRole('textbox', { name: '每年存下的钱' })).toHaveValue('60,000');
  await askToErase(page);
  await page.getByRole('button', { name: '清除', exact: true }).tap();

  await expect(page).toHaveURL('/');
  await expect(begin(page)).toBeVisible();
  // The firm's own data are no data of the investor.
  expect(await kept(page)).toEqual(['evergreen.firm']);
  await page.goBack();
  await page.goto('/retirement');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('先答问卷，再看方案');
  await page.goto('/');
  await expect(begin(page)).toBeVisible();
});

test('what one person tried is not shown to the next one on the same device', async ({ page, context }) => {
  const form = await storedForm('china');
  await openWith(page, form, '/retirement?save=100000');
  await expect(answer(page)).toHaveText(/^照这样试/);
  await openSettings(page);
  await askToErase(page);
  await page.getByRole('button', { name: '清除', exact: true }).tap();
  await expect(begin(page)).toBeVisible();

  // The next one answers in another window.
  const other = await context.newPage();
  await other.goto('/robots.txt');
  await other.evaluate((text) => localStorage.setItem('evergreen.draft', text), keptForm(form));
  await other.close();

  await page.getByRole('link', { name: '看完整方案' }).tap();
  await expect(answer(page)).toHaveText(/^您在/);
  await expect(page).toHaveURL('/retirement');
});

test('two windows keep the same answers', async ({ page, context }) => {
  await openWith(page, await storedForm('china'), '/discover/saving');
  const other = await context.newPage();
  await other.goto('/discover/saving');
  await other.getByRole('textbox', { name: '每年存下的钱' }).fill('88,000');

  await expect(page.getByRole('textbox', { name: '每年存下的钱' })).toHaveValue('88,000');
  await other.close();
});

test('an answer is on the device before the next key', async ({ page }) => {
  await openWith(page, await storedForm('china'), '/discover/saving');
  const box = page.getByRole('textbox', { name: '每年存下的钱' });
  await box.fill('9');
  await box.pressSequentially('5000');
  await page.goto('about:blank');

  await page.goto('/');
  await page.goto('/discover/saving');

  await expect(box).toHaveValue('95,000');
});

test('answers that cannot be opened are put aside, never thrown away', async ({ page }) => {
  await keepOnce(page, '{"schema":99}');

  await page.goto('/');

  await expect(page.getByRole('status').filter({ hasText: '现在打不开' })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('evergreen.draft.aside'))).toBe('{"schema":99}');
});

test.describe('without the firm’s server', () => {
  test.use({ tolerated: [/^console: Failed to load resource.*\/api\/firm/] });

  test('the firm’s data are kept for a start without network', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/retirement');
    await expect(answer(page)).toHaveText(/^您在/);
    const online = await answer(page).textContent();
    await page.route(FIRM, (route) => route.abort('internetdisconnected'));

    await page.reload();
    await expect(answer(page)).toHaveText(online);
    await page.goto('/discover/aims');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('最想实现或推进哪三件事');
    await expect(page.getByRole('checkbox', { name: '安排好退休生活' })).toBeChecked();
  });

  test('the first visit without network says so, and another try helps', async ({ page }) => {
    await page.route(FIRM, (route) => route.abort('internetdisconnected'));
    await page.goto('/discover/region');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('暂时载入不了资料');

    await page.unroute(FIRM);
    await page.getByRole('button', { name: '再试一次' }).tap();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('您打算在哪里退休？');
  });
});

async function openSettings(page) {
  await page.locator('summary').and(page.getByLabel('设置')).tap();
}

async function askToErase(page) {
  await page.getByRole('button', { name: '清除本机上的全部内容' }).tap();
  await expect(page.getByRole('dialog', { name: '要清除全部内容吗？' })).toBeVisible();
}
