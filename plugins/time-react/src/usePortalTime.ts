import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';

const DEFAULT_TIME_ZONE = 'UTC';

type Instant = string | number | Date;

/** Shows instants and days in the time zone of the portal, which `zone` names. */
export function usePortalTime() {
  const config = useApi(configApiRef);
  const zone =
    config.getOptionalString('waymark.timezone') ?? DEFAULT_TIME_ZONE;
  return useMemo(() => {
    const instants = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone,
    });
    const days = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'medium',
      timeZone: zone,
    });
    const format = (at: Instant) => instants.format(new Date(at));
    return {
      zone,
      format,
      formatWithZone: (at: Instant) => `${format(at)} ${zone}`,
      day: (at: Instant) => days.format(new Date(at)),
    };
  }, [zone]);
}
