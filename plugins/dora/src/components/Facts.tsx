import type { ReactNode } from 'react';
import styles from './page.module.css';

/** Terms and what they are for one thing; a term without an answer is left out. */
export function Facts({
  facts,
}: {
  facts: readonly { term: string; value: ReactNode }[];
}) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined)
        .map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
