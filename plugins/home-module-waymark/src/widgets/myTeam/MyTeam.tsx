import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { QueryState } from '@waymark/query-react';
import { teamsInCharge, useMe } from '../../me/useMe';
import { homeTranslationRef } from '../../translation';
import { WidgetEmpty } from '../WidgetEmpty';
import { TeamSection } from './TeamSection';

/** Who is on the teams that one leads or is in, and what they look after. */
export function MyTeam() {
  const { t } = useTranslationRef(homeTranslationRef);
  const query = useMe();
  return (
    <QueryState query={query} label={t('team.label')}>
      {me => {
        const teams = teamsInCharge(me);
        return teams.length === 0 ? (
          <WidgetEmpty
            title={t('team.none')}
            description={t('team.noneDetail')}
          />
        ) : (
          <>
            {teams.map(team => (
              <TeamSection key={team.ref} team={team} />
            ))}
          </>
        );
      }}
    </QueryState>
  );
}
