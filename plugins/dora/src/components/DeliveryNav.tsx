import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NavLink } from 'react-router-dom';
import type { PathName } from '../location/paths';
import { useDeliveryLinks } from '../location/useDeliveryLinks';
import { doraTranslationRef } from '../translation';
import styles from './page.module.css';

/** From page to page, with the scope and the window in hand. */
export function DeliveryNav({ pages }: { pages: readonly PathName[] }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const links = useDeliveryLinks();
  return (
    <nav aria-label={t('page.navigation')}>
      <ul className={styles.nav}>
        {pages.map(name => (
          <li key={name}>
            <NavLink to={links.page(name)} end={name === 'overview'}>
              {t(`page.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
