import { useId, useState, type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Button, ToggleButton } from '@backstage/ui';
import { RiDownloadLine, RiInformationLine, RiTable2 } from '@remixicon/react';
import {
  isTooFew,
  type MetricUnit,
  type MetricWindow,
} from '@waymark/metrics-common';
import { downloadCsv } from '../../data/downloadCsv';
import type { CsvValue } from '../../data/toCsv';
import { useDateFormat } from '../../format/useDateFormat';
import { useUnitFormat } from '../../format/useUnitFormat';
import { chartsTranslationRef } from '../../translation';
import styles from './ChartFrame.module.css';
import { ChartState } from './ChartState';
import { READY, type ChartStatus } from './chartStatus';

/** What every chart says about itself. */
export interface ChartHeading {
  title: string;
  description?: string;
  unit: MetricUnit;
  window?: MetricWindow;
  /** Size of the sample that the whole chart rests on. */
  n?: number;
  status?: ChartStatus;
  /** Level of the heading; 3 by default. */
  headingLevel?: 2 | 3 | 4;
  /** Buttons beside those of the frame. */
  actions?: ReactNode;
}

export interface ChartFrameProps extends Omit<ChartHeading, 'unit'> {
  /** Absent where the columns have units of their own. */
  unit?: MetricUnit;
  /** Height that the drawing takes, kept in every state. */
  height: number;
  legend?: ReactNode;
  /** Beside the too-few note: what the reader needs to know to read the drawing. */
  notes?: readonly string[];
  csv?: () => CsvValue[][];
  /** The data as a table; `visible` when the reader asked to see it. */
  table?: (visible: boolean) => ReactNode;
  children: ReactNode;
}

/** The one frame around every chart: name, unit, window, n, table, download, states. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, description, unit, window, n, status = READY } = props;
  const { headingLevel = 3, actions, height, legend, notes = [] } = props;
  const { csv, table, children } = props;
  const { t } = useTranslationRef(chartsTranslationRef);
  const dates = useDateFormat();
  const format = useUnitFormat();
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  const Heading = `h${headingLevel}` as const;
  const isReady = status.kind === 'ready';
  const tooFew = isReady && n !== undefined && isTooFew(n);
  const meta = [
    unit && t(`unitName.${unit}`),
    window &&
      t('figure.window', {
        dates: dates.window(window),
        zone: window.timezone,
      }),
    n !== undefined && t('figure.n', { n: format.count(n) }),
  ].filter(Boolean);

  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.frame}
      aria-labelledby={titleId}
    >
      <div className={styles.header}>
        <div className={styles.heading}>
          <Heading id={titleId} className={styles.title}>
            {title}
          </Heading>
        </div>
        <div className={styles.actions}>
          {actions}
          {isReady && table && (
            <ToggleButton
              size="small"
              iconStart={<RiTable2 size={14} aria-hidden />}
              isSelected={asTable}
              onChange={setAsTable}
              aria-label={t('frame.asTable', { title })}
            >
              {t('frame.table')}
            </ToggleButton>
          )}
          {isReady && csv && (
            <Button
              size="small"
              variant="tertiary"
              iconStart={<RiDownloadLine size={14} aria-hidden />}
              aria-label={t('frame.downloadCsv', { title })}
              onPress={() => downloadCsv(title, csv())}
            >
              {t('frame.csv')}
            </Button>
          )}
        </div>
      </div>
      {meta.length > 0 && <p className={styles.meta}>{meta.join(' · ')}</p>}
      {description && <p className={styles.description}>{description}</p>}
      {isReady && legend && !asTable && (
        <div className={styles.legendRow}>{legend}</div>
      )}
      <div className={styles.body}>
        {isReady ? (
          <>
            {!asTable && children}
            {table && (
              <div className={asTable ? undefined : styles.hidden}>
                {table(asTable)}
              </div>
            )}
          </>
        ) : (
          <ChartState status={status} title={title} minHeight={height} />
        )}
      </div>
      {tooFew && (
        <p className={`${styles.note} ${styles.tooFew}`}>
          <RiInformationLine size={14} aria-hidden />
          {t('figure.tooFew', { count: n })}
        </p>
      )}
      {isReady &&
        notes.map(note => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
    </Box>
  );
}
