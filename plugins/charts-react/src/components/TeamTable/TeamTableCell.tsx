import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiEyeOffLine } from '@remixicon/react';
import { isTooFew } from '@waymark/metrics-common';
import { useUnitFormat } from '../../format/useUnitFormat';
import { chartsTranslationRef } from '../../translation';
import { Sparkline } from '../Sparkline/Sparkline';
import styles from './TeamTable.module.css';
import type { TeamCell, TeamColumn } from './teams';

interface TeamTableCellProps {
  team: string;
  column: TeamColumn;
  cell: TeamCell | undefined;
}

/** Value with n, and the shape of its series; or why there is none. */
export function TeamTableCell({ team, column, cell }: TeamTableCellProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  if (cell?.suppressed) {
    return (
      <td className={`${styles.cell} ${styles.absent}`}>
        <RiEyeOffLine size={14} aria-hidden />{' '}
        {t('teams.suppressed', { k: String(cell.suppressed.k) })}
      </td>
    );
  }
  if (!cell || cell.value === null) {
    return (
      <td className={`${styles.cell} ${styles.absent}`}>
        {t('figure.noData')}
      </td>
    );
  }
  const { value, n = null, series, href } = cell;
  const text = format.value(value, column.unit);
  return (
    <td className={styles.cell}>
      <div className={styles.figure}>
        {series && (
          <span className={styles.sparkline}>
            <Sparkline
              label={`${team}, ${column.label}`}
              points={series}
              unit={column.unit}
              height={20}
            />
          </span>
        )}
        <span className={styles.numbers}>
          <span className={styles.value}>
            {href ? (
              <Link href={href} variant="body-small">
                {text}
              </Link>
            ) : (
              text
            )}
          </span>
          {n !== null && (
            <span className={styles.sample}>
              {t('figure.n', { n: format.count(n) })}
              {isTooFew(n) && (
                <span className={styles.few}> {t('teams.tooFew')}</span>
              )}
            </span>
          )}
        </span>
      </div>
    </td>
  );
}
