// No page is wider than the screen it is on.

import { chinese, english, phone } from './devices.js';
import { CONFIRMED, everyQuestion, openWith, storedForm, visit } from './household.js';
import { expect, test } from './page.js';

const PLACES = [
  '/',
  '/profile',
  '/allocation',
  '/retirement',
  '/retirement?save=100000',
  '/products',
  '/products?id=cn-note-index',
  '/products?id=ca-note',
  '/fees',
  '/report',
  '/verify',
  '/settings',
  '/present?slide=zone',
  '/present?slide=map',
  '/present?slide=allocation',
  '/present?slide=goals',
  '/present?slide=ways',
  '/allocation?new=50000',
  '/learn',
  '/learn/how-long-will-it-last',
  '/learn/glossary',
  '/learn/talks',
  '/account',
  '/account?do=sign-in',
  '/account?do=forgot',
  '/account/confirm?token=x',
  '/account/reset?token=x',
  '/meetings',
  '/meetings?topic=goal&name=x',
  '/desk',
  '/nowhere',
];

for (const [language, name, region] of [
  [chinese, 'Chinese', 'china'],
  [english, 'English', 'canada'],
]) {
  test.describe(name, () => {
    test.use({ ...phone, ...language });

    test(`no page scrolls sideways at 320 and 360 px, in ${name}`, async ({ page }) => {
      await openWith(page, await storedForm(region), '/', CONFIRMED);
      const addresses = [...PLACES, ...(await everyQuestion(page)), '/discover/review'];
      for (const address of addresses) {
        await visit(page, address);
        for (const width of [320, 360]) {
          await page.setViewportSize({ width, height: 740 });
          await expect.poll(() => tooWide(page, width), `${address} at ${width} px`).toEqual([]);
        }
      }
    });

    test(`a newcomer's first pages do not scroll sideways, in ${name}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 740 });
      for (const address of ['/', '/discover/region', '/discover/review', '/retirement']) {
        await page.goto(address);
        await expect.poll(() => tooWide(page, 320), address).toEqual([]);
      }
    });
  });
}

/** What stands out on the right of a page that scrolls sideways; nothing where none does. */
function tooWide(page, width) {
  return page.evaluate((width) => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= width) return [];
    const inner = [...document.querySelectorAll('main *')].filter((it) => it.childElementCount === 0);
    const out = inner.filter((it) => it.getBoundingClientRect().right > width + 0.5);
    return [`page ${scrollWidth} px`, ...out.slice(0, 5).map((it) => it.outerHTML.slice(0, 120))];
  }, width);
}
