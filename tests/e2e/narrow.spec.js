// No page is wider than the screen it is on.

import { ADDRESSES, setType } from './addresses.js';
import { chinese, english, phone } from './devices.js';
import { CONFIRMED, everyQuestion, openWith, storedForm, visit } from './household.js';
import { expect, test } from './page.js';

// Every page three times.
test.describe.configure({ timeout: 150_000 });

/** A small phone, and the width of a screen of 1,280 px enlarged four times, in large type too. */
const SCREENS = [
  [360, 'usual'],
  [320, 'usual'],
  [320, 'large'],
];

for (const [language, name, region] of [
  [chinese, 'Chinese', 'china'],
  [english, 'English', 'canada'],
]) {
  test.describe(name, () => {
    test.use({ ...phone, ...language });

    test(`no page scrolls sideways at 360 px, nor enlarged to 400% in large type, in ${name}`, async ({ page }) => {
      await openWith(page, await storedForm(region), '/', CONFIRMED);
      const addresses = new Set([...ADDRESSES, ...(await everyQuestion(page))]);
      for (const address of addresses) {
        await visit(page, address);
        for (const [width, type] of SCREENS) {
          await page.setViewportSize({ width, height: 740 });
          await setType(page, type);
          await expect.poll(() => tooWide(page, width), `${address} at ${width} px, ${type} type`).toEqual([]);
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
