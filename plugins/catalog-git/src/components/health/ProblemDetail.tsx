import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import type { Problem } from '@waymark/plugin-catalog-git-common';
import { catalogGitTranslationRef } from '../../translation';
import styles from './tables.module.css';
import { useCodeLabels } from './useCodeLabels';

const SHORT_COMMIT = 8;

/** What is wrong, what is shown meanwhile, and whose it is. */
export function ProblemDetail({ problem }: { problem: Problem }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const codeLabels = useCodeLabels();
  return (
    <>
      <span className={styles.code}>{codeLabels[problem.code]}</span>
      <span>{problem.reason}</span>
      {problem.lastGoodCommit && (
        <span className={styles.muted}>
          {t('health.problems.keeps', {
            commit: problem.lastGoodCommit.slice(0, SHORT_COMMIT),
          })}
        </span>
      )}
      {problem.owners.length > 0 && (
        <span className={styles.muted}>
          {t('health.problems.owners', { owners: '' })}
          <EntityRefLinks
            entityRefs={problem.owners}
            defaultKind="group"
            hideIcons
          />
        </span>
      )}
    </>
  );
}
