import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDoraApi } from '../__testUtils__/FakeDoraApi';
import { exampleDeployment } from '../__testUtils__/examples';
import { renderDelivery, searchOf } from '../__testUtils__/renderDelivery';
import { DeliveryPage } from './DeliveryPage';

const WINDOW = 'from=2026-03-02&to=2026-03-16';

const open = async (address: string, api?: FakeDoraApi) =>
  renderDelivery(<DeliveryPage />, { address, mountPath: '/dora/*', api });

// The first test also loads what the pages load when they are opened.
jest.setTimeout(30_000);

describe('DeliveryPage', () => {
  it('shows the five metrics, and each leads to its list with scope and window', async () => {
    await open(`/dora?scope=group:default/checkout&${WINDOW}`);

    const card = await screen.findByRole('region', {
      name: 'Lead time for changes',
    });
    await waitFor(() => expect(card).toHaveTextContent('5 days'));
    expect(card).toHaveTextContent('n = 11');
    const address = new URL(
      within(card).getByRole('link').getAttribute('href') ?? '',
      'http://localhost',
    );
    expect(address.pathname).toBe('/dora/changes');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      scope: 'group:default/checkout',
      from: '2026-03-02',
      to: '2026-03-16',
      sort: 'lead',
    });
    for (const name of [
      'Deployment frequency',
      'Change fail rate',
      'Failed deployment recovery time',
      'Deployment rework rate',
    ]) {
      expect(screen.getByRole('region', { name })).toBeInTheDocument();
    }
  });

  it('asks for the window and the scope of the address', async () => {
    const api = await open(`/dora?scope=group:default/checkout&${WINDOW}`);

    await waitFor(() =>
      expect(api.calls).toContainEqual({
        name: 'getMetrics',
        input: {
          query: {
            scope: 'group:default/checkout',
            ownership: 'then',
            from: '2026-03-02',
            to: '2026-03-16',
            interval: 'week',
          },
        },
      }),
    );
  });

  it('narrows deployments to those that failed, and says when there are none', async () => {
    const api = await open(`/dora/deployments?${WINDOW}`);
    expect(await screen.findByRole('link', { name: 'v1.4.0' })).toHaveAttribute(
      'href',
      expect.stringContaining('/deployments/dep-1'),
    );

    await userEvent.click(screen.getByRole('button', { name: /All Show/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Failed' }),
    );

    expect(await screen.findByText('Nothing in this window')).toBeVisible();
    expect(api.lastCall('listDeployments')).toMatchObject({
      query: { failed: 'true' },
    });
  });

  it('leads from the slowest changes to one change and the event that said so', async () => {
    await open(`/dora/changes?${WINDOW}&sort=pickup`);
    const link = await screen.findByRole('link', {
      name: 'Reserve stock before payment',
    });
    expect(
      screen.getByRole('img', { name: /waiting for review 3 days/ }),
    ).toBeInTheDocument();

    await userEvent.click(link);

    expect(await screen.findByText('First review')).toBeInTheDocument();
    expect(screen.getByText('aaaaaaaa, bbbbbbbb')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /deployment_status from github/ }),
    );
    expect(screen.getByLabelText('Content')).toHaveTextContent(
      '"state": "success"',
    );
  });

  it('lets a person say what caused an incident, with a reason', async () => {
    const api = await open(`/dora/incidents/inc-1?${WINDOW}`);
    await userEvent.click(
      await screen.findByRole('button', {
        name: /Deployments around its start/,
      }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /v1.4.0/ }),
    );
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/Why/), 'Seen in the trace');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(api.lastCall('setIncidentCause')).toEqual({
        params: { id: 'inc-1' },
        body: {
          deploymentId: exampleDeployment.id,
          reason: 'Seen in the trace',
        },
      }),
    );
    expect(await screen.findByText(/decided by hand/)).toBeInTheDocument();
  });

  it('maps an unknown environment with one click', async () => {
    const api = await open('/dora/data');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Map live-eu to production' }),
    );

    await waitFor(() =>
      expect(api.lastCall('putMapping')).toEqual({
        body: {
          kind: 'environment',
          source: 'github',
          name: 'live-eu',
          tier: 'production',
        },
      }),
    );
    expect(await screen.findByText('Everything is mapped')).toBeInTheDocument();
  });

  it.each([
    [`?${WINDOW}`, 'Delivery'],
    [`?${WINDOW}&scope=component:default/orders`, 'Delivery · orders'],
    [
      `/deployments?${WINDOW}&scope=user:default/maaike`,
      'Delivery · Deployments · Teams of maaike',
    ],
    ['/data', 'Delivery · Data quality'],
    ['/deployments/dep-1', 'Delivery · Deployment · v1.4.0'],
    ['/changes/chg-1', 'Delivery · Change · Reserve stock before payment'],
  ])('names %s for the browser', async (address, title) => {
    await open(`/dora${address}`);
    await waitFor(() => expect(document.title).toBe(title));
  });

  it('shows the page although the scope of the address is none', async () => {
    const api = await open(`/dora/deployments?${WINDOW}&scope=orders`);
    expect(await screen.findByLabelText('Scope')).toHaveValue('orders');
    await waitFor(() =>
      expect(api.lastCall('listDeployments')).toMatchObject({
        query: { scope: 'orders' },
      }),
    );
  });

  it('says what went wrong, and tries again', async () => {
    const api = new FakeDoraApi();
    api.failure = new Error('The line is down');
    await open(`/dora/deployments?${WINDOW}`, api);
    const alert = await screen.findByRole('alert', {}, { timeout: 5_000 });
    expect(alert).toHaveTextContent('The line is down');

    api.failure = undefined;
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByRole('link', { name: 'v1.4.0' })).toBeVisible();
  });

  it('leads back to the list as it was narrowed, with scope and window', async () => {
    await open(
      `/dora/changes/chg-1?scope=group:default/checkout&${WINDOW}&sort=review&service=component:default/orders`,
    );

    const back = await screen.findByRole('link', { name: 'All changes' });
    expect(back).toHaveAttribute(
      'href',
      expect.stringMatching(/^.dora.changes/),
    );
    expect(searchOf(back)).toEqual({
      scope: 'group:default/checkout',
      from: '2026-03-02',
      to: '2026-03-16',
      sort: 'review',
    });
  });

  it('hands the whole list out as a file, page by page', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      if (blob instanceof Blob) saved.push(blob);
      return 'blob:saved';
    };
    URL.revokeObjectURL = () => {};
    const api = new FakeDoraApi();
    api.listChanges = async ({ query }) => ({
      items: [{ ...api.changes[0], title: query.cursor ? '=SUM(1)' : 'First' }],
      nextCursor: query.cursor ? null : 'second',
    });
    await open(`/dora/changes?${WINDOW}`, api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Changes: download as CSV' }),
    );

    await waitFor(() => expect(saved).toHaveLength(1));
    const lines = (await saved[0].text()).trim().split('\r\n');
    expect(lines[0]).toMatch(/id,title,repository,service,owner,firstCommitAt/);
    expect(lines[1]).toContain(
      'chg-1,First,acme/orders,component:default/orders',
    );
    expect(lines[1]).toContain('432000,86400,259200,79200,7200,true,false');
    expect(lines[2]).toContain("chg-1,'=SUM(1)");
    expect(lines).toHaveLength(3);
  });

  it('shows who mapped a name, also where that was a machine', async () => {
    const api = new FakeDoraApi();
    api.mappings = [
      {
        id: 'map-1',
        mapping: {
          kind: 'environment',
          source: 'cdevents',
          name: 'live-eu',
          tier: 'production',
        },
        decidedBy: 'local-admin',
        decidedAt: '2026-03-15T10:00:00Z',
        events: 11,
      },
    ];
    await open('/dora/data', api);

    const table = await screen.findByRole('group', { name: 'Mappings' });
    expect(table).toHaveTextContent('live-eu');
    expect(table).toHaveTextContent('Production (counts)');
    expect(table).toHaveTextContent('local-admin');
  });

  it.each([
    ['meet', 5.5, 'no clear change'],
    ['lie apart', 7.5, 'better'],
  ])(
    'calls a lead time better only where its intervals do not overlap: they %s',
    async (_, lowBefore, verdict) => {
      const api = new FakeDoraApi();
      const { getMetrics } = api;
      const days = (low: number, high: number) => ({
        low: low * 86_400,
        high: high * 86_400,
      });
      api.getMetrics = async request => {
        const answer = await getMetrics.call(api, request);
        const isBefore = request.query.to === '2026-03-02';
        return {
          ...answer,
          leadTime: {
            ...answer.leadTime,
            p50: (isBefore ? 8 : 5) * 86_400,
            interval: isBefore ? days(lowBefore, 9) : days(4, 6),
          },
        };
      };
      await open(`/dora?${WINDOW}`, api);

      const card = await screen.findByRole('region', {
        name: 'Lead time for changes',
      });
      await waitFor(() =>
        expect(card).toHaveTextContent(`-3 days, ${verdict}`),
      );
      expect(card).toHaveTextContent('95 % interval 4–6 days');
    },
  );

  it('explains an address below it that there is none of', async () => {
    await open('/dora/nope');
    expect(await screen.findByText(/not found/i)).toBeInTheDocument();
  });

  it('draws the failures where all deployments would be too many, and says so', async () => {
    const api = new FakeDoraApi();
    const asked: unknown[] = [];
    api.listDeployments = async ({ query }) => {
      asked.push(query.failed);
      return {
        items: [
          {
            ...exampleDeployment,
            id: `dep-${query.failed}-${query.cursor}`,
            failed: query.failed === 'true',
          },
        ],
        nextCursor: query.failed === 'true' ? null : `${query.cursor ?? ''}x`,
      };
    };
    await open(`/dora?${WINDOW}`, api);

    const timeline = await screen.findByRole('region', {
      name: 'Deployments and incidents',
    });
    await waitFor(() =>
      expect(timeline).toHaveTextContent('only those that failed are drawn'),
    );
    // The failed deployment and the incident.
    expect(timeline).toHaveTextContent('n = 2');
    expect(asked.filter(failed => failed === 'true')).toHaveLength(1);
  });

  it('has no n of what it cannot draw', async () => {
    const api = new FakeDoraApi();
    api.listIncidents = async () => ({ items: [], nextCursor: 'more' });
    await open(`/dora?${WINDOW}`, api);

    const timeline = await screen.findByRole('region', {
      name: 'Deployments and incidents',
    });
    await waitFor(() => expect(timeline).toHaveTextContent('Too many to draw'));
    expect(timeline).not.toHaveTextContent('n = ');
  });

  it('shows what others answered with its year and a warning, when asked', async () => {
    await open(`/dora?${WINDOW}`);
    await userEvent.click(
      await screen.findByRole('button', { name: /What good looks like/ }),
    );

    const scale = screen.getByRole('region', {
      name: /DORA Quick Check, 2025/,
    });
    // 5 days are less than a week, the third best answer of six: 2 * 3.
    expect(
      within(scale).getByRole('row', { name: /Lead time for changes/ }),
    ).toHaveTextContent('6.05.5 (spread 2.4)');
    const past = screen.getByRole('region', { name: /State of DevOps 2024/ });
    expect(past).toHaveTextContent('no thresholds and no target');
    await userEvent.click(within(past).getByRole('radio', { name: '2021' }));
    const then = screen.getByRole('region', { name: /State of DevOps 2021/ });
    expect(
      within(then).getByRole('row', { name: /Change fail rate/ }),
    ).toHaveTextContent('under 15 %');
    expect(
      within(then).getByRole('row', { name: /Deployment frequency/ }),
    ).toHaveTextContent('once in 30–183 days');
  });

  it.each([
    {
      by: 'the repair',
      recoveredBy: { ...exampleDeployment, id: 'dep-2', version: 'v1.4.1' },
      incident: { resolvedAt: '2026-03-10T20:00:00Z' },
      text: '2 hours until v1.4.1 repaired it. Its incident was over later',
    },
    {
      by: 'mitigation',
      recoveredBy: null,
      incident: {
        mitigatedAt: '2026-03-10T12:00:00Z',
        resolvedAt: '2026-03-10T20:00:00Z',
      },
      text: '2 hours until Checkout is down was mitigated. The incident was closed later',
    },
    {
      by: 'the end of the incident',
      recoveredBy: null,
      incident: { resolvedAt: '2026-03-10T12:00:00Z' },
      text: '2 hours until Checkout is down was resolved.',
    },
  ])(
    'says that $by ended a failure',
    async ({ recoveredBy, incident, text }) => {
      const api = new FakeDoraApi();
      const { getDeployment } = api;
      api.getDeployment = async request => {
        const answer = await getDeployment.call(api, request);
        return {
          ...answer,
          recoveredBy,
          deployment: {
            ...exampleDeployment,
            failed: true,
            failureReason: 'incident' as const,
            recoveredAt: '2026-03-10T12:00:00Z',
            recoverySeconds: 7_200,
          },
          incidents: [
            {
              ...answer.incidents[0],
              title: 'Checkout is down',
              mitigatedAt: null,
              ...incident,
            },
          ],
        };
      };
      await open('/dora/deployments/dep-1', api);
      await waitFor(() => expect(document.body).toHaveTextContent(text));
    },
  );

  it('says what is not judged yet beside the figures', async () => {
    const api = new FakeDoraApi();
    api.metrics = {
      ...api.metrics,
      changeFailRate: { ...api.metrics.changeFailRate, pending: 2 },
      recoveryTime: { ...api.metrics.recoveryTime, open: 1 },
    };
    await open(`/dora?${WINDOW}`, api);

    const notes = await screen.findByRole('list', {
      name: 'Beside the figures',
    });
    expect(notes).toHaveTextContent('2 deployments are younger than a day');
    expect(notes).toHaveTextContent('One failure is not recovered yet');
    expect(notes).toHaveTextContent('p75 6 days, p90 9 days');
  });
});
