import type { Config } from '@backstage/config';

const MEBIBYTE = 1024 * 1024;

export interface ForgeConfig {
  root: string;
  /** Address of the forge: `<baseUrl>/<owner>/<name>.git`. */
  baseUrl: string;
  /** Where people read files of a repository: `<pagesUrl>/<owner>/<name>/tree/<branch>`. */
  pagesUrl: string;
  owners: string[];
  anonymousRead: boolean;
  maxPushBytes: number;
  timeoutMs: number;
}

/** `forge` of the configuration; undefined where there is no forge. */
export function readForgeConfig(config: Config): ForgeConfig | undefined {
  const root = config.getOptionalString('forge.root');
  if (!root) {
    return undefined;
  }
  return {
    root,
    baseUrl: `${config.getString('backend.baseUrl')}/forge`,
    pagesUrl: `${config.getString('app.baseUrl')}/git`,
    owners: config.getOptionalStringArray('forge.owners') ?? [],
    anonymousRead: config.getOptionalBoolean('forge.anonymousRead') ?? false,
    maxPushBytes:
      config.getOptionalNumber('forge.maxPushBytes') ?? 100 * MEBIBYTE,
    timeoutMs:
      (config.getOptionalNumber('forge.timeoutSeconds') ?? 600) * 1_000,
  };
}
