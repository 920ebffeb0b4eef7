import type { EntityNode } from '@backstage/plugin-catalog-graph';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { DoraApi } from '../api/doraApi';
import { FakeDoraApi } from '../__testUtils__/FakeDoraApi';
import { renderDelivery } from '../__testUtils__/renderDelivery';
import { ExampleGraph, nodeOf } from '../__testUtils__/exampleGraph';

type Item = Awaited<ReturnType<DoraApi['getHealth']>>['items'][number];

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
  finishedAt: '2026-03-10T10:00:00Z',
  version: 'v1',
  failed,
});

function open(nodes: EntityNode[], api: FakeDoraApi) {
  renderDelivery(<ExampleGraph nodes={nodes} />, { address: '/', api });
}

function apiWith(items: Item[]) {
  const api = new FakeDoraApi();
  const asked: string[][] = [];
  api.getHealth = async ({ query }) => {
    const services = [query.service].flat();
    asked.push(services);
    return { items: items.filter(item => services.includes(item.service)) };
  };
  return { api, asked };
}

const markOf = (name: string) =>
  screen
    .getByTestId(name)
    .querySelector('[data-state]')
    ?.getAttribute('data-state');
const titleOf = (name: string) =>
  screen.getByTestId(name).querySelector('title')?.textContent;

describe('the catalog graph with delivery health', () => {
  beforeEach(() => {
    // The DOM of the tests does not lay out text.
    Object.defineProperty(SVGElement.prototype, 'getBBox', {
      configurable: true,
      value: () => ({ x: 0, y: 0, width: 80, height: 18 }),
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(SVGElement.prototype, 'getBBox');
  });

  it('marks how each component is, and says so in words', async () => {
    const { api, asked } = apiWith([
      health('fine', { lastDeployment: lastDeployment(false) }),
      health('failed', { lastDeployment: lastDeployment(true) }),
      health('burning', {
        lastDeployment: lastDeployment(true),
        openIncidents: 2,
      }),
      health('unheard'),
    ]);
    open(
      [
        nodeOf('fine'),
        nodeOf('failed'),
        nodeOf('burning'),
        nodeOf('unheard'),
        nodeOf('orders-api', { kind: 'API' }),
      ],
      api,
    );

    await waitFor(() => expect(markOf('fine')).toBe('fine'));
    expect(titleOf('fine')).toBe(
      'fine · component:default/fine · last deployment fine',
    );
    expect(markOf('failed')).toBe('failed');
    expect(titleOf('failed')).toMatch(/ · last deployment failed$/);
    expect(markOf('burning')).toBe('incident');
    expect(titleOf('burning')).toMatch(
      / · 2 open incidents · last deployment failed$/,
    );
    expect(markOf('unheard')).toBeUndefined();
    expect(titleOf('unheard')).toMatch(/ · no deliveries known$/);
    expect(markOf('orders-api')).toBeUndefined();
    expect(titleOf('orders-api')).toBe('orders-api · api:default/orders-api');
    // One request for all of them, and nothing about what is not delivered.
    expect(asked).toEqual([
      ['burning', 'failed', 'fine', 'unheard'].map(
        name => `component:default/${name}`,
      ),
    ]);
    expect(
      screen.getByRole('list', { name: 'Delivery of components' }),
    ).toHaveTextContent(/open incidents.*deployment failed.*deployment fine/);
  });

  it('names at most a hundred components in a request', async () => {
    const { api, asked } = apiWith([]);
    open(
      Array.from({ length: 120 }, (_, at) => nodeOf(`service-${at}`)),
      api,
    );

    await waitFor(() =>
      expect(asked.map(({ length }) => length)).toEqual([100, 20]),
    );
  });

  it('does what a node does on a click and on the keys of a button', async () => {
    const onClick = jest.fn();
    const { api } = apiWith([]);
    open([nodeOf('orders', { onClick })], api);

    const node = await screen.findByRole('button', { name: /^orders · / });
    await userEvent.click(node);
    expect(onClick).toHaveBeenCalledTimes(1);
    node.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Shift>} {/Shift}');
    expect(onClick).toHaveBeenCalledTimes(3);
    expect(onClick.mock.calls.map(([{ shiftKey }]) => shiftKey)).toEqual([
      false,
      false,
      true,
    ]);
    await userEvent.keyboard('x');
    expect(onClick).toHaveBeenCalledTimes(3);
  });

  it('keeps the marks it has while a graph that grew is asked about anew', async () => {
    const { api, asked } = apiWith([
      health('orders', { lastDeployment: lastDeployment(false) }),
    ]);
    const answer = api.getHealth;
    let isHeld = false;
    api.getHealth = async (...input) => {
      const answered = await answer(...input);
      return isHeld ? new Promise(() => {}) : answered;
    };
    const grow = { current: () => {} };
    const Growing = () => {
      const [nodes, setNodes] = useState([nodeOf('orders')]);
      grow.current = () => setNodes([nodeOf('orders'), nodeOf('stock')]);
      return <ExampleGraph nodes={nodes} />;
    };
    renderDelivery(<Growing />, { address: '/', api });

    await waitFor(() => expect(markOf('orders')).toBe('fine'));
    isHeld = true;
    act(() => grow.current());
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(markOf('orders')).toBe('fine');
  });

  it('says that health could not be read, and reads it again', async () => {
    const { api } = apiWith([
      health('orders', { lastDeployment: lastDeployment(false) }),
    ]);
    const answer = api.getHealth;
    api.getHealth = async () => {
      throw new Error('The line is down');
    };
    open([nodeOf('orders')], api);

    expect(
      await screen.findByRole('alert', {}, { timeout: 5_000 }),
    ).toHaveTextContent('Delivery health could not be read');
    expect(markOf('orders')).toBeUndefined();
    api.getHealth = answer;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(markOf('orders')).toBe('fine'));
  });
});
