import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { QueryState } from '@waymark/query-react';
import { useParams } from 'react-router-dom';
import { BackLink } from '../components/BackLink';
import { ChangesTable } from '../components/ChangesTable';
import { ClassifyDialog } from '../components/ClassifyDialog';
import { DeliveryTitle } from '../components/DeliveryTitle';
import { Facts } from '../components/Facts';
import { IncidentsTable } from '../components/IncidentsTable';
import { DeploymentMarks } from '../components/Marks';
import styles from '../components/page.module.css';
import { RawEvents } from '../components/RawEvents';
import { Recovery } from '../components/Recovery';
import { Section } from '../components/Section';
import { shortVersion } from '../components/shortVersion';
import { Who } from '../components/Who';
import { useDoraQuery } from '../hooks/useDoraQuery';
import { useTimes } from '../hooks/useTimes';
import { useDeliveryLinks } from '../location/useDeliveryLinks';
import { doraTranslationRef } from '../translation';

/** One deployment: what it shipped, what it broke, and where it is known from. */
export function DeploymentPage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const links = useDeliveryLinks();
  const { id = '' } = useParams();
  const answer = useDoraQuery('getDeployment', { params: { id } });
  return (
    <>
      <DeliveryTitle
        parts={[
          t('column.deployment'),
          answer.data && shortVersion(answer.data.deployment),
        ]}
      />
      <BackLink list="deployments" />
      <QueryState query={answer} label={t('column.deployment')}>
        {detail => {
          const { deployment, previous, recoveredBy } = detail;
          const { override } = deployment;
          return (
            <>
              <Section
                title={shortVersion(deployment)}
                description={
                  override
                    ? t('deployment.decided', {
                        who: <Who name={override.decidedBy} />,
                        when: times.instant(override.decidedAt),
                        reason: override.reason,
                      })
                    : undefined
                }
                actions={<ClassifyDialog deployment={deployment} />}
              >
                <div className={styles.page}>
                  <DeploymentMarks deployment={deployment} />
                  <Facts
                    facts={[
                      {
                        term: t('column.service'),
                        value: <EntityRefLink entityRef={deployment.service} />,
                      },
                      {
                        term: t('deployment.environment'),
                        value: deployment.environment,
                      },
                      {
                        term: t('deployment.finished'),
                        value: times.instant(deployment.finishedAt),
                      },
                      {
                        term: t('deployment.duration'),
                        value:
                          deployment.startedAt &&
                          times.between(
                            deployment.startedAt,
                            deployment.finishedAt,
                          ),
                      },
                      {
                        term: t('deployment.version'),
                        value: deployment.version,
                      },
                      {
                        term: t('deployment.commit'),
                        value: deployment.commitSha,
                      },
                      {
                        term: t('deployment.owner'),
                        value: deployment.owner && (
                          <EntityRefLink entityRef={deployment.owner} />
                        ),
                      },
                      {
                        term: t('deployment.previous'),
                        value: previous && (
                          <Link href={links.deployment(previous.id)}>
                            {shortVersion(previous)}
                          </Link>
                        ),
                      },
                      {
                        term: t('deployment.recoveredBy'),
                        value: deployment.failed ? (
                          <Recovery
                            deployment={deployment}
                            recoveredBy={recoveredBy}
                            incidents={detail.incidents}
                          />
                        ) : undefined,
                      },
                      {
                        term: t('data.source'),
                        value: deployment.url && (
                          <Link href={deployment.url}>{deployment.url}</Link>
                        ),
                      },
                    ]}
                  />
                </div>
              </Section>
              <Section title={t('deployment.shipped')}>
                {detail.changes.length === 0 ? (
                  <p className={styles.muted}>{t('deployment.noChanges')}</p>
                ) : (
                  <ChangesTable
                    changes={detail.changes}
                    label={t('deployment.shipped')}
                  />
                )}
              </Section>
              <Section title={t('deployment.broke')}>
                {detail.incidents.length === 0 ? (
                  <p className={styles.muted}>{t('deployment.noIncidents')}</p>
                ) : (
                  <IncidentsTable
                    incidents={detail.incidents}
                    label={t('deployment.broke')}
                  />
                )}
              </Section>
              <RawEvents events={detail.events} />
            </>
          );
        }}
      </QueryState>
    </>
  );
}
