export const component = (name: string, description = name) =>
  `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name}, description: ${description} }
spec: { type: service, lifecycle: production, owner: shop }
`;

/** What somebody would push to become an administrator. */
export const powerGrab = `---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: portal-admins }
spec: { type: team, children: [], members: [mallory] }
`;

const DEVELOPER = 30;
const MAINTAINER = 40;
const OWNER = 50;

/** Enough projects and people for several pages. */
const PROJECTS = Array.from({ length: 52 }, (_, i) => `service-${i + 1}`);
const PEOPLE = Array.from({ length: 100 }, (_, i) => `person-${i + 1}`);

/** A top-level group with nested ones, as GitLab has them. */
export function acme() {
  const named = ['ann', 'ben', 'cho', 'eve', 'mallory'];
  const users = [...named, ...PEOPLE].map((username, i) => ({
    id: i + 1,
    username,
    name: username.toUpperCase(),
    email: `${username}@acme.example`,
  }));
  return {
    users: [
      ...users,
      { id: 901, username: 'sub', name: 'In a subgroup only' },
      { id: 900, username: 'gone', name: 'Gone', state: 'blocked' as const },
    ],
    groups: [
      {
        id: 1,
        name: 'Acme',
        full_path: 'acme',
        members: users.map(({ id }) => ({ id, access_level: DEVELOPER })),
      },
      {
        id: 2,
        name: 'Shop',
        full_path: 'acme/shop',
        description: 'Sells things',
        members: [
          { id: 1, access_level: OWNER },
          { id: 2, access_level: MAINTAINER },
          { id: 900, access_level: OWNER },
        ],
      },
      {
        id: 3,
        name: 'Checkout',
        full_path: 'acme/shop/checkout',
        members: [
          { id: 3, access_level: MAINTAINER },
          { id: 2, access_level: DEVELOPER },
          { id: 901, access_level: DEVELOPER },
        ],
      },
      {
        id: 4,
        name: 'Portal admins',
        full_path: 'acme/portal-admins',
        members: [{ id: 4, access_level: OWNER }],
      },
    ],
    projects: [
      ...PROJECTS.map((name, i) => ({
        id: 100 + i,
        path_with_namespace: `acme/shop/${name}`,
        files: { 'catalog-info.yaml': component(name) } as Record<
          string,
          string
        >,
      })),
      { id: 200, path_with_namespace: 'acme/shop/empty', files: {} },
      {
        id: 201,
        path_with_namespace: 'acme/shop/museum',
        archived: true,
        files: { 'catalog-info.yaml': component('museum') },
      },
      {
        id: 202,
        path_with_namespace: 'acme/shop/borrowed',
        forked: true,
        files: { 'catalog-info.yaml': component('borrowed') },
      },
      {
        id: 203,
        path_with_namespace: 'elsewhere/other',
        files: { 'catalog-info.yaml': component('other') },
      },
    ],
  };
}

export const COMPONENTS = PROJECTS;
export const USERS = [...['ann', 'ben', 'cho', 'eve', 'mallory'], ...PEOPLE];
