import type { ReactElement } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiLockLine,
  RiTimeLine,
  RiWifiOffLine,
} from '@remixicon/react';
import type { RepositoryStatus } from '@waymark/plugin-catalog-git-common';
import { catalogGitTranslationRef } from '../../translation';
import styles from './StatusLabel.module.css';

const ICONS: Record<RepositoryStatus, ReactElement> = {
  ok: <RiCheckboxCircleLine size={16} aria-hidden />,
  failing: <RiErrorWarningLine size={16} aria-hidden />,
  unreachable: <RiWifiOffLine size={16} aria-hidden />,
  unauthorized: <RiLockLine size={16} aria-hidden />,
  pending: <RiTimeLine size={16} aria-hidden />,
};

/** Status of a repository: sign, word and colour say the same. */
export function StatusLabel({ status }: { status: RepositoryStatus }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  return (
    <span className={`${styles.label} ${styles[status]}`}>
      {ICONS[status]}
      {t(`health.status.${status}`)}
    </span>
  );
}
