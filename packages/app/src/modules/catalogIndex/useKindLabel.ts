import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityList } from '@backstage/plugin-catalog-react';
import { waymarkTranslationRef } from '../../translation';

const KINDS = [
  'component',
  'api',
  'system',
  'domain',
  'resource',
  'group',
  'user',
  'template',
  'location',
] as const;

/** What the listed entities are called, in the plural. */
export function useKindLabel(): string {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { filters } = useEntityList();
  const kind = KINDS.find(known => known === filters.kind?.value.toLowerCase());
  return kind
    ? t(`catalog.kinds.${kind}`)
    : filters.kind?.label ?? t('catalog.kinds.any');
}
