import type { Entity } from '@backstage/catalog-model';
import { Table } from '@backstage/ui';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DoraApi } from '../../api/doraApi';
import { FakeDoraApi } from '../../__testUtils__/FakeDoraApi';
import { renderDelivery } from '../../__testUtils__/renderDelivery';
import { Cell, Rows } from '.';

type Item = Awaited<ReturnType<DoraApi['getHealth']>>['items'][number];

const service = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
});

const health = (name: string, more: Partial<Item> = {}): Item => ({
  service: `component:default/${name}`,
  lastDeployment: null,
  openIncidents: 0,
  changeFailRate: { value: null, low: null, high: null, total: 0, failed: 0 },
  deploymentsLast28Days: 0,
  ...more,
});

const lastDeployment = (failed: boolean) => ({
  id: 'dep-9',
  finishedAt: new Date(Date.now() - 2.3 * 86_400_000).toISOString(),
  version: 'v1',
  failed,
});

function open(names: string[], api: FakeDoraApi) {
  const entities = names.map(service);
  renderDelivery(
    <Rows entities={entities}>
      <Table
        pagination={{ type: 'none' }}
        data={entities.map(entity => ({ id: entity.metadata.name, entity }))}
        columnConfig={[
          {
            id: 'delivery',
            label: 'Delivery',
            isRowHeader: true,
            cell: ({ entity }) => <Cell entity={entity} />,
          },
        ]}
      />
    </Rows>,
    { address: '/', api },
  );
}

const rows = () => screen.getAllByRole('row').slice(1);

describe('the column Delivery', () => {
  it('says when a service was deployed last, whether it failed, how often it does, and what is open', async () => {
    const api = new FakeDoraApi();
    api.getHealth = async () => ({
      items: [
        health('fine', {
          lastDeployment: lastDeployment(false),
          changeFailRate: {
            value: 0.1,
            low: 0.05,
            high: 0.2,
            total: 60,
            failed: 6,
          },
        }),
        health('broken', {
          lastDeployment: lastDeployment(true),
          openIncidents: 2,
          changeFailRate: {
            value: 0.5,
            low: 0.1,
            high: 0.9,
            total: 2,
            failed: 1,
          },
        }),
        health('unheard'),
      ],
    });
    open(['fine', 'broken', 'unheard'], api);

    expect(
      await screen.findByText('Fail rate 10 % (5 to 20 %)'),
    ).toBeInTheDocument();
    const [fine, broken, unheard] = rows();
    expect(fine).toHaveTextContent('2 days ago');
    expect(fine).not.toHaveTextContent(/failed|incident/);
    expect(
      within(fine).getByRole('link', { name: 'Last deployment 2 days ago' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/dora\/deployments\/dep-9/),
    );
    expect(broken).toHaveTextContent(/failed.*too few \(2\).*2 open incidents/);
    expect(unheard).toHaveTextContent('No deliveries known');
  });

  it('asks once for all rows, a hundred at a time', async () => {
    const api = new FakeDoraApi();
    const names = Array.from({ length: 120 }, (_, at) => `service-${at}`);
    open(names, api);

    expect((await screen.findAllByText(/too few/)).length).toBe(120);
    const asked = api.calls
      .filter(({ name }) => name === 'getHealth')
      .map(
        ({ input }) =>
          (input as { query: { service: string[] } }).query.service,
      );
    expect(asked.map(({ length }) => length)).toEqual([100, 20]);
    expect(new Set(asked.flat()).size).toBe(120);
  });

  it('says that it could not be read, and reads again', async () => {
    const api = new FakeDoraApi();
    api.failure = new Error('The line is down');
    open(['orders'], api);

    const alert = await screen.findByRole('alert', {}, { timeout: 5_000 });
    expect(alert).toHaveTextContent('The line is down');
    expect(screen.getByText('Not available')).toBeInTheDocument();
    api.failure = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/too few/)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
