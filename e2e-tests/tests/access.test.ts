import { documentedAccess } from '../support/accessTable';
import { bearer, tokenOf } from '../support/api';
import { expect, test } from '../support/test';
import { adminToken, someoneWith, truth } from '../support/truth';

test('without signing in, nothing can be read but health', async ({
  request,
}) => {
  for (const kind of ['liveness', 'readiness']) {
    const answer = await request.get(`/.backstage/health/v1/${kind}`);
    expect(answer.status()).toBe(200);
  }
  const closed = [
    '/api/catalog/entities',
    '/api/catalog/entity-facets?facet=kind',
    '/api/catalog-git/summary',
    '/api/catalog-git/problems',
    '/api/catalog-git/openapi.json',
    '/api/search/query?term=a',
    '/api/techdocs/static/docs/default/component/waymark/index.html',
    '/api/scaffolder/v2/tasks',
    '/api/scaffolder/v2/actions',
    '/api/notifications/notifications',
    '/api/user-settings/buckets/a/keys/b',
    '/api/permission/authorize',
    '/api/permission/roles/mine',
    '/api/devtools/info',
    '/api/events/bus/v1/subscriptions/a/events',
    '/metrics',
  ];
  for (const address of closed) {
    const answer = await request.get(address);
    const type = answer.headers()['content-type'] ?? '';
    // An address that is no endpoint gets the page that asks to sign in, with no data in it.
    const isShell = answer.status() === 200 && type.includes('text/html');
    expect(
      isShell || [401, 403, 404].includes(answer.status()),
      `${address} answered ${answer.status()} ${type}`,
    ).toBe(true);
    if (address.startsWith('/api/') && !address.startsWith('/api/permission')) {
      expect(answer.status(), address).toBe(401);
    }
  }
});

test('a stranger of the organisation cannot sign in', async ({ request }) => {
  const answer = await request.get('/api/auth/example/refresh', {
    headers: {
      'x-waymark-person': 'user:default/nobody-at-all',
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  expect(answer.status()).toBeGreaterThanOrEqual(400);
  expect(await answer.text()).toContain('nobody-at-all');
});

const documented = documentedAccess();
const table = documented.filter(({ isWebhook }) => !isWebhook);
const webhooks = documented.filter(({ isWebhook }) => isWebhook);
const roles = Object.keys(table[0].access);

for (const role of roles) {
  test(`${role} may do what the documentation says, and is refused the rest by name`, async ({
    request,
  }) => {
    const token = await tokenOf(request, someoneWith(role));
    for (const { method, path, guard, access } of table) {
      const address = path.replaceAll(/\{\w+\}/g, 'x');
      const answer = await request.fetch(address, {
        ...bearer(token),
        method,
        data: method === 'GET' ? undefined : {},
      });
      const what = `${role}: ${method} ${path}`;
      expect(answer.status() === 403, what).toBe(!access[role]);
      if (!access[role]) expect(await answer.text()).toContain(guard);
    }
  });
}

test('a webhook is closed to everybody who cannot prove to be its tool', async ({
  request,
}) => {
  expect(webhooks.length).toBeGreaterThan(5);
  for (const { path } of webhooks) {
    // The token of an administrator proves nothing here, either.
    for (const options of [{}, bearer(adminToken)]) {
      const answer = await request.post(path, { ...options, data: {} });
      expect(answer.status(), path).toBe(401);
    }
  }
});

test('bad input is answered with field, place and remedy', async ({
  request,
}) => {
  const answer = await request.get(
    '/api/catalog-git/problems?limit=many',
    bearer(adminToken),
  );
  expect(answer.status()).toBe(400);
  const { error } = await answer.json();
  expect(error.message).toContain('limit');
  expect(await answer.text()).not.toMatch(/\bat .*\.(ts|js):\d+/);
});

test('a repository gains nothing by pushing people, groups or foreign namespaces', async ({
  request,
}) => {
  for (const ref of truth.catalog.absent) {
    const [, kind, namespace, name] =
      ref.match(/^([^:]+):([^/]+)\/(.+)$/) ?? [];
    const answer = await request.get(
      `/api/catalog/entities/by-name/${kind}/${namespace}/${name}`,
      bearer(adminToken),
    );
    expect(answer.status(), ref).toBe(404);
  }
  const answer = await request.get(
    '/api/catalog-git/problems?limit=100',
    bearer(adminToken),
  );
  const { items } = await answer.json();
  for (const { repository, path = '', code } of truth.broken) {
    expect(items).toContainEqual(
      expect.objectContaining({ repository, path, code }),
    );
  }
});
