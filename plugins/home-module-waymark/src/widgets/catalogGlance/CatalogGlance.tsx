import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { QueryState } from '@waymark/query-react';
import { useLinks } from '../../links/useLinks';
import { homeTranslationRef } from '../../translation';
import { Bar } from '../Bar';
import { percent } from '../percent';
import widget from '../widget.module.css';
import { WidgetEmpty } from '../WidgetEmpty';
import { WidgetFooter } from '../WidgetFooter';
import styles from './CatalogGlance.module.css';
import type { Count, Share } from './glance';
import { useCatalogGlance } from './useCatalogGlance';

/** How large the catalog is, and how much of it is in order. */
export function CatalogGlance() {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const query = useCatalogGlance();
  return (
    <QueryState query={query} label={t('glance.label')}>
      {glance =>
        glance.components === 0 ? (
          <WidgetEmpty
            title={t('glance.none')}
            description={t('glance.noneDetail')}
          />
        ) : (
          <>
            <dl className={styles.shares}>
              <ShareFigure
                label={t('glance.documented')}
                detail={t('glance.ofComponents', {
                  part: String(glance.documented.part),
                  whole: String(glance.documented.whole),
                })}
                share={glance.documented}
              />
              <ShareFigure
                label={t('glance.withApi')}
                detail={t('glance.ofServices', {
                  part: String(glance.withApi.part),
                  whole: String(glance.withApi.whole),
                })}
                share={glance.withApi}
              />
              <ShareFigure
                label={t('glance.owned')}
                detail={t('glance.ofComponents', {
                  part: String(glance.ownedByTeam.part),
                  whole: String(glance.ownedByTeam.whole),
                })}
                share={glance.ownedByTeam}
              />
            </dl>
            <div className={styles.breakdowns}>
              <Breakdown title={t('glance.byType')} counts={glance.byType} />
              <Breakdown
                title={t('glance.byLifecycle')}
                counts={glance.byLifecycle}
              />
            </div>
            <WidgetFooter
              href={links.catalogOf({ kind: 'component', user: 'all' })}
              linkText={t('glance.all', { total: String(glance.components) })}
              asOf={query.dataUpdatedAt}
            />
          </>
        )
      }
    </QueryState>
  );
}

interface ShareFigureProps {
  label: string;
  detail: string;
  share: Share;
}

function ShareFigure({ label, detail, share }: ShareFigureProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const { part, whole } = share;
  return (
    <div>
      <dt className={widget.description}>{label}</dt>
      <dd className={styles.value}>
        {whole > 0 ? percent(part / whole) : t('glance.noShare')}
      </dd>
      <dd className={styles.detail}>
        {whole > 0 && <Bar share={part / whole} />}
        {detail}
      </dd>
    </div>
  );
}

function Breakdown({ title, counts }: { title: string; counts: Count[] }) {
  const most = counts.at(0)?.count ?? 1;
  return (
    <div>
      <h3 className={widget.heading}>{title}</h3>
      <ul className={styles.counts}>
        {counts.map(({ value, count }) => (
          <li key={value}>
            <div className={widget.row}>
              <span className={widget.grow}>{value}</span>
              <span className={widget.aside}>{count}</span>
            </div>
            <Bar share={count / most} />
          </li>
        ))}
      </ul>
    </div>
  );
}
