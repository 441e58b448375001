// Every page of the app: what is asked of all of them is asked of these.

/** Every page, in the states that its address alone brings about, and a question of every kind. */
export const ADDRESSES = [
  '/',
  '/discover/region',
  '/discover/aims',
  '/discover/good_day',
  '/discover/you',
  '/discover/work',
  '/discover/spending',
  '/discover/holdings',
  '/discover/debts',
  '/discover/pension',
  '/discover/projects',
  '/discover/K2',
  '/discover/contact_rhythm',
  '/discover/review',
  '/profile',
  '/allocation',
  '/allocation?new=50000',
  '/retirement',
  '/retirement?save=100000',
  '/goals?edit=children.home.estate',
  '/products',
  '/products?q=linked',
  '/products?id=cn-note-index',
  '/products?id=ca-note',
  '/fees',
  '/report',
  '/verify',
  '/settings',
  '/present?slide=zone',
  '/present?slide=map',
  '/present?slide=allocation',
  '/present?slide=goals',
  '/present?slide=ways',
  '/learn',
  '/learn?q=zzz',
  '/learn/ways-to-green',
  '/learn/how-long-will-it-last',
  '/learn/glossary',
  '/learn/talks',
  '/account',
  '/account?do=sign-in',
  '/account?do=forgot',
  '/account/confirm?token=x',
  '/account/reset?token=x',
  '/meetings',
  '/meetings?topic=goal&name=x',
  '/desk',
  '/nowhere',
];

/** Shows the page in the type for reading glasses, or in the usual one. */
export async function setType(page, size) {
  await page.evaluate((size) => {
    if (size === 'large') document.documentElement.dataset.type = size;
    else delete document.documentElement.dataset.type;
  }, size);
}
