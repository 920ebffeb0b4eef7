import { stringifyEntityRef, type UserEntity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import type { Team } from '../../me/useMe';

export interface Member {
  ref: string;
  name: string;
  picture: string;
  /** What the person does, where their entry says so. */
  title?: string;
  leads: boolean;
}

const MOST = 100;
const TITLE = 'waymark.dev/title';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.profile',
];

/** The people of a team: whoever leads it first, then by name. */
export function useMembers(team: Team) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['home', 'members', team.ref],
    queryFn: async () => {
      const answer = await catalogApi.queryEntities({
        filter: { kind: 'User', 'relations.memberOf': team.ref },
        fields: FIELDS,
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit: MOST,
      });
      const members = answer.items.map((entity): Member => {
        const { metadata, spec } = entity as UserEntity;
        const ref = stringifyEntityRef(entity);
        return {
          ref,
          name: spec?.profile?.displayName ?? metadata.name,
          picture: spec?.profile?.picture ?? '',
          title: metadata.annotations?.[TITLE],
          leads: team.leads.includes(ref),
        };
      });
      return {
        total: answer.totalItems,
        members: members.sort(
          (a, b) =>
            Number(b.leads) - Number(a.leads) || a.name.localeCompare(b.name),
        ),
      };
    },
  });
}
