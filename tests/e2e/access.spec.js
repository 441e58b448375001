// Everybody can use every page: no rule of axe is broken.

import AxeBuilder from '@axe-core/playwright';

import { chinese, english } from './devices.js';
import { CONFIRMED, openWith, storedForm, visit } from './household.js';
import { expect, test } from './page.js';

// Every page twice, in light and dark.
test.describe.configure({ timeout: 150_000 });

/** Every page, and a question of every kind. */
const PAGES = [
  '/',
  '/discover/region',
  '/discover/aims',
  '/discover/good_day',
  '/discover/you',
  '/discover/work',
  '/discover/spending',
  '/discover/holdings',
  '/discover/debts',
  '/discover/pension',
  '/discover/projects',
  '/discover/K2',
  '/discover/contact_rhythm',
  '/discover/review',
  '/profile',
  '/allocation',
  '/retirement',
  '/goals?edit=children.home.estate',
  '/products',
  '/products?q=linked',
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
  '/learn',
  '/learn?q=zzz',
  '/learn/ways-to-green',
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

/** What dark colours can break; the rest of a page is the same in the dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

for (const [language, name, region] of [
  [chinese, 'Chinese', 'china'],
  [english, 'English', 'canada'],
]) {
  test.describe(name, () => {
    test.use({ ...language, viewport: { width: 390, height: 800 } });

    test(`axe finds no fault on any page, light or dark, in ${name}`, async ({ page }) => {
      await openWith(page, await storedForm(region), '/', CONFIRMED);
      const faults = {};
      for (const address of PAGES) {
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

/** What axe finds in the light, and in the dark. */
async function faultsOf(page) {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await new AxeBuilder({ page }).setLegacyMode().analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page }).setLegacyMode().withRules(COLOUR_RULES).analyze();
  const sentence = (scheme) => ({ id, help, nodes }) =>
    `${scheme}: ${id}: ${help}: ${nodes.map(({ target }) => target).join(', ')}`;
  return [...light.violations.map(sentence('light')), ...dark.violations.map(sentence('dark'))];
}
