// Mail as the server writes it where nothing sends it: one `.eml` file each.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { expect } from '@playwright/test';

/** The link of the newest mail to an address that leads to a page with this in its query. */
export async function linkInMail(to, beginning, name = 'token') {
  let found;
  await expect
    .poll(async () => {
      found = await newestLink(to, `${beginning}?${name}=`);
      return Boolean(found);
    }, `a mail to ${to} with a link to ${beginning}`)
    .toBe(true);
  return found;
}

/** Every mail, the newest first, with its parts decoded. */
async function newestMails() {
  const folder = path.join(process.env.EVERGREEN_DATA, 'mail');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort().reverse();
  return Promise.all(names.map(async (name) => readable(await readFile(path.join(folder, name), 'utf8'))));
}

async function newestLink(to, beginning) {
  for (const mail of await newestMails()) {
    if (!mail.includes(to)) continue;
    const at = mail.indexOf(beginning);
    if (at >= 0) return /^[\w=&?/-]+/.exec(mail.slice(at))[0];
  }
  return null;
}

/** The event of the newest mail to an address that brings one, as an iCalendar text. */
export async function eventInMail(to) {
  let found;
  await expect
    .poll(async () => {
      const mails = (await newestMails()).filter((mail) => mail.includes(to));
      [found] = mails.map((mail) => /BEGIN:VCALENDAR[^]*?END:VCALENDAR/.exec(mail)?.[0]).filter(Boolean);
      return Boolean(found);
    }, `a mail to ${to} with an event`)
    .toBe(true);
  return found;
}

/** A mail with its parts decoded: quoted-printable, or base64. */
function readable(mail) {
  const decoded = mail.replace(
    /content-transfer-encoding: base64\r?\n(?:[\w-]+:.*\r?\n)*\r?\n([A-Za-z0-9+/=\r\n]+)/gi,
    (_, body) => Buffer.from(body, 'base64').toString('utf8'),
  );
  return decoded.replace(/=\r?\n/g, '').replace(/=3D/gi, '=');
}
