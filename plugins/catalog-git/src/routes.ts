import { createRouteRef } from '@backstage/frontend-plugin-api';

export const healthRouteRef = createRouteRef();

/** Root of the source browser; `sourcePath` says what follows it. */
export const sourceRouteRef = createRouteRef();
