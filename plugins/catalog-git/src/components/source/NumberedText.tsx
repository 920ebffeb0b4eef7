import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogGitTranslationRef } from '../../translation';
import styles from './NumberedText.module.css';

interface NumberedTextProps {
  lines: string[];
  highlighted?: { first: number; last: number };
}

/** Text whose lines can be linked to; the linked ones stand out and are in view. */
export function NumberedText({ lines, highlighted }: NumberedTextProps) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const firstRef = useRef<HTMLDivElement>(null);
  const first = highlighted?.first;

  useEffect(() => {
    if (first !== undefined) {
      firstRef.current?.scrollIntoView?.({ block: 'center' });
    }
  }, [first]);

  const isHighlighted = (number: number) =>
    highlighted !== undefined &&
    number >= highlighted.first &&
    number <= highlighted.last;

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wide lines scroll here, so the keyboard has to reach it
    <pre className={styles.text} tabIndex={0}>
      {lines.map((line, index) => {
        const number = index + 1;
        return (
          <div
            key={number}
            id={`L${number}`}
            ref={number === first ? firstRef : undefined}
            className={isHighlighted(number) ? styles.highlighted : styles.line}
            aria-current={isHighlighted(number) ? 'location' : undefined}
          >
            <a
              href={`#L${number}`}
              className={styles.number}
              aria-label={t('source.line', { line: String(number) })}
            >
              {number}
            </a>
            <code>{line || '\u200b'}</code>
          </div>
        );
      })}
    </pre>
  );
}
