import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isTooFew } from '@waymark/metrics-common';
import { useUnitFormat } from '../../format/useUnitFormat';
import { chartsTranslationRef } from '../../translation';
import styles from './HeatMap.module.css';
import { heatStep, type HeatCell } from './heat';

interface HeatGridCellProps {
  /** Row and column, for the keyboard to find. */
  place: string;
  cell: HeatCell | undefined;
  domain: readonly [number, number];
  textOf: (value: number) => string;
  isCurrent: boolean;
  canOpen: boolean;
  onFocus: () => void;
  onOpen: () => void;
}

export function HeatGridCell(props: HeatGridCellProps) {
  const { place, cell, domain, textOf, isCurrent, canOpen } = props;
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  const value = cell?.value ?? null;
  const sample =
    typeof cell?.n === 'number'
      ? t('figure.n', { n: format.count(cell.n) })
      : '';
  const hasFew = value !== null && isTooFew(cell?.n ?? null);
  const text = () => {
    if (cell?.suppressed) {
      return (
        <>
          <span aria-hidden>{`<${cell.suppressed.k}`}</span>
          <span className={styles.spoken}>
            {t('heat.suppressed', { k: String(cell.suppressed.k) })}
          </span>
        </>
      );
    }
    if (value === null) {
      return (
        <>
          <span aria-hidden>–</span>
          <span className={styles.spoken}>{t('figure.noData')}</span>
        </>
      );
    }
    return (
      <>
        {textOf(value)}
        {hasFew && <span aria-hidden>*</span>}
        {sample && (
          <span className={styles.spoken}>
            {' '}
            {sample}
            {hasFew && `, ${t('heat.tooFew')}`}
          </span>
        )}
      </>
    );
  };
  return (
    <td
      role="gridcell"
      data-cell={place}
      data-step={value === null ? undefined : heatStep(value, domain)}
      className={[
        styles.cell,
        value === null ? styles.none : '',
        canOpen ? styles.openable : '',
      ].join(' ')}
      tabIndex={isCurrent ? 0 : -1}
      title={sample || undefined}
      onFocus={props.onFocus}
      onClick={canOpen ? props.onOpen : undefined}
    >
      {text()}
    </td>
  );
}
