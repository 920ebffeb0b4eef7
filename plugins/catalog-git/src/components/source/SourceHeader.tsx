import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { RiGitBranchLine } from '@remixicon/react';
import type { Source } from '@waymark/plugin-catalog-git-common';
import { useDescribedEntities } from '../../hooks/useDescribedEntities';
import { catalogGitTranslationRef } from '../../translation';
import { SourceBreadcrumbs } from './SourceBreadcrumbs';
import styles from './SourceHeader.module.css';

interface SourceHeaderProps {
  source: Source;
  pathname: string;
}

const SHORT_COMMIT = 8;

/** Where one is: path, ref and commit, and the entities the file describes. */
export function SourceHeader({ source, pathname }: SourceHeaderProps) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const entityPage = useRouteRef(entityRouteRef);
  const entities = useDescribedEntities(pathname);
  return (
    <header className={styles.header}>
      <SourceBreadcrumbs
        repository={source.repository}
        gitRef={source.ref}
        path={source.path}
      />
      <div className={styles.facts}>
        <span className={styles.fact} title={source.commit}>
          <RiGitBranchLine size={16} aria-hidden />
          {t('source.at', {
            ref: source.ref,
            commit: source.commit.slice(0, SHORT_COMMIT),
          })}
        </span>
        {entityPage && entities.length > 0 && (
          <span className={styles.fact}>
            {t('source.describes')}
            {entities.map(entity => (
              <Link
                key={stringifyEntityRef(entity)}
                href={entityPage(entityRouteParams(entity))}
              >
                {entity.metadata.title ?? entity.metadata.name}
              </Link>
            ))}
          </span>
        )}
      </div>
    </header>
  );
}
