import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import type { ListName } from '../location/paths';
import { useDeliveryLinks } from '../location/useDeliveryLinks';
import { doraTranslationRef } from '../translation';
import styles from './page.module.css';

/** From one thing back to its list, as narrowed and ordered as it was left. */
export function BackLink({ list }: { list: ListName }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const links = useDeliveryLinks();
  return (
    <Link href={links.back(list)} standalone className={styles.back}>
      <RiArrowLeftLine size={14} aria-hidden />
      {t(`back.${list}`)}
    </Link>
  );
}
