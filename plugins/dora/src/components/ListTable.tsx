import { Table, type ColumnConfig, type TableItem } from '@backstage/ui';
import styles from './page.module.css';

interface ListTableProps<T extends TableItem> {
  label: string;
  columns: readonly ColumnConfig<T>[];
  items: T[];
}

/** The rows of a list; where they are wider than the page they scroll by themselves. */
export function ListTable<T extends TableItem>({
  label,
  columns,
  items,
}: ListTableProps<T>) {
  return (
    <div className={styles.scroll} role="group" aria-label={label}>
      <Table
        columnConfig={columns}
        data={items}
        pagination={{ type: 'none' }}
      />
    </div>
  );
}
