import {
  useBreadcrumbEntries,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import searchPlugin from '@backstage/plugin-search/alpha';
import { ButtonLink, Container } from '@backstage/ui';
import { RiSignpostLine } from '@remixicon/react';
import { waymarkTranslationRef } from '../../translation';
import styles from './NotFoundPage.module.css';

/**
 * For an address that leads nowhere, or to a page that the person's role does
 * not include: the portal does not tell which of the two.
 */
export function NotFoundPage() {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const searchPage = useRouteRef(searchPlugin.routes.root);
  // Within a page, that page's title is the first heading.
  const Heading = useBreadcrumbEntries().items.length > 0 ? 'h2' : 'h1';
  return (
    <Container>
      <section className={styles.page} aria-labelledby="not-found">
        <RiSignpostLine size={40} aria-hidden className={styles.icon} />
        <Heading id="not-found" className={styles.title}>
          {t('notFound.title')}
        </Heading>
        <p className={styles.text}>{t('notFound.description')}</p>
        <p className={styles.text}>{t('notFound.remedy')}</p>
        <div className={styles.actions}>
          <ButtonLink href="/">{t('notFound.home')}</ButtonLink>
          {searchPage && (
            <ButtonLink variant="secondary" href={searchPage()}>
              {t('notFound.search')}
            </ButtonLink>
          )}
        </div>
      </section>
    </Container>
  );
}
