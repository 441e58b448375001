// The plan on paper, and the page that checks one.

import { readFile, writeFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { extractText, getDocumentProxy } from 'unpdf';

import { chinese, desk, english, phone } from './devices.js';
import { CONFIRMED, openWith, storedForm } from './household.js';
import { expect, test } from './page.js';
import { section } from './zone.js';

const WORDS = {
  zh: {
    region: 'china',
    print: '打印或存为 PDF',
    zone: /[红灰绿]区/,
    class: /您的.险类别是 C/,
    range: /二十年里约有一年/,
    interval: /模拟误差范围\s*\d/,
    promise: '这不是承诺',
    assumptions: /草案\s*·\s*待批准/,
    check: '核对这份方案',
    same: /^一样/,
    differs: /^不一样/,
    broken: /不完整/,
    older: /另一个版本/,
    absent: '核对纸上的方案',
  },
  en: {
    region: 'canada',
    print: 'Print or save as PDF',
    zone: /(red|grey|green) zone/i,
    class: /Your risk class is/,
    range: /one year in twenty/,
    interval: /Simulation error: \d/,
    promise: 'This is not a promise',
    assumptions: /Draft · to be approved/,
    check: 'Check this plan',
    same: /^The same/,
    differs: /^Not the same/,
    broken: /not complete/,
    older: /Another version/,
    absent: 'Check a plan on paper',
  },
};

/** A sheet's sides in points. */
const SHEETS = { A4: [595, 842], Letter: [612, 792] };

/** Opens the paper and waits until every part of it is there. */
async function openReport(page, words) {
  await openWith(page, await storedForm(words.region), '/report', CONFIRMED);
  await expect(page.getByRole('button', { name: words.print })).toHaveAttribute('aria-disabled', 'false');
}

/** Prints onto a sheet, keeps the file among the results, and reads it. */
async function printed(page, sheet, testInfo) {
  const path = testInfo.outputPath(`plan-${sheet}.pdf`);
  await writeFile(path, await page.pdf({ format: sheet, printBackground: true }));
  await testInfo.attach(`plan-${sheet}`, { path, contentType: 'application/pdf' });
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)));
  const { text } = await extractText(pdf, { mergePages: true });
  const [, , width, height] = (await pdf.getPage(1)).view;
  // Fonts of Chinese name some characters by their radicals.
  return { pages: pdf.numPages, text: text.normalize('NFKC'), sides: [width, height] };
}

/** Reads the code on the screen as a camera would. */
async function readCode(page) {
  const shot = PNG.sync.read(await page.getByRole('img', { name: /二维码|QR/ }).screenshot());
  return jsQR(new Uint8ClampedArray(shot.data), shot.width, shot.height)?.data;
}

for (const [lang, locale] of [['zh', chinese], ['en', english]]) {
  test.describe(`in ${lang}`, () => {
    test.use({ ...desk, ...locale, deviceScaleFactor: 3 });
    const words = WORDS[lang];

    for (const sheet of Object.keys(SHEETS)) {
      test(`the whole plan fits on a few sheets of ${sheet}`, async ({ page }, testInfo) => {
        await openReport(page, words);

        const { pages, text, sides } = await printed(page, sheet, testInfo);

        for (const [at, side] of SHEETS[sheet].entries()) expect(Math.abs(sides[at] - side)).toBeLessThan(2);
        expect(pages).toBeGreaterThanOrEqual(2);
        expect(pages).toBeLessThanOrEqual(6);
        const said = [words.zone, words.class, words.range, words.interval, words.promise, words.assumptions];
        for (const part of said) expect(text).toMatch(new RegExp(part));
        expect(text).toMatch(/[0-9a-f]{64}/);
        expect(text, 'what is pressed is not printed').not.toContain(words.print);
      });
    }

    test('a code read from the screen opens a page that says the plan is the same', async ({ page, browser }) => {
      await openReport(page, words);
      const link = await readCode(page);
      expect(link).toContain('/verify#');

      // Another device, that has never seen the answers.
      const other = await browser.newContext({ ...locale, ...phone, serviceWorkers: 'block' });
      const asked = [];
      const there = await other.newPage();
      await there.clock.install({ time: new Date('2027-03-05T10:00:00') });
      there.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
      await there.goto(link);

      await expect(there.getByRole('heading', { level: 1 })).toHaveText(words.same);
      const seal = link.split('#')[1];
      expect(asked.filter((url) => url.split('#')[0].includes(seal.slice(0, 20)))).toEqual([]);
      await other.close();
    });
  });
}

test.describe('the page that checks a plan', () => {
  test.use({ ...phone, ...english });
  const words = WORDS.en;
  const heading = (page) => page.getByRole('heading', { level: 1 });

  test('says that nothing is there to check', async ({ page }) => {
    await page.goto('/verify');
    await expect(heading(page)).toHaveText(words.absent);
  });

  test('tells a link that was cut off from one of another version', async ({ page }) => {
    await openReport(page, words);
    const way = await page.getByRole('link', { name: 'Check on this device' }).getAttribute('href');

    await page.goto(way.slice(0, -40));
    await expect(heading(page)).toHaveText(words.broken);

    await page.goto('/verify#CQAAAAAA');
    await expect(heading(page)).toHaveText(words.older);
  });

  test('says that the figures differ where the paper says something else', async ({ page }) => {
    await openReport(page, words);
    const way = await page.getByRole('link', { name: 'Check on this device' }).getAttribute('href');

    await page.goto(forged(way));

    await expect(heading(page)).toHaveText(words.differs);
  });

  test('is reached from the paper, and back leads to it again', async ({ page }) => {
    await openReport(page, words);

    await page.getByRole('link', { name: 'Check on this device' }).tap();
    await expect(heading(page)).toHaveText(words.same);
    await page.goBack();

    await expect(section(page, words.check)).toBeVisible();
  });
});

/** The same link with another digest on the paper, and a sum that fits. */
function forged(way) {
  const raw = Buffer.from(way.split('#')[1], 'base64url');
  const body = raw.subarray(5);
  // engine (length, text), schema, day (length, text), digest (length, bytes)
  const engine = 1 + body[0];
  const digest = engine + 1 + 1 + body[engine + 1] + 1;
  body[digest] ^= 1;
  let sum = 0x811c9dc5;
  for (const byte of body) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  raw.writeUInt32LE(sum, 1);
  return `/verify#${raw.toString('base64url')}`;
}
