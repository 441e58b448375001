// Who works at the firm in these tests: the made-up advisors of the command `demo`, and one whom a test
// adds. Clients get whoever has most room, so every test must know them all.

import { desk, english } from './devices.js';
import { expect } from './page.js';

const DEMO_PASSWORD = 'evergreen on the hill';

/** The advisor whom a test adds, with the password that is set there. */
export const ADDED = { name: '沈一鸣', email: 'shen@example.com', password: 'five other plain words here' };

/** The sign-in of somebody made up. */
export const madeUp = (email) => ({ email, password: DEMO_PASSWORD });

/** Somebody with an account, in a browser of their own, at a desk and in English. */
export async function signedIn(browser, baseURL, { email, password }, back) {
  const context = await browser.newContext({ ...desk, ...english, baseURL });
  const page = await context.newPage();
  await page.goto(`/account?do=sign-in&back=${encodeURIComponent(back)}`);
  await page.getByRole('textbox', { name: 'E-mail address', exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(back);
  return page;
}

/** The sign-in of an advisor, by name. */
export const advisorNamed = (name) =>
  ({ 陈思远: madeUp('chen@example.com'), 'Alex Morgan': madeUp('morgan@example.com'), [ADDED.name]: ADDED })[name];
