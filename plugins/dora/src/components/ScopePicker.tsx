import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ButtonIcon, Combobox, Select } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useScope } from '../location/useScope';
import { useScopeName } from '../location/useScopeName';
import { doraTranslationRef } from '../translation';
import styles from './ScopePicker.module.css';

const KINDS = ['Group', 'System', 'Domain', 'Component'];
const MAX_OPTIONS = 20;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile.displayName',
];

/** Entities whose name or title holds the text, as options. */
function useScopeOptions(text: string) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['dora', 'scopes', text],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: KINDS },
        fields: FIELDS,
        limit: MAX_OPTIONS,
        orderFields: { field: 'metadata.name', order: 'asc' },
        ...(text && {
          fullTextFilter: {
            term: text,
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayName',
            ],
          },
        }),
      });
      return items.map(entity => {
        const profile = entity.spec?.profile as
          | { displayName?: string }
          | undefined;
        return {
          id: stringifyEntityRef(entity),
          label:
            profile?.displayName ??
            entity.metadata.title ??
            entity.metadata.name,
          description: entity.kind,
        };
      });
    },
  });
}

/** Chooses what the figures are about, and for teams, whose past. */
export function ScopePicker() {
  const { t } = useTranslationRef(doraTranslationRef);
  const { scope, ownership, setScope, setOwnership } = useScope();
  const { kind, name = '' } = useScopeName();
  const [text, setText] = useState<string>();
  const options = useScopeOptions(text ?? '');
  return (
    <div className={styles.picker}>
      <Combobox
        className={styles.scope}
        aria-label={t('scope.label')}
        placeholder={t('scope.organisation')}
        options={options.data ?? []}
        value={scope ?? null}
        search={{
          mode: 'server',
          inputValue: text ?? name,
          onInputChange: setText,
        }}
        onChange={key => {
          setText(undefined);
          setScope(key === null ? undefined : String(key));
        }}
      />
      {scope && (
        <ButtonIcon
          variant="tertiary"
          aria-label={t('scope.clear')}
          icon={<RiCloseLine aria-hidden />}
          onPress={() => {
            setText(undefined);
            setScope(undefined);
          }}
        />
      )}
      {kind === 'group' && (
        <Select
          className={styles.ownership}
          aria-label={t('scope.ownership')}
          options={[
            { id: 'then', label: t('scope.ownershipThen') },
            { id: 'now', label: t('scope.ownershipNow') },
          ]}
          value={ownership}
          onChange={key => setOwnership(key === 'now' ? 'now' : 'then')}
        />
      )}
    </div>
  );
}
