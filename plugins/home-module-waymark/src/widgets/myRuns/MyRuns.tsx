import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { QueryState } from '@waymark/query-react';
import { useLinks } from '../../links/useLinks';
import { useMyRefs } from '../../me/useMyRefs';
import { useRuns } from '../../runs/useRuns';
import { homeTranslationRef } from '../../translation';
import { RunList } from '../RunList';
import { WidgetEmpty } from '../WidgetEmpty';
import { WidgetFooter } from '../WidgetFooter';

const SHOWN_RUNS = 5;

/** What the signed-in person created from templates lately. */
export function MyRuns() {
  const { t } = useTranslationRef(homeTranslationRef);
  const me = useMyRefs();
  return (
    <QueryState query={me} label={t('runs.mine')}>
      {({ userEntityRef }) => <RunsOf userRef={userEntityRef} />}
    </QueryState>
  );
}

function RunsOf({ userRef }: { userRef: string }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const query = useRuns({ createdBy: userRef, limit: SHOWN_RUNS });
  return (
    <QueryState query={query} label={t('runs.mine')}>
      {({ runs, total }) =>
        runs.length === 0 ? (
          <WidgetEmpty
            title={t('runs.none')}
            description={t('runs.noneDetail')}
            href={links.create()}
            linkText={t('runs.create')}
          />
        ) : (
          <>
            <RunList runs={runs} />
            <WidgetFooter
              href={links.runs()}
              linkText={t('runs.all', { total: String(total) })}
              asOf={query.dataUpdatedAt}
            />
          </>
        )
      }
    </QueryState>
  );
}
