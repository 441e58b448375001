// What is decided at the desk, and seen on the client's side: allocation, tilt, a rise of the class, the
// hand-over, an advisor who leaves; and what was being written, after a reload.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import AxeBuilder from '@axe-core/playwright';

import { chinese, phone } from './devices.js';
import { expect, test } from './page.js';
import { madeUp, signedIn } from './staff.js';

// A refusal of the server is a complaint of the browser's console.
test.use({ tolerated: [/^console: Failed to load resource.*\/api\//] });

const run = (...words) => promisify(execFile)(process.env.EVERGREEN_SERVER, words);

const CHEN = madeUp('chen@example.com');
const MORGAN = madeUp('morgan@example.com');
const ADMIN = madeUp('admin@example.com');

const main = (page) => page.getByRole('main');
const heading = (page) => main(page).getByRole('heading', { level: 1 });

test.beforeAll(() => run('demo'));

/** An advisor with the file of a client open. */
async function atFile(browser, baseURL, advisor, client) {
  const office = await signedIn(browser, baseURL, advisor, '/desk?view=clients');
  await office.getByRole('link', { name: client, exact: true }).click();
  await expect(heading(office)).toHaveText(client);
  return office;
}

/** What the server tells whoever is signed in. */
const told = (page, path) => page.evaluate(async (path) => (await fetch(path)).json(), path);

/** What the server tells a client, signed in on a device of their own. */
async function toldTo(browser, baseURL, email, path) {
  const client = await signedIn(browser, baseURL, madeUp(email), '/account');
  const answer = await told(client, path);
  await client.context().close();
  return answer;
}

async function soundOn(page) {
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

/** Moves so many points from one asset class to the next, in the boxes of a form. */
async function move(fields, points) {
  const [from, to] = [fields.first(), fields.nth(1)];
  const values = await Promise.all([from, to].map(async (field) => Number(await field.inputValue())));
  await from.fill(String(Number((values[0] - points).toFixed(4))));
  await to.fill(String(Number((values[1] + points).toFixed(4))));
}

/** A day so many days from now, as a box for dates takes it. */
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an allocation is adjusted within the limits with a reason, then tilted for a while', async ({
  browser,
  baseURL,
}) => {
  const office = await atFile(browser, baseURL, CHEN, '王芳');
  await expect(main(office).getByText('Proposed by the plan, not confirmed by you yet.')).toBeVisible();
  await office.getByText('The figures the client sees, worked out again here').click();
  await expect(main(office).getByText(/^Checked: the same/)).toBeVisible({ timeout: 30_000 });
  await office.getByText('Confirm or adjust the allocation').click();
  const weights = office.locator('input[id^="weights-"]');
  const reason = office.locator('#decision-reason');
  const confirm = office.getByRole('button', { name: 'Confirm this allocation' });

  await confirm.click();
  await expect(office.getByText('Say why.')).toBeVisible();
  await move(weights, 60);
  await reason.fill('A house in two years.');
  await confirm.click();
  await expect(main(office).getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  await soundOn(office);

  await move(weights, -60);
  await move(weights, 0.5);
  await confirm.click();
  await expect(main(office).getByText(/^陈思远 adjusted it on /)).toBeVisible();
  await expect(main(office).getByText('A house in two years.')).toBeVisible();
  await expect(reason).toHaveValue('');
  const confirmed = await toldTo(browser, baseURL, 'wang.fang@example.com', '/api/allocation');
  expect(confirmed.state).toBe('confirmed');
  expect(confirmed.agreed.decision).toMatchObject({ adjusted: true, reason: 'A house in two years.' });

  await office.getByText('Set a tilt', { exact: true }).click();
  const shifts = office.locator('input[id^="shifts-"]');
  const set = office.getByRole('button', { name: 'Set it', exact: true });
  await set.click();
  await expect(office.getByText('Enter a day.')).toBeVisible();
  await shifts.first().fill('-40');
  await shifts.nth(1).fill('40');
  await office.getByLabel('Last day').fill(inDays(30));
  await office.locator('#tilt-reason').fill('Prices ran ahead.');
  await set.click();
  await expect(main(office).getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  expect((await toldTo(browser, baseURL, 'wang.fang@example.com', '/api/allocation')).state).toBe('confirmed');

  await shifts.first().fill('-1');
  await shifts.nth(1).fill('1');
  await set.click();
  await expect(main(office).getByText(/^陈思远 set a tilt that ends on /)).toBeVisible();
  await soundOn(office);
  const tilted = await toldTo(browser, baseURL, 'wang.fang@example.com', '/api/allocation');
  expect(tilted.state).toBe('tactical');
  expect(tilted.agreed.tilt).toMatchObject({ until: inDays(30), reason: 'Prices ran ahead.' });

  await office.getByRole('button', { name: 'End the tilt now' }).click();
  await expect(main(office).getByText(/set a tilt that ends on/)).toHaveCount(0);
  expect((await toldTo(browser, baseURL, 'wang.fang@example.com', '/api/allocation')).state).toBe('confirmed');
  await office.context().close();
});

for (const { answer, advisor, client, email, accepted } of [
  { answer: 'It is right and counts', advisor: CHEN, client: '周琳', email: 'zhou.lin@example.com', accepted: true },
  { answer: 'It does not count', advisor: MORGAN, client: 'Jamie Taylor', email: 'taylor@example.com', accepted: false },
]) {
  test(`a rise of the class is answered with a reason: ${answer}`, async ({ browser, baseURL }) => {
    const before = await toldTo(browser, baseURL, email, '/api/assessments');
    const office = await atFile(browser, baseURL, advisor, client);
    const rise = office.getByRole('heading', { name: 'A rise of the class waits for you' });
    await expect(rise).toBeVisible();

    await office.getByRole('button', { name: answer }).click();
    await expect(office.getByText('Say why.')).toBeVisible();
    await office.locator('#rise-reason').fill('We went through every answer.');
    await office.reload();
    await expect(office.locator('#rise-reason')).toHaveValue('We went through every answer.');
    await office.getByRole('button', { name: answer }).click();
    await expect(rise).toHaveCount(0);
    await office.context().close();

    const after = await toldTo(browser, baseURL, email, '/api/assessments');
    const [risen] = before.all;
    expect(risen.waits).toBe(true);
    expect(after.valid.id === risen.id).toBe(accepted);
  });
}

test('what is being written outlives a reload, and leaves with whoever signs out', async ({ browser, baseURL }) => {
  const office = await atFile(browser, baseURL, MORGAN, 'Sam Lee');
  await office.getByRole('textbox', { name: 'Write a note' }).fill('She will call back on Monday.');
  await office.reload();
  await expect(office.getByRole('textbox', { name: 'Write a note' })).toHaveValue('She will call back on Monday.');
  const kept = () => office.evaluate(() => localStorage.getItem('evergreen.desk.unsent'));
  expect(await kept()).toContain('call back');

  await office.goto('/account');
  await office.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await expect(heading(office)).not.toHaveText(/Alex Morgan/);
  expect(await kept()).toBeNull();
  await office.context().close();
});

test('a meeting whose time is over waits under today until it is closed', async ({ browser, baseURL }) => {
  const office = await signedIn(browser, baseURL, MORGAN, '/desk');
  const part = office.locator('section').filter({ has: office.getByRole('heading', { name: 'Meetings to be closed' }) });

  const over = part.getByRole('article').filter({ hasText: 'Sam Lee' });

  await expect(over.getByRole('button', { name: 'It took place' })).toBeVisible();
  await soundOn(office);
  await office.context().close();
});

test.describe('an advisor who leaves', () => {
  test.use({ ...phone, ...chinese });

  test('gets a client by hand-over, and hands all over on departure', async ({ page, browser, baseURL }) => {
    const name = `周离 ${Date.now()}`;
    await run('advisor', 'add', `leaving-${Date.now()}@example.com`, '--name', name);
    const office = await atFile(browser, baseURL, CHEN, '赵敏');
    await office.getByText('Hand over to another advisor').click();
    await office.getByLabel('To whom').selectOption(name);
    await office.locator('#hand-over-reason').fill('Languages.');
    await office.locator('#hand-over-note').fill('A colleague looks after you from today.');
    await office.getByRole('button', { name: 'Hand this client over' }).click();
    await expect(office).toHaveURL(/\/desk(\?view=clients)?$/);
    await expect(office.getByRole('link', { name: '赵敏', exact: true })).toHaveCount(0);
    await office.context().close();
    const care = await toldTo(browser, baseURL, 'zhao.min@example.com', '/api/care');
    expect(care.advisor.name).toBe(name);
    expect(care.hand_overs[0].note).toBe('A colleague looks after you from today.');

    await page.goto('/account?do=sign-in');
    await page.getByRole('textbox', { name: '邮箱', exact: true }).fill(ADMIN.email);
    await page.getByLabel('密码', { exact: true }).fill(ADMIN.password);
    await page.getByRole('button', { name: '登录', exact: true }).tap();
    await expect(page).toHaveURL('/desk');
    await expect(heading(page)).toHaveText('工作台');
    await soundOn(page);
    await page.getByRole('link', { name: `${name}：办理离职交接` }).tap();
    await expect(heading(page)).toHaveText(`${name} 离开公司`);
    await expect(main(page).getByText('1 位客户 · 1 位用中文')).toBeVisible();
    await soundOn(page);
    const all = main(page).getByRole('button', { name: '交接 1 位客户' });
    await all.tap();
    await expect(main(page).getByText('请写给客户的说明。')).toBeVisible();
    await page.getByLabel('由谁接手').selectOption('陈思远');
    await page.locator('#leaving-reason').fill('退休');
    await page.locator('#leaving-note').fill('保证收益不变。');
    await all.tap();
    await main(page).getByRole('button', { name: '确定交接' }).tap();
    await expect(page.locator('#leaving-note-fault')).toBeVisible();
    await page.locator('#leaving-note').fill('感谢您的信任，陈思远从今天起照看您的规划。');
    await page.reload();
    await expect(page.locator('#leaving-reason')).toHaveValue('退休');
    await page.getByLabel('由谁接手').selectOption('陈思远');
    await all.tap();
    await expect(main(page).getByText('确定后客户立即换顾问')).toBeVisible();
    await soundOn(page);
    await main(page).getByRole('button', { name: '确定交接' }).tap();
    await expect(main(page).getByText(`${name} 的 1 位客户都有了新的顾问。`)).toBeVisible();

    await page.getByRole('link', { name: '回到顾问名单' }).tap();
    const left = page.getByRole('listitem').filter({ hasText: name });
    await expect(left.getByText('0 位客户，不再接新客户')).toBeVisible();
    await page.getByRole('link', { name: '未送达', exact: true }).tap();
    await expect(main(page).getByText('多次尝试后仍未送达的邮件和事件')).toBeVisible();
    await soundOn(page);
    const after = await toldTo(browser, baseURL, 'zhao.min@example.com', '/api/care');
    expect(after.advisor.name).toBe('陈思远');
    expect(after.hand_overs[0]).toMatchObject({ from: name, note: '感谢您的信任，陈思远从今天起照看您的规划。' });
  });
});
