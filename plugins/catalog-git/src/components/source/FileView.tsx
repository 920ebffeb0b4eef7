import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Source } from '@waymark/plugin-catalog-git-common';
import { EmptyState } from '@waymark/query-react';
import { catalogGitTranslationRef } from '../../translation';
import styles from './FileView.module.css';
import { formatBytes } from './formatBytes';
import { Markdown } from './Markdown';
import { NumberedText } from './NumberedText';

type File = Extract<Source, { kind: 'file' }>;

interface FileViewProps {
  file: File;
  lines?: { first: number; last: number };
}

const MARKDOWN = /\.(md|markdown)$/i;

/** A file: numbered lines, rendered Markdown, or why it cannot be shown. */
export function FileView({ file, lines }: FileViewProps) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const isMarkdown = MARKDOWN.test(file.path);
  // A link to a line wants that line, not the rendered text.
  const [view, setView] = useState(isMarkdown && !lines ? 'rendered' : 'plain');
  const reasons = {
    binary: t('source.reason.binary'),
    'too-large': t('source.reason.tooLarge'),
    symlink: t('source.reason.symlink'),
    submodule: t('source.reason.submodule'),
  };

  if (file.text === null) {
    return (
      <div className={styles.frame}>
        <EmptyState
          title={
            file.reason ? reasons[file.reason] : t('source.reason.unknown')
          }
          description={file.size === null ? undefined : formatBytes(file.size)}
        />
      </div>
    );
  }
  const textLines = file.text.replace(/\n$/, '').split('\n');
  return (
    <section
      className={styles.frame}
      aria-label={t('source.file', { path: file.path })}
    >
      <div className={styles.bar}>
        <span>
          {t('source.lines', { count: textLines.length })}
          {file.size !== null && `, ${formatBytes(file.size)}`}
        </span>
        {isMarkdown && (
          <ToggleButtonGroup
            aria-label={t('source.view')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[view]}
            onSelectionChange={keys => setView(String([...keys][0]))}
          >
            <ToggleButton id="rendered">{t('source.rendered')}</ToggleButton>
            <ToggleButton id="plain">{t('source.plain')}</ToggleButton>
          </ToggleButtonGroup>
        )}
      </div>
      {isMarkdown && view === 'rendered' ? (
        <Markdown file={file} text={file.text} />
      ) : (
        <NumberedText lines={textLines} highlighted={lines} />
      )}
    </section>
  );
}
