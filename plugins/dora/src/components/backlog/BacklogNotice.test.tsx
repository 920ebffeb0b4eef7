import { screen, waitFor } from '@testing-library/react';
import { FakeDoraApi } from '../../__testUtils__/FakeDoraApi';
import { exampleMetrics } from '../../__testUtils__/examples';
import { renderDelivery } from '../../__testUtils__/renderDelivery';
import { QueryProvider } from '@waymark/query-react';
import { WindowBacklog } from './WindowBacklog';

const TITLE = 'Figures are still filling in';

/** As the API says while this many events wait. */
function behind(pendingEvents: number, pendingUntil: string | null = null) {
  return {
    ...exampleMetrics,
    freshness: {
      computedAt: new Date().toISOString(),
      lastEventAt: null,
      pendingEvents,
      pendingUntil,
    },
  };
}

describe('the notice that events wait', () => {
  it('says how many and of which days, and goes by itself when they are in', async () => {
    const api = new FakeDoraApi();
    api.metrics = behind(12_400, '2026-03-01T10:00:00Z');
    renderDelivery(
      <QueryProvider>
        <WindowBacklog />
      </QueryProvider>,
      { address: '/', api },
    );

    expect(
      await screen.findByText(
        '12,400 events wait to be taken in. Figures of days up to 1 Mar 2026 are not complete yet.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(TITLE);

    api.metrics = behind(0);
    await waitFor(
      () => expect(screen.queryByText(/events wait/)).not.toBeInTheDocument(),
      { timeout: 8_000 },
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      'All events are in the figures.',
    );
  }, 15_000);

  it('is not there for the few that always wait a moment', async () => {
    const api = new FakeDoraApi();
    api.metrics = behind(40);
    renderDelivery(
      <QueryProvider>
        <WindowBacklog />
      </QueryProvider>,
      { address: '/', api },
    );

    await waitFor(() => expect(api.lastCall('getMetrics')).toBeDefined());
    await waitFor(() =>
      expect(screen.getByRole('status')).toBeEmptyDOMElement(),
    );
    expect(screen.queryByText(TITLE)).toBeNull();
  });
});
