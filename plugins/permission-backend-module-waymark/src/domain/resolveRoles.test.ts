import { roleNames, type RoleName } from '@waymark/roles-common';
import fc from 'fast-check';
import { decide } from './decide';
import { resolveRoles, type RoleDefinitions } from './resolveRoles';

const role = (inherits: RoleName[], ...permissions: string[]) => ({
  members: [],
  inherits,
  permissions,
});

const allowed = (definitions: RoleDefinitions, name: string) =>
  resolveRoles(definitions)
    .filter(one => decide(name, [one]) === 'allow')
    .map(one => one.name);

describe('resolveRoles', () => {
  it('gives what is inherited, over several steps, upwards only', () => {
    const definitions = {
      developer: role([], 'a'),
      'team-lead': role(['developer'], 'b'),
      'platform-coach': role(['team-lead', 'platform-pm'], 'c'),
      'platform-pm': role([], 'd'),
    };
    expect(allowed(definitions, 'a')).toEqual([
      'developer',
      'team-lead',
      'platform-coach',
    ]);
    expect(allowed(definitions, 'b')).toEqual(['team-lead', 'platform-coach']);
    expect(allowed(definitions, 'c')).toEqual(['platform-coach']);
    expect(allowed(definitions, 'd')).toEqual([
      'platform-coach',
      'platform-pm',
    ]);
  });

  it('does not take a diamond for a cycle', () => {
    const definitions = {
      developer: role([], 'a'),
      'team-lead': role(['developer']),
      'platform-coach': role(['developer']),
      admin: role(['team-lead', 'platform-coach']),
    };
    expect(allowed(definitions, 'a')).toContain('admin');
  });

  it('does not inherit members', () => {
    const [developer, lead] = resolveRoles({
      developer: { ...role([]), members: ['*'] },
      'team-lead': role(['developer']),
    });
    expect([...developer.members]).toEqual(['*']);
    expect([...lead.members]).toEqual([]);
  });

  it('names the path of a role that is not configured', () => {
    expect(() =>
      resolveRoles({
        developer: role([]),
        admin: role(['developer', 'platform-pm']),
      }),
    ).toThrow(
      "Config 'waymark.roles.admin.inherits[1]' names the role 'platform-pm', which is not configured; add 'waymark.roles.platform-pm' or remove it here",
    );
  });

  it.each<[RoleDefinitions, string]>([
    [{ admin: role(['admin']) }, 'admin -> admin'],
    [
      { developer: role(['team-lead']), 'team-lead': role(['developer']) },
      'developer -> team-lead -> developer',
    ],
  ])('names a cycle', (definitions, cycle) => {
    expect(() => resolveRoles(definitions)).toThrow(cycle);
  });

  it('never gives less to a role than to one it inherits', () => {
    const definitions = fc
      .tuple(
        ...roleNames.map((_, i) =>
          fc.record({
            // only earlier roles, so there is no cycle
            inherits: fc.subarray(roleNames.slice(0, i)),
            permissions: fc.subarray(['a.*', 'a.b', 'b.a:own', 'c']),
          }),
        ),
      )
      .map(
        all =>
          new Map(
            all.map(({ inherits, permissions }, i) => [
              roleNames[i],
              role(inherits, ...permissions),
            ]),
          ),
      );
    const rank = { deny: 0, own: 1, allow: 2 };
    fc.assert(
      fc.property(
        definitions,
        fc.constantFrom('a.b', 'a.c', 'b.a', 'c', 'd'),
        (all, permission) => {
          const roles = resolveRoles(Object.fromEntries(all));
          const rankOf = (name: RoleName) =>
            rank[
              decide(
                permission,
                roles.filter(one => one.name === name),
              )
            ];
          for (const [name, { inherits }] of all) {
            for (const parent of inherits) {
              expect(rankOf(name)).toBeGreaterThanOrEqual(rankOf(parent));
            }
          }
        },
      ),
    );
  });
});
