import { useId, type ReactNode } from 'react';
import styles from './page.module.css';

interface SectionProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A named part of a page. */
export function Section({
  title,
  description,
  actions,
  children,
}: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHeader}>
        <div>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {description && <p className={styles.muted}>{description}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
