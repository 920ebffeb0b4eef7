import { createTranslationRef } from '@backstage/frontend-plugin-api';

export const statesTranslationRef = createTranslationRef({
  id: 'waymark.query-states',
  messages: {
    loading: 'Loading',
    retry: 'Try again',
    failed: 'This could not be loaded',
    forbidden: 'You may not see this',
    notFound: 'This could not be found',
  },
});
