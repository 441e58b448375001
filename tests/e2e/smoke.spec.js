import { expect, test } from './page.js';

test('the first screen opens without a complaint', async ({ page }) => {
  const answer = await page.goto('/');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");

  await page.waitForLoadState('networkidle');
  await expect(page).toHaveTitle(/Evergreen/);
  await expect(page.locator('body')).not.toBeEmpty();
});

test('a link into the app opens the app', async ({ page }) => {
  const answer = await page.goto('/retirement');
  expect(answer.status()).toBe(200);
  await expect(page).toHaveTitle(/Evergreen/);
});

test('the firm’s data is there', async ({ request }) => {
  const answer = await request.get('/api/firm');
  expect(answer.status()).toBe(200);
  expect((await answer.json()).identity.name).toHaveProperty('zh');
});
