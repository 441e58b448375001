// The first page once there is a plan.

import { chinese, english, phone } from './devices.js';
import { CONFIRMED, openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { answer, section } from './zone.js';

test.describe('in Chinese', () => {
  test.use({ ...phone, ...chinese });

  test('the dashboard says the zone, one thing to do, the goals and one thing to read', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/');

    await expect(answer(page)).toHaveText(/^您在(红|灰|绿)区/);
    const next = section(page, '下一步做这一件').getByRole('link');
    await expect(next).toHaveCount(1);
    await expect(section(page, '人生目标').getByRole('listitem').first()).toContainText(/红区|灰区|绿区|愿望/);
    await expect(section(page, '读这一篇').getByRole('link')).toHaveCount(1);

    await next.tap();
    await expect(page).not.toHaveURL('/');
    await page.goBack();
    await expect(answer(page)).toHaveText(/^您在/);
  });

  test('the next visit says what changed and why', async ({ page, context }) => {
    await openWith(page, await storedForm('china'), '/retirement', CONFIRMED);
    await expect(answer(page)).toHaveText(/^您在/);
    // The form of the last plan is on the device once the plan is there.
    await expect.poll(() => page.evaluate(() => localStorage.getItem('evergreen.plan.seen'))).not.toBeNull();
    await page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('evergreen.draft'));
      kept.form.money.saving_year += 40_000;
      localStorage.setItem('evergreen.draft', JSON.stringify(kept));
    });

    const next = await context.newPage();
    await next.clock.install({ time: new Date('2026-11-22T10:00:00') });
    await next.goto('/');

    const moved = next.getByRole('main').locator('section').filter({ has: next.getByRole('heading', { name: '和上次比，什么变了' }) });
    await expect(moved).toContainText('变化最多来自：您的改动');
  });
});

test.describe('in English', () => {
  test.use({ ...phone, ...english });

  test('a newcomer is asked for nothing but the first page', async ({ page }) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => /\/api\/(articles|shelf)/.test(path))).toEqual([]);
  });

  test('a class that is not confirmed comes first', async ({ page }) => {
    await openWith(page, await storedForm('canada'), '/');
    await expect(section(page, 'One thing to do next').getByRole('link')).toHaveText(/Confirm the class|Settle them/);
  });
});
