import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { GitLabIntegration } from '@backstage/integration';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import type { Amend } from '../guard/guardProvider';
import { chooseLeads } from './chooseLeads';
import { readMembers } from './readMembers';

/** Who leads a group; user references, separated by commas. */
const LEAD_ANNOTATION = 'waymark.dev/lead';

/** Gives every Group of the provider its leads. */
export function createLeadAnnotator(integration: GitLabIntegration): Amend {
  const pathAnnotation = `${integration.config.host}/team-path`;
  return async deferred => {
    const path = deferred.entity.metadata.annotations?.[pathAnnotation];
    if (deferred.entity.kind !== 'Group' || !path) {
      return deferred;
    }
    const leads = chooseLeads(await readMembers(path, integration));
    return leads.length > 0 ? withLeads(deferred, leads) : deferred;
  };
}

function withLeads(deferred: DeferredEntity, leads: string[]): DeferredEntity {
  const { entity } = deferred;
  const refs = leads.map(name =>
    stringifyEntityRef({ kind: 'User', namespace: DEFAULT_NAMESPACE, name }),
  );
  return {
    ...deferred,
    entity: {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [LEAD_ANNOTATION]: refs.join(','),
        },
      },
    },
  };
}
