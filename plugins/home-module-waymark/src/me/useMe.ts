import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

export interface Team {
  ref: string;
  title: string;
  description?: string;
  /** Entity refs. */
  leads: string[];
}

export interface Me {
  ref: string;
  /** What the person is called. */
  name: string;
  /** By title. */
  teams: Team[];
}

/** Groups of this type only carry a role; nobody calls them their team. */
const ROLE_GROUP_TYPE = 'role';
const LEAD = 'waymark.dev/lead';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.annotations',
  'spec.type',
];

/** The signed-in person and the teams they belong to. */
export function useMe() {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['home', 'me'],
    queryFn: async (): Promise<Me> => {
      const [{ displayName }, { userEntityRef }] = await Promise.all([
        identityApi.getProfileInfo(),
        identityApi.getBackstageIdentity(),
      ]);
      const groups = await catalogApi.getEntities({
        filter: { kind: 'Group', 'relations.hasMember': userEntityRef },
        fields: FIELDS,
      });
      return {
        ref: userEntityRef,
        name: displayName ?? userEntityRef.split('/')[1],
        teams: groups.items
          .filter(group => group.spec?.type !== ROLE_GROUP_TYPE)
          .map(group => ({
            ref: stringifyEntityRef(group),
            title: group.metadata.title ?? group.metadata.name,
            description: group.metadata.description,
            leads: (group.metadata.annotations?.[LEAD] ?? '')
              .split(',')
              .map(ref => ref.trim())
              .filter(ref => ref !== ''),
          }))
          .sort((a, b) => a.title.localeCompare(b.title)),
      };
    },
  });
}

/** The teams that one leads or, for whoever leads none, those one is in. */
export function teamsInCharge({ ref, teams }: Me): Team[] {
  const led = teams.filter(({ leads }) => leads.includes(ref));
  return led.length > 0 ? led : teams;
}
