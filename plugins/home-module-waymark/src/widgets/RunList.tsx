import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useLinks } from '../links/useLinks';
import { templateTitle, type Outcome } from '../runs/run';
import type { RunWithOutcome } from '../runs/useRuns';
import { usePortalTime } from '@waymark/time-react';
import { homeTranslationRef } from '../translation';
import { RunStatusLabel } from './RunStatusLabel';
import styles from './widget.module.css';

interface RunListProps {
  runs: readonly RunWithOutcome[];
  /** Whose run each is, where they are of several people. */
  showsPeople?: boolean;
}

/** Runs of templates: state, when, and what came out or what went wrong. */
export function RunList({ runs, showsPeople }: RunListProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const instant = usePortalTime();
  return (
    <ul className={styles.list}>
      {runs.map(({ run, outcome }) => {
        const name = templateTitle(run) ?? t('runs.withoutTemplate');
        const href = links.run(run.id);
        return (
          <li key={run.id}>
            <div className={styles.row}>
              <span className={styles.grow}>
                {href ? <Link href={href}>{name}</Link> : name}
              </span>
              <RunStatusLabel status={run.status} />
            </div>
            <div className={styles.description}>
              {t('runs.started', {
                instant: instant.formatWithZone(run.startedAt),
              })}
              {showsPeople && run.startedBy && (
                <>
                  {', '}
                  <EntityDisplayName
                    entityRef={run.startedBy}
                    hideIcon
                    disableTooltip
                  />
                </>
              )}
            </div>
            {run.status === 'failed' && outcome?.reason && (
              <div className={styles.grow}>{outcome.reason}</div>
            )}
            {outcome && <Results links={outcome.links} />}
          </li>
        );
      })}
    </ul>
  );
}

function Results({ links: results }: Pick<Outcome, 'links'>) {
  const links = useLinks();
  const shown = results.flatMap(({ title, url, entityRef }) => {
    const href = url ?? (entityRef && links.ref(entityRef));
    return href ? [{ href, text: title ?? entityRef ?? href }] : [];
  });
  if (shown.length === 0) {
    return null;
  }
  return (
    <div className={styles.results}>
      {shown.map(({ href, text }) => (
        <Link key={href} href={href}>
          {text}
        </Link>
      ))}
    </div>
  );
}
