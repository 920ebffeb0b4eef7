import { Select } from '@backstage/ui';
import styles from './page.module.css';

interface ListFilterProps<K extends string> {
  label: string;
  value: K;
  options: readonly { id: K; label: string }[];
  onChange: (key: K) => void;
}

/** Narrows or orders a list. */
export function ListFilter<K extends string>(props: ListFilterProps<K>) {
  const { label, value, options, onChange } = props;
  return (
    <Select
      className={styles.filter}
      size="small"
      aria-label={label}
      options={options}
      value={value}
      onChange={key => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    />
  );
}
