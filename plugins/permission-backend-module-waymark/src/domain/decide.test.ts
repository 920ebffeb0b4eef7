import { decide, rolesOf } from './decide';
import { resolveRoles } from './resolveRoles';

const roles = resolveRoles({
  developer: {
    members: ['*'],
    inherits: [],
    permissions: ['catalog.entity.read', 'scaffolder.task.read:own'],
  },
  'team-lead': {
    members: ['group:default/team-leads'],
    inherits: ['developer'],
    permissions: ['scaffolder.task.*'],
  },
  admin: {
    members: ['user:default/root', 'group:default/portal-admins'],
    inherits: [],
    permissions: ['*'],
  },
});

const person = (name: string, ...groups: string[]) => ({
  userEntityRef: `user:default/${name}`,
  ownershipEntityRefs: [
    `user:default/${name}`,
    ...groups.map(group => `group:default/${group}`),
  ],
});

describe('rolesOf', () => {
  it.each([
    [person('jane'), ['developer']],
    [person('jane', 'team-a'), ['developer']],
    [person('jane', 'team-leads'), ['developer', 'team-lead']],
    [person('jane', 'TEAM-LEADS'), ['developer', 'team-lead']],
    [person('root'), ['developer', 'admin']],
    [
      person('jane', 'team-leads', 'portal-admins'),
      ['developer', 'team-lead', 'admin'],
    ],
  ])('%j', (who, expected) => {
    expect(rolesOf(who, roles).map(role => role.name)).toEqual(expected);
  });

  it('finds a person who owns nothing, not even themselves', () => {
    const who = { userEntityRef: 'user:default/root', ownershipEntityRefs: [] };
    expect(rolesOf(who, roles).map(role => role.name)).toContain('admin');
  });

  it('does not mix up kinds and namespaces', () => {
    const who = {
      userEntityRef: 'user:other/root',
      ownershipEntityRefs: [
        'group:other/portal-admins',
        'user:default/team-leads',
      ],
    };
    expect(rolesOf(who, roles).map(role => role.name)).toEqual(['developer']);
  });
});

describe('decide', () => {
  it.each([
    ['catalog.entity.read', [], 'allow'],
    ['catalog.entity.delete', [], 'deny'],
    ['scaffolder.task.read', [], 'own'],
    ['scaffolder.task.cancel', [], 'deny'],
    ['scaffolder.task.read', ['team-leads'], 'allow'],
    ['forge.repo.write', ['team-leads'], 'deny'],
    ['forge.repo.write', ['portal-admins'], 'allow'],
  ])('%p for someone in %j: %p', (permission, groups, expected) => {
    const theirs = rolesOf(person('jane', ...groups), roles);
    expect(decide(permission, theirs)).toBe(expected);
  });

  it('denies everything without a role', () => {
    expect(decide('catalog.entity.read', [])).toBe('deny');
  });
});
