import styles from './Bar.module.css';

/** A share as a bar; the figure itself stands beside it in words. */
export function Bar({ share }: { share: number }) {
  return (
    <div className={styles.bar} aria-hidden>
      <div className={styles.fill} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
