import { useEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select } from '@backstage/ui';
import { MAX_SEARCH_LENGTH } from '@waymark/plugin-catalog-git-common';
import type { useFilters } from '../../hooks/useFilters';
import { catalogGitTranslationRef } from '../../translation';
import styles from './tables.module.css';

const ALL = 'all';
const SETTLE_MS = 250;

interface HealthFiltersProps {
  providers: string[];
  control: ReturnType<typeof useFilters>;
}

/** What narrows both lists: source and text. */
export function HealthFilters({ providers, control }: HealthFiltersProps) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const { filters, isFiltered, set } = control;
  return (
    <div role="group" aria-label={t('health.filters')} className={styles.bar}>
      <TextFilter
        label={t('health.text')}
        value={filters.text ?? ''}
        onSettled={text => set({ text: text || undefined })}
      />
      {providers.length > 1 && (
        <Select
          className={styles.filter}
          aria-label={t('health.provider')}
          options={[
            { id: ALL, label: t('health.allProviders') },
            ...providers.map(id => ({ id, label: id })),
          ]}
          value={filters.provider ?? ALL}
          onChange={key =>
            set({ provider: providers.find(known => known === key) })
          }
        />
      )}
      {isFiltered && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() =>
            set({
              provider: undefined,
              status: undefined,
              code: undefined,
              text: undefined,
            })
          }
        >
          {t('health.clear')}
        </Button>
      )}
    </div>
  );
}

/** The address follows when one has stopped typing. */
function TextFilter(props: {
  label: string;
  value: string;
  onSettled: (text: string) => void;
}) {
  const { label, value, onSettled } = props;
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    // The address changed by itself: what was typed before no longer counts.
    clearTimeout(timer.current);
    setText(before => (before.trim() === value ? before : value));
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <SearchField
      className={styles.search}
      size="small"
      aria-label={label}
      placeholder={label}
      maxLength={MAX_SEARCH_LENGTH}
      value={text}
      onChange={typed => {
        setText(typed);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onSettled(typed.trim()), SETTLE_MS);
      }}
    />
  );
}
