import type { ReactNode } from 'react';
import {
  CatalogFilterLayout,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { Container } from '@backstage/ui';
import { EntityIndexTable } from './EntityIndexTable';
import { EntityIndexToolbar } from './EntityIndexToolbar';
import styles from './EntityIndex.module.css';

const PAGE_SIZE = 50;

/**
 * A list of entities of one kind, with the filters of the catalog. In place of
 * the built-in one, whose table lets rows grow as high as their tags need.
 * Filters, text and page are part of the address.
 */
export function EntityIndex({ filters }: { filters: ReactNode }) {
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
                <EntityIndexToolbar />
                <EntityIndexTable />
              </section>
            </CatalogFilterLayout.Content>
          </CatalogFilterLayout>
        </main>
      </Container>
    </EntityListProvider>
  );
}
