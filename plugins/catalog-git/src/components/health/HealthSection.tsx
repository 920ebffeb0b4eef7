import { useId, type PropsWithChildren } from 'react';
import styles from './HealthSection.module.css';

/** A titled panel of the health page. */
export function HealthSection(props: PropsWithChildren<{ title: string }>) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {props.title}
      </h3>
      {props.children}
    </section>
  );
}
