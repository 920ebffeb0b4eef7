import { createDeferred } from '@backstage/types';
import { testProvider } from '../testUtils/TestIngestion';
import { RequestedScans } from './RequestedScans';

describe('RequestedScans', () => {
  const provider = testProvider({ root: '/git', concurrency: 2 });
  const listing = (name: string) => ({ name, url: `/git/${name}` });

  it('lets a hundred pushes to one repository cost two scans', async () => {
    const scans = new RequestedScans();
    const first = createDeferred();
    let count = 0;
    const scan = async () => {
      count++;
      if (count === 1) {
        await first;
      }
    };
    const early = scans.run(provider, listing('acme/a'), scan);
    await new Promise(setImmediate);
    const late = Array.from({ length: 100 }, () =>
      scans.run(provider, listing('acme/a'), scan),
    );
    first.resolve();
    await Promise.all([early, ...late]);
    expect(count).toBe(2);
  });

  it('runs as many at a time as the provider allows', async () => {
    const scans = new RequestedScans();
    let running = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        scans.run(provider, listing(`acme/r${n}`), async () => {
          most = Math.max(most, ++running);
          await new Promise(resolve => setTimeout(resolve, 2));
          running--;
        }),
      ),
    );
    expect(most).toBe(2);
  });

  it('goes on after a scan that failed', async () => {
    const scans = new RequestedScans();
    await expect(
      scans.run(provider, listing('acme/a'), () =>
        Promise.reject(new Error('x')),
      ),
    ).rejects.toThrow('x');
    await expect(
      scans.run(provider, listing('acme/a'), async () => {}),
    ).resolves.toBeUndefined();
  });
});
