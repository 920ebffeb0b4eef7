import type { RootConfigService } from '@backstage/backend-plugin-api';

export interface Limits {
  /** Per principal, plugin and replica. */
  readonly requestsPerMinute: number;
  /** Bytes after decompression. */
  readonly bodyBytes: number;
}

const defaults: Limits = { requestsPerMinute: 600, bodyBytes: 1_048_576 };

/** @throws Error naming the key whose value is not a whole number above 0. */
export function readLimits(config: RootConfigService): Limits {
  const read = (key: keyof Limits) => {
    const path = `waymark.limits.${key}`;
    const value = config.getOptionalNumber(path) ?? defaults[key];
    if (!Number.isInteger(value) || value < 1) {
      throw new Error(
        `Config '${path}' must be a whole number above 0, not ${value}`,
      );
    }
    return value;
  };
  return {
    requestsPerMinute: read('requestsPerMinute'),
    bodyBytes: read('bodyBytes'),
  };
}
