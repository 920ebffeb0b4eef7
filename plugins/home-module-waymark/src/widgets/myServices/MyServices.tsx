import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, ButtonLink, Skeleton } from '@backstage/ui';
import { waymarkTranslationRef } from '../../../translation';
import { useLinks } from '../hooks/useLinks';
import { useMyServices } from '../hooks/useMyServices';
import styles from './MyServices.module.css';
import { MyServicesTable } from './MyServicesTable';

const OWNED_COMPONENTS = 'filters[kind]=component&filters[user]=owned';

/** The components that the signed-in person's teams own. */
export function MyServices() {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const links = useLinks();
  const { value, error, retry } = useMyServices();

  if (error) {
    return (
      <div role="alert">
        <Alert
          status="danger"
          icon
          title={t('home.services.failed')}
          description={error.message}
          customActions={
            <Button variant="secondary" size="small" onPress={retry}>
              {t('home.services.retry')}
            </Button>
          }
        />
      </div>
    );
  }
  if (!value) {
    return (
      <div
        role="status"
        aria-label={t('home.services.loading')}
        className={styles.loading}
      >
        <Skeleton height={36} />
        <Skeleton height={36} />
        <Skeleton height={36} />
      </div>
    );
  }
  if (value.total === 0) {
    return (
      <div className={styles.empty}>
        <p className={styles.emptyTitle}>{t('home.services.emptyTitle')}</p>
        <p>{t('home.services.emptyDescription')}</p>
        <ButtonLink href={links.catalog()} variant="secondary">
          {t('home.services.emptyAction')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <>
      <MyServicesTable services={value.services} />
      {value.total > value.services.length && (
        <div className={styles.more}>
          <ButtonLink
            href={`${links.catalog()}?${OWNED_COMPONENTS}`}
            variant="tertiary"
            size="small"
          >
            {t('home.services.all', { total: String(value.total) })}
          </ButtonLink>
        </div>
      )}
    </>
  );
}
