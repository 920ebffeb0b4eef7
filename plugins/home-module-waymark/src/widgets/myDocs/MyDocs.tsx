import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { QueryState } from '@waymark/query-react';
import { useLinks } from '../../links/useLinks';
import { homeTranslationRef } from '../../translation';
import styles from '../widget.module.css';
import { WidgetEmpty } from '../WidgetEmpty';
import { WidgetFooter } from '../WidgetFooter';
import { useReadDocs, useTeamDocs } from './useMyDocs';

/** Documentation: what one read last, and what one's teams have written. */
export function MyDocs() {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  return (
    <>
      <ReadDocs />
      <TeamDocs />
      <WidgetFooter href={links.allDocs()} linkText={t('docs.all')} />
    </>
  );
}

function ReadDocs() {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const query = useReadDocs();
  return (
    <QueryState query={query} label={t('docs.read')}>
      {refs =>
        refs.length > 0 && (
          <div className={styles.section}>
            <h3 className={styles.heading}>{t('docs.read')}</h3>
            <ul className={styles.grid}>
              {refs.map(ref => (
                <li key={ref}>
                  <Link href={links.docsOf(parseEntityRef(ref))}>
                    <EntityDisplayName
                      entityRef={ref}
                      hideIcon
                      disableTooltip
                    />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </QueryState>
  );
}

function TeamDocs() {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const query = useTeamDocs();
  return (
    <QueryState query={query} label={t('docs.ofTeams')}>
      {({ docs, total }) =>
        total === 0 ? (
          <WidgetEmpty
            title={t('docs.none')}
            description={t('docs.noneDetail')}
          />
        ) : (
          <div className={styles.section}>
            <h3 className={styles.heading}>
              {docs.length < total
                ? t('docs.ofTeamsSome', {
                    shown: String(docs.length),
                    total: String(total),
                  })
                : t('docs.ofTeams')}
            </h3>
            <ul className={styles.grid}>
              {docs.map(({ id, entity, title }) => (
                <li key={id}>
                  <Link href={links.docs(entity)}>{title}</Link>
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </QueryState>
  );
}
