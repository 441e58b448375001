// Own holdings against the mix: ranges, trades, and the boxes to enter them.

import { chinese, desk, english, phone } from './devices.js';
import { openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { Keys, Touch } from './person.js';
import { section } from './zone.js';

const WORDS = {
  zh: {
    title: '手上的资产，离目标多远',
    newMoney: '现在要新投入的钱',
    typed: '5万',
    buyOnly: '只买不卖',
    buys: /^买入/,
    sells: /^卖出/,
    sum: /差额 ¥50,000 就是新投入的钱/,
    enter: '填写或修改现有资产',
    unsorted: /按类别填在下面/,
    rest: /其余/,
    cash: /现金/,
    outside: /类出了范围|每一类都在范围内/,
    stress: '如果历史重演',
    crises: ['2008', '2015', '失去的十年', '2022'],
  },
  en: {
    title: 'What you hold, against the targets',
    newMoney: 'New money now',
    typed: '50k',
    buyOnly: 'Buy only, sell nothing',
    buys: /^Buy/,
    sells: /^Sell/,
    sum: /difference of \$50,000 is the new money/,
    enter: 'Enter or change what you hold',
    unsorted: /by asset class below/,
    rest: /rest/i,
    cash: /cash/i,
    outside: /out of range|in range/,
    stress: 'If history came back',
    crises: ['2008', '2015', 'A lost decade', '2022'],
  },
};

const SORTED = { CASH: 20_000, BOND: 100_000, CAEQ: 250_000, USEQ: 50_000 };

for (const { name, device, lang, region, hands: Hands } of [
  { name: 'on a phone, in Chinese', device: { ...phone, ...chinese }, lang: 'zh', region: 'china', hands: Touch },
  { name: 'by keyboard, in English', device: { ...desk, ...english }, lang: 'en', region: 'canada', hands: Keys },
]) {
  const words = WORDS[lang];
  const trades = (page) => page.locator('.allocation__trades li');

  test.describe(name, () => {
    test.use(device);

    async function sortedForm() {
      const form = await storedForm(region);
      if (region === 'canada') form.money = { ...form.money, unsorted: undefined, holdings: SORTED };
      return form;
    }

    test(`the trades sum to the new money, ${name}`, async ({ page }) => {
      const hands = new Hands(page);
      await openWith(page, await sortedForm(), '/allocation');
      const part = section(page, words.title);
      await expect(part.getByText(words.outside).first()).toBeVisible();
      await expect(part.locator('.band-list__row').first()).toBeVisible();

      await hands.type(part.getByRole('textbox', { name: words.newMoney }), words.typed);

      await expect(part.getByText(words.sum)).toBeVisible();
      const listed = await trades(page).allTextContents();
      expect(listed.reduce((sum, trade) => sum + amount(trade, words), 0), listed.join('; ')).toBe(50_000);
      await expect(page).toHaveURL(/\?new=50000$/);

      await part.getByRole('checkbox', { name: words.buyOnly }).check();
      await expect(trades(page).filter({ hasText: words.sells })).toHaveCount(0);
      const bought = await trades(page).allTextContents();
      expect(bought.reduce((sum, trade) => sum + amount(trade, words), 0)).toBe(50_000);

      await page.reload();
      await expect(part.getByRole('textbox', { name: words.newMoney })).toHaveValue('50,000');
      await expect(trades(page)).toHaveText(bought);
    });

    test(`holdings are entered right there, and nothing typed is lost, ${name}`, async ({ page }) => {
      const form = await storedForm(region);
      form.money = { ...form.money, unsorted: 400_000, holdings: {} };
      await openWith(page, form, '/allocation');
      const part = section(page, words.title);
      await expect(part.getByText(words.unsorted)).toBeVisible();

      const cash = part.getByRole('textbox', { name: words.cash });
      await cash.fill('abc');
      await cash.blur();
      await expect(cash, 'the page stays while a box cannot be read').toHaveValue('abc');
      await cash.fill('300,000');
      await part.getByRole('textbox', { name: words.rest }).fill('');
      await expect(part.locator('.band-list__row').first()).toBeVisible();
      await expect(part.getByText(/2026/).first(), 'the day of what was typed').toBeVisible();

      await page.reload();
      await expect(part.locator('.band-list__row').first()).toBeVisible();
    });

    test(`past crises are shown in own money, with their sources, ${name}`, async ({ page }) => {
      await openWith(page, await sortedForm(), '/allocation');
      const part = section(page, words.stress);
      for (const crisis of words.crises) {
        await expect(part.getByRole('listitem').filter({ hasText: crisis }).locator('.stress__money').first()).toHaveText(/\d/);
      }
      await part.locator('summary').first().click();
      await expect(part.getByText(/未核实|有原文|unconfirmed|text found/).first()).toBeVisible();
    });
  });
}

/** Money of a trade, negative where something is sold. */
function amount(trade, words) {
  const [money] = /[¥$][\d,]+/.exec(trade);
  return Number(money.replace(/[^\d]/g, '')) * (words.sells.test(trade) ? -1 : 1);
}
