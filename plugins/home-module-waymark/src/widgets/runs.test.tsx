import { screen, within } from '@testing-library/react';
import { runsApiRef } from '../api/runsApi';
import { broken, run, succeeded } from '../__testUtils__/examples';
import { FakeRunsApi } from '../__testUtils__/fakes';
import { renderHome, SLOW } from '../__testUtils__/renderHome';
import { FailedRuns } from './failedRuns/FailedRuns';
import { MyRuns } from './myRuns/MyRuns';
import { TemplateUsage } from './templateUsage/TemplateUsage';

const BEN = 'user:default/ben';
const DAY_MS = 24 * 60 * 60 * 1_000;
const daysAgo = (days: number) =>
  new Date(Date.now() - days * DAY_MS).toISOString();

const show = (element: JSX.Element, runsApi: FakeRunsApi) =>
  renderHome(element, { apis: [[runsApiRef, runsApi]] });

const rows = async () => {
  const [list] = await screen.findAllByRole('list', {}, SLOW);
  return within(list).getAllByRole('listitem');
};

describe('MyRuns', () => {
  it('shows state, time and results of my runs, and nobody else’s', async () => {
    show(
      <MyRuns />,
      new FakeRunsApi(
        [
          run('1', 'completed'),
          run('2', 'failed'),
          run('3', 'processing', { template: {} }),
          run('4', 'completed', { startedBy: BEN }),
        ],
        { 1: succeeded, 2: broken },
      ),
    );

    const [first, second, third, ...others] = await rows();
    expect(others).toEqual([]);
    expect(first).toHaveTextContent('Succeeded');
    expect(first).toHaveTextContent('Started 23 Nov 2026, 09:30 UTC');
    const links = within(first).getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      '/create/tasks/1',
      'https://git.example.com/orders',
      '/catalog/default/component/orders',
    ]);
    expect(second).toHaveTextContent('A repository with this name exists');
    expect(third).toHaveTextContent('Running');
    expect(third).toHaveTextContent('Without a template');
    expect(
      screen.getByRole('link', { name: 'All runs, 3 of yours' }),
    ).toHaveAttribute('href', '/create/tasks');
  }, 30_000);

  it('keeps a run whose log is gone', async () => {
    show(<MyRuns />, new FakeRunsApi([run('1', 'completed')]));

    expect(await rows()).toHaveLength(1);
  });

  it('leads to the templates where nothing was created', async () => {
    show(<MyRuns />, new FakeRunsApi());

    expect(
      await screen.findByRole('link', { name: 'Create your first service' }),
    ).toHaveAttribute('href', '/create');
  });

  it('says what went wrong', async () => {
    const runsApi = new FakeRunsApi();
    runsApi.failure = new Error('Scaffolder is down');
    show(<MyRuns />, runsApi);

    expect(
      await screen.findByRole('alert', {}, { timeout: 5_000 }),
    ).toHaveTextContent('Scaffolder is down');
  });
});

describe('FailedRuns', () => {
  it('shows those of everybody that failed, with the reason', async () => {
    show(
      <FailedRuns />,
      new FakeRunsApi(
        [run('1', 'completed'), run('2', 'failed', { startedBy: BEN })],
        { 2: broken },
      ),
    );

    const [failed, ...others] = await rows();
    expect(others).toEqual([]);
    expect(failed).toHaveTextContent('ben');
    expect(failed).toHaveTextContent('A repository with this name exists');
    expect(
      screen.getByRole('link', { name: 'All runs, 1 failed' }),
    ).toBeInTheDocument();
  });

  it('is content where none failed', async () => {
    show(<FailedRuns />, new FakeRunsApi([run('1', 'completed')]));

    expect(await screen.findByText('No run has failed')).toBeVisible();
  });
});

describe('TemplateUsage', () => {
  it('counts the runs of four weeks by template, with their success', async () => {
    const go = { ref: 'template:default/go-service', title: 'Go service' };
    show(
      <TemplateUsage />,
      new FakeRunsApi([
        run('1', 'completed', { startedAt: daysAgo(1), template: go }),
        run('2', 'failed', { startedAt: daysAgo(2), template: go }),
        run('3', 'completed', { startedAt: daysAgo(3), template: go }),
        run('4', 'open', { startedAt: daysAgo(27) }),
        run('5', 'completed', { startedAt: daysAgo(29) }),
      ]),
    );

    const [first, second, ...others] = await rows();
    expect(others).toEqual([]);
    expect(first).toHaveTextContent('Go service3 runs');
    expect(first).toHaveTextContent('67 % succeeded (2 of 3 that are over)');
    expect(second).toHaveTextContent('Node service1 run');
    expect(second).toHaveTextContent('None is over yet');
    expect(
      screen.getByText(/^4 runs that you may see in the last 28 days, since/),
    ).toBeVisible();
  });

  it('says so when there are more than it reads', async () => {
    show(
      <TemplateUsage />,
      new FakeRunsApi(
        Array.from({ length: 501 }, (_, index) =>
          run(String(index), 'completed', { startedAt: daysAgo(1) }),
        ),
      ),
    );

    expect(
      await screen.findByText(/The newest 500 runs that you may see/),
    ).toBeVisible();
  });

  it('leads to the templates where none was run', async () => {
    show(<TemplateUsage />, new FakeRunsApi());

    expect(
      await screen.findByText('No template was run in the last 28 days'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See the templates' }),
    ).toHaveAttribute('href', '/create');
  });
});
