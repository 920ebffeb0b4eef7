import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import styles from '../components/ChartFrame/DataTable.module.css';
import { TableScroll } from '../components/ChartFrame/TableScroll';
import { chartsTranslationRef } from '../translation';
import type { TimelineRow } from './useTimelineRows';

interface TimelineTableProps {
  caption: string;
  rows: readonly TimelineRow[];
  visible: boolean;
}

export function TimelineTable({ caption, rows, visible }: TimelineTableProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  return (
    <TableScroll label={caption} visible={visible}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('timeline.what')}</th>
            <th scope="col">{t('timeline.lane')}</th>
            <th scope="col">{t('timeline.start')}</th>
            <th scope="col">{t('timeline.end')}</th>
            <th scope="col">{t('timeline.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ event, lane, start, end, outcome }) => (
            <tr key={event.id}>
              <th scope="row">
                {visible && event.href ? (
                  <Link href={event.href} variant="body-small">
                    {event.title}
                  </Link>
                ) : (
                  event.title
                )}
              </th>
              <td>{lane}</td>
              <td>{start}</td>
              <td>{end}</td>
              <td>{outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
