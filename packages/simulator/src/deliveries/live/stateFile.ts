import { readFile, rename, writeFile } from 'node:fs/promises';
import type { z } from 'zod';

/** Content of a small JSON file, or undefined where it is missing or something else. */
export async function readState<T>(
  file: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Written as a whole or not at all. */
export async function writeState(file: string, state: unknown): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(state)}\n`);
  await rename(`${file}.new`, file);
}
