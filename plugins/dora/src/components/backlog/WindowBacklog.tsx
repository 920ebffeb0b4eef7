import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useWindowQuery } from '../../location/useWindowQuery';
import { pollWhileBehind } from '../../metrics/backlog';
import { BacklogNotice } from './BacklogNotice';

/**
 * Whether the figures of the window have caught up. The same question as that
 * of the overview, which therefore fills in with it.
 */
export function WindowBacklog() {
  const { state, query } = useWindowQuery();
  const { data } = useDoraQuery(
    'getMetrics',
    { query: { ...query, interval: state.interval } },
    { refetchInterval: pollWhileBehind },
  );
  return <BacklogNotice freshness={data?.freshness} />;
}
