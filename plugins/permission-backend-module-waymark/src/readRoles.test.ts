import { ConfigReader } from '@backstage/config';
import { readRoles } from './readRoles';

const read = (roles: object) =>
  readRoles(new ConfigReader({ waymark: { roles } } as object));

describe('readRoles', () => {
  it('reads roles in their own order, references in their full form', () => {
    const roles = read({
      admin: { members: ['group:Portal-Admins'], permissions: ['*'] },
      developer: { members: ['*', 'user:Default/Jane'] },
    });
    expect(roles.map(({ name, members }) => [name, [...members]])).toEqual([
      ['developer', ['*', 'user:default/jane']],
      ['admin', ['group:default/portal-admins']],
    ]);
  });

  it('says what to do when there are none', () => {
    expect(() => readRoles(new ConfigReader({}))).toThrow(
      "Config 'waymark.roles' is missing, so nobody could do anything; bind at least one of the roles developer, team-lead",
    );
  });

  it.each([
    [
      { wizard: {} },
      "Config 'waymark.roles.wizard' is no role; there are developer, team-lead, platform-coach, platform-pm, platform-engineer, admin",
    ],
    [
      { admin: { members: ['*', 'portal-admins'] } },
      "Config 'waymark.roles.admin.members[1]': must be '*' or the reference of a group or user, such as 'group:default/team-leads', not 'portal-admins'",
    ],
    [
      { admin: { members: ['component:default/portal'] } },
      "not 'component:default/portal'",
    ],
    [{ admin: { members: ['group:a/b/c'] } }, "not 'group:a/b/c'"],
    [
      { admin: { inherits: ['wizard'] } },
      "Config 'waymark.roles.admin.inherits[0]': Invalid option: expected one of",
    ],
    [
      { admin: { permissions: ['a b'] } },
      "Config 'waymark.roles.admin.permissions[0]': must be a permission name",
    ],
    [
      { admin: { permissions: ['a:all'] } },
      "Config 'waymark.roles.admin.permissions[0]': must be a permission name",
    ],
    [
      { admin: { permission: ['a'] } },
      `Config 'waymark.roles.admin': Unrecognized key: "permission"`,
    ],
    [{ admin: 'everyone' }, "Config 'waymark.roles.admin': Invalid input"],
    [
      { admin: { inherits: ['developer'] } },
      "Config 'waymark.roles.admin.inherits[0]' names the role 'developer', which is not configured",
    ],
  ])('refuses %j', (roles, message) => {
    expect(() => read(roles)).toThrow(message);
  });

  it('names all problems at once', () => {
    expect(() =>
      read({ admin: { members: ['a'], permissions: ['b c'] } }),
    ).toThrow(/admin\.members\[0\].*; .*admin\.permissions\[0\]/);
  });
});
