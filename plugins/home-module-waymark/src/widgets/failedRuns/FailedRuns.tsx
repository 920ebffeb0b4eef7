import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { QueryState } from '@waymark/query-react';
import { useLinks } from '../../links/useLinks';
import { useRuns } from '../../runs/useRuns';
import { homeTranslationRef } from '../../translation';
import { RunList } from '../RunList';
import { WidgetEmpty } from '../WidgetEmpty';
import { WidgetFooter } from '../WidgetFooter';

const SHOWN_RUNS = 5;

/** Runs of templates that went wrong, whoever started them, and why. */
export function FailedRuns() {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const query = useRuns({ status: 'failed', limit: SHOWN_RUNS });
  return (
    <QueryState query={query} label={t('failedRuns.label')}>
      {({ runs, total }) => (
        <>
          {runs.length === 0 ? (
            <WidgetEmpty
              title={t('failedRuns.none')}
              description={t('failedRuns.noneDetail')}
            />
          ) : (
            <RunList runs={runs} showsPeople />
          )}
          <WidgetFooter
            href={links.runs()}
            linkText={t('failedRuns.all', { total: String(total) })}
            asOf={query.dataUpdatedAt}
          />
        </>
      )}
    </QueryState>
  );
}
