// The zone map is walked by keyboard, pressed by a finger, and remembers where it was.

import { chinese, desk, english, phone } from './devices.js';
import { openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { answer } from './zone.js';

/** A household short of green, so that the map has all three zones. */
async function shortOfGreen() {
  const form = await storedForm('china');
  form.money.wished_month = 24_000;
  return form;
}

const map = (page) => page.getByRole('main').locator('.frontier-map');
const reading = (page) => map(page).getByRole('status');
const slider = (page, name) => page.getByRole('slider', { name, exact: true });

test.describe('at a desk', () => {
  test.use({ ...desk, ...english });

  test('arrow keys walk the map, Enter tries the place, and the levers follow', async ({ page }) => {
    await openWith(page, await shortOfGreen(), '/retirement');
    const walker = slider(page, 'Walk the map');
    await walker.focus();
    const before = await reading(page).textContent();
    expect(before).toMatch(/^You retire at \d+, save ¥[\d,]+ a year: (red|grey) zone\. At this age: /);

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await expect(reading(page)).not.toHaveText(before);
    const place = await walker.getAttribute('aria-valuetext');
    const [, age, saving] = /retire at (\d+), save ¥([\d,]+) a year/.exec(place);
    await expect(page).toHaveURL('/retirement');
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL(`/retirement?age=${age}&save=${saving.replaceAll(',', '')}`);
    await expect(answer(page)).toHaveText(/^With this you would be in the /);
    await expect(slider(page, 'Retire at')).toHaveAttribute('aria-valuetext', age);
    await expect(slider(page, 'Save a year')).toHaveAttribute('aria-valuetext', `¥${saving}`);
    await expect(walker).toBeFocused();
  });

  test('the zone that is read is the zone of the plan made there', async ({ page }) => {
    await openWith(page, await shortOfGreen(), '/retirement');
    const walker = slider(page, 'Walk the map');
    await walker.focus();
    for (const key of ['End', 'ArrowUp', 'Home', 'ArrowDown']) {
      // The walk goes on from the place that was tried.
      await page.keyboard.press(key);
      const [, zone] = /: (red|grey|green) zone\./.exec(await reading(page).textContent());
      await page.keyboard.press('Enter');
      await expect(answer(page)).toHaveText(new RegExp(`^With this you would be in the ${zone} zone`));
    }
  });

  test('the map follows a lever, and the borders stand in a table', async ({ page }) => {
    await openWith(page, await shortOfGreen(), '/retirement');
    const before = await reading(page).textContent();
    await slider(page, 'Spend a year, retired').focus();
    await page.keyboard.press('Home');
    await expect(reading(page)).not.toHaveText(before);

    await map(page).getByText('See the figures as a table').click();
    const rows = map(page).getByRole('row');
    expect(await rows.count()).toBeGreaterThan(15);
    await expect(rows.nth(1)).toHaveText(/\d+/);
  });
});

test.describe('on a phone', () => {
  test.use({ ...phone, ...chinese });

  test('a finger tries a place, and spending can run upward, over a reload too', async ({ page }) => {
    await openWith(page, await shortOfGreen(), '/retirement');
    await page.getByRole('radio', { name: '开支', exact: true }).tap();
    await expect(page).toHaveURL('/retirement?map=spend');
    await expect(reading(page)).toHaveText(/岁退休，每年花/);

    const picture = map(page).locator('.drawn-figure__frame');
    await picture.scrollIntoViewIfNeeded();
    const { width, height } = await picture.boundingBox();
    await picture.tap({ position: { x: width * 0.75, y: height * 0.6 } });

    await expect(page).toHaveURL(/\?age=\d+&spend=\d+&map=spend$/);
    await expect(answer(page)).toHaveText(/^照这样试/);
    const read = await reading(page).textContent();
    await page.reload();
    await expect(answer(page)).toHaveText(/^照这样试/);
    await expect(reading(page)).toHaveText(read);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
