// What Lighthouse says of the main pages on a phone.
//
// `node lighthouse.js ADDRESS` prints one line of JSON: for each page its scores, 0 to 100, of the look in the middle. The
// browser is that of the variable CHROME.

import { writeFileSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const PAGES = ['/', '/discover', '/retirement', '/learn'];
const KINDS = ['performance', 'accessibility', 'best-practices'];

/** Looks at each page: one alone says more of the machine's moment than of the page. */
const LOOKS = 3;

/** A look may see nothing, where the machine is late; it is taken anew, so many times in all. */
const MOST = 6;

const address = process.argv[2];

/** The report with the middle performance. */
async function inTheMiddle(page, port) {
  const reports = [];
  for (let look = 0; look < MOST && reports.length < LOOKS; look += 1) {
    const { lhr } = await lighthouse(page, { port, onlyCategories: KINDS, logLevel: 'error' });
    if (!lhr.runtimeError) reports.push(lhr);
  }
  if (reports.length < LOOKS) throw new Error(`Lighthouse saw ${page} only ${reports.length} times`);
  const performance = (lhr) => lhr.categories.performance.score;
  return reports.sort((one, other) => performance(one) - performance(other))[Math.floor(LOOKS / 2)];
}

const chrome = await launch({
  chromePath: process.env.CHROME,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  const scores = {};
  const found = [];
  for (const page of PAGES) {
    const lhr = await inTheMiddle(address + page, chrome.port);
    scores[page] = Object.fromEntries(KINDS.map((kind) => [kind, Math.round(lhr.categories[kind].score * 100)]));
    for (const { id, title, score, displayValue } of Object.values(lhr.audits)) {
      if (score !== null && score < 0.9) found.push(`${page} ${id} ${score} ${title} ${displayValue ?? ''}`);
    }
  }
  // What could be better, for whoever works on it.
  writeFileSync('target/lighthouse.txt', `${found.join('\n')}\n`);
  console.log(JSON.stringify({ lighthouse: scores }));
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
} finally {
  await chrome.kill();
}
