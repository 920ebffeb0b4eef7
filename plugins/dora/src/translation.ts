import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { benchmarksMessages } from './messages/benchmarks';
import { chartsMessages } from './messages/charts';
import { dataMessages } from './messages/data';
import { decisionsMessages } from './messages/decisions';
import { detailsMessages } from './messages/details';
import { graphMessages } from './messages/graph';
import { listsMessages } from './messages/lists';
import { metricsMessages } from './messages/metrics';
import { pagesMessages } from './messages/pages';
import { widgetsMessages } from './messages/widgets';

/** All texts of the delivery pages, a file for each theme. */
export const doraTranslationRef = createTranslationRef({
  id: 'plugin.dora',
  messages: {
    ...pagesMessages,
    ...metricsMessages,
    ...chartsMessages,
    ...benchmarksMessages,
    ...listsMessages,
    ...detailsMessages,
    ...decisionsMessages,
    ...dataMessages,
    ...widgetsMessages,
    ...graphMessages,
  },
});
