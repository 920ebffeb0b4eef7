import { TestApiProvider } from '@backstage/frontend-test-utils';
import { visitsApiRef } from '@backstage/plugin-home';
import { act, render, screen } from '@testing-library/react';
import { Link, MemoryRouter } from 'react-router-dom';
import { VisitListener } from './VisitListener';

interface Saved {
  name: string;
  pathname: string;
  entityRef?: string;
}

const settle = () => act(() => jest.advanceTimersByTimeAsync(2_000));

const titled = (title: string) =>
  act(async () => {
    document.title = title;
  });

function setup(...addresses: [string, ...string[]]) {
  const saved: Saved[] = [];
  const visitsApi = {
    save: async ({ visit }: { visit: Saved }) => {
      saved.push(visit);
      return { ...visit, id: '1', hits: 1, timestamp: 0 };
    },
    list: async () => [],
  };
  render(
    <TestApiProvider apis={[[visitsApiRef, visitsApi]]}>
      <MemoryRouter initialEntries={[addresses[0]]}>
        <VisitListener />
        {addresses.map(address => (
          <Link key={address} to={address}>
            {address}
          </Link>
        ))}
      </MemoryRouter>
    </TestApiProvider>,
  );
  const go = async (address: string) =>
    act(async () => screen.getByRole('link', { name: address }).click());
  return { saved, go };
}

describe('VisitListener', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('keeps a page by the name that it gives itself once it has loaded', async () => {
    document.title = 'Home | Waymark';
    const { saved } = setup('/dora?scope=component:default/orders');
    await titled('(2) Delivery · orders | Waymark');
    await settle();

    expect(saved).toEqual([
      {
        name: 'Delivery · orders',
        pathname: '/dora?scope=component:default/orders',
        entityRef: undefined,
      },
    ]);
  });

  it('leaves out what somebody only passed through', async () => {
    const { saved, go } = setup('/git', '/catalog/default/component/orders');
    await go('/catalog/default/component/orders');
    await settle();

    expect(saved).toMatchObject([
      {
        pathname: '/catalog/default/component/orders',
        entityRef: 'component:default/orders',
      },
    ]);
  });

  it('takes another filter for the same visit, and another subject for a new one', async () => {
    document.title = 'Delivery | Waymark';
    const { saved, go } = setup(
      '/dora',
      '/dora?from=2026-01-01',
      '/dora?scope=x',
    );
    await settle();
    await go('/dora?from=2026-01-01');
    await settle();
    expect(saved).toHaveLength(1);

    await go('/dora?scope=x');
    await titled('Delivery · x | Waymark');
    await settle();
    expect(saved.at(-1)).toMatchObject({ pathname: '/dora?scope=x' });
    expect(saved).toHaveLength(2);
  });

  it('keeps the page alone where its address is too long to keep', async () => {
    const { saved } = setup(`/catalog?filter=${'x'.repeat(400)}`);
    await settle();
    expect(saved).toMatchObject([{ pathname: '/catalog' }]);
  });
});
