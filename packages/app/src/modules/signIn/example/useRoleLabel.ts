import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { waymarkTranslationRef } from '../../../translation';

/** Names of the portal's roles; a role it does not know keeps its id. */
export function useRoleLabel(): (role: string) => string {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const labels = new Map([
    ['developer', t('signIn.example.role.developer')],
    ['team-lead', t('signIn.example.role.teamLead')],
    ['platform-pm', t('signIn.example.role.platformPm')],
    ['platform-coach', t('signIn.example.role.platformCoach')],
    ['platform-engineer', t('signIn.example.role.platformEngineer')],
    ['admin', t('signIn.example.role.admin')],
  ]);
  return role => labels.get(role) ?? role;
}
