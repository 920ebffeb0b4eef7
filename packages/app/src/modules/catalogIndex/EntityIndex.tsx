import type { ReactNode } from 'react';
import {
  CatalogFilterLayout,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { Container, type ColumnConfig } from '@backstage/ui';
import { EntityIndexTable } from './EntityIndexTable';
import { EntityIndexToolbar } from './EntityIndexToolbar';
import styles from './EntityIndex.module.css';
import type { EntityRow } from './useEntityColumns';

const PAGE_SIZE = 50;

interface EntityIndexProps {
  filters: ReactNode;
  /** What is listed; by default the kind that the filters ask for. */
  label?: string;
  /** By default those that mean something for the kind. */
  columns?: ColumnConfig<EntityRow>[];
}

/**
 * A list of entities of one kind, with the filters of the catalog. In place of
 * the built-in one, whose table lets rows grow as high as their tags need.
 * Filters, text and page are part of the address.
 */
export function EntityIndex({ filters, label, columns }: EntityIndexProps) {
  return (
    <EntityListProvider pagination={{ mode: 'offset', limit: PAGE_SIZE }}>
      <Container>
        <main className={styles.page}>
          <CatalogFilterLayout>
            <CatalogFilterLayout.Filters>
              <div className={styles.filters}>{filters}</div>
            </CatalogFilterLayout.Filters>
            <CatalogFilterLayout.Content>
              <section className={styles.card}>
                <EntityIndexToolbar label={label} />
                <EntityIndexTable label={label} columns={columns} />
              </section>
            </CatalogFilterLayout.Content>
          </CatalogFilterLayout>
        </main>
      </Container>
    </EntityListProvider>
  );
}
