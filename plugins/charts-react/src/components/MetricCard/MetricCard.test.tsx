import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DAY_S, leadTime } from '../../__testUtils__/examples';
import { renderCharts } from '../../__testUtils__/renderCharts';
import { MetricCard, type MetricCardProps } from './MetricCard';

const TITLE = 'Lead time for changes';

async function card(props: Partial<MetricCardProps>) {
  await renderCharts(
    <MetricCard title={TITLE} direction="lower" metric={leadTime} {...props} />,
  );
  return screen.getByRole('region', { name: TITLE });
}

describe('MetricCard', () => {
  it('shows the value with unit, n, interval, window and freshness', async () => {
    const region = await card({});
    expect(region).toHaveTextContent('2.4 days');
    expect(region).toHaveTextContent('n = 42');
    expect(region).toHaveTextContent('95 % interval 1.9–2.8 days');
    expect(region).toHaveTextContent('2 – 29 Mar 2026 (Europe/Berlin)');
    // 07:12 UTC, in summer time since that night.
    expect(region).toHaveTextContent('Data up to 29 Mar 2026, 09:12');
  });

  it.each([
    ['lower', '-0.8 days, better'],
    ['higher', '-0.8 days, worse'],
    ['neutral', '-0.8 days, changed'],
  ] as const)(
    'says with a word what a fall means where %s is better',
    async (direction, text) => {
      const region = await card({ direction });
      expect(region).toHaveTextContent(text);
      expect(region).toHaveTextContent('3.2 days in the window before');
    },
  );

  it('does not call a difference that chance explains better or worse', async () => {
    const region = await card({
      metric: {
        ...leadTime,
        previous: {
          value: 2.6 * DAY_S,
          n: 40,
          interval: { low: 2.1 * DAY_S, high: 3 * DAY_S },
        },
      },
    });
    expect(region).toHaveTextContent('-0.2 days, no clear change');
  });

  it('says so where there is no window to compare with', async () => {
    expect(
      await card({ metric: { ...leadTime, previous: null } }),
    ).toHaveTextContent('No window before to compare with');
  });

  it.each([
    [3, 'lower', 'Target 3 days met'],
    [2, 'lower', 'Target 2 days not met'],
    [2, 'higher', 'Target 2 days met'],
  ] as const)(
    'compares with a target of %i days',
    async (days, direction, text) => {
      const metric = { ...leadTime, target: days * DAY_S };
      const region = await card({ direction, metric });
      expect(region.textContent).toContain(text.replace(/ (not )?met/, ''));
      expect(
        within(region).getByText(text.includes('not met') ? 'not met' : 'met'),
      ).toBeInTheDocument();
    },
  );

  it('shows figures of fewer than five, and flags them', async () => {
    const region = await card({ metric: { ...leadTime, n: 4 } });
    expect(region).toHaveTextContent('2.4 days');
    expect(region).toHaveTextContent('too few to judge');
  });

  it('withholds what could be traced to a person, and the list with it', async () => {
    const region = await card({
      href: '/changes',
      metric: {
        ...leadTime,
        value: null,
        n: null,
        interval: null,
        suppressed: { reason: 'few', k: 5 },
      },
    });
    expect(region).toHaveTextContent('Withheld');
    expect(region).toHaveTextContent('fewer than 5 people');
    expect(within(region).queryByRole('link')).not.toBeInTheDocument();
  });

  it('tells no data from zero', async () => {
    const empty = { ...leadTime, value: null, n: 0, interval: null };
    expect(await card({ metric: empty })).toHaveTextContent('No data');
  });

  it('shows zero', async () => {
    const zero = { ...leadTime, unit: 'rate' as const, value: 0 };
    expect(await card({ metric: zero })).toHaveTextContent('0 %');
  });

  it('says what it is loading', async () => {
    await card({ metric: undefined });
    expect(
      screen.getByRole('status', { name: `Loading: ${TITLE}` }),
    ).toBeInTheDocument();
  });

  it('says what went wrong and tries again on request', async () => {
    const onRetry = jest.fn();
    await card({
      error: { message: 'The database is being upgraded.', onRetry },
    });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The database is being upgraded.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('explains the figure, and what it does not tell', async () => {
    await card({});
    await userEvent.click(
      screen.getByRole('button', { name: `What is ${TITLE}?` }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('p50(finished - first commit)');
    expect(dialog).toHaveTextContent('DORA 2025');
    expect(dialog).toHaveTextContent(
      'What this does not tell youWhether the change was worth making.',
    );
  });

  it('opens the list behind the figure', async () => {
    const region = await card({
      href: '/changes?x=1',
      hrefLabel: '42 changes',
    });
    expect(
      within(region).getByRole('link', { name: '42 changes' }),
    ).toHaveAttribute('href', '/changes?x=1');
  });

  it('describes the shape of its series', async () => {
    const points = [1, 3, 2].map((days, index) => ({
      start: `2026-03-0${index + 1}`,
      end: `2026-03-0${index + 2}`,
      value: days * DAY_S,
      n: 9,
      partial: false,
    }));
    await card({ metric: { ...leadTime, series: points } });
    expect(
      screen.getByRole('img', {
        name: `${TITLE}: 3 periods from 24 hours to 3 days, last 2 days`,
      }),
    ).toBeInTheDocument();
  });
});
