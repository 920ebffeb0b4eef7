import { accessProblemCodes } from '@waymark/plugin-catalog-git-common';

/** SQL list of the codes that say that a repository could not be read. */
export const ACCESS_CODES = accessProblemCodes
  .map(code => `'${code}'`)
  .join(', ');
