import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import request from 'supertest';
import { permissionModuleWaymark } from './module';

const roles = {
  developer: {
    members: ['*'],
    permissions: [
      'permission.role.read',
      'catalog.entity.read',
      'catalog.entity.refresh:own',
      'scaffolder.task.*:own',
      'dora.*:own',
    ],
  },
  admin: { members: ['group:default/portal-admins'], permissions: ['*'] },
};

async function start(
  waymark: object = { roles },
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  const policies: PermissionPolicy[] = [];
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const { userEntityRef } = (
        credentials as ReturnType<typeof mockCredentials.user>
      ).principal;
      return {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          userEntityRef === 'user:default/root'
            ? 'group:default/portal-admins'
            : 'group:default/team-a',
        ],
      };
    },
  });
  const { server } = await startTestBackend({
    extensionPoints: [
      [policyExtensionPoint, { setPolicy: policy => policies.push(policy) }],
    ],
    features: [
      permissionModuleWaymark,
      userInfo.factory,
      mockServices.permissions.factory({ result }),
      mockServices.rootConfig.factory({ data: { waymark } }),
    ],
  });
  return { server, policy: policies[0] };
}

async function startPolicy(waymark?: object) {
  const { policy } = await start(waymark);
  return (ref: string, name: string, resourceType?: string) => {
    const credentials = mockCredentials.user(ref);
    return policy.handle(
      {
        permission: resourceType
          ? createPermission({ name, attributes: {}, resourceType })
          : createPermission({ name, attributes: {} }),
      },
      {
        credentials,
        info: { userEntityRef: ref, ownershipEntityRefs: ['never looked at'] },
      },
    );
  };
}

describe('permissionModuleWaymark', () => {
  it('allows what a role grants and denies the rest', async () => {
    const ask = await startPolicy();
    const allow = { result: AuthorizeResult.ALLOW };
    const deny = { result: AuthorizeResult.DENY };

    await expect(
      ask('user:default/jane', 'catalog.entity.read', 'catalog-entity'),
    ).resolves.toEqual(allow);
    await expect(
      ask('user:default/jane', 'catalog.entity.delete', 'catalog-entity'),
    ).resolves.toEqual(deny);
    await expect(
      ask('user:default/root', 'catalog.entity.delete', 'catalog-entity'),
    ).resolves.toEqual(allow);
    await expect(
      ask('user:default/root', 'scaffolder.task.read', 'scaffolder-task'),
    ).resolves.toEqual(allow);
  });

  it("limits ':own' to one's own tasks", async () => {
    const ask = await startPolicy();

    await expect(
      ask('user:default/jane', 'scaffolder.task.read', 'scaffolder-task'),
    ).resolves.toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'scaffolder',
      resourceType: 'scaffolder-task',
      conditions: {
        rule: 'IS_TASK_OWNER',
        resourceType: 'scaffolder-task',
        params: { createdBy: ['user:default/jane'] },
      },
    });
  });

  it("limits ':own' to entities of one's groups", async () => {
    const ask = await startPolicy();

    await expect(
      ask('user:default/jane', 'catalog.entity.refresh', 'catalog-entity'),
    ).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: ['user:default/jane', 'group:default/team-a'] },
      },
    });
  });

  it.each([undefined, 'dora-metric', 'toString'])(
    "gives nothing by ':own' on %p, which knows no owner",
    async resourceType => {
      const ask = await startPolicy();

      await expect(
        ask('user:default/jane', 'dora.metric.read', resourceType),
      ).resolves.toEqual({ result: AuthorizeResult.DENY });
    },
  );

  it('denies those who are not signed in', async () => {
    const policies: PermissionPolicy[] = [];
    await startTestBackend({
      extensionPoints: [
        [policyExtensionPoint, { setPolicy: policy => policies.push(policy) }],
      ],
      features: [
        permissionModuleWaymark,
        mockServices.rootConfig.factory({ data: { waymark: { roles } } }),
      ],
    });
    await expect(
      policies[0].handle({
        permission: createPermission({
          name: 'catalog.entity.read',
          attributes: {},
        }),
      }),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });

  it.each([
    [mockCredentials.user.header('user:default/jane'), ['developer']],
    [mockCredentials.user.header('user:default/root'), ['developer', 'admin']],
    [mockCredentials.service.header(), []],
  ])('tells whoever asks their own roles, %#', async (authorization, mine) => {
    const { server } = await start();
    const answer = await request(server)
      .get('/api/permission/roles/mine')
      .set({ authorization });
    expect(answer.body).toEqual({ roles: mine });
  });

  it('tells roles to nobody who may not know them', async () => {
    const { server } = await start({ roles }, AuthorizeResult.DENY);
    const ask = request(server).get('/api/permission/roles/mine');
    const answer = await ask.set({
      authorization: mockCredentials.user.header(),
    });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('permission.role.read');
    const stranger = await request(server)
      .get('/api/permission/roles/mine')
      .set({ authorization: mockCredentials.none.header() });
    expect(stranger.status).toBe(401);
  });

  it('does not start with roles it does not understand', async () => {
    await expect(
      startPolicy({ roles: { admin: { members: ['x'] } } }),
    ).rejects.toThrow(/waymark\.roles\.admin\.members\[0\]/);
  });
});
