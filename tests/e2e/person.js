// A person who answers the questions, by touch or by keyboard alone, and counts the effort.

import { expect } from '@playwright/test';

const GO_ON = /^(继续|跳过|Go on|Skip)$/;
const BEGIN = /^(开始|Begin)$/;
const SEE_PLAN = /^(看我的方案|See my plan)$/;

/** Time to read a question, in milliseconds: answers given faster are held against the person. */
const READING = 4_000;

/** Time until a hand that has answered is at the next answer of the same question. */
const REACHING = 500;

/** Fingers on glass. */
export class Touch {
  /** What it took. */
  effort = { taps: 0, keys: 0 };

  constructor(page) {
    this.page = page;
  }

  async press(target) {
    this.effort.taps += 1;
    await target.tap();
  }

  async type(box, text) {
    await this.press(box);
    this.effort.keys += text.length;
    await this.page.keyboard.type(text);
  }

  async pick(list, line) {
    this.effort.taps += 2;
    await list.selectOption(line);
  }

  async choose(question, answer) {
    await this.press(card(question, answer));
  }

  async goOn() {
    await this.press(this.page.getByRole('button', { name: GO_ON }));
  }

  /** A tap on the only answer of a screen goes on by itself. */
  async goesOnByItself(question, acts) {
    const [first, ...more] = acts;
    return Boolean(first?.choose) && more.length === 0 && (await question.getByRole('radio').count()) > 0;
  }
}

/** Ten fingers on keys, and no mouse at all. */
export class Keys {
  /** What it took. */
  effort = { taps: 0, keys: 0 };

  constructor(page) {
    this.page = page;
  }

  async key(name) {
    this.effort.keys += 1;
    await this.page.keyboard.press(name);
  }

  /** Walks by Tab, forward or back, until the focus is there. */
  async walkTo(target) {
    for (let presses = 0; presses < 60; presses += 1) {
      const way = await target.evaluate((element) => {
        const here = document.activeElement;
        if (element.contains(here)) return 'there';
        const before = here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
        return before && here !== document.body ? 'back' : 'on';
      });
      if (way === 'there') return;
      await this.key(way === 'on' ? 'Tab' : 'Shift+Tab');
    }
    throw new Error(`the keyboard does not reach ${target}`);
  }

  async press(target) {
    await this.walkTo(target);
    await this.key('Enter');
  }

  async type(box, text) {
    await this.walkTo(box);
    this.effort.keys += text.length;
    await this.page.keyboard.type(text);
  }

  async pick(list, line) {
    await this.walkTo(list);
    const lines = await list.locator('option').allTextContents();
    for (let row = 0; row < lines.indexOf(line); row += 1) await this.key('ArrowDown');
    await expect(list.locator('option:checked')).toHaveText(line);
  }

  async choose(question, answer) {
    // Groups may stand in a group: the inner one comes last.
    const group = question.getByRole('group').filter({ has: this.page.getByText(answer, { exact: true }) }).last();
    await this.walkTo(group);
    const answers = await group.locator('.choice-card__text').allTextContents();
    await this.key(String(answers.indexOf(answer) + 1));
    await expect(card(question, answer).locator('input')).toBeChecked();
  }

  /** Enter goes on, except where it has a meaning of its own. */
  async goOn() {
    const own = await this.page.evaluate(() => document.activeElement.matches('textarea, button, a, summary, select'));
    if (own) await this.walkTo(this.page.getByRole('button', { name: GO_ON }));
    await this.key('Enter');
  }

  goesOnByItself() {
    return false;
  }
}

/** Somebody with answers and a way of acting. */
export class Person {
  /** Screens passed. */
  screens = 0;
  /** Questions met. */
  questions = 0;

  constructor(page, hands, answers) {
    Object.assign(this, { page, hands, answers });
  }

  /** Opens the first page and presses its one button. */
  async begin() {
    await this.page.goto('/');
    await this.hands.press(this.page.getByRole('link', { name: BEGIN }));
    await this.arrive();
  }

  /** Answers screen by screen until a step is in sight. */
  async answerUntil(step) {
    while (!(await this.stepsInSight()).includes(step)) await this.answerScreen();
  }

  /** Goes from the review to the plan. */
  async seePlan() {
    await this.hands.press(this.page.getByRole('main').getByRole('link', { name: SEE_PLAN }));
    await expect(this.page).toHaveURL('/retirement');
  }

  /** The steps on the screen, by their names in the address. */
  async stepsInSight() {
    const ids = await this.page.locator('[id^="q-"]').evaluateAll((titles) => titles.map(({ id }) => id));
    return ids.map((id) => id.slice('q-'.length));
  }

  /** One question of the screen. */
  question(step) {
    return this.page.locator('section').filter({ has: this.page.locator(`[id="q-${step}"]`) });
  }

  /** The effort so far, in words. */
  account() {
    const { taps, keys } = this.hands.effort;
    return `${this.questions} questions on ${this.screens} screens, ${taps} taps, ${keys} keys`;
  }

  async answerScreen() {
    const steps = await this.stepsInSight();
    await this.page.clock.fastForward(READING * steps.length);
    for (const step of steps) await this.answer(step);
    const [first] = steps;
    const acts = this.answers[first] ?? [];
    const alone = steps.length === 1 && (await this.hands.goesOnByItself(this.question(first), acts));
    if (!alone) await this.hands.goOn();
    await this.leave(steps);
  }

  /** Leaves a screen that is answered already. */
  async passScreen() {
    const steps = await this.stepsInSight();
    await this.hands.goOn();
    await this.leave(steps);
  }

  async answer(step) {
    const question = this.question(step);
    for (const [nth, act] of (this.answers[step] ?? []).entries()) {
      if (nth > 0) await this.page.clock.runFor(REACHING);
      await this.act(question, act);
    }
  }

  async act(question, act) {
    const { hands } = this;
    if (act.choose) await hands.choose(question, act.choose);
    if (act.type) await hands.type(named(question, act.into), act.type);
    if (act.pick) await hands.pick(question.getByRole('combobox', { name: act.from }), act.pick);
    if (act.press) await hands.press(question.getByRole('button', { name: act.press }));
  }

  async leave(steps) {
    await expect(this.page.locator(`[id="q-${steps[0]}"]`)).toHaveCount(0);
    await this.arrive();
    this.screens += 1;
    this.questions += steps.length;
  }

  /** Waits until the question of the address has the focus. */
  async arrive() {
    await expect(this.page.locator('[id^="q-"]').first()).toBeFocused();
  }
}

function card(question, answer) {
  const text = question.page().getByText(answer, { exact: true });
  return question.locator('label').filter({ has: text });
}

function named(question, name) {
  return question.getByRole('textbox', { name, exact: typeof name === 'string' });
}
