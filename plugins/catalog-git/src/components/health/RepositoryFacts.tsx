import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Repository } from '@waymark/plugin-catalog-git-common';
import { usePortalTime } from '@waymark/time-react';
import { catalogGitTranslationRef } from '../../translation';
import styles from './RepositoryHealth.module.css';
import { StatusLabel } from './StatusLabel';

const SHORT_COMMIT = 8;

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Where a repository stands. */
export function RepositoryFacts({ repository }: { repository: Repository }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const { zone, format } = usePortalTime();
  const instant = (iso: string | null) => (iso ? format(iso) : t('never'));
  const { failures, retryAt } = repository;
  return (
    <dl className={styles.facts} aria-label={t('health.repository.facts')}>
      <Fact label={t('health.repositories.status')}>
        <StatusLabel status={repository.status} />
      </Fact>
      <Fact label={t('health.provider')}>{repository.provider}</Fact>
      <Fact label={t('health.repository.branch')}>
        {repository.branch ?? '–'}
      </Fact>
      <Fact label={t('health.repository.commit')}>
        {repository.commit?.slice(0, SHORT_COMMIT) ?? '–'}
      </Fact>
      <Fact label={t('health.repository.entities')}>{repository.entities}</Fact>
      <Fact label={t('health.repository.lastRead', { zone })}>
        {instant(repository.lastScannedAt)}
      </Fact>
      <Fact label={t('health.repository.lastChanged', { zone })}>
        {instant(repository.lastChangedAt)}
      </Fact>
      {retryAt && (
        <Fact label={t('health.repository.nextTry', { zone })}>
          {`${format(retryAt)}; ${t('health.repository.failures', {
            count: failures,
          })}`}
        </Fact>
      )}
    </dl>
  );
}
