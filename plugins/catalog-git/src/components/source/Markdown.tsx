import { MarkdownContent } from '@backstage/core-components';
import { useSourceHref } from '../../hooks/useSourceHref';
import styles from './Markdown.module.css';
import { resolveLink } from './resolveLink';

interface MarkdownProps {
  file: { repository: string; ref: string; path: string };
  text: string;
}

/** Rendered Markdown; its relative links lead to the files they mean. */
export function Markdown({ file, text }: MarkdownProps) {
  const base = useSourceHref()({ ...file, kind: 'file' });
  return (
    <div className={styles.content}>
      <MarkdownContent
        content={text}
        transformLinkUri={uri => resolveLink(uri, base)}
      />
    </div>
  );
}
