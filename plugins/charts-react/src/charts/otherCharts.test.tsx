import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleWindow } from '../__testUtils__/examples';
import { renderCharts } from '../__testUtils__/renderCharts';
import { DistributionChart } from './DistributionChart';
import { StripChart } from './StripChart';
import type { ChartStatus } from '../components/ChartFrame/chartStatus';
import { Timeline } from './Timeline';

const HOUR_S = 3600;
const rowsOf = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .map(row => row.textContent);

describe('DistributionChart', () => {
  const chart = (
    <DistributionChart
      title="Lead times"
      valueUnit="seconds"
      bins={[
        { from: 0, to: 4 * HOUR_S, count: 6 },
        { from: 4 * HOUR_S, to: 48 * HOUR_S, count: 18 },
      ]}
      marks={[{ id: 'p50', label: 'p50', value: 9 * HOUR_S }]}
    />
  );

  it('says each range, its share and the marks', async () => {
    await renderCharts(chart);
    expect(rowsOf('Lead times')).toEqual([
      'RangeNumber',
      '0–4 hours6',
      '0.2–2 days18',
    ]);
    expect(screen.getByText('p50 9 hours')).toBeInTheDocument();
    expect(screen.getByText('Count · n = 24')).toBeInTheDocument();
    screen.getByRole('application').focus();
    await userEvent.keyboard('{End}');
    expect(
      screen.getByText('0.2–2 days: Number 18 75 % of all'),
    ).toHaveAttribute('role', 'status');
  });

  it('has room for the names of percentiles that meet', async () => {
    const names = ['p50', 'p75', 'p90'];
    await renderCharts(
      <DistributionChart
        title="Lead times"
        valueUnit="seconds"
        bins={[{ from: 0, to: 4 * HOUR_S, count: 6 }]}
        marks={names.map(id => ({ id, label: id, value: 2 * HOUR_S }))}
      />,
    );
    for (const name of names) {
      // The foot of a line of text of 12 px; less would reach over the edge of the drawing.
      const label = await screen.findByText(name);
      expect(Number(label.getAttribute('y'))).toBeGreaterThanOrEqual(12);
    }
  });

  it('says that there is nothing', async () => {
    await renderCharts(
      <DistributionChart
        title="Lead times"
        valueUnit="seconds"
        bins={[{ from: 0, to: 1, count: 0 }]}
      />,
    );
    expect(
      screen.getByText('Nothing was measured in this window'),
    ).toBeInTheDocument();
  });
});

describe('StripChart', () => {
  it('shows how far answers lie apart without naming anyone', async () => {
    const onSelect = jest.fn();
    const group = {
      id: 'deploy',
      label: 'How do you deploy?',
      values: [1, 3, 3, 5, 3],
      median: 3,
    };
    await renderCharts(
      <StripChart
        title="Answers"
        unit="score"
        groupLabel="Question"
        domain={[0, 5]}
        groups={[group]}
        onSelect={onSelect}
      />,
    );
    expect(rowsOf('Answers')).toEqual([
      'QuestionLowestMedianHighest',
      'How do you deploy?1.03.0 (n = 5)5.0',
    ]);
    screen.getByRole('application').focus();
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(
      screen.getByText('How do you deploy?: 3.0 3 answers'),
    ).toHaveAttribute('role', 'status');
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledWith(group);
  });
});

describe('Timeline without events', () => {
  const timeline = (status?: ChartStatus) =>
    renderCharts(
      <Timeline
        title="What happened"
        window={exampleWindow}
        lanes={[]}
        events={[]}
        status={status}
      />,
    );

  it('does not count what it has not got yet', async () => {
    await timeline({ kind: 'loading' });
    expect(screen.queryByText(/n = /)).toBeNull();
  });

  it('says that there were none', async () => {
    await timeline();
    expect(screen.getByText(/n = 0/)).toBeInTheDocument();
  });
});

describe('Timeline', () => {
  const events = [
    {
      id: 'd1',
      lane: 'deployments',
      title: 'orders 1.1',
      start: '2026-03-03T10:00:00Z',
      tone: 'good' as const,
      href: '/deployments/d1',
    },
    {
      id: 'd2',
      lane: 'deployments',
      title: 'orders 1.2',
      start: '2026-03-03T15:00:00Z',
      tone: 'good' as const,
    },
    {
      id: 'i1',
      lane: 'incidents',
      title: 'Checkout times out',
      start: '2026-03-04T08:00:00Z',
      end: null,
      tone: 'bad' as const,
      outcome: 'severity 1',
    },
  ];
  const lanes = [
    { id: 'deployments', label: 'Deployments' },
    { id: 'incidents', label: 'Incidents' },
  ];

  it('shows each of several events that share a title', async () => {
    const complaint = jest.spyOn(console, 'error').mockImplementation();
    await renderCharts(
      <Timeline
        title="What happened"
        window={exampleWindow}
        lanes={lanes}
        events={events
          .slice(0, 2)
          .map(event => ({ ...event, title: 'orders' }))}
      />,
    );
    const chart = screen.getByRole('application');
    chart.focus();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() =>
      expect(within(chart).getAllByText('orders')).toHaveLength(2),
    );
    expect(complaint.mock.calls.flat().join(' ')).not.toContain('same key');
    complaint.mockRestore();
  });

  it('lists every event in the time zone of the window', async () => {
    await renderCharts(
      <Timeline
        title="What happened"
        window={exampleWindow}
        lanes={lanes}
        events={events}
        toneLabels={{ good: 'succeeded' }}
      />,
    );
    expect(rowsOf('What happened')).toEqual([
      'WhatLaneStartEndOutcome',
      'orders 1.1Deployments3 Mar 2026, 11:00succeeded',
      'orders 1.2Deployments3 Mar 2026, 16:00succeeded',
      'Checkout times outIncidents4 Mar 2026, 09:00not oversevere'.replace(
        'severe',
        'severity 1',
      ),
    ]);
  });

  it('gathers the events of a day and gives all of them', async () => {
    const onSelect = jest.fn();
    await renderCharts(
      <Timeline
        title="What happened"
        window={exampleWindow}
        lanes={lanes}
        events={events}
        onSelect={onSelect}
      />,
    );
    screen.getByRole('application').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(
      screen.getByText(/^Deployments, 3 Mar 2026: 2: orders 1.1/),
    ).toHaveAttribute('role', 'status');
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledWith(events.slice(0, 2));
    await userEvent.keyboard('{ArrowRight}');
    expect(
      screen.getByText(/Checkout times out severity 1 .* – not over$/),
    ).toHaveAttribute('role', 'status');
  });
});
