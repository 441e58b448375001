// What the server makes of a passkey: the calls of the app's pages, made from the API's own page. The
// pages themselves are walked in account.spec.js.

import { expect, test } from '@playwright/test';
import { named, withAuthenticator } from './authenticator.js';

// Calls the API from the page, so that cookies are the browser's own business.
function call(page, method, address, body) {
  return page.evaluate(
    async ([method, address, body]) => {
      const headers = body ? { 'content-type': 'application/json' } : {};
      const answer = await fetch(address, { method, headers, body: body && JSON.stringify(body) });
      const text = await answer.text();
      return { status: answer.status, body: text ? JSON.parse(text) : null };
    },
    [method, address, body],
  );
}

test('a passkey opens the account that it was made for, and its answer only once', async ({ page, baseURL }) => {
  await page.goto(`${named(baseURL)}/api/`);
  await withAuthenticator(page);
  const email = `passkey-${Date.now()}@example.com`;
  const signUp = { email, password: 'four plain words here', language: 'en' };
  expect((await call(page, 'POST', '/api/account', signUp)).status).toBe(200);

  const asked = await call(page, 'POST', '/api/passkeys/challenge');
  const made = await page.evaluate(async (options) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.publicKey);
    return (await navigator.credentials.create({ publicKey })).toJSON();
  }, asked.body.options);
  const added = { challenge_id: asked.body.id, name: 'Phone', credential: made };
  expect((await call(page, 'POST', '/api/passkeys', added)).status).toBe(201);

  await call(page, 'DELETE', '/api/session');
  expect((await call(page, 'GET', '/api/session')).body.account).toBeNull();

  const question = await call(page, 'POST', '/api/session/passkey/challenge');
  const answer = await page.evaluate(async (options) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey);
    return (await navigator.credentials.get({ publicKey })).toJSON();
  }, question.body.options);
  const signIn = { challenge_id: question.body.id, credential: answer };
  expect((await call(page, 'POST', '/api/session/passkey', signIn)).body.account.email).toBe(email);
  expect((await call(page, 'POST', '/api/session/passkey', signIn)).status).toBe(401);
});
