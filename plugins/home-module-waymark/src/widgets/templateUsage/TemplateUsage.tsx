import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { QueryState } from '@waymark/query-react';
import { useLinks } from '../../links/useLinks';
import type { TemplateUsage as Usage } from '../../runs/usageByTemplate';
import { usePortalTime } from '@waymark/time-react';
import { homeTranslationRef } from '../../translation';
import { Bar } from '../Bar';
import { percent } from '../percent';
import styles from '../widget.module.css';
import { WidgetEmpty } from '../WidgetEmpty';
import { WidgetFooter } from '../WidgetFooter';
import { useTemplateUsage, WINDOW_DAYS } from './useTemplateUsage';

/** Runs and success of each template in the last four weeks. */
export function TemplateUsage() {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const instant = usePortalTime();
  const query = useTemplateUsage();
  const days = String(WINDOW_DAYS);
  return (
    <QueryState query={query} label={t('usage.label')}>
      {({ templates, total, isComplete, from }) => (
        <>
          {templates.length === 0 ? (
            <WidgetEmpty
              title={t('usage.none', { days })}
              description={t('usage.noneDetail')}
              href={links.create()}
              linkText={t('usage.create')}
            />
          ) : (
            <>
              <p className={styles.lead}>
                {isComplete
                  ? t('usage.window', {
                      total: String(total),
                      days,
                      from: instant.formatWithZone(from),
                    })
                  : t('usage.newest', { total: String(total), days })}
              </p>
              <ul className={styles.list}>
                {templates.map(usage => (
                  <TemplateRow
                    key={usage.ref ?? ''}
                    usage={usage}
                    share={usage.runs / templates[0].runs}
                  />
                ))}
              </ul>
            </>
          )}
          <WidgetFooter
            href={links.runs()}
            linkText={t('usage.all')}
            asOf={query.dataUpdatedAt}
          />
        </>
      )}
    </QueryState>
  );
}

interface TemplateRowProps {
  usage: Usage;
  /** Of the runs of the most used template. */
  share: number;
}

function TemplateRow({ usage, share }: TemplateRowProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const { ref, runs, succeeded, failed, successShare } = usage;
  const title = usage.title ?? t('runs.withoutTemplate');
  const href = ref && links.ref(ref);
  return (
    <li>
      <div className={styles.row}>
        <span className={styles.grow}>
          {href ? <Link href={href}>{title}</Link> : title}
        </span>
        <span className={styles.aside}>{t('usage.runs', { count: runs })}</span>
      </div>
      <Bar share={share} />
      <div className={styles.description}>
        {successShare === undefined
          ? t('usage.noResult')
          : t('usage.success', {
              share: percent(successShare),
              succeeded: String(succeeded),
              over: String(succeeded + failed),
            })}
      </div>
    </li>
  );
}
