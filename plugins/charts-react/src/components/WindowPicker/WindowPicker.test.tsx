import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useMetricWindow } from '../../hooks/useMetricWindow';
import { renderCharts } from '../../testUtils/renderCharts';
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

const show = (address?: string) => renderCharts(<Page />, address);
const windowIs = (text: string) =>
  expect(
    screen.getByLabelText('Window', { selector: 'output' }),
  ).toHaveTextContent(text);
const addressIs = (text: string) =>
  expect(screen.getByLabelText('Address').textContent).toBe(text);

async function choose(name: string) {
  await userEvent.click(screen.getByRole('button', { name: /Window/ }));
  await userEvent.click(await screen.findByRole('option', { name }));
}

describe('WindowPicker', () => {
  it('begins with 28 days up to today, in the time zone of the portal', () => {
    show();
    windowIs('2026-03-04/2026-04-01 alone week');
    expect(
      screen.getByText('4–31 Mar 2026 (Europe/Berlin)'),
    ).toBeInTheDocument();
  });

  it('reads the address', () => {
    show('/?from=2026-01-01&to=2026-02-01&compare=previous&interval=day');
    windowIs('2026-01-01/2026-02-01 2025-12-01 day');
    expect(
      screen.getByText(
        '1–31 Jan 2026 (Europe/Berlin), compared with 1–31 Dec 2025',
      ),
    ).toBeInTheDocument();
  });

  it('writes the preset to the address and keeps the rest of it', async () => {
    show('/dora?scope=group:a&from=2026-01-01&to=2026-02-01');
    await choose('Last 7 days');
    addressIs('/dora?scope=group%3Aa&window=7d');
    windowIs('2026-03-25/2026-04-01');
  });

  it('compares on request', async () => {
    show();
    await userEvent.click(
      screen.getByRole('switch', { name: 'Compare with the window before' }),
    );
    addressIs('/?compare=previous');
    windowIs('2026-02-04');
  });

  it('takes own dates, of which the last one is included', async () => {
    show();
    await choose('Own dates');
    const group = screen.getByRole('group', { name: 'Window' });
    fireEvent.change(within(group).getByLabelText('From'), {
      target: { value: '2026-02-01' },
    });
    fireEvent.change(within(group).getByLabelText('Until and with'), {
      target: { value: '2026-02-28' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
    addressIs('/?from=2026-02-01&to=2026-03-01');
  });

  it.each([
    ['2026-03-02', '2026-03-01', 'Until and with', /before the first/],
    ['2023-01-01', '2026-03-01', 'From', /longer than 25 months/],
    ['', '2026-03-01', 'From', /not a date/],
  ])('refuses %s to %s at the field', async (from, until, field, text) => {
    show();
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
    addressIs('/');
  });

  it('says what is wrong with an address, and shows the default window', () => {
    show('/?from=2026-02-30&to=2026-03-01');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The window in the address is not valid (from), so this shows the last 28 days. This is not a date.',
    );
    windowIs('2026-03-04/2026-04-01');
  });

  it('chooses the interval', async () => {
    show();
    await userEvent.click(screen.getByRole('radio', { name: 'Month' }));
    addressIs('/?interval=month');
    windowIs('month');
  });
});
