import { Change } from '@waymark/plugin-catalog-git-common';
import { toMutation } from './toMutation';

const change = (
  sequence: number,
  entityRef: string,
  repository: string,
  live = true,
): Change => ({
  sequence,
  entityRef,
  locationKey: `git:p:${repository}`,
  entity: live
    ? { apiVersion: 'v1', kind: 'Component', metadata: { name: 'x' } }
    : null,
});

describe('toMutation', () => {
  it('separates additions from removals', () => {
    const mutation = toMutation([
      change(1, 'component:default/a', 'acme/a'),
      change(2, 'component:default/b', 'acme/b', false),
    ]);
    expect(mutation.added).toHaveLength(1);
    expect(mutation.removed).toEqual([
      { entityRef: 'component:default/b', locationKey: 'git:p:acme/b' },
    ]);
  });

  it('only adds what one page removes for the old owner and adds for the new', () => {
    const mutation = toMutation([
      change(1, 'component:default/a', 'acme/old', false),
      change(2, 'component:default/a', 'acme/new'),
    ]);
    expect(mutation.removed).toEqual([]);
    expect(mutation.added[0].locationKey).toBe('git:p:acme/new');
  });
});
