import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const home = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** What the launcher installs for itself: Node, the TechDocs environment. Safe to delete. */
export const tools = path.join(home, '.tools');

/** Local state of the embedded default: database, example, secrets, logs. */
export const data = path.resolve(
  home,
  process.env.WAYMARK_DATA ?? path.join(home, '.data'),
);

export const inHome = (...parts) => path.join(home, ...parts);
export const inTools = (...parts) => path.join(tools, ...parts);
export const inData = (...parts) => path.join(data, ...parts);
