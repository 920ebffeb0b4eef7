import type { ReactElement } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiForbidLine,
  RiLoader4Line,
  RiSkipForwardLine,
  RiTimeLine,
} from '@remixicon/react';
import type { RunStatus } from '../runs/run';
import { homeTranslationRef } from '../translation';
import styles from './RunStatusLabel.module.css';

const ICONS: Record<RunStatus, ReactElement> = {
  open: <RiTimeLine size={16} aria-hidden />,
  processing: <RiLoader4Line size={16} aria-hidden />,
  completed: <RiCheckboxCircleLine size={16} aria-hidden />,
  failed: <RiCloseCircleLine size={16} aria-hidden />,
  cancelled: <RiForbidLine size={16} aria-hidden />,
  skipped: <RiSkipForwardLine size={16} aria-hidden />,
};

/** State of a run, by sign, word and colour. */
export function RunStatusLabel({ status }: { status: RunStatus }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const labels: Record<RunStatus, string> = {
    open: t('runs.status.open'),
    processing: t('runs.status.processing'),
    completed: t('runs.status.completed'),
    failed: t('runs.status.failed'),
    cancelled: t('runs.status.cancelled'),
    skipped: t('runs.status.skipped'),
  };
  return (
    <span className={styles.status} data-status={status}>
      {ICONS[status]}
      {labels[status]}
    </span>
  );
}
