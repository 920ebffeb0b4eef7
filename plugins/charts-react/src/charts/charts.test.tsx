import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cellOf } from '../data/chartData';
import { catchDownloads } from '../__testUtils__/downloads';
import { exampleWindow, weekly } from '../__testUtils__/examples';
import { renderCharts } from '../__testUtils__/renderCharts';
import { BarChart, StackedBarChart } from './BarChart';
import type { DataChartProps } from './DataChart';
import { AreaChart, LineChart } from './LineChart';
import { RadarChart } from './RadarChart';

const props: DataChartProps = {
  title: 'Lead time',
  unit: 'seconds',
  window: exampleWindow,
  n: 25,
  data: weekly,
};

const drawn = async () => {
  const chart = await screen.findByRole('application', { name: 'Lead time' });
  await waitFor(() =>
    expect(chart.querySelector('svg.recharts-surface')).not.toBeNull(),
  );
  return chart;
};

describe.each([
  ['line', LineChart],
  ['area', AreaChart],
  ['bar', BarChart],
  ['stacked bar', StackedBarChart],
  [
    'radar',
    (given: DataChartProps) => <RadarChart max={5 * 86_400} {...given} />,
  ],
])('a %s chart', (_, Chart) => {
  it('carries its data as a table, with n and what is missing or not over', async () => {
    await renderCharts(<Chart {...props} />);
    const table = screen.getByRole('table', { name: 'Lead time' });
    const cells = within(table)
      .getAllByRole('row')
      .map(row => row.textContent);
    expect(cells).toEqual([
      'WeekThis windowWindow before',
      'Week of 2 Mar 20263 days (n = 12)4 days (n = 8)',
      'Week of 9 Mar 2026no data (n = 0)4 days (n = 8)',
      'Week of 16 Mar 20262 days (n = 9)4 days (n = 8)',
      'Week of 23 Mar 2026, so far1.5 days (n = 4)4 days (n = 8)',
    ]);
  });

  it('is walked with the arrow keys and opens what is behind a point', async () => {
    await renderCharts(<Chart {...props} />);
    const chart = await drawn();
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    expect(chart).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(
      screen.getByText(/^Week of 2 Mar 2026: This window 3 days n = 12/),
    ).toHaveAttribute('role', 'status');
    await userEvent.keyboard('{ArrowRight}');
    expect(
      screen.getByText(/^Week of 9 Mar 2026: This window no data/),
    ).toHaveAttribute('role', 'status');
    await userEvent.keyboard('{End}{Enter}');
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/deployments?from=2026-03-23',
    );
  });

  it('opens what a finger taps, which never moved there', async () => {
    await renderCharts(<Chart {...props} />);
    const chart = await drawn();
    const [surface] = chart.querySelectorAll('[fill="transparent"]');
    fireEvent.click(surface, { clientX: 600, clientY: 100 });
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/deployments?from=',
    );
  });

  it('gives the row to those who ask for it', async () => {
    const onSelect = jest.fn();
    await renderCharts(<Chart {...props} onSelect={onSelect} />);
    (await drawn()).focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{Enter}');
    expect(onSelect).toHaveBeenCalledWith(weekly.rows[2]);
    expect(screen.getByLabelText('Address')).toHaveTextContent('/');
  });

  it('swaps the drawing for the table, whose rows then are links', async () => {
    await renderCharts(<Chart {...props} />);
    await drawn();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table: Lead time' }),
    );
    expect(screen.queryByRole('application')).not.toBeInTheDocument();
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByRole('group', { name: 'Lead time' })).toHaveFocus();
    expect(
      screen.getByRole('link', { name: 'Week of 2 Mar 2026' }),
    ).toHaveAttribute('href', '/deployments?from=2026-03-02');
  });
});

