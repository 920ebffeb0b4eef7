import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useMetricWindow } from '../../hooks/useMetricWindow';
import { renderCharts } from '../../__testUtils__/renderCharts';
import { IntervalPicker } from './IntervalPicker';
import { WindowPicker } from './WindowPicker';

// Half past midnight of 31 March in Berlin.
const NOW = new Date('2026-03-30T22:30:00Z');

function Page() {
  const state = useMetricWindow(NOW);
  return (
    <>
      <WindowPicker state={state} />
      <IntervalPicker value={state.interval} onChange={state.setInterval} />
      <output aria-label="Window">
        {`${state.window.from}/${state.window.to} ${
          state.comparison?.from ?? 'alone'
        } ${state.interval}`}
      </output>
    </>
  );
}

const show = (from?: string) => renderCharts(<Page />, from);
const window = () => screen.getByLabelText('Window', { selector: 'output' });
const address = () => screen.getByLabelText('Address').textContent;

async function choose(name: string) {
  await userEvent.click(screen.getByRole('button', { name: /Window/ }));
  await userEvent.click(await screen.findByRole('option', { name }));
}

describe('WindowPicker', () => {
  it('begins with 28 days up to today, in the time zone of the portal', async () => {
    await show();
    expect(window()).toHaveTextContent('2026-03-04/2026-04-01 alone week');
    expect(
      screen.getByText('4 – 31 Mar 2026 (Europe/Berlin)'),
    ).toBeInTheDocument();
  });

  it('reads the address', async () => {
    await show('/?from=2026-01-01&to=2026-02-01&compare=previous&interval=day');
    expect(window()).toHaveTextContent('2026-01-01/2026-02-01 2025-12-01 day');
    expect(
      screen.getByText(
        '1 – 31 Jan 2026 (Europe/Berlin), compared with 1 – 31 Dec 2025',
      ),
    ).toBeInTheDocument();
  });

  it('writes the preset to the address and keeps the rest of it', async () => {
    await show('/dora?scope=group:a&from=2026-01-01&to=2026-02-01');
    await choose('Last 7 days');
    expect(address()).toBe('/dora?scope=group%3Aa&window=7d');
    expect(window()).toHaveTextContent('2026-03-25/2026-04-01');
  });

  it('compares on request', async () => {
    await show();
    await userEvent.click(
      screen.getByRole('switch', { name: 'Compare with the window before' }),
    );
    expect(address()).toBe('/?compare=previous');
    expect(window()).toHaveTextContent('2026-02-04');
  });

  it('takes own dates, of which the last one is included', async () => {
    await show();
    await choose('Own dates');
    const group = screen.getByRole('group', { name: 'Window' });
    fireEvent.change(within(group).getByLabelText('From'), {
      target: { value: '2026-02-01' },
    });
    fireEvent.change(within(group).getByLabelText('Until and with'), {
      target: { value: '2026-02-28' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect(address()).toBe('/?from=2026-02-01&to=2026-03-01');
  });

  it.each([
    ['2026-03-02', '2026-03-01', 'Until and with', /before the first/],
    ['2023-01-01', '2026-03-01', 'From', /longer than 25 months/],
    ['', '2026-03-01', 'From', /not a date/],
  ])('refuses %s to %s at the field', async (from, until, field, text) => {
    await show();
    await choose('Own dates');
    fireEvent.change(screen.getByLabelText('From'), {
      target: { value: from },
    });
    fireEvent.change(screen.getByLabelText('Until and with'), {
      target: { value: until },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect(screen.getByRole('alert')).toHaveTextContent(text);
    expect(screen.getByLabelText(field)).toHaveAccessibleDescription(text);
    expect(address()).toBe('/');
  });

  it('says what is wrong with an address, and shows the default window', async () => {
    await show('/?from=2026-02-30&to=2026-03-01');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The window in the address is not valid (from), so this shows the last 28 days. This is not a date.',
    );
    expect(window()).toHaveTextContent('2026-03-04/2026-04-01');
  });

  it('chooses the interval', async () => {
    await show();
    await userEvent.click(screen.getByRole('radio', { name: 'Month' }));
    expect(address()).toBe('/?interval=month');
    expect(window()).toHaveTextContent('month');
  });
});
