import { Coverage } from '../components/data/Coverage';
import { Mappings } from '../components/data/Mappings';
import { Rejected } from '../components/data/Rejected';
import { Triage } from '../components/data/Triage';

/** What could not be attributed or used, and how sure everything else is. */
export function DataPage() {
  return (
    <>
      <Triage />
      <Rejected />
      <Coverage />
      <Mappings />
    </>
  );
}
