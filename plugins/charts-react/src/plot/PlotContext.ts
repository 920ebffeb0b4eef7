import { createContext, useContext } from 'react';

/** A point of a chart as the reader meets it: by pointer, by keyboard, by ear. */
export interface PlotPoint {
  title: string;
  /** What is measured there, one line a series. */
  lines: readonly PlotLine[];
  href?: string;
}

export interface PlotLine {
  label: string;
  /** Value with its unit. */
  value: string;
  /** Sample, interval, period: what is said beside the value. */
  detail?: string;
  colour?: string;
}

export interface PlotContextValue {
  points: readonly PlotPoint[];
  active: number | null;
  activate: (index: number | null) => void;
  open: (index: number) => void;
  canOpen: (index: number) => boolean;
  /** Where the tooltip is put. */
  overlay: HTMLElement | null;
  width: number;
  height: number;
}

export const PlotContext = createContext<PlotContextValue | null>(null);

export function usePlot(): PlotContextValue {
  const plot = useContext(PlotContext);
  if (!plot) throw new Error('Charts draw inside a Plot');
  return plot;
}
