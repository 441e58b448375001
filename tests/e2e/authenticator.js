// A device that holds passkeys, as the browser's tools make one up.

/** Browsers bind a passkey to a name, and 127.0.0.1 is none. */
export const named = (baseURL) => baseURL.replace('127.0.0.1', 'localhost');

/** Gives a page a device whose owner always agrees. */
export async function withAuthenticator(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
