import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityTextFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { SearchField } from '@backstage/ui';
import useDebounce from 'react-use/esm/useDebounce';
import { waymarkTranslationRef } from '../../translation';
import styles from './EntityIndex.module.css';
import { useKindLabel } from './useKindLabel';

const TYPING_PAUSE_MS = 250;

/** What is listed, how many there are, and a search in their text. */
export function EntityIndexToolbar({ label }: { label?: string }) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const kindLabel = useKindLabel(label);
  const { totalItems, updateFilters, queryParameters } = useEntityList();
  const [text, setText] = useState([queryParameters.text].flat()[0] ?? '');
  useDebounce(
    () =>
      updateFilters({
        text: text ? new EntityTextFilter(text) : undefined,
      }),
    TYPING_PAUSE_MS,
    [text],
  );
  return (
    <div className={styles.toolbar}>
      <h2 className={styles.title}>
        {kindLabel}
        {totalItems !== undefined && (
          <span className={styles.count}>{totalItems}</span>
        )}
      </h2>
      <SearchField
        className={styles.search}
        size="small"
        aria-label={t('catalog.search', { kind: kindLabel })}
        placeholder={t('catalog.search', { kind: kindLabel })}
        value={text}
        onChange={setText}
      />
    </div>
  );
}
