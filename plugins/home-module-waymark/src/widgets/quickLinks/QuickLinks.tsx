import { Link } from '@backstage/ui';
import styles from '../widget.module.css';

interface QuickLinksProps {
  links: { label: string; url: string; description?: string }[];
}

export function QuickLinks({ links }: QuickLinksProps) {
  return (
    <ul className={styles.list}>
      {links.map(link => (
        <li key={link.url}>
          <Link href={link.url}>{link.label}</Link>
          {link.description && (
            <div className={styles.description}>{link.description}</div>
          )}
        </li>
      ))}
    </ul>
  );
}
