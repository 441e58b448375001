// Answers that are there already, for tests that do not walk through the questions.

import { readFile } from 'node:fs/promises';

const FIXTURES = new URL('../../planner/tests/fixtures/', import.meta.url);

/** A form as an earlier version of the app kept it: `china` or `canada`. */
export async function storedForm(region) {
  return JSON.parse(await readFile(new URL(`form_v1_${region}.json`, FIXTURES), 'utf8'));
}

/** Opens an address on a device that keeps these answers, and what else is kept beside them. */
export async function openWith(page, form, address, beside = {}) {
  await keepOnce(page, keptForm(form, beside));
  await page.goto(address);
}

/** What the device keeps of a form. */
export const keptForm = (form, beside = {}) => JSON.stringify({ schema: 1, form, ...beside });

/** The class was confirmed in the month of the tests. */
export const CONFIRMED = { confirmed: '2026-11' };

/** Puts a text where the answers are kept, before the first page of a visit and never again. */
export async function keepOnce(page, text) {
  await page.addInitScript((text) => {
    if (location.protocol === 'about:' || sessionStorage.getItem('kept')) return;
    sessionStorage.setItem('kept', 'once');
    localStorage.setItem('evergreen.draft', text);
  }, text);
}

/** Goes to an address of the app without loading it again, as a link would. */
export async function visit(page, address) {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, address);
  await expectArrived(page);
}

async function expectArrived(page) {
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
}

/** The addresses of every question of the form, as the list at the end has them. */
export async function everyQuestion(page) {
  await visit(page, '/discover/review');
  await page.getByRole('main').locator('summary').click();
  const links = page.getByRole('main').locator('details').getByRole('link');
  return links.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}
