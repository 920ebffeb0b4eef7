import { useEffect, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useSearch } from '@backstage/plugin-search-react';
import {
  SearchField,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import useDebounce from 'react-use/esm/useDebounce';
import { waymarkTranslationRef } from '../../translation';
import styles from './SearchPage.module.css';
import { MAX_TERM_LENGTH } from './searchAddress';
import type { SearchParts } from './searchParts';
import { useFacet } from './useFacet';

const TYPING_PAUSE_MS = 200;
const ALL = 'all';
/** Fields of the index that can be chosen from, with the field of the catalog that holds the values. */
const FILTERS = [
  { name: 'kind', facet: 'kind' },
  { name: 'lifecycle', facet: 'spec.lifecycle' },
] as const;

function SearchSelect({ name, facet }: (typeof FILTERS)[number]) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { filters, setFilters } = useSearch();
  const values = useFacet(facet);
  const value = String(filters[name] ?? ALL);
  return (
    <Select
      className={styles.select}
      aria-label={t(`search.filter.${name}`)}
      options={[
        { id: ALL, label: t(`search.filter.any.${name}`) },
        ...values.map(id => ({ id, label: id })),
      ]}
      value={value}
      onChange={key =>
        setFilters(({ [name]: _replaced, ...others }) =>
          key === ALL ? others : { ...others, [name]: String(key) },
        )
      }
    />
  );
}

/** What to search for, and where. */
export function SearchControls({ resultTypes, filters }: SearchParts) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { term, setTerm, types, setTypes, setPageCursor } = useSearch();
  const [typed, setTyped] = useState(term);
  useEffect(() => setTyped(term), [term]);
  useDebounce(() => setTerm(typed), TYPING_PAUSE_MS, [typed]);

  return (
    <div className={styles.controls}>
      <form
        role="search"
        onSubmit={event => {
          event.preventDefault();
          setTerm(typed);
        }}
      >
        <SearchField
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          maxLength={MAX_TERM_LENGTH}
          value={typed}
          onChange={setTyped}
        />
      </form>
      <div className={styles.filters}>
        <ToggleButtonGroup
          aria-label={t('search.types')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[types[0] ?? ALL]}
          onSelectionChange={([key]) => {
            setTypes(key === ALL ? [] : [String(key)]);
            setPageCursor(undefined);
          }}
        >
          {[
            { value: ALL, name: t('search.all') },
            { value: 'software-catalog', name: t('search.catalog') },
            ...resultTypes,
          ].map(type => (
            <ToggleButton key={type.value} id={type.value} size="small">
              {type.name}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {FILTERS.map(filter => (
          <SearchSelect key={filter.name} {...filter} />
        ))}
        {filters.map((Filter, index) => (
          <Filter key={index} className={styles.select} />
        ))}
      </div>
    </div>
  );
}
