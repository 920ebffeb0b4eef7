import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useSourceHref } from '../../hooks/useSourceHref';
import { catalogGitTranslationRef } from '../../translation';
import styles from './SourceBreadcrumbs.module.css';

interface SourceBreadcrumbsProps {
  repository: string;
  gitRef: string;
  path: string;
}

/** The way from the root of the repository to the place shown. */
export function SourceBreadcrumbs(props: SourceBreadcrumbsProps) {
  const { repository, gitRef, path } = props;
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const sourceHref = useSourceHref();
  const parts = path.split('/').filter(Boolean);
  const crumbs = [
    { label: repository, path: '' },
    ...parts.map((label, index) => ({
      label,
      path: parts.slice(0, index + 1).join('/'),
    })),
  ];

  return (
    <nav aria-label={t('source.breadcrumbs')}>
      <ol className={styles.crumbs}>
        {crumbs.map((crumb, index) => (
          <li key={crumb.path}>
            {index === crumbs.length - 1 ? (
              <span aria-current="page" className={styles.current}>
                {crumb.label}
              </span>
            ) : (
              <Link
                href={sourceHref({
                  repository,
                  ref: gitRef,
                  path: crumb.path,
                  kind: 'directory',
                })}
              >
                {crumb.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
