import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
  type GroupEntity,
} from '@backstage/catalog-model';
import {
  defaultOrganizationTeamTransformer,
  type TeamTransformer,
} from '@backstage/plugin-catalog-backend-module-github';
import { readMaintainers } from './readMaintainers';

/** Who leads a group; user references, separated by commas. */
const LEAD_ANNOTATION = 'waymark.dev/lead';

/**
 * A Group as the upstream provider makes it, and its maintainers as its leads.
 *
 * Setting a transformer switches off what upstream does after its own one
 * (namespace, references of members), so both are done here.
 */
export function createTeamTransformer(options: {
  namespaceOf: (organisation: string) => string | undefined;
}): TeamTransformer {
  return async (team, context) => {
    const group = (await defaultOrganizationTeamTransformer(
      team,
      context,
    )) as GroupEntity;
    const namespace = options.namespaceOf(context.org);
    if (namespace) {
      group.metadata.namespace = namespace;
    }
    group.spec.members = team.members.map(
      ({ login }) => `${DEFAULT_NAMESPACE}/${login}`,
    );
    const leads = await readMaintainers(team.slug, context);
    if (leads.length > 0) {
      group.metadata.annotations = {
        ...group.metadata.annotations,
        [LEAD_ANNOTATION]: leads.map(toUserRef).join(','),
      };
    }
    return group;
  };
}

function toUserRef(login: string): string {
  return stringifyEntityRef({
    kind: 'User',
    namespace: DEFAULT_NAMESPACE,
    name: login,
  });
}
