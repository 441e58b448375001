// Who works at the firm in these tests: the made-up advisors of the command `demo`, and one whom a test
// adds. Clients get whoever has most room, so every test must know them all.

const DEMO_PASSWORD = 'evergreen on the hill';

/** The advisor whom a test adds, with the password that is set there. */
export const ADDED = { name: '沈一鸣', email: 'shen@example.com', password: 'five other plain words here' };

/** The sign-in of somebody made up. */
export const madeUp = (email) => ({ email, password: DEMO_PASSWORD });

/** The sign-in of an advisor, by name. */
export const advisorNamed = (name) =>
  ({ 陈思远: madeUp('chen@example.com'), 'Alex Morgan': madeUp('morgan@example.com'), [ADDED.name]: ADDED })[name];
