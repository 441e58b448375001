// What a visit sees until the app is there: the page of the address as it will stand, in the visitor's
// language. Runs where it is linked, after the templates it chooses from.

/** Pages that stand on the plan: without a single answer they all say the same. */
const PLAN = ['/allocation', '/goals', '/present', '/products', '/profile', '/report', '/retirement'];

/** The attribute of each kept choice of how the app looks. */
const LOOK = { large: 'type', light: 'theme', dark: 'theme', 'red-up': 'market' };

const root = document.documentElement;

/** What the app keeps on this device; nothing where it may not. */
function kept(name) {
  try {
    return localStorage.getItem(`evergreen.${name}`) ?? '';
  } catch {
    return '';
  }
}

function language() {
  const known = ['zh', 'en'];
  const wanted = [kept('language'), ...navigator.languages].map((tag) => tag.split('-')[0]);
  return wanted.find((tag) => known.includes(tag)) ?? 'zh';
}

/** The template of the address; none where only the app knows what stands there. */
function place() {
  const path = location.pathname.replace(/\/+$/, '');
  if (path === '/learn' && !location.search) return 'learn';
  if (kept('draft') || kept('signed_in')) return undefined;
  if (path === '') return 'home';
  if (path === '/discover' || path === '/discover/region') return 'discover';
  return PLAN.includes(path) ? 'plan' : undefined;
}

function template(name) {
  return document.getElementById(`opening-${name}`);
}

function made(template) {
  return template.content.cloneNode(true);
}

function open() {
  const lang = language();
  const here = place();
  root.lang = lang === 'zh' ? 'zh-Hans' : 'en';
  for (const value of kept('appearance').split(' ')) {
    if (value in LOOK) root.dataset[LOOK[value]] = value;
  }
  const opening = made(template(lang));
  if (here) {
    const page = template(`${lang}-${here}`);
    opening.querySelector('.top-bar__place').textContent = page.dataset.name;
    opening.querySelector('main').replaceChildren(made(page));
  }
  document.body.append(opening);
  return here;
}

/** Gives way to the app once it has as much to show. */
function giveWay(here) {
  const observer = new MutationObserver(() => {
    const app = document.querySelector('.app');
    if (app && !(here && app.querySelector('main [aria-busy="true"]'))) {
      observer.disconnect();
      document.querySelector('.opening').remove();
    }
  });
  observer.observe(document.body, { attributeFilter: ['aria-busy'], childList: true, subtree: true });
}

giveWay(open());
