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

/** What the listed entities are called, in the plural; by kind unless they have a name. */
export function useKindLabel(label?: string): string {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { filters } = useEntityList();
  const kind = KINDS.find(known => known === filters.kind?.value.toLowerCase());
  if (label) return label;
  return kind
    ? t(`catalog.kinds.${kind}`)
    : filters.kind?.label ?? t('catalog.kinds.any');
}
