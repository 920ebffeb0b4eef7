import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityList } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { EmptyState } from '@waymark/query-react';
import { waymarkTranslationRef } from '../../translation';
import { useKindLabel } from './useKindLabel';

/** Nothing to list: says whether the filters are the reason, and how to get out of them. */
export function EmptyIndex({ label }: { label?: string }) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { filters } = useEntityList();
  const kind = useKindLabel(label);
  const isOwned = filters.user?.value === 'owned';
  const everything = new URLSearchParams({
    ...(filters.kind && { 'filters[kind]': filters.kind.value }),
    'filters[user]': 'all',
  });
  return (
    <EmptyState
      title={
        isOwned && !filters.text
          ? t('catalog.emptyOwned', { kind })
          : t('catalog.empty', { kind })
      }
      description={t('catalog.emptyHint')}
      action={
        <ButtonLink variant="secondary" href={`?${everything}`}>
          {t('catalog.showAll')}
        </ButtonLink>
      }
    />
  );
}
