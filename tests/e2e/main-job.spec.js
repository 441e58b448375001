// The main job: from the first page to the zone.

import { ontario, shanghai } from './answers.js';
import { chinese, desk, english, phone } from './devices.js';
import { expect, test } from './page.js';
import { Keys, Person, Touch } from './person.js';
import { readZone } from './zone.js';

// A whole walk of some fifty screens.
test.describe.configure({ timeout: 120_000 });

const WALKS = [
  { name: 'on a phone, in Chinese', device: { ...phone, ...chinese }, hands: Touch, answers: shanghai, lang: 'zh' },
  { name: 'on a phone, in English', device: { ...phone, ...english }, hands: Touch, answers: ontario, lang: 'en' },
  { name: 'by keyboard alone, in Chinese', device: { ...desk, ...chinese }, hands: Keys, answers: shanghai, lang: 'zh' },
  { name: 'by keyboard alone, in English', device: { ...desk, ...english }, hands: Keys, answers: ontario, lang: 'en' },
];

for (const { name, device, hands: Hands, answers, lang } of WALKS) {
  test.describe(name, () => {
    test.use(device);

    test(`a newcomer reaches the zone ${name}`, async ({ page }) => {
      const person = new Person(page, new Hands(page), answers);
      await walkWithReload(person);
      const zone = await readZone(page, lang);
      console.log(`  ${name}: ${person.account()}; ${zone}`);
    });
  });
}

/** Answers everything, with a reload where the money begins and half of it is typed. */
async function walkWithReload(person) {
  const { page } = person;
  await person.begin();
  await person.answerUntil('holdings');
  await person.answer('holdings');
  const before = await kept(page);

  await page.reload();

  await person.arrive();
  expect(await kept(page), 'the place and every answer').toEqual(before);
  await person.passScreen();
  await person.answerUntil('review');
  await person.seePlan();
}

/** What the person sees of the place, and what the device keeps. */
async function kept(page) {
  return {
    address: page.url(),
    boxes: await page.getByRole('textbox').evaluateAll((boxes) => boxes.map(({ value }) => value.replace(/\D/g, ''))),
    stored: JSON.parse(await page.evaluate(() => localStorage.getItem('evergreen.draft'))),
  };
}
