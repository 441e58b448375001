// Registers the worker that keeps the app for a start without network, and tells the app when a newer
// build waits. The app answers once the person agrees.

/** Time between two looks for a newer build, in milliseconds. */
const HOUR = 3_600_000;

async function begin() {
  const controlled = Boolean(navigator.serviceWorker.controller);
  const registration = await navigator.serviceWorker.register('/sw.js');
  const tell = () => {
    // The first build of all has nobody to wait for.
    if (registration.waiting && navigator.serviceWorker.controller) {
      document.documentElement.dataset.update = 'waits';
      dispatchEvent(new Event('evergreen-update'));
    }
  };
  const follow = (worker) => worker?.addEventListener('statechange', tell);
  tell();
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  addEventListener('evergreen-agreed', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('take over');
  });
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && controlled && Date.now() - looked > HOUR) {
      looked = Date.now();
      registration.update().catch(() => {});
    }
  });
}

// After the page itself; where a browser refuses, the app only needs its network.
if ('serviceWorker' in navigator) addEventListener('load', () => begin().catch(() => {}));
