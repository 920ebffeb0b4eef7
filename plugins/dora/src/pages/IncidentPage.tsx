import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { QueryState } from '@waymark/query-react';
import { useParams } from 'react-router-dom';
import { BackLink } from '../components/BackLink';
import { CauseDecision } from '../components/CauseDecision';
import { DeliveryTitle } from '../components/DeliveryTitle';
import { DeploymentsTable } from '../components/DeploymentsTable';
import { Facts } from '../components/Facts';
import styles from '../components/page.module.css';
import { RawEvents } from '../components/RawEvents';
import { Section } from '../components/Section';
import { useDoraQuery } from '../hooks/useDoraQuery';
import { useTimes } from '../hooks/useTimes';
import { doraTranslationRef } from '../translation';

/** One incident: how it went, what caused it and how that is known. */
export function IncidentPage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const { id = '' } = useParams();
  const answer = useDoraQuery('getIncident', { params: { id } });
  return (
    <>
      <DeliveryTitle
        parts={[t('incident.title'), answer.data?.incident.title]}
      />
      <BackLink list="incidents" />
      <QueryState query={answer} label={t('incident.title')}>
        {({ incident, cause, candidates, events }) => {
          const when = (iso: string | null) => iso && times.instant(iso);
          return (
            <>
              <Section title={incident.title ?? t('incident.title')}>
                <Facts
                  facts={[
                    {
                      term: t('column.service'),
                      value: <EntityRefLink entityRef={incident.service} />,
                    },
                    { term: t('column.severity'), value: incident.severity },
                    {
                      term: t('incident.impact'),
                      value: when(incident.impactStartAt),
                    },
                    {
                      term: t('incident.detected'),
                      value: when(incident.detectedAt),
                    },
                    {
                      term: t('incident.mitigated'),
                      value: when(incident.mitigatedAt),
                    },
                    {
                      term: t('incident.resolved'),
                      value: when(incident.resolvedAt) ?? t('incident.open'),
                    },
                    {
                      term: t('column.lasted'),
                      value:
                        incident.resolvedAt &&
                        times.between(
                          incident.impactStartAt ?? incident.detectedAt,
                          incident.resolvedAt,
                        ),
                    },
                    {
                      term: t('data.source'),
                      value: incident.url && (
                        <Link href={incident.url}>{incident.url}</Link>
                      ),
                    },
                  ]}
                />
              </Section>
              <Section
                title={t('incident.cause')}
                description={
                  incident.link
                    ? t('link.confidence', {
                        method: t(`link.${incident.link.method}`),
                        confidence: String(incident.link.confidence),
                      })
                    : t('incident.noCause')
                }
              >
                <div className={styles.page}>
                  {cause && (
                    <DeploymentsTable
                      deployments={[cause]}
                      label={t('incident.cause')}
                    />
                  )}
                  {candidates.length === 0 && (
                    <p className={styles.muted}>{t('incident.noCandidates')}</p>
                  )}
                  <CauseDecision incident={incident} candidates={candidates} />
                </div>
              </Section>
              <RawEvents events={events} />
            </>
          );
        }}
      </QueryState>
    </>
  );
}
