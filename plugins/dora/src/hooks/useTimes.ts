import { formatValue } from '@waymark/metrics-common';
import { usePortalTime } from '@waymark/time-react';
import { useMemo } from 'react';

/** Instants in the time zone of the portal, which `zone` names, and durations. */
export function useTimes() {
  const { zone, day, format } = usePortalTime();
  return useMemo(
    () => ({
      zone,
      day,
      instant: format,
      duration: (seconds: number) => formatValue(seconds, 'seconds'),
      between: (from: string, to: string) =>
        formatValue((Date.parse(to) - Date.parse(from)) / 1_000, 'seconds'),
    }),
    [zone, day, format],
  );
}
