import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { QueryState } from '@waymark/query-react';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useTimes } from '../../hooks/useTimes';
import { doraTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import styles from '../page.module.css';
import { Section } from '../Section';

const isLinkMethod = (
  method: string,
): method is
  | 'override'
  | 'explicit'
  | 'commit-range'
  | 'merge-window'
  | 'last-before' =>
  [
    'override',
    'explicit',
    'commit-range',
    'merge-window',
    'last-before',
  ].includes(method);

/** How much of the catalog is seen, and how sure the links are. */
export function Coverage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const answer = useDoraQuery('getQuality', {});
  return (
    <QueryState query={answer} label={t('data.coverage')}>
      {({ services, silentServices, links, unlinkedIncidents, sources }) => (
        <>
          <Section
            title={t('data.coverage')}
            description={t('data.ofServices', {
              total: String(services.total),
            })}
          >
            <div className={styles.page}>
              <Facts
                facts={[
                  {
                    term: t('data.withDeployments'),
                    value: services.withDeployments,
                  },
                  { term: t('data.withChanges'), value: services.withChanges },
                  {
                    term: t('data.withIncidents'),
                    value: services.withIncidents,
                  },
                ]}
              />
              <p className={styles.muted}>
                {silentServices.length === 0
                  ? t('data.silentNone')
                  : t('data.silent')}
              </p>
              {silentServices.length > 0 && (
                <p>
                  <EntityRefLinks entityRefs={silentServices} />
                </p>
              )}
            </div>
          </Section>
          <Section
            title={t('data.links')}
            description={t('data.unlinked', { count: unlinkedIncidents })}
          >
            <Facts
              facts={links.map(({ link, method, count }) => ({
                term: `${t(`page.${link}s`)}: ${
                  isLinkMethod(method) ? t(`link.${method}`) : method
                }`,
                value: count,
              }))}
            />
          </Section>
          <Section title={t('data.sources')}>
            <Facts
              facts={sources.map(({ source, events, lastReceivedAt }) => ({
                term: source,
                value: `${events} · ${times.instant(lastReceivedAt)}`,
              }))}
            />
          </Section>
        </>
      )}
    </QueryState>
  );
}
