import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  Button,
  Combobox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Flex,
  Select,
  Text,
} from '@backstage/ui';
import type { Mapping, TriageItem } from '@waymark/plugin-dora-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { doraApiRef } from '../../api/doraApi';
import { useDecision } from '../../hooks/useDecision';
import { doraTranslationRef } from '../../translation';

const TIERS = ['production', 'staging', 'testing', 'development'] as const;
const IGNORE = 'ignore';
const MAX_OPTIONS = 20;

export function toMapping(
  { kind, source, name }: Pick<TriageItem, 'kind' | 'source' | 'name'>,
  value: string,
): Mapping | undefined {
  if (kind === 'environment') {
    const tier = TIERS.find(known => known === value);
    return tier && { kind, source, name, tier };
  }
  return { kind, source, name, service: value === IGNORE ? null : value };
}

function useComponents(text: string) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['dora', 'components', text],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: 'Component' },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: MAX_OPTIONS,
        ...(text && { fullTextFilter: { term: text } }),
      });
      return items.map(entity => ({
        id: stringifyEntityRef(entity),
        label: entity.metadata.name,
      }));
    },
  });
}

function Preview({ mapping }: { mapping: Mapping }) {
  const api = useApi(doraApiRef);
  const { t } = useTranslationRef(doraTranslationRef);
  const { data } = useQuery({
    queryKey: ['dora', 'preview', mapping],
    queryFn: ({ signal }) => api.previewMapping({ body: mapping }, { signal }),
  });
  if (!data) return null;
  return (
    <Text color="secondary">
      {data.events === 0 || !data.from || !data.to
        ? t('data.previewNone')
        : t('data.preview', {
            events: String(data.events),
            from: data.from,
            to: data.to,
          })}
    </Text>
  );
}

/** Says what a name of a source stands for, after a look at what it changes. */
export function MapDialog({ item }: { item: TriageItem }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const [value, setValue] = useState(item.suggestion?.value ?? '');
  const [text, setText] = useState(item.suggestion?.value ?? '');
  const components = useComponents(text);
  const mapping = value ? toMapping(item, value) : undefined;
  const save = useDecision((api, body: Mapping) =>
    api.putMapping({ body }).then(() => setIsOpen(false)),
  );
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('data.map', { name: item.name })}
      >
        {t('data.mapShort')}
      </Button>
      <Dialog>
        <DialogHeader>{t('data.mapTitle', { name: item.name })}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
            {item.kind === 'environment' ? (
              <Select
                label={t('data.tier')}
                options={TIERS.map(id => ({
                  id,
                  label: t(`data.tiers.${id}`),
                }))}
                value={value || null}
                onChange={key => setValue(String(key))}
              />
            ) : (
              <Combobox
                label={t('data.service')}
                options={[
                  ...(components.data ?? []),
                  { id: IGNORE, label: t('data.ignore') },
                ]}
                value={value || null}
                search={{
                  mode: 'server',
                  inputValue: text,
                  onInputChange: setText,
                }}
                onChange={key => {
                  setValue(key === null ? '' : String(key));
                  setText(key === null ? '' : String(key));
                }}
              />
            )}
            {mapping && <Preview mapping={mapping} />}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={() => setIsOpen(false)}>
            {t('decision.cancel')}
          </Button>
          <Button
            isDisabled={!mapping}
            isPending={save.isPending}
            onPress={() => mapping && save.mutate(mapping)}
          >
            {t('decision.save')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
