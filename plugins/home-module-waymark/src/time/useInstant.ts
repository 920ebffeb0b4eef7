import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';

const DEFAULT_TIME_ZONE = 'UTC';

/** Shows instants in the time zone of the portal, which `zone` names. */
export function useInstant() {
  const config = useApi(configApiRef);
  const zone =
    config.getOptionalString('waymark.timezone') ?? DEFAULT_TIME_ZONE;
  return useMemo(() => {
    const formatter = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone,
    });
    return {
      zone,
      format: (instant: string | number | Date) =>
        `${formatter.format(new Date(instant))} ${zone}`,
    };
  }, [zone]);
}
