import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
});

/** What this is, as package.json says: for telemetry, metrics and the OpenAPI document. */
export const product = manifest.parse(
  JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ),
);
