import { createRouteRef } from '@backstage/frontend-plugin-api';

/** Root of the delivery pages; `useDeliveryLinks` knows what follows it. */
export const rootRouteRef = createRouteRef();
