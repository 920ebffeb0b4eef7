import { Link, useSidebarOpenState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WaymarkLogo } from '../../brand/WaymarkLogo';
import { waymarkTranslationRef } from '../../translation';
import styles from './SidebarLogo.module.css';

/** The brand at the head of the sidebar; leads home. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  const { t } = useTranslationRef(waymarkTranslationRef);
  return (
    <Link
      to="/"
      underline="none"
      className={styles.link}
      aria-label={t('nav.homeLink')}
    >
      <WaymarkLogo compact={!isOpen} />
    </Link>
  );
}
