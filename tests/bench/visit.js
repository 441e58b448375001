// Measures a visit as a person would feel it: what the main job takes, and whether the page keeps
// its pace while a slider is dragged at a desk.
//
// `node visit.js ADDRESS` prints one line of JSON. The browser is that of the variable CHROME.

import { chromium } from '@playwright/test';
import { shanghai } from '../e2e/answers.js';
import { chinese, desk, phone } from '../e2e/devices.js';
import { Person, Touch } from '../e2e/person.js';

const DRAG_STEPS = 120;
const STEP_MS = 16;

const address = process.argv[2];

/** From the first page to the zone, every question answered; the effort, and what the device keeps. */
async function mainJob(browser) {
  const context = await browser.newContext({ baseURL: address, ...phone, ...chinese });
  const page = await context.newPage();
  // Answers given faster than anybody reads are held against the person: the clock is theirs.
  await page.clock.install();
  const person = new Person(page, new Touch(page), shanghai);
  const began = performance.now();
  await person.begin();
  await person.answerUntil('review');
  await person.seePlan();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { taps, keys } = person.hands.effort;
  const effort = {
    main_job_questions: person.questions,
    main_job_screens: person.screens,
    main_job_steps: taps,
    main_job_keystrokes: keys,
    main_job_machine_s: (performance.now() - began) / 1000,
  };
  const kept = await context.storageState();
  await context.close();
  return { effort, kept };
}

/** Runs in the page, before anything else: notes what is slow and what moves. */
function watchPace() {
  window.pace = { long: [], shift: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.pace.long.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.pace.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: counts frames until it is asked again. */
function countFrames() {
  const began = performance.now();
  let [frames, counting] = [0, true];
  const next = () => {
    frames += 1;
    if (counting) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  window.framesSoFar = () => {
    counting = false;
    return { began, frames, ms: performance.now() - began };
  };
}

/** Drags the slider of saving over the retirement page, back and forth. */
async function drag(browser, kept) {
  const context = await browser.newContext({ baseURL: address, ...desk, ...chinese, storageState: kept });
  const page = await context.newPage();
  await page.addInitScript(watchPace);
  await page.goto('/retirement', { waitUntil: 'networkidle' });
  const shift = await page.evaluate(() => window.pace.shift);
  const slider = page.locator('.lever-slider input[type=range]').nth(1);
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await slider.boundingBox();
  const at = (step) => x + width * (0.5 + 0.4 * Math.sin((step / DRAG_STEPS) * 2 * Math.PI));
  await page.mouse.move(at(0), y + height / 2);
  await page.evaluate(countFrames);
  await page.mouse.down();
  for (let step = 0; step < DRAG_STEPS; step += 1) {
    await page.mouse.move(at(step), y + height / 2);
    await page.waitForTimeout(STEP_MS);
  }
  const { began, frames, ms } = await page.evaluate(() => window.framesSoFar());
  const long = await page.evaluate((began) => window.pace.long.filter((task) => task.startTime >= began), began);
  await page.mouse.up();
  await context.close();
  return {
    layout_shift: shift,
    drag_frames_per_s: (frames / ms) * 1000,
    drag_long_tasks: long.length,
    drag_longest_task_ms: Math.max(0, ...long.map((task) => task.duration)),
  };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROME,
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
});
try {
  const { effort, kept } = await mainJob(browser);
  console.log(JSON.stringify({ ...effort, ...(await drag(browser, kept)) }));
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
