import type { RootConfigService } from '@backstage/backend-plugin-api';

/** An entry of `backend.auth.externalAccess` of the type `jwks`. */
export interface JwksEntry {
  /** Empty: any. */
  issuers: readonly string[];
  /** Empty: any. */
  audiences: readonly string[];
}

/** The entries of which one could have let a signed token in, read as the host reads them. */
export function readJwksEntries(config: RootConfigService): JwksEntry[] {
  const entries =
    config.getOptionalConfigArray('backend.auth.externalAccess') ?? [];
  return entries
    .filter(entry => entry.getOptionalString('type') === 'jwks')
    .map(entry => ({
      issuers: words(entry.getOptional('options.issuer')),
      audiences: words(entry.getOptional('options.audience')),
    }));
}

function words(value: unknown): string[] {
  return [value ?? []]
    .flat()
    .flatMap(text => String(text).split(/[ ,]/))
    .filter(Boolean);
}
