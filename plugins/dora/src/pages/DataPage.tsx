import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Alert } from '@backstage/ui';
import { doraTriageReadPermission } from '@waymark/plugin-dora-common';
import { DeliveryTitle } from '../components/DeliveryTitle';
import { Coverage } from '../components/data/Coverage';
import { Mappings } from '../components/data/Mappings';
import { Rejected } from '../components/data/Rejected';
import { Triage } from '../components/data/Triage';
import { doraTranslationRef } from '../translation';

/** Every part would be refused in the same way: it is said once, with whom to ask. */
function Refused() {
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <div role="alert">
      <Alert
        status="warning"
        icon
        title={t('data.refusedTitle')}
        description={t('data.refusedDescription')}
      />
    </div>
  );
}

/** What could not be attributed or used, and how sure everything else is. */
export function DataPage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const { allowed, loading } = usePermission({
    permission: doraTriageReadPermission,
  });
  return (
    <>
      <DeliveryTitle parts={[t('page.data')]} />
      {!loading && !allowed && <Refused />}
      {allowed && (
        <>
          <Triage />
          <Rejected />
          <Coverage />
          <Mappings />
        </>
      )}
    </>
  );
}
