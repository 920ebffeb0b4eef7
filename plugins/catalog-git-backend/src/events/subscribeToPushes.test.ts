import { toRequest } from './subscribeToPushes';

describe('toRequest', () => {
  it.each([
    ['git.push', { repository: 'acme/a' }, { repository: 'acme/a' }],
    ['git.push', { url: 'https://h/acme/a' }, { url: 'https://h/acme/a' }],
    [
      'github',
      {
        ref: 'refs/heads/main',
        after: 'c'.repeat(40),
        repository: { clone_url: 'https://github.com/acme/a.git' },
      },
      { url: 'https://github.com/acme/a.git' },
    ],
    [
      'gitlab',
      {
        object_kind: 'push',
        project: { git_http_url: 'https://gitlab.com/acme/a.git' },
      },
      { url: 'https://gitlab.com/acme/a.git' },
    ],
  ])('understands %s %j', (topic, eventPayload, expected) => {
    expect(toRequest({ topic, eventPayload })).toEqual(expected);
  });

  it.each([
    ['git.push', {}],
    ['git.push', null],
    ['git.push', { repository: 7 }],
    ['github', { action: 'opened', repository: { clone_url: 'x' } }],
    ['gitlab', { object_kind: 'issue', project: { git_http_url: 'x' } }],
  ])('ignores %s %j', (topic, eventPayload) => {
    expect(toRequest({ topic, eventPayload })).toBeUndefined();
  });
});
