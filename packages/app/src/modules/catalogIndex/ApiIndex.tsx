import {
  EntityKindPicker,
  EntityLifecyclePicker,
  EntityOwnerPicker,
  EntityTagPicker,
  EntityTypePicker,
  UserListPicker,
} from '@backstage/plugin-catalog-react';
import { EntityIndex } from './EntityIndex';

/** Every API: whoever looks for one looks for somebody else's. */
export function ApiIndex() {
  return (
    <EntityIndex
      filters={
        <>
          <EntityKindPicker initialFilter="api" hidden />
          <EntityTypePicker />
          <UserListPicker initialFilter="all" />
          <EntityOwnerPicker />
          <EntityLifecyclePicker />
          <EntityTagPicker />
        </>
      }
    />
  );
}
