// Measures the planner in the browser's worker, and the bytes of a first load.
//
// `node page.js ADDRESS` prints one line of JSON. The browser is that of the variable CHROME; the
// messages to the worker are those that the measurement on this machine left in target/.

import { readFileSync } from 'node:fs';
import os from 'node:os';
import { chromium } from '@playwright/test';

const TIMEOUT_MS = 120_000;

/** Bytes of every answer until the page has nothing more to ask for. */
async function firstLoad(page, address) {
  const finished = [];
  page.on('requestfinished', (request) => finished.push(request.sizes()));
  await page.goto(address, { waitUntil: 'networkidle' });
  const sizes = await Promise.all(finished);
  return sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
}

/** Runs in the page: starts a worker of its own, gives it the firm, asks for a benchmark. */
function benchInWorker({ firm, speed, timeoutMs }) {
  return new Promise((resolve, reject) => {
    const worker = new Worker('/worker_loader.js', { type: 'module' });
    // What to send after each answer, in order: ready, firm taken, measured.
    const jobs = [firm, speed];
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    setTimeout(() => end(reject, new Error(`no answer after ${timeoutMs / 1000} s`)), timeoutMs);
    worker.onerror = (event) => end(reject, new Error(event.message || 'the worker cannot be loaded'));
    worker.onmessage = ({ data }) => {
      const job = jobs.shift();
      if (job) return worker.postMessage(new Uint8Array(job));
      // Eight bytes name the build and one the reply; a measurement is four numbers of eight bytes.
      if (data.length !== 41) return end(reject, new Error(`the worker answers ${data}`));
      const numbers = new DataView(data.buffer, data.byteOffset + 9);
      const [path_years_per_s, projection_ms, full_recompute_ms, map_ms] = [0, 8, 16, 24].map((at) =>
        numbers.getFloat64(at, true),
      );
      end(resolve, { path_years_per_s, projection_ms, full_recompute_ms, map_ms });
    };
  });
}

const address = process.argv[2];
const browser = await chromium.launch({
  executablePath: process.env.CHROME,
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  const firstLoadBytes = await firstLoad(page, address);
  // A page without the app: its own worker would take a core.
  await page.goto(`${address}/robots.txt`);
  const bench = await page.evaluate(benchInWorker, {
    firm: [...readFileSync('target/bench_firm.job')],
    speed: [...readFileSync('target/bench_speed.job')],
    timeoutMs: TIMEOUT_MS,
  });
  console.log(
    JSON.stringify({
      wasm_path_years_per_s: bench.path_years_per_s,
      projection_ms: bench.projection_ms,
      full_recompute_ms: bench.full_recompute_ms,
      map_ms: bench.map_ms,
      first_load_bytes: firstLoadBytes,
      date: new Date().toISOString(),
      cpu: os.cpus()[0]?.model ?? 'unknown',
      browser: browser.version(),
      node: process.version,
    }),
  );
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
