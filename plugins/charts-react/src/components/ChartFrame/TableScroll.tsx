import type { PropsWithChildren } from 'react';
import styles from './DataTable.module.css';

interface TableScrollProps {
  /** Name of the table. */
  label: string;
  /** A table for screen readers alone has nothing to scroll. */
  visible: boolean;
}

/** Lets a wide table be moved sideways, with the arrow keys too: not every browser does so by itself. */
export function TableScroll({
  label,
  visible,
  children,
}: PropsWithChildren<TableScrollProps>) {
  if (!visible) return <>{children}</>;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is interactive
    <div role="group" aria-label={label} tabIndex={0} className={styles.scroll}>
      {children}
    </div>
  );
}
