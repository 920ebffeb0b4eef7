import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { QueryState } from '@waymark/query-react';
import { useLinks } from '../../links/useLinks';
import { useMyRefs } from '../../me/useMyRefs';
import { homeTranslationRef } from '../../translation';
import styles from '../widget.module.css';
import { WidgetEmpty } from '../WidgetEmpty';
import { WidgetFooter } from '../WidgetFooter';
import type { Gap } from './gapsOf';
import { useTeamComponents } from './useTeamComponents';

const SHOWN_COMPONENTS = 8;

/** What is missing in the catalog of what the person's teams own. */
export function ServiceGaps() {
  const { t } = useTranslationRef(homeTranslationRef);
  const me = useMyRefs();
  return (
    <QueryState query={me} label={t('gaps.label')}>
      {({ ownershipEntityRefs }) => <GapsOf owners={ownershipEntityRefs} />}
    </QueryState>
  );
}

function GapsOf({ owners }: { owners: string[] }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const query = useTeamComponents(owners);
  const labels: Record<Gap, string> = {
    docs: t('gaps.docs'),
    api: t('gaps.api'),
    team: t('gaps.team'),
  };
  return (
    <QueryState query={query} label={t('gaps.label')}>
      {({ components, total }) => {
        const lacking = components.filter(({ gaps }) => gaps.length > 0);
        if (total === 0) {
          return (
            <WidgetEmpty
              title={t('services.empty')}
              description={t('services.emptyDetail')}
            />
          );
        }
        return (
          <>
            <p className={styles.lead}>
              {lacking.length === 0
                ? t('gaps.none', { total: String(components.length) })
                : t('gaps.some', {
                    lacking: String(lacking.length),
                    total: String(components.length),
                  })}
            </p>
            <ul className={styles.grid}>
              {lacking.slice(0, SHOWN_COMPONENTS).map(component => {
                const href = links.entity(component.entity);
                return (
                  <li key={component.id}>
                    {href ? (
                      <Link href={href}>{component.title}</Link>
                    ) : (
                      component.title
                    )}
                    <div className={styles.description}>
                      {component.gaps.map(gap => labels[gap]).join(', ')}
                    </div>
                  </li>
                );
              })}
            </ul>
            <WidgetFooter
              href={links.catalogOf({ kind: 'component', user: 'owned' })}
              linkText={t('gaps.all', { total: String(total) })}
              asOf={query.dataUpdatedAt}
            />
          </>
        );
      }}
    </QueryState>
  );
}
