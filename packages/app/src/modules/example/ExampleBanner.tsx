import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { RiTestTubeLine } from '@remixicon/react';
import { waymarkTranslationRef } from '../../translation';
import styles from './ExampleBanner.module.css';
import { readExample } from './readExample';

/** Says on every page that what is shown is simulated; part of the page's flow. */
export function ExampleBanner() {
  const example = readExample(useApi(configApiRef));
  const { t } = useTranslationRef(waymarkTranslationRef);
  if (!example?.organisationName) {
    return null;
  }
  return (
    <aside
      className={styles.banner}
      aria-label={t('example.banner.label')}
      data-waymark-example-banner=""
    >
      <RiTestTubeLine size={14} aria-hidden className={styles.icon} />
      <span className={styles.text}>
        {t('example.banner.name', { name: example.organisationName })}
        <span className={styles.detail}>{t('example.banner.detail')}</span>
      </span>
    </aside>
  );
}
