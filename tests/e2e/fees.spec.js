// What fees cost, by one's own numbers, which a link keeps.

import { chinese, desk, english, phone } from './devices.js';
import { expect, test } from './page.js';
import { Keys, Touch } from './person.js';
import { answer, section } from './zone.js';

const WORDS = {
  zh: {
    answer: /^按笔付佣金，一年约花 /,
    assets: '平均资产',
    typed: '100万',
    turnover: '年换手率',
    commission: '佣金（单边）',
    fact: '2008 年末九家上市券商平均净佣金',
    stamp: '印花税（卖出）',
    years: '多年以后',
    honest: /2,500%.+收费要靠服务值得/,
    reading: /^第 9 年末：/,
    take: '用这个',
    fault: /没有读懂|请用数字填写/,
  },
  en: {
    answer: /^Paying by the trade costs /,
    assets: 'Average assets',
    typed: '1m',
    turnover: 'Turnover a year',
    commission: 'Commission, each way',
    fact: 'Average net commission of nine listed brokers, end of 2008',
    stamp: 'Stamp duty on sales',
    years: 'Over the years',
    honest: /2,500% a year.+earned by service/,
    reading: /^After year 9: /,
    take: 'Use it',
    fault: /Please give a number/,
  },
};

for (const { name, device, lang, hands: Hands } of [
  { name: 'on a phone, in Chinese', device: { ...phone, ...chinese }, lang: 'zh', hands: Touch },
  { name: 'by keyboard, in English', device: { ...desk, ...english }, lang: 'en', hands: Keys },
]) {
  const words = WORDS[lang];
  const box = (page, label) => page.getByRole('textbox', { name: label, exact: true });

  test.describe(name, () => {
    test.use(device);

    test(`own numbers change the answer, and a link keeps them, ${name}`, async ({ page, context }) => {
      const hands = new Hands(page);
      await page.goto('/fees');
      await expect(answer(page)).toHaveText(words.answer);
      await expect(page.getByText(words.honest)).toBeVisible();

      await box(page, words.assets).clear();
      await hands.type(box(page, words.assets), words.typed);
      await box(page, words.turnover).fill('600');
      await box(page, words.stamp).fill('0');
      const fact = page.getByRole('listitem').filter({ hasText: words.fact });
      await hands.press(fact.getByRole('button', { name: words.take }));

      // The document of 2012: 600% turnover at 0.142% costs 1.70% of the assets a year.
      await expect(answer(page)).toHaveText(/1\.704%.+17,040/);
      await expect(box(page, words.commission)).toHaveValue('0.142');
      const other = await context.newPage();
      await other.goto(page.url());
      await expect(answer(other)).toHaveText(await answer(page).textContent());
      await other.close();
    });

    test(`what cannot be read keeps its place and says why, ${name}`, async ({ page }) => {
      await page.goto('/fees');
      await box(page, words.turnover).fill('abc');
      await box(page, words.turnover).blur();
      await expect(page.getByText(words.fault)).toBeVisible();

      await page.reload();

      await expect(box(page, words.turnover)).toHaveValue('abc');
      await expect(section(page, words.years)).toHaveCount(0);
      await box(page, words.turnover).fill('40');
      await expect(section(page, words.years)).toBeVisible();
    });

    test(`the years of the chart are walked by arrow keys, ${name}`, async ({ page }) => {
      await page.goto('/fees');
      await section(page, words.years).getByRole('slider').focus();
      await page.keyboard.press('ArrowLeft');
      await expect(section(page, words.years).getByRole('status')).toHaveText(words.reading);
    });
  });
}
