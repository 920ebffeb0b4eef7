import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Deployment, Incident } from '@waymark/plugin-dora-common';
import { useTimes } from '../hooks/useTimes';
import { useDeliveryLinks } from '../location/useDeliveryLinks';
import { doraTranslationRef } from '../translation';
import styles from './page.module.css';
import { shortVersion } from './shortVersion';

interface RecoveryProps {
  deployment: Deployment;
  /** The deployment that ended the failure, if one did. */
  recoveredBy: Deployment | null;
  /** Those that the deployment caused. */
  incidents: readonly Incident[];
}

const endOf = ({ mitigatedAt, resolvedAt }: Incident) =>
  mitigatedAt ?? resolvedAt;

/**
 * How long a failure lasted and which event ended it: a repair or the end of its incidents,
 * whatever came first. An incident may well go on after the repair, which is said too.
 */
export function Recovery(props: RecoveryProps) {
  const { deployment, recoveredBy, incidents } = props;
  const { recoveredAt, recoverySeconds } = deployment;
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const links = useDeliveryLinks();
  if (recoveredAt === null || recoverySeconds === null) {
    return <>{t('deployment.notRecovered')}</>;
  }
  const instant = Date.parse(recoveredAt);
  const link = (href: string, text: string) => <Link href={href}>{text}</Link>;
  const ended = incidents.find(
    incident => Date.parse(endOf(incident) ?? '') === instant,
  );
  const goesOn = incidents.some(incident => {
    const end = incident.resolvedAt ?? endOf(incident);
    return end === null || Date.parse(end) > instant;
  });
  const event = () => {
    if (recoveredBy) {
      return t('recovery.repaired', {
        deployment: link(
          links.deployment(recoveredBy.id),
          shortVersion(recoveredBy),
        ),
      });
    }
    if (!ended) return undefined;
    return t(
      ended.mitigatedAt === null ? 'recovery.resolved' : 'recovery.mitigated',
      {
        incident: link(
          links.incident(ended.id),
          ended.title ?? t('incident.title'),
        ),
      },
    );
  };
  return (
    <>
      {times.duration(recoverySeconds)} {event()}
      {goesOn && (
        <span className={styles.muted}>
          {' '}
          {t(recoveredBy ? 'recovery.goesOn' : 'recovery.goesOnMitigated')}
        </span>
      )}
    </>
  );
}
