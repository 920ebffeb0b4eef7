import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiExpandUpDownLine,
} from '@remixicon/react';
import { chartsTranslationRef } from '../../translation';
import styles from './TeamTable.module.css';
import { BY_NAME, type TeamColumn, type TeamSort } from './teams';

interface TeamTableHeadProps {
  columns: readonly TeamColumn[];
  sort: TeamSort;
  onSort: (sort: TeamSort) => void;
}

interface SortableProps {
  id: string;
  label: string;
  sort: TeamSort;
  onSort: (sort: TeamSort) => void;
}

function Sortable({ id, label, sort, onSort }: SortableProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const isSorted = sort.column === id;
  const direction = sort.descending ? 'descending' : 'ascending';
  const Sorted = sort.descending ? RiArrowDownLine : RiArrowUpLine;
  return (
    <th
      scope="col"
      className={id === BY_NAME ? styles.name : styles.column}
      aria-sort={isSorted ? direction : undefined}
    >
      <button
        type="button"
        className={styles.sort}
        title={t('teams.sortBy', { column: label })}
        onClick={() =>
          onSort({ column: id, descending: isSorted && !sort.descending })
        }
      >
        {label}
        {isSorted ? (
          <Sorted size={14} aria-hidden />
        ) : (
          <RiExpandUpDownLine size={14} aria-hidden className={styles.idle} />
        )}
      </button>
    </th>
  );
}

export function TeamTableHead({ columns, sort, onSort }: TeamTableHeadProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  return (
    <thead>
      <tr>
        <Sortable
          id={BY_NAME}
          label={t('teams.team')}
          sort={sort}
          onSort={onSort}
        />
        {columns.map(({ id, label }) => (
          <Sortable
            key={id}
            id={id}
            label={label}
            sort={sort}
            onSort={onSort}
          />
        ))}
      </tr>
    </thead>
  );
}
