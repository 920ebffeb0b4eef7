import { PEOPLE } from './organisation.mjs';

const json = async (url, headers) => {
  const answer = await fetch(url, { headers });
  if (!answer.ok)
    throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

/** What a developer and a platform engineer get for it: who may do what must come back too. */
const GUARDED = {
  '/api/catalog/entities/by-query?limit=1': [200, 200],
  '/api/catalog-git/summary': [403, 200],
  '/api/devtools/info': [403, 200],
  '/api/devtools/config': [403, 403],
};

const byName = (a, b) => (a < b ? -1 : 1);

/** As the catalog tells them, in an order of our own: the order of relations has no meaning. */
async function readEntities(url, headers) {
  const { items, pageInfo } = await json(
    `${url}/api/catalog/entities/by-query?limit=500`,
    headers,
  );
  if (pageInfo.nextCursor) throw new Error('More than one page of entities');
  return items
    .map(entity => ({
      ...entity,
      relations: entity.relations
        ?.map(({ type, targetRef }) => `${type} ${targetRef}`)
        .sort(),
    }))
    .sort((a, b) => byName(JSON.stringify(a), JSON.stringify(b)));
}

/** Calls everything that is guarded as both; answers other than they should be are thrown. */
async function permissionTable(url, { developer, platformEngineer }) {
  const table = {};
  for (const [path, expected] of Object.entries(GUARDED)) {
    const answers = await Promise.all(
      [developer, platformEngineer].map(({ headers }) =>
        fetch(`${url}${path}`, { headers }),
      ),
    );
    table[path] = answers.map(({ status }) => status).join(' ');
    if (table[path] !== expected.join(' ')) {
      throw new Error(
        `${path}: ${table[path]} instead of ${expected.join(' ')}`,
      );
    }
  }
  return table;
}

async function search(url, headers, term) {
  const { results } = await json(
    `${url}/api/search/query?term=${term}`,
    headers,
  );
  return results
    .map(({ type, document }) => `${type} ${document.location}`)
    .sort();
}

/** What the two people and the machines of the rehearsal see of the portal. */
export async function observe(url, people) {
  const { developer, platformEngineer } = people;
  const { items } = await json(
    `${url}/api/catalog-git/repositories`,
    platformEngineer.headers,
  );
  return {
    entities: await readEntities(url, platformEngineer.headers),
    repositories: items
      .map(({ name, status, commit, entities, problems }) =>
        [name, status, commit, entities, problems].join(' '),
      )
      .sort(),
    stars: await json(
      `${url}/api/user-settings/buckets/starredEntities/keys/entityRefs`,
      developer.headers,
    ),
    layout: await json(
      `${url}/api/user-settings/buckets/waymark-home/keys/home-arrangement`,
      developer.headers,
    ),
    notifications: (
      await json(`${url}/api/notifications`, developer.headers)
    ).notifications.map(({ id, payload }) => `${id} ${payload.title}`),
    permissions: await permissionTable(url, people),
    search: {
      service: await search(url, developer.headers, 'payments'),
      documentation: await search(url, developer.headers, 'flabbergasted'),
      people: await search(
        url,
        developer.headers,
        PEOPLE.developer.split('@')[0],
      ),
    },
    documentation: await fetch(
      `${url}/api/techdocs/static/docs/default/component/orders/index.html`,
      { headers: developer.headers },
    ).then(answer => answer.text()),
  };
}

/** Where two observations differ, as paths with both values; empty when nowhere. */
export function differences(before, after, path = '') {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const isNested = value => typeof value === 'object' && value !== null;
  if (!isNested(before) || !isNested(after)) {
    return [
      `${path}: ${JSON.stringify(before)} became ${JSON.stringify(
        after,
      )}`.slice(0, 300),
    ];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap(key =>
    differences(before[key], after[key], path ? `${path}.${key}` : key),
  );
}
