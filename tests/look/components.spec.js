// Every component looks as it did, in each of its states: on a phone and on a desk, in light and in dark.
//
// Letters are blocks of a font of our own: what is held is the layout, the colours and the shapes,
// whatever fonts a machine has.

import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';

import { squareFont } from './square.js';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const built = process.env.EVERGREEN_GUIDE ?? path.join(root, 'target/xtask/guide');

/** Nothing answers there: every file is given by the test. */
const ADDRESS = 'http://localhost/styleguide';

const DEVICES = [
  ['phone', { locale: 'zh-CN', colorScheme: 'light', viewport: { width: 360, height: 800 } }],
  ['desk', { locale: 'en-CA', colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
];

/** What the keyboard has reached. */
const FOCUSED = {
  buttons: 'button',
  number_field: 'input',
  text_field: 'input',
  choice_card: 'input',
  lever_slider: 'input',
  nav_bar: 'a',
};

/** What opens by a press, and the part that then shows. */
const OPENED = {
  erase_dialog: ['.erase-dialog__opener', '.erase-dialog'],
  disclosure: ['summary', 'details'],
  method_note: ['summary', 'details'],
  glossed: ['.term', '.term-note'],
  // Last: its sheet lies over what follows.
  menu: ['summary', '.menu__sheet'],
};

for (const [device, options] of DEVICES) {
  test.describe(device, () => {
    test.use({ ...options, reducedMotion: 'reduce' });

    test(`every component on a ${device} has the look of its picture`, async ({ page }) => {
      await openGuide(page);
      const names = await shelves(page);
      expect(names.length).toBeGreaterThan(50);
      const whole = await picture(page);
      for (const name of names) {
        compare(cut(whole, await shelf(page, name).boundingBox()), `${name}-${device}`);
      }
      for (const [name, control] of Object.entries(FOCUSED)) {
        // A key pressed before: the mark of the focus shows where it is the keyboard's.
        await page.keyboard.press('Tab');
        await shelf(page, name).locator(control).first().focus();
        compare(await shot(shelf(page, name)), `${name}-focus-${device}`);
      }
      for (const [name, [opener, part]] of Object.entries(OPENED)) {
        await shelf(page, name).locator(opener).first().click();
        compare(await shot(shelf(page, name).locator(part).first()), `${name}-open-${device}`);
        await page.keyboard.press('Escape');
      }
    });
  });
}

test('every picture is of a component that there is', async ({ page }) => {
  await openGuide(page);
  const names = await shelves(page);
  const pictures = await readdir(path.join(root, 'tests/look/pictures'));
  const known = (file) => names.some((name) => new RegExp(`^${pictureOf(name)}(-focus|-open)?-(phone|desk)\\.png$`).test(file));
  expect(pictures.filter((file) => !known(file))).toEqual([]);
});

/** Compares a part of the page with its picture; a difference does not keep the others from being seen. */
function compare(part, name) {
  expect.soft(part, name).toMatchSnapshot(`${pictureOf(name)}.png`);
}

const shot = (part) => part.screenshot({ animations: 'disabled' });

/** The whole page at once: a picture for each component would take minutes. */
async function picture(page) {
  await page.evaluate(() => scrollTo(0, 0));
  return PNG.sync.read(await page.screenshot({ fullPage: true, animations: 'disabled' }));
}

/** A part of a picture, by its place on the page. */
function cut(whole, { x, y, width, height }) {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [across, down] = [Math.ceil(x + width) - left, Math.ceil(y + height) - top];
  const part = new PNG({ width: across, height: down });
  PNG.bitblt(whole, part, left, top, across, down, 0, 0);
  return PNG.sync.write(part);
}

/** Files are named as the style sheets name components. */
const pictureOf = (name) => name.replaceAll('_', '-');

const shelf = (page, name) => page.locator(`[data-component="${name}"]`);

const shelves = (page) =>
  page.locator('[data-component]').evaluateAll((shelves) => shelves.map(({ dataset }) => dataset.component));

/** Opens the guide with the style sheets of `index.html`, in their order. */
async function openGuide(page) {
  const index = await readFile(path.join(root, 'index.html'), 'utf8');
  const sheets = [...index.matchAll(/rel="css" href="([^"]+)"/g)].map(([, sheet]) => sheet);
  const html = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    ${sheets.map((sheet) => `<link rel="stylesheet" href="/${sheet}">`).join('\n')}
    <style>
      @font-face { font-family: Square; src: url(${squareFont()}); }
      :root, :root:lang(zh) { --font-text: Square; --font-heading: Square; }
      * { caret-color: transparent; }
    </style>
    <body><script type="module">import init from '/evergreen.js'; init();</script>`;
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/styleguide') return route.fulfill({ contentType: 'text/html', body: html });
    if (pathname.startsWith('/style/')) return route.fulfill({ path: path.join(root, pathname) });
    if (pathname === '/evergreen.js') return route.fulfill({ path: path.join(built, pathname) });
    if (pathname.endsWith('.wasm')) {
      return route.fulfill({ path: path.join(built, pathname), contentType: 'application/wasm' });
    }
    // The guide needs no server: nothing of it belongs to a firm or to a person.
    return route.abort();
  });
  await page.goto(ADDRESS);
  await page.locator('[data-component]').first().waitFor();
  await page.evaluate(() => document.fonts.load('16px Square'));
  await expect.poll(() => page.locator('.chart svg').count()).toBeGreaterThan(8);
}
