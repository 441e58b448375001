// The page of every browser test: it fails a test whose page complains or calls strangers.

import { test as base, expect } from '@playwright/test';

export { expect };

/** The day on which every test takes place: plans depend on ages. */
export const TODAY = new Date('2026-11-22T10:00:00');

/** `test` with a page whose console, policy and network are watched from its first byte. */
export const test = base.extend({
  /** Complaints that a test brings about itself, as regular expressions. */
  tolerated: [[], { option: true }],

  page: async ({ page, baseURL, tolerated }, use) => {
    const complaints = [];
    const complain = (what) => {
      if (!tolerated.some((known) => known.test(what))) complaints.push(what);
    };
    watch(page, complain);
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url)) complain(`stranger: ${url}`);
    });
    await page.exposeFunction('reportViolation', (what) => complain(`policy: ${what}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        window.reportViolation(`${event.violatedDirective} blocked ${event.blockedURI}`),
      );
    });
    await page.clock.install({ time: TODAY });
    await use(page);
    expect(complaints, 'what the page complained about').toEqual([]);
  },
});

function watch(page, complain) {
  page.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complain(`error: ${error.message}`));
}
