// What suits is listed; what does not is found by own search alone, and ends at the advisor.

import { chinese, desk, english, phone } from './devices.js';
import { openWith, storedForm, visit } from './household.js';
import { expect, test } from './page.js';
import { Keys, Touch } from './person.js';
import { answer, section } from './zone.js';

const WORDS = {
  zh: {
    confirm: '这就是我，确认',
    unconfirmed: '先确认您的风险类别',
    suits: /^按 C\d .+，有 \d+ 只产品适合您。$/,
    kind: '种类',
    bonds: '债券基金',
    back: '回到产品列表',
    passes: '四项都通过',
    search: '自己找一只产品',
    box: '产品名称、种类或投向',
    one: '票',
    two: '凭证',
    found: '挂钩指数的收益凭证',
    hidden: '私募',
    nothing: '没有找到。',
    unsuitable: '不适合您',
    failed: '没通过',
    warning: '请读完再决定',
    special: /^特别风险警示：/,
    own: /用您自己的话写/,
    mine: '我知道可能全部亏掉，只想听懂它',
    ask: '请顾问约谈这只产品',
    call: /^电话/,
    meet: '约一次面谈',
    above: '高于我的类别的产品',
    which: '哪只产品',
    said: /^您自己的话/,
  },
  en: {
    confirm: 'This is me, confirm',
    unconfirmed: 'First say whether the class is yours',
    suits: /^\d+ products suit you as C\d .+\.$/,
    kind: 'Kind',
    bonds: 'Bond fund',
    back: 'Back to the products',
    passes: 'Passes all four tests',
    search: 'Look one up yourself',
    box: 'Name, kind or what it invests in',
    one: 'n',
    two: 'linked note',
    found: 'Index-linked note',
    hidden: 'private',
    nothing: 'Nothing found.',
    unsuitable: 'Not suitable for you',
    failed: 'failed',
    warning: 'Please read this before you go on',
    special: /^Special warning: /,
    own: /In your own words/,
    mine: 'I may lose it all and only want to understand it',
    ask: 'Ask your advisor for a meeting about this product',
    call: /^Call/,
    meet: 'Ask for a meeting',
    above: 'A product above my class',
    which: 'Which product',
    said: /^In your own words/,
  },
};

const rows = (page) => page.locator('.products__groups').getByRole('link');
const results = (page, words) => section(page, words.search).locator('.product-row');

