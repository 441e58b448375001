// Everybody can use every page: no rule of axe is broken.

import AxeBuilder from '@axe-core/playwright';

import { ADDRESSES, setType } from './addresses.js';
import { chinese, english } from './devices.js';
import { CONFIRMED, openWith, storedForm, visit } from './household.js';
import { expect, test } from './page.js';

// Every page four times: in light and dark, in the usual and in large type.
test.describe.configure({ timeout: 240_000 });

/** What dark colours can break; the rest of a page is the same in the dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What large type can break: its inks are others, and what had room may scroll or touch. */
const TYPE_RULES = [...COLOUR_RULES, 'scrollable-region-focusable', 'target-size'];

for (const [language, name, region] of [
  [chinese, 'Chinese', 'china'],
  [english, 'English', 'canada'],
]) {
  test.describe(name, () => {
    test.use({ ...language, viewport: { width: 390, height: 800 } });

    test(`axe finds no fault on any page, light or dark, in usual or large type, in ${name}`, async ({ page }) => {
      await openWith(page, await storedForm(region), '/', CONFIRMED);
      const faults = {};
      for (const address of ADDRESSES) {
        await visit(page, address);
        const found = await faultsOf(page);
        if (found.length > 0) faults[address] = found;
      }
      expect(faults).toEqual({});
    });

    test(`axe finds no fault where an answer is wrong, in ${name}`, async ({ page }) => {
      await openWith(page, { schema: 1, region, you: { birth_year: 1800 } }, '/discover/you');
      await page.getByRole('button', { name: /^(继续|Go on)$/ }).click();
      await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
}

/** What axe finds in the light and in the dark, in the usual type and in the large one. */
async function faultsOf(page) {
  const faults = [];
  const look = async (name, rules) => {
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
    for (const { id, help, nodes } of violations) {
      faults.push(`${name}: ${id}: ${help}: ${nodes.map(({ target }) => target).join(', ')}`);
    }
  };
  await setType(page, 'usual');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await look('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('dark', COLOUR_RULES);
  await setType(page, 'large');
  await look('dark, large', TYPE_RULES);
  await page.emulateMedia({ colorScheme: 'light' });
  await look('light, large', TYPE_RULES);
  return faults;
}
