import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { formatValue } from '@waymark/metrics-common';
import { useMemo } from 'react';

const DEFAULT_TIME_ZONE = 'UTC';

/** Instants in the time zone of the portal, which `zone` names, and durations. */
export function useTimes() {
  const config = useApi(configApiRef);
  const zone =
    config.getOptionalString('waymark.timezone') ?? DEFAULT_TIME_ZONE;
  return useMemo(() => {
    const formatter = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone,
    });
    const days = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'medium',
      timeZone: zone,
    });
    return {
      zone,
      day: (iso: string) => days.format(new Date(iso)),
      instant: (iso: string) => formatter.format(new Date(iso)),
      duration: (seconds: number) => formatValue(seconds, 'seconds'),
      between: (from: string, to: string) =>
        formatValue((Date.parse(to) - Date.parse(from)) / 1_000, 'seconds'),
    };
  }, [zone]);
}
