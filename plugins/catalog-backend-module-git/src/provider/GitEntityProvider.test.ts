import { mockServices } from '@backstage/backend-test-utils';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { Change, ChangePage } from '@waymark/plugin-catalog-git-common';
import { ChangeFeed } from './ChangeFeed';
import { GitEntityProvider } from './GitEntityProvider';

const change = (sequence: number): Change => ({
  sequence,
  entityRef: `component:default/c${sequence}`,
  locationKey: 'git:p:acme/orders',
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: `c${sequence}` },
  },
});

/** A feed in memory with pages of two. */
class MemoryFeed implements ChangeFeed {
  readonly changes = [1, 2, 3, 4, 5].map(change);
  cursor = 0;

  async read(options: { after?: number }): Promise<ChangePage> {
    const after = options.after ?? this.cursor;
    const waiting = this.changes.filter(c => c.sequence > after);
    const changes = waiting.slice(0, 2);
    return {
      changes,
      cursor: changes.at(-1)?.sequence ?? after,
      more: waiting.length > 2,
    };
  }

  async acknowledge(options: { cursor: number }) {
    this.cursor = options.cursor;
  }
}

describe('GitEntityProvider', () => {
  let feed: MemoryFeed;
  let applied: string[][];
  let failAt: number | undefined;
  let provider: GitEntityProvider;

  beforeEach(async () => {
    feed = new MemoryFeed();
    applied = [];
    failAt = undefined;
    provider = new GitEntityProvider({
      id: 'p',
      feed,
      lock: { run: (_, task) => task() },
      logger: mockServices.logger.mock(),
    });
    await provider.connect({
      refresh: async () => {},
      applyMutation: async (mutation: EntityProviderMutation) => {
        if (applied.length === failAt) {
          throw new Error('database is away');
        }
        applied.push(
          mutation.type === 'delta'
            ? mutation.added.map(a => a.entity.metadata.name)
            : ['full'],
        );
      },
    });
  });

  it('is named after its configuration', () => {
    expect(provider.getProviderName()).toBe('git:p');
  });

  it('applies and acknowledges page by page', async () => {
    await provider.deliver();
    expect(applied).toEqual([['c1', 'c2'], ['c3', 'c4'], ['c5']]);
    expect(feed.cursor).toBe(5);
    await provider.deliver();
    expect(applied).toHaveLength(3);
  });

  it('repeats the page that was not applied', async () => {
    failAt = 1;
    await expect(provider.deliver()).rejects.toThrow('database is away');
    expect(feed.cursor).toBe(2);
    failAt = undefined;
    await provider.deliver();
    expect(applied).toEqual([['c1', 'c2'], ['c3', 'c4'], ['c5']]);
  });

  it('delivers everything again without moving the cursor', async () => {
    await provider.deliver();
    applied.length = 0;
    await provider.redeliver();
    expect(applied.flat()).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
    expect(feed.cursor).toBe(5);
  });
});
