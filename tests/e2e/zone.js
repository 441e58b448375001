// What the retirement page says, as a person reads it.

import { expect } from '@playwright/test';

const WORDS = {
  zh: {
    zone: /^您在(红区|灰区|绿区)：/,
    green: '绿区',
    figures: ['不必减少开支的机会', '长期低迷时能付', '行情中等时能付'],
    ways: '走到绿区的办法',
    tryIt: '试试看',
    beyond: /到不了绿区/,
    assumptions: '这些数字怎么来的',
    draft: '草案 · 待批准',
    dated: /20\d\d ?年 ?\d+ ?月 ?\d+ ?日/,
  },
  en: {
    zone: /^You are in the (red zone|grey zone|green zone): /,
    green: 'green zone',
    figures: ['Chance that no cut is needed', 'In a long slump it pays', 'In a middling market it pays'],
    ways: 'Ways to green',
    tryIt: 'Try it',
    beyond: /does not reach green|No single move/,
    assumptions: 'Where these figures come from',
    draft: 'Draft · to be approved',
    dated: /\b20\d\d\b/,
  },
};

/** The one sentence that answers the page. */
export const answer = (page) => page.getByRole('heading', { level: 1 });

/** The zone by its word, over the answer. */
const badge = (page) => page.getByRole('main').locator('header').locator('.zone-badge');

/** The picture of the three zones. */
export const track = (page) => page.getByRole('main').getByRole('img', { name: /红、灰、绿|red, grey and green/ });

/** A section, by its heading. */
export const section = (page, name) =>
  page.getByRole('main').locator('section').filter({ has: page.getByRole('heading', { name, level: 2, exact: true }) });

/** The value of a figure in the list of figures. */
export const figure = (page, name) =>
  page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) }).locator('dd').first();

/** Reads the page from top to bottom: zone, figures, ways to green, assumptions. Answers the zone. */
export async function readZone(page, lang) {
  const words = WORDS[lang];
  await expect(answer(page)).toHaveText(words.zone);
  const [, zone] = words.zone.exec(await answer(page).textContent());
  await expect(track(page)).toHaveAccessibleName(new RegExp(zone));
  await expect(badge(page)).toHaveText(new RegExp(`^${zone}$`, 'i'));
  for (const name of words.figures) await expect(figure(page, name)).toHaveText(/^\d+(\.\d)?%$/);
  if (zone !== words.green) await readWays(page, words);
  const assumptions = section(page, words.assumptions);
  await expect(assumptions).toContainText(words.dated);
  await expect(assumptions).toContainText(words.draft);
  return zone;
}

async function readWays(page, words) {
  const ways = section(page, words.ways);
  await expect(ways).toBeVisible();
  const listed = await ways.getByRole('button', { name: words.tryIt }).count();
  const beyond = await ways.getByText(words.beyond).count();
  expect(listed + beyond, 'ways to green, or why there is none').toBeGreaterThan(0);
}
