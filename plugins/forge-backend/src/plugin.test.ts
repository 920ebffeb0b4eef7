import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TestDatabases, mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import request from 'supertest';
import { testForge, type TestForge } from './__testUtils__/testForge';

jest.setTimeout(60_000);

const ADA = 'user:default/ada';
const TEAM = 'group:default/checkout';

const person: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ada' },
  spec: {},
  relations: [{ type: 'memberOf', targetRef: TEAM }],
};

const component = (repository: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: repository,
    annotations: {
      'backstage.io/source-location': `url:http://portal.example/git/acme/${repository}/tree/main/`,
    },
  },
  spec: { owner },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

const service = () => mockCredentials.service.token();
const user = () => mockCredentials.user.token(ADA);

describe('the forge', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let forge: TestForge;
  afterEach(() => forge.dispose());

  const start = async (
    options: Partial<Parameters<typeof testForge>[0]> = {},
  ) =>
    (forge = await testForge({
      databases,
      entities: [
        person,
        component('orders', TEAM),
        component('ledger', 'group:default/finance'),
      ],
      ...options,
    }));

  const address = (name: string, password: string) =>
    `http://ada:${encodeURIComponent(password)}@${
      forge.host
    }/forge/acme/${name}.git`;

  const create = (name: string, more: object = {}) =>
    request(forge.server)
      .post('/forge/api/v1/orgs/acme/repos')
      .set('authorization', `Bearer ${service()}`)
      .send({ name, ...more });

  const createToken = async (expiresInDays = 30) => {
    const { body } = await request(forge.server)
      .post('/api/forge/tokens')
      .set('authorization', mockCredentials.user.header(ADA))
      .send({ name: 'Laptop', expiresInDays })
      .expect(201);
    return body as { id: string; token: string };
  };

  /** A commit on main in a working copy of its own. */
  async function workingCopy(file = 'README.md', text = '# Orders\n') {
    const folder = path.join(forge.folder, `work-${Math.random()}`);
    await mkdir(folder);
    await forge.git(['init', '--quiet', '--initial-branch=main'], folder);
    await writeFile(path.join(folder, file), text);
    await forge.git(['add', '.'], folder);
    await forge.git(['commit', '--quiet', '-m', 'First'], folder);
    return folder;
  }

  it('takes a push and tells of it, and gives it back to whoever clones', async () => {
    await start();
    const { body } = await create('orders').expect(201);
    expect(body).toMatchObject({
      full_name: 'acme/orders',
      empty: true,
      private: true,
      default_branch: 'main',
      clone_url: 'http://portal.example/forge/acme/orders.git',
    });
    const folder = await workingCopy();
    const { token } = await createToken();
    await forge.git(
      ['push', '--quiet', address('orders', token), 'main'],
      folder,
    );
    expect(forge.pushes).toEqual([{ repository: 'acme/orders' }]);

    await forge.git(['clone', '--quiet', address('orders', user()), 'copy']);
    const head = await forge.git(['rev-parse', 'HEAD'], folder);
    expect(
      await forge.git(['rev-parse', 'HEAD'], path.join(forge.folder, 'copy')),
    ).toBe(head);
    // Nothing was pushed: nothing is told.
    expect(forge.pushes).toHaveLength(1);
  });

  it('lets nobody in without a token, unless everybody may clone', async () => {
    await start();
    await create('orders').expect(201);
    const refs = '/forge/acme/orders.git/info/refs?service=git-upload-pack';
    const answer = await request(forge.server).get(refs).expect(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Basic /);
    await expect(
      forge.git(['clone', address('orders', 'wmk_wrong'), 'copy']),
    ).rejects.toThrow(/unknown or was revoked|Authentication failed/);
    await forge.dispose();

    await start({ anonymousRead: true });
    await create('orders').expect(201);
    await request(forge.server).get(refs).expect(200);
    await request(forge.server)
      .get(refs.replace('upload', 'receive'))
      .expect(401);
  });

  it('lets people push to what their groups own, and says who else may', async () => {
    await start({ refused: ['forge.repo.manage'] });
    for (const name of ['orders', 'ledger', 'nobodys']) {
      await create(name).expect(201);
    }
    const folder = await workingCopy();
    const { token } = await createToken();
    const push = (name: string, password: string) =>
      forge.git(['push', address(name, password), 'main'], folder);
    for (const password of [token, user()]) {
      await expect(push('ledger', password)).rejects.toThrow(
        'acme/ledger belongs to group:default/finance: only they push to it',
      );
      await expect(push('nobodys', password)).rejects.toThrow(
        'belongs to nobody yet',
      );
    }
    await push('orders', token);
    // A service is held by its permissions alone.
    await push('ledger', service());
    expect(forge.pushes).toEqual([
      { repository: 'acme/orders' },
      { repository: 'acme/ledger' },
    ]);
  });

  it('refuses what the permissions do not allow', async () => {
    const push = async () =>
      forge.git(
        ['push', address('orders', service()), 'main'],
        await workingCopy(),
      );
    await start({ refused: ['forge.repo.create'] });
    await create('orders').expect(403);
    await expect(push()).rejects.toThrow(
      "Missing permission 'forge.repo.create'",
    );
    await forge.dispose();

    await start({ refused: ['forge.repo.write'] });
    await create('orders').expect(201);
    await expect(push()).rejects.toThrow(
      "Missing permission 'forge.repo.write'",
    );
  });

  it('lets nobody clone with the token of a person who has left', async () => {
    await start({ entities: [] });
    await create('orders').expect(201);
    const { token } = await createToken();
    await expect(
      forge.git(['clone', address('orders', token), 'copy']),
    ).rejects.toThrow('is not in the catalog any more');
  });

  it('makes a repository once, and names what is wrong with others', async () => {
    await start();
    // A run that was interrupted before its push asks for the same again.
    const answers = await Promise.all([1, 2, 3].map(() => create('orders')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const folder = await workingCopy();
    await forge.git(['push', address('orders', service()), 'main'], folder);
    const again = await create('orders').expect(409);
    expect(again.body.message).toBe(
      'The repository acme/orders already exists',
    );

    const message = async (name: string) =>
      (await create(name).expect(400)).body.message;
    expect(await message('../etc')).toMatch(/^name: has 1 to 100 letters/);
    expect(await message('orders.git')).toMatch(/does not end in \.git/);
    const elsewhere = await request(forge.server)
      .post('/forge/api/v1/orgs/mallory/repos')
      .set('authorization', `Bearer ${service()}`)
      .send({ name: 'x' })
      .expect(400);
    expect(elsewhere.body.message).toBe(
      'There is no organisation mallory; add it to forge.owners',
    );
  });

  it('makes a repository for a service that pushes to it, and for nobody else', async () => {
    await start();
    const folder = await workingCopy();
    const push = (password: string) =>
      forge.git(['push', address('fresh', password), 'main'], folder);
    await expect(push(user())).rejects.toThrow('There is no repository');
    await push(service());
    expect(forge.pushes).toEqual([{ repository: 'acme/fresh' }]);
    await forge.git(['clone', '--quiet', address('fresh', user()), 'copy']);
  });

  it.each([
    '/forge/acme/..%2f..%2fetc.git/info/refs?service=git-upload-pack',
    '/forge/acme/%2e%2e.git/info/refs?service=git-upload-pack',
    '/forge/.git/orders.git/info/refs?service=git-upload-pack',
    '/forge/acme/missing.git/info/refs?service=git-upload-pack',
  ])('finds nothing at %s', async address_ => {
    await start({ anonymousRead: true });
    await create('orders').expect(201);
    const { status } = await request(forge.server).get(address_);
    expect(status).toBe(404);
  });

  it('serves no files of a repository but through git', async () => {
    await start({ anonymousRead: true });
    await create('orders').expect(201);
    for (const file of ['HEAD', 'config', 'objects/info/packs']) {
      const { status } = await request(forge.server).get(
        `/forge/acme/orders.git/${file}`,
      );
      expect(status).not.toBe(200);
    }
  });

  it('forgets a token that is revoked, and shows it only once', async () => {
    await start();
    await create('orders').expect(201);
    const { id, token } = await createToken();
    const list = () =>
      request(forge.server)
        .get('/api/forge/tokens')
        .set('authorization', mockCredentials.user.header(ADA));
    const { body } = await list().expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ id, name: 'Laptop', lastUsedAt: null }),
    ]);
    expect(JSON.stringify(body)).not.toContain(token);
    await forge.git(['clone', '--quiet', address('orders', token), 'copy']);
    expect((await list()).body.items[0].lastUsedAt).not.toBeNull();

    await request(forge.server)
      .delete(`/api/forge/tokens/${id}`)
      .set('authorization', mockCredentials.user.header('user:default/bob'))
      .expect(404);
    await request(forge.server)
      .delete(`/api/forge/tokens/${id}`)
      .set('authorization', mockCredentials.user.header(ADA))
      .expect(204);
    await expect(
      forge.git(['clone', address('orders', token), 'again']),
    ).rejects.toThrow();
  });

  it('speaks enough of Gitea to read files, trees and commits', async () => {
    await start({ anonymousRead: true });
    await create('orders').expect(201);
    const folder = await workingCopy('docs.md', 'Wie geht das? — So.');
    await forge.git(
      ['push', '--quiet', address('orders', service()), 'main'],
      folder,
    );
    const head = await forge.git(['rev-parse', 'HEAD'], folder);
    const api = '/forge/api/v1/repos/acme/orders';

    const commit = await request(forge.server).get(`${api}/git/commits/main`);
    expect(commit.body).toEqual({ sha: head });
    const file = await request(forge.server).get(
      `${api}/contents/docs.md?ref=main`,
    );
    expect(Buffer.from(file.body.content, 'base64').toString('utf8')).toBe(
      'Wie geht das? — So.',
    );
    await request(forge.server)
      .get(`${api}/contents/no.md?ref=main`)
      .expect(404);
    await request(forge.server)
      .get(`${api}/contents/docs.md?ref=no`)
      .expect(404);
    await request(forge.server)
      .get(`${api}/archive/main.tar.gz`)
      .expect('content-type', /gzip/)
      .expect(200);
    await request(forge.server)
      .get('/forge/acme/orders/src/branch/main')
      .set('accept', 'text/html')
      .expect(302)
      .expect('location', 'http://portal.example/git/acme/orders/tree/main/');
    const { body, headers } = await request(forge.server).get(
      '/forge/api/v1/orgs/acme/repos?limit=1',
    );
    expect(body.map((each: { name: string }) => each.name)).toEqual(['orders']);
    expect(headers['x-total-count']).toBe('1');
  });

  it('lists repositories a page at a time', async () => {
    await start();
    for (const name of ['a', 'b', 'c']) await create(name).expect(201);
    const page = async (query: string) =>
      (
        await request(forge.server)
          .get(`/api/forge/repositories?${query}`)
          .set('authorization', mockCredentials.user.header(ADA))
          .expect(200)
      ).body;
    const first = await page('limit=2');
    expect(first).toMatchObject({ total: 3, next: 'acme/b' });
    const second = await page(`limit=2&after=${first.next}`);
    expect(second.items).toEqual([
      {
        owner: 'acme',
        name: 'c',
        cloneUrl: 'http://portal.example/forge/acme/c.git',
      },
    ]);
    expect(second.next).toBeNull();
  });
});