describe('the frame of a chart', () => {
  it('names unit, window, time zone and n', async () => {
    await renderCharts(<LineChart {...props} />);
    expect(
      screen.getByText('Duration · 2 – 29 Mar 2026 (Europe/Berlin) · n = 25'),
    ).toBeInTheDocument();
  });

  it('explains the signs that it uses', async () => {
    await renderCharts(<LineChart {...props} target={2 * 86_400} />);
    const legend = screen.getByRole('list');
    expect(legend).toHaveTextContent('This window');
    expect(legend).toHaveTextContent('Window before');
    expect(legend).toHaveTextContent('Not over yet');
    expect(legend).toHaveTextContent('Target 2 days');
    expect(legend).not.toHaveTextContent('interval');
  });

  it('tells a period that the window cuts from one that is not over', async () => {
    const rows = weekly.rows.map((row, index) =>
      index === 0
        ? { ...row, partial: true, partialReason: 'cut' as const }
        : row,
    );
    await renderCharts(<LineChart {...props} data={{ ...weekly, rows }} />);
    expect(screen.getByRole('list')).toHaveTextContent(
      'Not over yet, or cut by the window',
    );
    for (const name of [
      'Week of 2 Mar 2026, cut by the window',
      'Week of 16 Mar 2026',
      'Week of 23 Mar 2026, so far',
    ]) {
      expect(screen.getByRole('rowheader', { name })).toBeInTheDocument();
    }
  });

  it('says of a window that is long over that it cuts, not that it lasts', async () => {
    const rows = weekly.rows.map((row, index) => ({
      ...row,
      partial: index === 0,
      partialReason: index === 0 ? ('cut' as const) : null,
    }));
    await renderCharts(<BarChart {...props} data={{ ...weekly, rows }} />);
    expect(screen.getByRole('list')).toHaveTextContent('Cut by the window');
    expect(screen.getByRole('list')).not.toHaveTextContent('Not over yet');
  });

  it('hands out its values unrounded', async () => {
    const { files, restore } = catchDownloads();
    await renderCharts(<LineChart {...props} />);
    await userEvent.click(
      screen.getByRole('button', { name: 'Download CSV: Lead time' }),
    );
    restore();
    expect(files.map(({ name }) => name)).toEqual(['lead-time.csv']);
    expect((await files[0].content).split('\r\n').slice(0, 3)).toEqual([
      'Week,partial,This window (Duration),This window n,Window before (Duration),Window before n',
      'Week of 2 Mar 2026,false,259200,12,345600,8',
      'Week of 9 Mar 2026,false,,0,345600,8',
    ]);
  });

  it.each([
    [{ kind: 'loading' }, 'status', 'Loading: Lead time'],
    [{ kind: 'error', message: 'It is being upgraded.' }, 'alert', undefined],
  ] as const)('has a state %j', async (status, role, name) => {
    await renderCharts(<LineChart {...props} status={status} />);
    expect(screen.getByRole(role, { name })).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('tries again on request', async () => {
    const onRetry = jest.fn();
    await renderCharts(
      <LineChart
        {...props}
        status={{ kind: 'error', message: 'No.', onRetry }}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('says by itself that there is nothing', async () => {
    const rows = weekly.rows.map(row => ({ ...row, cells: {} }));
    await renderCharts(<LineChart {...props} data={{ ...weekly, rows }} />);
    expect(
      screen.getByText('Nothing was measured in this window'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('application')).not.toBeInTheDocument();
  });

  it('withholds', async () => {
    await renderCharts(
      <LineChart {...props} status={{ kind: 'suppressed', k: 5 }} />,
    );
    expect(
      screen.getByText('Withheld: fewer than 5 people'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/3 days/)).not.toBeInTheDocument();
  });

  it('shows too few, and says so', async () => {
    await renderCharts(<LineChart {...props} n={4} />);
    expect(
      screen.getByText('Only 4 measurements: too few to judge by.'),
    ).toBeInTheDocument();
    await drawn();
  });
});

describe('a drawing', () => {
  const lengthOf = (path: Element) =>
    path.getAttribute('d')?.match(/[MLC]/g)?.length ?? 0;

  it('leaves a gap where nothing was measured, and dashes what is not over', async () => {
    await renderCharts(<LineChart {...props} />);
    const chart = await drawn();
    const lines = [...chart.querySelectorAll('path.recharts-line-curve')];
    const dashed = lines.filter(line =>
      line.getAttribute('stroke-dasharray')?.startsWith('3 3'),
    );
    // From the last whole week to the current one.
    expect(dashed.map(lengthOf)).toEqual([2]);
    const solid = lines.filter(line => !line.getAttribute('stroke-dasharray'));
    expect(solid[0].getAttribute('d')?.match(/M/g)).toHaveLength(2);
  });

  it('draws no bar where nothing was measured', async () => {
    const data = { ...weekly, series: weekly.series.slice(0, 1) };
    await renderCharts(<BarChart {...props} data={data} />);
    const chart = await drawn();
    await waitFor(() =>
      expect(
        chart.querySelectorAll('.recharts-bar-rectangle rect'),
      ).toHaveLength(3),
    );
    const measured = data.rows.filter(row => cellOf(row, 'now').value !== null);
    expect(measured).toHaveLength(3);
    expect(chart.querySelectorAll('rect[stroke-dasharray="3 3"]')).toHaveLength(
      1,
    );
  });
});
