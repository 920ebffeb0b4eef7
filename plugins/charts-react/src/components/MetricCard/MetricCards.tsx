import type { PropsWithChildren } from 'react';
import styles from './MetricCards.module.css';

/** Lays cards out beside each other, as many as there is room for. */
export function MetricCards({ children }: PropsWithChildren<{}>) {
  return <div className={styles.cards}>{children}</div>;
}
