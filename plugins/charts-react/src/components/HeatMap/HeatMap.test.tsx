import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderCharts } from '../../__testUtils__/renderCharts';
import { HeatMap, type HeatMapProps } from './HeatMap';
import type { HeatRow } from './heat';

const columns = [
  { id: 'adoption', label: 'Adoption' },
  { id: 'operations', label: 'Operations' },
];
const rows: HeatRow[] = [
  {
    id: 'basket',
    label: 'Basket',
    cells: {
      adoption: { value: 3.4, n: 7, href: '/basket/adoption' },
      operations: { value: null },
    },
  },
  {
    id: 'payments',
    label: 'Payments',
    cells: {
      adoption: { value: 1, n: 4 },
      operations: { value: null, suppressed: { k: 5 } },
    },
  },
];

const show = (props: Partial<HeatMapProps> = {}) =>
  renderCharts(
    <HeatMap
      title="Maturity"
      unit="score"
      rowLabel="Team"
      domain={[0, 5]}
      columns={columns}
      rows={rows}
      {...props}
    />,
  );

describe('HeatMap', () => {
  it('says every value in words, and why one is missing', async () => {
    await show();
    const grid = screen.getByRole('grid', { name: 'Maturity' });
    const names = within(grid)
      .getAllByRole('gridcell')
      .map(cell => cell.textContent);
    expect(names).toEqual([
      '3.4 n = 7',
      '–no data',
      '1.0* n = 4, too few to judge by',
      '<5withheld: fewer than 5',
    ]);
  });

  it('is one stop of the Tab key, walked with arrows and opened with Enter', async () => {
    const onSelect = jest.fn();
    await show({ onSelect });
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByText('3.4')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('gridcell', { name: /^1.0/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onSelect).toHaveBeenCalledWith(rows[1], columns[0]);
    await userEvent.keyboard('{End}');
    expect(
      screen.getByText('withheld: fewer than 5').parentElement,
    ).toHaveFocus();
  });

  it('opens what a cell leads to', async () => {
    await show();
    await userEvent.click(screen.getByText('3.4'));
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/basket/adoption',
    );
  });

  it('renders of many teams only those that can be seen, and says how many there are', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...rows[0],
      id: String(index),
      label: `Team ${index}`,
    }));
    await show({ rows: many });
    const grid = screen.getByRole('grid', { name: 'Maturity' });
    expect(grid).toHaveAttribute('aria-rowcount', '501');
    expect(screen.getByText('Team 0')).toBeInTheDocument();
    expect(screen.queryByText('Team 400')).not.toBeInTheDocument();
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
  });

  it('is a stop of the Tab key also when the cell that was reached is scrolled out of sight', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...rows[0],
      id: String(index),
      label: `Team ${index}`,
    }));
    await show({ rows: many });
    const grid = screen.getByRole('grid', { name: 'Maturity' });
    // The only element that has scrolled is the one around the grid.
    const scroller = grid.parentElement!;
    fireEvent.scroll(scroller, { target: { scrollTop: 9_000 } });
    expect(screen.queryByText('Team 0')).not.toBeInTheDocument();
    const stops = within(grid)
      .getAllByRole('gridcell')
      .filter(cell => cell.tabIndex === 0);
    expect(stops).toHaveLength(1);
  });

  it('says that there is nothing', async () => {
    await show({ rows: [{ id: 'a', label: 'A', cells: {} }] });
    expect(
      screen.getByText('Nothing was measured in this window'),
    ).toBeInTheDocument();
  });
});
