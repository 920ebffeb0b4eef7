import type { ReactElement } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import {
  RiFileLine,
  RiFolder3Line,
  RiGitRepositoryLine,
  RiLinksLine,
} from '@remixicon/react';
import type { Source } from '@waymark/plugin-catalog-git-common';
import { EmptyState } from '@waymark/query-react';
import { useSourceHref } from '../../hooks/useSourceHref';
import { catalogGitTranslationRef } from '../../translation';
import { formatBytes } from './formatBytes';
import styles from './DirectoryListing.module.css';

type Directory = Extract<Source, { kind: 'directory' }>;
type EntryType = Directory['entries'][number]['type'];

const ICONS: Record<EntryType, ReactElement> = {
  directory: <RiFolder3Line size={18} aria-hidden />,
  file: <RiFileLine size={18} aria-hidden />,
  symlink: <RiLinksLine size={18} aria-hidden />,
  submodule: <RiGitRepositoryLine size={18} aria-hidden />,
};

/** Folders first, then files, each by name. */
export function DirectoryListing({ directory }: { directory: Directory }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const sourceHref = useSourceHref();
  if (directory.entries.length === 0) {
    return (
      <div className={styles.frame}>
        <EmptyState title={t('source.emptyFolder')} />
      </div>
    );
  }
  const entries = [...directory.entries].sort(
    (a, b) =>
      Number(b.type === 'directory') - Number(a.type === 'directory') ||
      a.name.localeCompare(b.name),
  );
  return (
    <div className={styles.frame}>
      <table
        className={styles.table}
        aria-label={t('source.folder', {
          path: directory.path || directory.repository,
        })}
      >
        <thead>
          <tr>
            <th scope="col">{t('source.name')}</th>
            <th scope="col" className={styles.size}>
              {t('source.size')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <tr key={entry.path}>
              <td>
                <span className={styles.entry}>
                  {ICONS[entry.type]}
                  <VisuallyHidden>
                    {t(`source.type.${entry.type}`)}
                  </VisuallyHidden>
                  <Link
                    href={sourceHref({
                      repository: directory.repository,
                      ref: directory.ref,
                      path: entry.path,
                      kind: entry.type === 'directory' ? 'directory' : 'file',
                    })}
                  >
                    {entry.name}
                  </Link>
                </span>
              </td>
              <td className={styles.size}>
                {entry.size === null ? '' : formatBytes(entry.size)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
