import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Who this service is: in logs, traces and events, and for the broker. */
export const identity = z
  .object({ name: z.string(), version: z.string() })
  .parse(
    JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    ),
  );
