// Pages that are fetched when they are needed.

import { chinese, phone } from './devices.js';
import { openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { answer } from './zone.js';

test.use({ ...phone, ...chinese });

/** The parts of the program that are fetched on demand. */
const PART = /\/(split|chunk)_\w+\.wasm$/;

const heading = (page) => page.getByRole('heading', { level: 1 });

/** Notes the parts that a page asks for. */
function noted(page) {
  const asked = [];
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.split('/').pop();
    if (name.startsWith('split_')) asked.push(name);
  });
  return asked;
}

test('whoever has answered something has the plan’s pages fetched ahead, and no others', async ({ page }) => {
  const asked = noted(page);
  await page.goto('/discover');
  await page.getByRole('radio').first().check({ force: true });

  await expect.poll(() => asked).toEqual(['split_plan.wasm']);
});

test('a newcomer fetches no part, on whichever page of the plan', async ({ page }) => {
  const asked = noted(page);
  for (const path of ['/', '/retirement', '/products']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.getByRole('link', { name: '开始' })).toHaveAttribute('href', '/discover/region');
  }
  expect(asked).toEqual([]);
});

test('a page that was fetched ahead is there without network', async ({ page }) => {
  await openWith(page, await storedForm('china'), '/');
  const fetched = page.waitForEvent('requestfinished', (request) => /split_plan/.test(request.url()));
  await page.reload();
  await fetched;
  await page.waitForLoadState('networkidle');
  await page.route(PART, (route) => route.abort('internetdisconnected'));

  await page.getByRole('link', { name: '看完整方案' }).tap();

  await expect(answer(page)).toHaveText(/^您在/);
});

test.describe('where a part cannot be fetched', () => {
  test.use({ tolerated: [/^console: (Failed to load resource|TypeError: Failed to fetch|Error: no styles)/] });

  test('the page says so, the bars stay, and another try helps', async ({ page }) => {
    await page.route(PART, (route) => route.abort('internetdisconnected'));
    await openWith(page, await storedForm('china'), '/retirement');
    await expect(heading(page)).toHaveText('暂时载入不了这一页');
    await expect(page.getByRole('navigation').first()).toBeVisible();

    await page.unroute(PART);
    await page.getByRole('button', { name: '再试一次' }).tap();

    await expect(answer(page)).toHaveText(/^您在/);
    await expect(page).toHaveURL('/retirement');
  });

  test('what could not be fetched ahead is fetched when it is wanted', async ({ page }) => {
    await page.route(PART, (route) => route.abort('internetdisconnected'));
    const missed = page.waitForEvent('requestfailed', (request) => PART.test(request.url()));
    await openWith(page, await storedForm('china'), '/discover/saving');
    await missed;
    await page.unroute(PART);

    await page.getByRole('link', { name: '规划', exact: true }).tap();

    await expect(answer(page)).toHaveText(/^您在/);
  });
});
