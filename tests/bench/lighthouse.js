// What Lighthouse says of the main pages on a phone.
//
// `node lighthouse.js ADDRESS` prints one line of JSON: for each page its scores, 0 to 100. The
// browser is that of the variable CHROME.

import { writeFileSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const PAGES = ['/', '/discover', '/retirement', '/learn'];
const KINDS = ['performance', 'accessibility', 'best-practices'];

const address = process.argv[2];
const chrome = await launch({
  chromePath: process.env.CHROME,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  const scores = {};
  const found = [];
  for (const page of PAGES) {
    const { lhr } = await lighthouse(address + page, { port: chrome.port, onlyCategories: KINDS, logLevel: 'error' });
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
