import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useMutation } from '@tanstack/react-query';
import { downloadCsv, type CsvValue } from '@waymark/charts-react';
import { errorText } from '@waymark/query-react';
import { doraApiRef, type DoraApi } from '../api/doraApi';
import { PAGE_LIMIT, readPages } from '../hooks/readPages';
import { doraTranslationRef } from '../translation';

/** Ten thousand rows: more belongs to the API. */
const MAX_PAGES = 50;

interface ExportButtonProps<T> {
  title: string;
  read: (
    api: DoraApi,
    page: { cursor?: string; limit: number },
  ) => Promise<{ items: T[]; nextCursor: string | null }>;
  rows: (items: readonly T[]) => CsvValue[][];
}

/** The whole of a list as a file, not only the page in view. */
export function ExportButton<T>({ title, read, rows }: ExportButtonProps<T>) {
  const { t } = useTranslationRef(doraTranslationRef);
  const api = useApi(doraApiRef);
  const toasts = useApi(toastApiRef);
  const load = useMutation({
    mutationFn: () =>
      readPages(cursor => read(api, { cursor, limit: PAGE_LIMIT }), MAX_PAGES),
    onSuccess: ({ items, complete }) => {
      downloadCsv(title, rows(items));
      if (!complete) {
        toasts.post({
          title: t('list.exportCut', { count: items.length }),
          status: 'warning',
        });
      }
    },
    onError: error =>
      toasts.post({
        title: t('list.exportFailed', { reason: errorText(error) }),
        status: 'danger',
      }),
  });
  return (
    <Button
      size="small"
      variant="tertiary"
      iconStart={<RiDownloadLine size={14} aria-hidden />}
      aria-label={t('list.exportOf', { title })}
      isPending={load.isPending}
      onPress={() => load.mutate()}
    >
      {t('list.export')}
    </Button>
  );
}
