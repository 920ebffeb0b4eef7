import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, VisuallyHidden } from '@backstage/ui';
import { formatValue } from '@waymark/metrics-common';
import type { DoraMetrics } from '@waymark/plugin-dora-common';
import { useEffect, useState } from 'react';
import { useTimes } from '../../hooks/useTimes';
import { isBehind } from '../../metrics/backlog';
import { doraTranslationRef } from '../../translation';

interface BacklogNoticeProps {
  freshness: DoraMetrics['freshness'] | undefined;
}

/**
 * Says that events wait, as while history is imported, how many and which days
 * they belong to. It is read aloud when it comes and when it goes, not with
 * every count.
 */
export function BacklogNotice({ freshness }: BacklogNoticeProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const behind = freshness !== undefined && isBehind(freshness, new Date());
  const [wasBehind, setWasBehind] = useState(false);
  useEffect(() => {
    if (behind) setWasBehind(true);
  }, [behind]);
  const said = wasBehind ? t('backlog.done') : '';
  return (
    <>
      <VisuallyHidden role="status" aria-live="polite">
        {behind ? t('backlog.title') : said}
      </VisuallyHidden>
      {behind && (
        <Alert
          status="info"
          icon
          title={t('backlog.title')}
          description={[
            t('backlog.waiting', {
              total: formatValue(freshness.pendingEvents, 'count'),
            }),
            freshness.pendingUntil
              ? t('backlog.until', { day: times.day(freshness.pendingUntil) })
              : t('backlog.unsaid'),
          ].join(' ')}
        />
      )}
    </>
  );
}
