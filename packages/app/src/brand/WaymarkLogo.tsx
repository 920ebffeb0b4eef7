import styles from './WaymarkLogo.module.css';
import { WaymarkMark } from './WaymarkMark';

interface WaymarkLogoProps {
  /** Only the mark, for the folded sidebar. */
  compact?: boolean;
  size?: number;
}

/** Mark and word mark, for dark grounds. */
export function WaymarkLogo({ compact = false, size }: WaymarkLogoProps) {
  return (
    <span className={styles.logo}>
      <WaymarkMark size={size} />
      {!compact && <span className={styles.word}>Waymark</span>}
    </span>
  );
}
