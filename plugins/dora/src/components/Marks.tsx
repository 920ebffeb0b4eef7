import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import {
  RiAlarmWarningLine,
  RiArrowGoBackLine,
  RiErrorWarningLine,
  RiTimeLine,
} from '@remixicon/react';
import type { Deployment } from '@waymark/plugin-dora-common';
import { doraTranslationRef } from '../translation';
import styles from './page.module.css';

/** What a deployment was, in words; icons only underline them. */
export function DeploymentMarks({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const { kind, result, failureReason } = deployment;
  return (
    <span className={styles.chips}>
      {kind === null ? (
        <Badge>{t(`deployment.result.${result}`)}</Badge>
      ) : (
        <Badge icon={kind === 'rollback' ? <RiArrowGoBackLine /> : undefined}>
          {t(`deployment.kind.${kind}`)}
        </Badge>
      )}
      {deployment.failed && (
        <Badge icon={<RiErrorWarningLine />}>
          {failureReason
            ? t(`deployment.failedBecause.${failureReason}`)
            : t('deployment.failed')}
        </Badge>
      )}
      {deployment.unplanned && (
        <Badge icon={<RiAlarmWarningLine />}>{t('deployment.unplanned')}</Badge>
      )}
      {deployment.supersededByRollback && (
        <Badge>{t('deployment.superseded')}</Badge>
      )}
      {deployment.baseline && <Badge>{t('deployment.baseline')}</Badge>}
      {deployment.pending && (
        <Badge icon={<RiTimeLine />}>{t('deployment.pending')}</Badge>
      )}
      {!deployment.counted && <Badge>{t('deployment.notCounted')}</Badge>}
    </span>
  );
}
