import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Badge, Link } from '@backstage/ui';
import { QueryState } from '@waymark/query-react';
import { useParams, useSearchParams } from 'react-router-dom';
import { BackLink } from '../components/BackLink';
import { DeliveryTitle } from '../components/DeliveryTitle';
import { DeploymentsTable } from '../components/DeploymentsTable';
import { Facts } from '../components/Facts';
import styles from '../components/page.module.css';
import { RawEvents } from '../components/RawEvents';
import { Section } from '../components/Section';
import { StageBar, StageLegend } from '../components/StageBar';
import { useDoraQuery } from '../hooks/useDoraQuery';
import { useTimes } from '../hooks/useTimes';
import { doraTranslationRef } from '../translation';

const SHORT_SHA = 8;

/** One change: its commits, its review, its deployment, and the events that said so. */
export function ChangePage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const { id = '' } = useParams();
  const service = useSearchParams()[0].get('service') ?? undefined;
  const answer = useDoraQuery('getChange', {
    params: { id },
    query: { service },
  });
  const when = (iso: string | null) =>
    iso ? times.instant(iso) : t('change.never');
  return (
    <>
      <DeliveryTitle parts={[t('change.title'), answer.data?.change.title]} />
      <BackLink list="changes" />
      <QueryState query={answer} label={t('change.title')}>
        {({ change, commitShas, deployment, events }) => (
          <>
            <Section
              title={change.title ?? t('change.title')}
              actions={
                <span className={styles.chips}>
                  {change.isBot && <Badge>{t('change.bot')}</Badge>}
                  {!change.sample && <Badge>{t('change.notSample')}</Badge>}
                  {change.labels.map(label => (
                    <Badge key={label}>{label}</Badge>
                  ))}
                </span>
              }
            >
              <Facts
                facts={[
                  {
                    term: t('column.service'),
                    value: <EntityRefLink entityRef={change.service} />,
                  },
                  {
                    term: t('change.repository'),
                    value: change.url ? (
                      <Link href={change.url}>{change.repository}</Link>
                    ) : (
                      change.repository
                    ),
                  },
                  {
                    term: t('column.lead'),
                    value:
                      change.leadSeconds === null
                        ? t('change.notDeployed')
                        : times.duration(change.leadSeconds),
                  },
                  {
                    term: t('column.size'),
                    value:
                      change.additions === null
                        ? null
                        : t('change.lines', {
                            additions: String(change.additions),
                            deletions: String(change.deletions ?? 0),
                          }),
                  },
                  { term: t('change.reverts'), value: change.revertOf },
                  {
                    term: t('deployment.owner'),
                    value: change.owner && (
                      <EntityRefLink entityRef={change.owner} />
                    ),
                  },
                ]}
              />
            </Section>
            <Section title={t('change.steps')}>
              <div className={styles.stages}>
                <StageBar stages={change.stages} />
                <StageLegend />
              </div>
              <Facts
                facts={[
                  {
                    term: t('change.firstCommit'),
                    value: when(change.firstCommitAt),
                  },
                  { term: t('change.opened'), value: when(change.openedAt) },
                  {
                    term: t('change.firstReview'),
                    value: when(change.firstReviewAt),
                  },
                  {
                    term: t('change.approved'),
                    value: when(change.approvedAt),
                  },
                  { term: t('change.merged'), value: when(change.mergedAt) },
                  {
                    term: t('change.deployed'),
                    value: change.deployedAt
                      ? times.instant(change.deployedAt)
                      : t('change.notDeployed'),
                  },
                  ...(['coding', 'pickup', 'review', 'deploy'] as const).map(
                    stage => ({
                      term: t(`stage.${stage}`),
                      value:
                        change.stages[stage] === null
                          ? t('change.never')
                          : times.duration(change.stages[stage]),
                    }),
                  ),
                  {
                    term: t('change.linkedBy'),
                    value:
                      change.link &&
                      t('link.confidence', {
                        method: t(`link.${change.link.method}`),
                        confidence: String(change.link.confidence),
                      }),
                  },
                  {
                    term: t('change.commits'),
                    value: commitShas
                      .map(sha => sha.slice(0, SHORT_SHA))
                      .join(', '),
                  },
                ]}
              />
            </Section>
            {deployment && (
              <Section title={t('change.deployed')}>
                <DeploymentsTable
                  deployments={[deployment]}
                  label={t('change.deployed')}
                />
              </Section>
            )}
            <RawEvents events={events} />
          </>
        )}
      </QueryState>
    </>
  );
}
