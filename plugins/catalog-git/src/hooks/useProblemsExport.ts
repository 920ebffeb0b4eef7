import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { errorText } from '@waymark/query-react';
import { catalogGitApiRef } from '../api/catalogGitApi';
import { allProblems, problemsCsv } from '../problemsCsv';
import { catalogGitTranslationRef } from '../translation';
import type { Filters } from './useFilters';

/** Saves all problems that the filters select as a CSV file. */
export function useProblemsExport() {
  const api = useApi(catalogGitApiRef);
  const toastApi = useApi(toastApiRef);
  const { t } = useTranslationRef(catalogGitTranslationRef);
  return useMutation({
    mutationFn: async ({ provider, code, text }: Filters) => {
      const problems = await allProblems(api, { provider, code, text });
      save('ingestion-problems.csv', problemsCsv(problems));
    },
    onError: error => {
      toastApi.post({
        title: t('health.problems.exportFailed'),
        description: errorText(error),
        status: 'danger',
      });
    },
  });
}

function save(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
