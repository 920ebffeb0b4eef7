import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorText } from '@waymark/query-react';
import { doraApiRef, type DoraApi } from '../api/doraApi';
import { doraTranslationRef } from '../translation';

/** A write that changes figures: says how it went, and asks for everything anew. */
export function useDecision<V>(
  write: (api: DoraApi, value: V) => Promise<unknown>,
) {
  const api = useApi(doraApiRef);
  const toasts = useApi(toastApiRef);
  const queries = useQueryClient();
  const { t } = useTranslationRef(doraTranslationRef);
  return useMutation({
    mutationFn: (value: V) => write(api, value),
    onSuccess: () =>
      toasts.post({ title: t('decision.saved'), status: 'success' }),
    onError: error =>
      toasts.post({
        title: t('decision.notSaved', { reason: errorText(error) }),
        status: 'danger',
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['dora'] }),
  });
}
