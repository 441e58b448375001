// The retirement page answers while it is touched, and remembers what is tried.

import { chinese, desk } from './devices.js';
import { openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { answer, figure, readZone, section, track } from './zone.js';

test.use({ ...desk, ...chinese });

const slider = (page, name) => page.getByRole('slider', { name, exact: true });
const ways = (page) => section(page, '走到绿区的办法').getByRole('button', { name: /^(试试看|撤销)/ });
const chance = (page) => figure(page, '不必减少开支的机会');
const pointer = (page) =>
  page.locator('.zone-track__pointer').evaluate((mark) => Number(mark.style.getPropertyValue('--at')));
const chart = (page) => page.locator('figure').first().locator('.chart').innerHTML();

test.beforeEach(async ({ page }) => {
  await openWith(page, await storedForm('china'), '/retirement');
  await readZone(page, 'zh');
});

test('a slider moved by keyboard moves the zone, the figures and the chart', async ({ page }) => {
  const before = await seen(page);

  await slider(page, '退休后每年开支').focus();
  await page.keyboard.press('Home');

  await expect(answer(page)).toHaveText(/^照这样试，您会在/);
  await expect(chance(page)).not.toHaveText(before.chance);
  expect(await pointer(page), 'spending less leads towards green').toBeGreaterThan(before.pointer);
  expect(await chart(page)).not.toBe(before.chart);
  await expect(page).toHaveURL(/\/retirement\?spend=\d+$/);
  await expect(page.getByRole('status').filter({ hasText: '这是试算，您的方案没有改变。' })).toBeVisible();

  await page.getByRole('button', { name: '回到我的方案' }).click();
  await expect(answer(page)).toHaveText(before.answer);
  await expect(chance(page)).toHaveText(before.chance);
  await expect(page).toHaveURL('/retirement');
});

test('the zone follows a slider while it is dragged, and the address once it rests', async ({ page }) => {
  const before = await seen(page);
  const drag = await grab(page, slider(page, '每年储蓄'));

  await drag.to(0.5);
  await expect(answer(page)).toHaveText(/^照这样试/);
  await expect(chance(page)).not.toHaveText(before.chance);
  await expect(page).toHaveURL('/retirement');
  await drag.to(1);
  await expect.poll(() => pointer(page)).toBeGreaterThan(before.pointer);
  await drag.drop();

  await expect(page).toHaveURL(/\?save=\d+$/);
});

test('a way to green can be tried, survives a reload, and can be undone', async ({ page }) => {
  const before = await seen(page);
  const count = await ways(page).count();
  expect(count, 'ways to green').toBeGreaterThan(0);

  for (let way = 0; way < count; way += 1) {
    await ways(page).nth(way).click();
    await expect(answer(page)).toHaveText(/^照这样试，您会在绿区：/);
    await expect(track(page)).toHaveAccessibleName(/绿区/);
    await expect(ways(page).nth(way)).toHaveAccessibleName(/^撤销/);
    const address = page.url();
    expect(address).toContain('?');

    await page.reload();
    await expect(answer(page)).toHaveText(/^照这样试，您会在绿区：/);
    expect(page.url()).toBe(address);
    await ways(page).nth(way).click();
    await expect(answer(page)).toHaveText(before.answer);
    await expect(page).toHaveURL('/retirement');
  }
});

test('what is tried changes no answer', async ({ page }) => {
  const stored = () => page.evaluate(() => localStorage.getItem('evergreen.draft'));
  const before = await stored();

  await ways(page).first().click();
  await expect(answer(page)).toHaveText(/^照这样试/);

  expect(await stored()).toBe(before);
});

test('an exact number can be typed beside a slider', async ({ page }) => {
  await page.getByRole('textbox', { name: '每年储蓄，输入确切数字' }).fill('12万');
  await page.keyboard.press('Tab');

  await expect(page).toHaveURL('/retirement?save=120000');
  await expect(slider(page, '每年储蓄')).toHaveAttribute('aria-valuetext', '¥120,000');
});

test('the years of the chart can be walked by keyboard', async ({ page }) => {
  const reading = page.locator('figure').first().getByRole('status');
  const before = await reading.textContent();

  await page.locator('figure').first().getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');

  await expect(reading).not.toHaveText(before);
});

test('the page never freezes while a slider is dragged', async ({ page }) => {
  const slowness = await slownessOf(page);
  const tasks = await page.evaluateHandle(() => {
    const long = [];
    new PerformanceObserver((list) => long.push(...list.getEntries().map((task) => Math.round(task.duration)))).observe({
      type: 'longtask',
    });
    return long;
  });
  const drag = await grab(page, slider(page, '每年储蓄'));
  for (const share of [1, 0, 0.8, 0.2, 0.6]) await drag.to(share, 20);
  await drag.drop();
  await expect(page).toHaveURL(/\?save=\d+$/);

  const longest = Math.max(0, ...(await tasks.jsonValue()));
  console.log(`  longest task while dragging: ${longest} ms, on a machine ${slowness.toFixed(1)} times slower`);
  expect(longest, 'milliseconds').toBeLessThan(200 * slowness);
});

async function seen(page) {
  return {
    answer: await answer(page).textContent(),
    chance: await chance(page).textContent(),
    pointer: await pointer(page),
    chart: await chart(page),
  };
}

/** Takes a slider's thumb with the mouse. */
async function grab(page, range) {
  await range.scrollIntoViewIfNeeded();
  const box = await range.boundingBox();
  const [min, max, value] = await range.evaluate(({ min, max, value }) => [min, max, value].map(Number));
  const across = (share) => box.x + 12 + (box.width - 24) * share;
  const down = box.y + box.height / 2;
  await page.mouse.move(across((value - min) / (max - min)), down);
  await page.mouse.down();
  return {
    to: (share, steps = 8) => page.mouse.move(across(share), down, { steps }),
    drop: () => page.mouse.up(),
  };
}

/** How many times slower than an ordinary laptop this machine is, at least 1. */
async function slownessOf(page) {
  const ms = await page.evaluate(() => {
    const started = performance.now();
    let sum = 0;
    for (let step = 0; step < 2e7; step += 1) sum = (sum * 31 + step) | 0;
    return performance.now() - started + sum * 0;
  });
  return Math.max(1, ms / 40);
}
