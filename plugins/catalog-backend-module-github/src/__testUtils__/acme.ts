import { GithubOrganisation } from '@waymark/scm-testing-node';

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

const member = (login: string) => ({
  login,
  id: `U_${login}`,
  name: login.toUpperCase(),
  email: `${login}@acme.example`,
});

/** An organisation that takes several pages of everything at small page sizes. */
export function acme(): GithubOrganisation {
  return {
    login: 'acme',
    repositories: [
      ...['orders', 'billing', 'shipping', 'catalogue', 'search'].map(name => ({
        name,
        files: { 'catalog-info.yaml': component(name) },
      })),
      { name: 'empty', files: { 'README.md': '# nothing here' } },
      {
        name: 'museum',
        archived: true,
        files: { 'catalog-info.yaml': component('museum') },
      },
      {
        name: 'borrowed',
        fork: true,
        files: { 'catalog-info.yaml': component('borrowed') },
      },
    ],
    members: [
      ...['ann', 'ben', 'cho', 'dev', 'eve', 'mallory'].map(member),
      { ...member('gone'), suspendedAt: '2026-01-01T00:00:00Z' },
    ],
    teams: [
      {
        slug: 'shop',
        name: 'Shop',
        description: 'Sells things',
        members: ['ann', 'ben', 'cho', 'dev'],
        maintainers: ['ann', 'ben'],
      },
      { slug: 'checkout', name: 'Checkout', parent: 'shop', members: ['dev'] },
      {
        slug: 'portal-admins',
        name: 'Portal admins',
        members: ['eve'],
        maintainers: ['eve'],
      },
    ],
  };
}
