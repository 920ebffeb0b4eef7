import styles from './EmptyState.module.css';

interface EmptyStateProps {
  title: string;
  description?: string;
}

/** There is nothing, and that is an answer. */
export function EmptyState({ title, description }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {description && <p className={styles.description}>{description}</p>}
    </div>
  );
}
