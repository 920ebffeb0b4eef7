import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DeliveryTitle } from '../components/DeliveryTitle';
import { Coverage } from '../components/data/Coverage';
import { Mappings } from '../components/data/Mappings';
import { Rejected } from '../components/data/Rejected';
import { Triage } from '../components/data/Triage';
import { doraTranslationRef } from '../translation';

/** What could not be attributed or used, and how sure everything else is. */
export function DataPage() {
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <>
      <DeliveryTitle parts={[t('page.data')]} />
      <Triage />
      <Rejected />
      <Coverage />
      <Mappings />
    </>
  );
}
