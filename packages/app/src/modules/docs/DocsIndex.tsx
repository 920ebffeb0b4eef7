import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityOwnerPicker,
  EntityTagPicker,
  UserListPicker,
} from '@backstage/plugin-catalog-react';
import { TechDocsPicker } from '@backstage/plugin-techdocs';
import { waymarkTranslationRef } from '../../translation';
import { EntityIndex } from '../catalogIndex/EntityIndex';
import { useDocsColumns } from './useDocsColumns';

/** Everything that has documentation, one's own first. */
export function DocsIndex() {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const columns = useDocsColumns();
  return (
    <EntityIndex
      label={t('docsIndex.title')}
      columns={columns}
      filters={
        <>
          <TechDocsPicker />
          <UserListPicker initialFilter="owned" />
          <EntityOwnerPicker />
          <EntityTagPicker />
        </>
      }
    />
  );
}
