import {
  useId,
  useMemo,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useOpen } from '../hooks/useOpen';
import { useWidth } from '../hooks/useWidth';
import { chartsTranslationRef } from '../translation';
import { nextIndex } from './nextIndex';
import styles from './Plot.module.css';
import { PlotContext, type PlotPoint } from './PlotContext';

export type PlotHeight = number | ((width: number) => number);

export const heightIn = (height: PlotHeight, width: number): number =>
  typeof height === 'function' ? height(width) : height;

export interface PlotProps {
  /** Name of the chart. */
  label: string;
  /** In pixels; or as it follows from the width. */
  height: PlotHeight;
  points: readonly PlotPoint[];
  /** Called instead of opening the `href` of the point. */
  onSelect?: (index: number) => void;
  children: (size: { width: number; height: number }) => ReactNode;
}

const spoken = ({ title, lines }: PlotPoint) =>
  `${title}: ${lines
    .map(({ label, value, detail }) =>
      [label, value, detail].filter(Boolean).join(' '),
    )
    .join('; ')}`;

/**
 * The drawing of a chart. It can be walked with the arrow keys; what the keyboard comes upon is
 * marked, shown in the tooltip and announced, and Enter opens what is behind it. The drawing itself
 * is hidden from screen readers, which have the table and the announcements.
 */
export function Plot(props: PlotProps) {
  const { label, points, onSelect, children } = props;
  const { t } = useTranslationRef(chartsTranslationRef);
  const hintId = useId();
  const openHref = useOpen();
  const [ref, width] = useWidth();
  const height = heightIn(props.height, width);
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const [announced, setAnnounced] = useState('');

  const plot = useMemo(() => {
    const canOpen = (index: number) =>
      Boolean(points[index] && (onSelect || points[index].href));
    return {
      points,
      active,
      activate: setActive,
      canOpen,
      open: (index: number) => {
        const href = points[index]?.href;
        if (onSelect) onSelect(index);
        else if (href) openHref(href);
      },
      overlay,
      width,
      height,
    };
  }, [points, active, onSelect, openHref, overlay, width, height]);

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && active !== null) {
      event.preventDefault();
      if (plot.canOpen(active)) plot.open(active);
      return;
    }
    const next = nextIndex(event.key, active, points.length);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
    setAnnounced(next === null ? '' : spoken(points[next]));
  };

  const isOpenable = points.some((_, index) => plot.canOpen(index));
  return (
    <PlotContext.Provider value={plot}>
      <div ref={ref} className={styles.measure}>
        {/* The rules do not know that an application is interactive: it takes the keys that a screen
            reader would otherwise keep to itself. */}
        {/* eslint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex */}
        <div
          role="application"
          aria-label={label}
          aria-roledescription={t('plot.role')}
          aria-describedby={hintId}
          tabIndex={0}
          className={styles.plot}
          onKeyDown={onKeyDown}
          onBlur={() => setActive(null)}
        >
          <div aria-hidden style={{ height }}>
            {children({ width, height })}
          </div>
          <div ref={setOverlay} className={styles.overlay} aria-hidden />
        </div>
        {/* eslint-enable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex */}
        <span id={hintId} hidden>
          {isOpenable ? t('plot.hintOpen') : t('plot.hint')}
        </span>
        <span role="status" className={styles.announced}>
          {announced}
        </span>
      </div>
    </PlotContext.Provider>
  );
}
