import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorText } from '@waymark/query-react';
import { catalogGitApiRef } from '../api/catalogGitApi';
import { catalogGitTranslationRef } from '../translation';

/** What to scan: one repository, everything of some providers, or all that fails. */
export type RefreshTarget =
  | { repository: string; provider: string }
  | { failing: true; provider?: string }
  | { providers: string[] };

const TOAST_MS = 6_000;

/** Asks for a scan now and says in a toast what became of it. */
export function useRefresh() {
  const api = useApi(catalogGitApiRef);
  const toastApi = useApi(toastApiRef);
  const queryClient = useQueryClient();
  const { t } = useTranslationRef(catalogGitTranslationRef);

  return useMutation({
    mutationFn: async (target: RefreshTarget) => {
      const bodies =
        'providers' in target
          ? target.providers.map(provider => ({ provider }))
          : [target];
      const answers = await Promise.all(
        bodies.map(body => api.refresh({ body })),
      );
      return answers.flatMap(answer => answer.scheduled).length;
    },
    onSuccess: count => {
      toastApi.post({
        title: t('health.scanned'),
        description: t('health.scannedDetail', { count }),
        status: 'success',
        timeout: TOAST_MS,
      });
      return queryClient.invalidateQueries({ queryKey: ['catalog-git'] });
    },
    onError: error => {
      toastApi.post({
        title: t('health.scanFailed'),
        description: errorText(error),
        status: 'danger',
      });
    },
  });
}
