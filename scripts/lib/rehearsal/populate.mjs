import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../problem.mjs';
import { tokens } from './settings.mjs';

export const operator = { authorization: `Bearer ${tokens.operator}` };
const TEXT = 'Whoever reads this is flabbergasted.';

/** Publishes documentation as CI does: files, in a place that every replica reads. */
export async function publishDocumentation(root) {
  const folder = path.join(root, 'default/component/orders');
  await mkdir(path.join(folder, 'search'), { recursive: true });
  const files = {
    'index.html': `<!doctype html><html><body><article><h1>Orders</h1><p>${TEXT}</p></article></body></html>\n`,
    'techdocs_metadata.json': JSON.stringify({
      site_name: 'Orders',
      site_description: 'How orders work',
      etag: 'rehearsal',
      build_timestamp: Date.now(),
      files: ['index.html'],
    }),
    'search/search_index.json': JSON.stringify({
      config: {},
      docs: [{ location: '', title: 'Orders', text: TEXT }],
    }),
  };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(folder, name), text);
  }
}

/** Repeats `look` until it is content; tells what it was about otherwise. */
export async function until(what, look, limitMs = 60_000) {
  const from = performance.now();
  let last;
  while (performance.now() - from < limitMs) {
    last = await look().catch(String);
    if (last === true) return Math.round(performance.now() - from);
    await sleep(250);
  }
  throw new Problem(
    `Waited ${limitMs / 1000} s in vain: ${what} (last: ${last}).`,
  );
}

async function total(url, query) {
  const answer = await fetch(
    `${url}/api/catalog/entities/by-query?limit=0&${query}`,
    { headers: operator },
  );
  return (await answer.json()).totalItems;
}

/** Waits until the catalog holds what Git says. */
export const untilCatalog = (url, expected) =>
  until(`${expected} entities in the catalog`, async () => {
    const found = await total(url, '');
    return found === expected || found;
  });

export const untilEntity = (url, name) =>
  until(`component ${name} in the catalog`, async () => {
    const found = await total(
      url,
      `filter=kind=component,metadata.name=${name}`,
    );
    return found === 1 || found;
  });

/** Waits until search finds a service and the text of its documentation. */
export const untilSearch = (url, { headers }, terms) =>
  until(`search finds ${terms.join(' and ')}`, async () => {
    const counts = await Promise.all(
      terms.map(async term => {
        const answer = await fetch(`${url}/api/search/query?term=${term}`, {
          headers,
        });
        return (await answer.json()).results.length;
      }),
    );
    return counts.every(count => count > 0) || counts.join(',');
  });

async function send(url, { method, headers, body }) {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(
      `${method} ${url}: ${answer.status} ${await answer.text()}`,
    );
  }
}

/** A person arranges the portal, and is told something. */
export async function arrange(url, person) {
  const setting = (key, value) =>
    send(`${url}/api/user-settings/buckets/${key}`, {
      method: 'PUT',
      headers: person.headers,
      body: { value },
    });
  await setting('starredEntities/keys/entityRefs', [
    'component:default/orders',
    'component:default/payments',
  ]);
  await setting('waymark-home/keys/home-arrangement', {
    version: 1,
    main: [{ id: 'home/my-services', width: 'half' }],
    side: [],
    known: ['home/my-services'],
  });
  await send(`${url}/api/notifications`, {
    method: 'POST',
    headers: operator,
    body: {
      recipients: { type: 'entity', entityRef: person.userRef },
      payload: { title: 'Rehearsal', severity: 'normal' },
    },
  });
}

/** The Git server says that something was pushed, with its restricted token. */
export const announcePush = (url, repository) =>
  send(`${url}/api/catalog-git/refresh`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.gitServer}` },
    body: { repository },
  });
