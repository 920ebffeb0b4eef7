import { FakePerson } from './types';

/** Where a profile is read, and what it looks like there. */
export const PROFILES: Readonly<
  Record<string, (person: FakePerson, url: string) => object>
> = {
  // GitHub
  '/api/v3/user': (person, url) => ({
    login: person.username,
    id: 1,
    node_id: person.nodeId,
    name: person.name,
    email: person.email ?? null,
    avatar_url: `${url}/avatars/${person.username}.png`,
    html_url: `${url}/${person.username}`,
  }),
  // GitLab; the address that people see, not that of this server
  '/api/v4/user': person => ({
    id: Number(person.id),
    username: person.username,
    name: person.name,
    email: person.email,
    avatar_url: null,
    web_url: `https://gitlab.example.com/${person.username}`,
  }),
  // OpenID Connect
  '/userinfo': person => ({
    sub: person.id,
    preferred_username: person.username,
    name: person.name,
    email: person.email,
    email_verified: person.emailVerified ?? true,
  }),
  // Microsoft Graph
  '/v1.0/me/': person => ({
    id: person.id,
    displayName: person.name,
    mail: person.email ?? null,
    userPrincipalName: `${person.username}@example.onmicrosoft.com`,
  }),
};