for (const { name, device, lang, region, hands: Hands } of [
  { name: 'on a phone, in Chinese', device: { ...phone, ...chinese }, lang: 'zh', region: 'china', hands: Touch },
  { name: 'by keyboard, in English', device: { ...desk, ...english }, lang: 'en', region: 'canada', hands: Keys },
]) {
  const words = WORDS[lang];

  test.describe(name, () => {
    test.use(device);

    /** Opens the page and confirms the class. */
    async function open(page, form) {
      const hands = new Hands(page);
      await openWith(page, form ?? (await storedForm(region)), '/products');
      await hands.press(page.getByRole('button', { name: words.confirm }));
      return hands;
    }

    test(`nothing is said to suit before the class is confirmed, ${name}`, async ({ page }) => {
      await openWith(page, await storedForm(region), '/products');
      await expect(answer(page)).toHaveText(words.unconfirmed);
      await expect(page.locator('.product-row')).toHaveCount(0);

      await new Hands(page).press(page.getByRole('button', { name: words.confirm }));
      await expect(answer(page)).toHaveText(words.suits);
      await page.reload();
      await expect(answer(page)).toHaveText(words.suits);

      await visit(page, '/discover/T2');
      await page.getByRole('radio').first().check();
      await visit(page, '/products');
      await expect(answer(page)).toHaveText(words.unconfirmed);
    });

    test(`filters narrow the list and stay in the address, ${name}`, async ({ page }) => {
      await open(page);
      const all = await rows(page).count();
      expect(all, 'products that suit').toBeGreaterThan(5);

      await page.getByLabel(words.kind, { exact: true }).selectOption(words.bonds);
      await expect(page).toHaveURL(/\?kind=bond_fund$/);
      const bonds = await rows(page).count();
      expect(bonds).toBeGreaterThan(0);
      expect(bonds).toBeLessThan(all);

      await page.reload();
      await expect(rows(page)).toHaveCount(bonds);
    });

    test(`a product has an address of its own, and back leads to its row, ${name}`, async ({ page }) => {
      const hands = await open(page);
      const row = rows(page).nth(2);
      const title = await row.textContent();
      await hands.press(row);
      await expect(answer(page)).toHaveText(title);
      await expect(answer(page)).toBeFocused();
      await expect(page).toHaveURL(/\?id=[a-z0-9-]+$/);
      await expect(page.locator('.test-list__row')).toHaveCount(4);
      await expect(page.locator('header').getByText(words.passes)).toBeVisible();

      await page.goBack();
      await expect(rows(page).filter({ hasText: title })).toBeFocused();
      await page.goForward();
      await page.reload();
      await expect(answer(page)).toHaveText(title);
      await hands.press(page.getByRole('link', { name: words.back }));
      await expect(answer(page)).toHaveText(words.suits);
    });

    test(`a search for what does not suit ends in the warning and at the advisor, ${name}`, async ({ page }) => {
      // A lower class of one's own choice: the note then lies above it.
      const hands = await open(page, { ...(await storedForm(region)), lower_class: 'C2' });
      const box = page.getByRole('searchbox', { name: words.box });
      await hands.type(box, words.one);
      await expect(results(page, words)).toHaveCount(0);
      await box.fill(words.hidden);
      await expect(section(page, words.search).getByRole('status')).toHaveText(words.nothing);

      await box.fill(words.two);
      const row = results(page, words).filter({ hasText: words.found });
      await expect(row).toContainText(words.unsuitable);
      await hands.press(row.getByRole('link'));

      await expect(answer(page)).toHaveText(words.found);
      await expect(page.locator('.test-list__row--failed').first()).toContainText(words.failed);
      const warning = section(page, words.warning);
      await expect(warning.getByText(words.special)).toBeVisible();
      const ask = page.getByRole('group', { name: words.ask });
      await expect(ask, 'no way on without own words').toHaveCount(0);
      await hands.type(page.getByRole('textbox', { name: words.own }), words.mine);
      await expect(ask.getByRole('link', { name: words.call })).toHaveAttribute('href', /^tel:/);
      await expect(page.getByRole('button', { name: /购买|buy/i })).toHaveCount(0);

      await page.reload();
      await expect(page.getByRole('textbox', { name: words.own })).toHaveValue(words.mine);
      await hands.press(ask.getByRole('link', { name: words.meet }));
      await expect(page).toHaveURL(/^[^ ]*\/meetings\?topic=product_above_class&/);
      const request = page.getByRole('main');
      await expect(request.getByRole('radio', { name: words.above })).toBeChecked();
      await expect(request.getByRole('textbox', { name: words.which })).toHaveValue(words.found);
      await expect(request.getByRole('textbox', { name: words.said })).toHaveValue(words.mine);
    });

    test(`the lowest class has no way around, ${name}`, async ({ page }) => {
      const form = await storedForm(region);
      form.risk.S2 = ['y'];
      await open(page, form);
      for (const level of await page.locator('.products__groups .product-row__facts').allTextContents()) {
        expect(level).toContain('R1');
      }
      await page.getByRole('searchbox', { name: words.box }).fill(words.two);
      await results(page, words).filter({ hasText: words.found }).getByRole('link').click();

      await expect(section(page, words.warning)).toBeVisible();
      await expect(page.getByRole('textbox', { name: words.own })).toHaveCount(0);
      await expect(page.getByRole('group', { name: words.ask })).toHaveCount(0);
    });
  });
}

test.describe('without the firm’s server', () => {
  test.use({ ...phone, ...chinese, tolerated: [/^console: Failed to load resource.*\/api\/(firm|shelf)/] });

  test('products once seen are kept for a start without network', async ({ page }) => {
    await openWith(page, await storedForm('china'), '/products');
    await page.getByRole('button', { name: WORDS.zh.confirm }).tap();
    await expect(answer(page)).toHaveText(WORDS.zh.suits);
    const online = await rows(page).count();
    await page.route(/\/api\//, (route) => route.abort('internetdisconnected'));

    await page.reload();

    await expect(rows(page)).toHaveCount(online);
  });

  test('products never seen say so without network, and another try helps', async ({ page }) => {
    await page.route(/\/api\/shelf/, (route) => route.abort('internetdisconnected'));
    await page.goto('/fees');
    await expect(answer(page)).toHaveText('暂时载入不了产品和费用资料');

    await page.unroute(/\/api\/shelf/);
    await page.getByRole('button', { name: '再试一次' }).tap();

    await expect(answer(page)).toHaveText(/^按笔付佣金/);
  });
});
