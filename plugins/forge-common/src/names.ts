import { z } from 'zod';

/** As on other forges: what is safe in a URL, in a path and on a command line. */
const NAME = /^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$/i;
const RESERVED_ENDING = /\.(?:git|lock|wiki)$/i;

/** Name of a repository, or of the organisation that it is in. */
export const forgeNameSchema = z
  .string()
  .regex(
    NAME,
    'has 1 to 100 letters, digits, dots, dashes and underscores, and begins and ends with a letter or digit',
  )
  .refine(
    name => !name.includes('..') && !RESERVED_ENDING.test(name),
    'has no two dots in a row and does not end in .git, .lock or .wiki',
  );
