import { defineContract } from '@waymark/contract-common';
import { decisionsEndpoints } from './endpoints/decisions';
import { detailsEndpoints } from './endpoints/details';
import { figuresEndpoints } from './endpoints/figures';
import { ingestEndpoints } from './endpoints/ingest';
import { listsEndpoints } from './endpoints/lists';
import { mappingsEndpoints } from './endpoints/mappings';
import { qualityEndpoints } from './endpoints/quality';
import { rebuildEndpoints } from './endpoints/rebuild';
import { doraWebhooks } from './webhooks';

/** HTTP API of the `dora` plugin. */
export const doraContract = defineContract({
  pluginId: 'dora',
  title: 'Software delivery performance',
  version: '1.1.0',
  webhooks: doraWebhooks,
  endpoints: {
    ...ingestEndpoints,
    ...figuresEndpoints,
    ...listsEndpoints,
    ...detailsEndpoints,
    ...decisionsEndpoints,
    ...mappingsEndpoints,
    ...qualityEndpoints,
    ...rebuildEndpoints,
  },
});
