// The app as a reader of the README sees it.

import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { chinese, english, phone } from '../e2e/devices.js';
import { CONFIRMED, openWith, storedForm } from '../e2e/household.js';
import { expect, test } from '../e2e/page.js';
import { madeUp } from '../e2e/staff.js';

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../docs/pictures');

const WIDE = { viewport: { width: 1200, height: 750 } };
const TALL = { viewport: { width: 1200, height: 900 } };
const WHOLE = { viewport: { width: 1440, height: 1180 } };

/** White around a sheet of paper, in pixels. */
const MARGIN = 56;

/** From 0 to 1: letters stay sharp, and a picture has some 40 kB. */
const QUALITY = 0.86;

test.use({ ...english, ...WIDE, reducedMotion: 'reduce' });

/** Everything that is on its way has come. */
async function settled(page) {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
}

/** Keeps what is in sight as a picture. */
async function take(page, name, { picture, margin = 0 } = {}) {
  await settled(page);
  const png = (picture ?? (await page.screenshot({ animations: 'disabled' }))).toString('base64');
  // The browser itself knows how to make it small.
  const small = await page.context().newPage();
  const webp = await small.evaluate(
    async ([png, quality, margin]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const [width, height] = [image.width + 2 * margin, image.height + margin];
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const paper = canvas.getContext('2d');
      paper.fillStyle = 'white';
      paper.fillRect(0, 0, width, height);
      paper.drawImage(image, margin, margin);
      return canvas.toDataURL('image/webp', quality).split(',')[1];
    },
    [png, QUALITY, margin],
  );
  await small.close();
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, `${name}.webp`), Buffer.from(webp, 'base64'));
}

test('the first page, once there is a plan', async ({ page }) => {
  await openWith(page, await storedForm('canada'), '/', CONFIRMED);
  await take(page, 'home');
});

test.describe('retirement', () => {
  test.use(WHOLE);

  test('its zone, levers, lifetimes, and the map', async ({ page }) => {
    await openWith(page, await storedForm('canada'), '/retirement', CONFIRMED);
    await take(page, 'retirement');
    const map = page.locator('.frontier-map');
    await map.scrollIntoViewIfNeeded();
    await expect(map.locator('svg')).toBeVisible();
    await take(page, 'map', { picture: await map.screenshot({ animations: 'disabled' }) });
  });
});

test.describe('in Chinese', () => {
  test.use({ ...chinese, ...TALL });

  test('the life goals', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/goals', CONFIRMED);
    await take(page, 'goals');
  });
});

test.describe('on a phone in Chinese', () => {
  test.use({ ...phone, ...chinese, deviceScaleFactor: 2 });

  test('retirement', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/retirement', CONFIRMED);
    await take(page, 'phone');
  });
});

test.describe('on paper', () => {
  test.use({ viewport: { width: 794 - 2 * MARGIN, height: 1123 - MARGIN } });

  test('the report', async ({ page }) => {
    await openWith(page, await storedForm('canada'), '/report', CONFIRMED);
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    await take(page, 'report', { margin: MARGIN });
  });
});

test('the desk of an advisor', async ({ page }) => {
  await promisify(execFile)(process.env.EVERGREEN_SERVER, ['demo']);
  const { email, password } = madeUp('chen@example.com');
  await page.goto('/account?do=sign-in&back=/desk');
  await page.getByRole('textbox', { name: 'E-mail address', exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL('/desk');
  await take(page, 'desk');
});
