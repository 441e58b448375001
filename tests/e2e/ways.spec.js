// Several moves together, scenarios that stay, one future year by year, and what moved since.

import { chinese, desk, english, phone } from './devices.js';
import { keptForm, openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { answer, section } from './zone.js';

/** A household short of green that has a home to buy. */
async function shortOfGreen() {
  const form = await storedForm('china');
  form.money.wished_month = 24_000;
  form.projects = [{ kind: 'home', amount: 500_000, year: 2035, priority: 'want' }];
  return form;
}

test.describe('at a desk, in English', () => {
  test.use({ ...desk, ...english });

  test('several moves are applied with one press and undone with one press', async ({ page }) => {
    await openWith(page, await shortOfGreen(), '/retirement');
    await expect(answer(page)).toHaveText(/^You are in/);
    const before = await answer(page).textContent();
    const together = section(page, 'Ways to green')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: / and / }) });
    await expect(together.first()).toBeVisible();
    const count = await together.count();
    expect(count, 'ways of several moves').toBeGreaterThan(1);

    for (let way = 0; way < count; way += 1) {
      await together.nth(way).getByRole('button', { name: /^Try it/ }).click();
      await expect(answer(page)).toHaveText(/^With this you would be in the green zone: /);
      await together.nth(way).getByRole('button', { name: /^Undo/ }).click();
      await expect(answer(page)).toHaveText(before);
      await expect(page).toHaveURL('/retirement');
    }
  });

  test('a goal that waits is in the address, and survives a reload', async ({ page }) => {
    await openWith(page, await shortOfGreen(), '/retirement?goal=0-5-0.5');
    await expect(answer(page)).toHaveText(/^With this you would be in/);
    const said = await answer(page).textContent();
    await page.reload();
    await expect(answer(page)).toHaveText(said);
    await page.getByRole('button', { name: 'Back to my plan' }).click();
    await expect(page).toHaveURL('/retirement');
  });

  test('one future is replayed year by year, by keyboard', async ({ page }) => {
    await openWith(page, await shortOfGreen(), '/retirement');
    const causes = section(page, 'When it falls short, why');
    await expect(causes.getByText(/^Of 10,000 futures [\d,]+ need a cut\./)).toBeVisible();
    expect(await causes.getByRole('listitem').count(), 'causes').toBeGreaterThan(0);

    await causes.getByText('One future, year by year').click();
    const future = causes.locator('.year-chart');
    await expect(future.getByText(/^10% of futures fare worse/)).toBeVisible();
    const reading = future.getByRole('status');
    const before = await reading.textContent();
    await future.getByRole('slider', { name: 'Walk the years' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(reading).not.toHaveText(before);

    await causes.getByRole('radio', { name: 'Middle' }).focus();
    await page.keyboard.press('Space');
    await expect(future.getByText(/^50% of futures fare worse/)).toBeVisible();
    await future.getByText('See the figures as a table').click();
    expect(await future.getByRole('row').count()).toBeGreaterThan(40);
  });

  test('the next visit says what moved since the last plan', async ({ page, context }) => {
    const form = await shortOfGreen();
    await openWith(page, form, '/retirement');
    const moved = (page) => section(page, 'What moved since the last plan');
    await expect(moved(page).getByText(/^This is the first visit/)).toBeVisible();
    await expect.poll(() => page.evaluate(() => localStorage.getItem('evergreen.plan.seen'))).toBeTruthy();
    form.money.wished_month -= 4_000;

    // A window that is still open would follow the other one.
    await page.goto('about:blank');
    const next = await context.newPage();
    await next.goto('/robots.txt');
    await next.evaluate((text) => localStorage.setItem('evergreen.draft', text), keptForm(form));
    await next.goto('/retirement');

    await expect(moved(next).getByText(/^Since the plan of November 2026 .* Most of it comes from: Your own edits\./)).toBeVisible();
    await next.reload();
    await expect(moved(next).getByText(/Your own edits\./)).toBeVisible();
    await moved(next).getByRole('button', { name: /^Compare with today/ }).click();
    await expect(moved(next).getByText(/^Nothing has moved since/)).toBeVisible();
    await next.close();
  });
});

test.describe('on a phone, in Chinese', () => {
  test.use({ ...phone, ...chinese });

  test('a scenario is kept, compared, renamed, applied and deleted, over reloads', async ({ page }) => {
    await openWith(page, await shortOfGreen(), '/retirement?save=90000');
    await expect(answer(page)).toHaveText(/^照这样试/);
    const kept = section(page, '存下来，比一比');
    const cards = kept.locator('.scenario-card');
    const name = kept.getByRole('textbox', { name: '名称', exact: true });

    await kept.getByRole('button', { name: '存下现在试的' }).tap();
    await expect(kept.getByText('名称要 1 到 40 个字。')).toBeVisible();
    await name.fill('多存三万');
    await kept.getByRole('button', { name: '存下现在试的' }).tap();
    await expect(cards).toHaveCount(2);
    await expect(cards.nth(1)).toContainText('¥90,000');
    await expect(cards.nth(1)).toContainText(/(红区|灰区|绿区)/);

    await page.reload();
    await page.getByRole('button', { name: '回到我的方案' }).tap();
    await expect(page).toHaveURL('/retirement');
    await expect(cards).toHaveCount(2);
    const title = kept.getByRole('textbox', { name: '“多存三万”的名称' });
    await title.fill('每年存九万');
    await title.blur();
    await page.reload();

    const apply = kept.getByRole('link', { name: '试这个 每年存九万' });
    const address = await apply.getAttribute('href');
    expect(decodeURIComponent(address)).toBe('/retirement?save=90000&name=每年存九万');
    await apply.tap();
    await expect(page).toHaveURL('/retirement?save=90000');
    await expect(answer(page)).toHaveText(/^照这样试/);
    await kept.getByRole('link', { name: '撤销 每年存九万' }).tap();
    await expect(page).toHaveURL('/retirement');

    // Whoever gets the link sees the same changes on their own plan, and can keep them.
    await page.goto(address);
    await expect(answer(page)).toHaveText(/^照这样试/);
    await expect(name).toHaveValue('每年存九万');
    await kept.getByRole('button', { name: '删除 每年存九万' }).tap();
    await expect(cards).toHaveCount(0);
    expect(await page.evaluate(() => localStorage.getItem('evergreen.scenarios'))).toBe('');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
