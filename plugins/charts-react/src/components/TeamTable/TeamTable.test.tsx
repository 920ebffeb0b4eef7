import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catchDownloads } from '../../__testUtils__/downloads';
import { renderCharts } from '../../__testUtils__/renderCharts';
import { TeamTable } from './TeamTable';
import type { TeamRow } from './teams';

const columns = [
  { id: 'leadTime', label: 'Lead time', unit: 'seconds' as const },
  { id: 'recommend', label: 'Recommends', unit: 'rate' as const },
];
const rows: TeamRow[] = [
  {
    id: 'payments',
    name: 'Payments',
    href: '/payments',
    cells: {
      leadTime: { value: 86_400 * 2, n: 40, href: '/payments/changes' },
      recommend: { value: 0.8, n: 4 },
    },
  },
  {
    id: 'basket',
    name: '=Basket',
    cells: {
      leadTime: { value: 86_400 * 5, n: 12 },
      recommend: { value: null, suppressed: { k: 5 } },
    },
  },
  { id: 'returns', name: 'Returns', cells: { leadTime: { value: null } } },
];

const show = () =>
  renderCharts(<TeamTable title="Teams" columns={columns} rows={rows} />);

const shown = () =>
  within(screen.getByRole('table', { name: 'Teams' }))
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent);

describe('TeamTable', () => {
  it('goes by name, with n, few and withheld', async () => {
    await show();
    expect(shown()).toEqual([
      '=Basket5 daysn = 12 fewer than 5',
      'Payments2 daysn = 4080 %n = 4 few',
      'Returnsno datano data',
    ]);
    expect(screen.getByRole('columnheader', { name: 'Team' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  it('sorts by a metric when asked, and keeps what is missing last', async () => {
    await show();
    const button = screen.getByRole('button', { name: 'Lead time' });
    await userEvent.click(button);
    expect(shown().map(text => text?.slice(0, 4))).toEqual([
      'Paym',
      '=Bas',
      'Retu',
    ]);
    await userEvent.click(button);
    expect(shown().map(text => text?.slice(0, 4))).toEqual([
      '=Bas',
      'Paym',
      'Retu',
    ]);
    expect(
      screen.getByRole('columnheader', { name: 'Lead time' }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('filters by name', async () => {
    await show();
    const filter = screen.getByRole('searchbox', { name: 'Filter teams' });
    await userEvent.type(filter, 'pay');
    expect(shown()).toHaveLength(1);
    await userEvent.type(filter, 'x');
    expect(screen.getByText('No team matches.')).toBeInTheDocument();
  });

  it('opens teams and what is behind a figure', async () => {
    await show();
    expect(screen.getByRole('link', { name: 'Payments' })).toHaveAttribute(
      'href',
      '/payments',
    );
    expect(screen.getByRole('link', { name: '2 days' })).toHaveAttribute(
      'href',
      '/payments/changes',
    );
  });

  it('hands out what it shows, without formulas and without what is withheld', async () => {
    const { files, restore } = catchDownloads();
    await show();
    await userEvent.click(
      screen.getByRole('button', { name: 'Download CSV: Teams' }),
    );
    restore();
    expect((await files[0].content).trimEnd().split('\r\n')).toEqual([
      'Team,Lead time (Duration),Lead time n,Recommends (Per cent),Recommends n',
      "'=Basket,432000,12,withheld,",
      'Payments,172800,40,0.8,4',
      'Returns,,,,',
    ]);
  });
});
