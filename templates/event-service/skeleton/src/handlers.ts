import type { EventHandler } from './events/handler.ts';
import { countOrder } from './orders/customer-totals.ts';

/** Every event that this service handles. */
export const handlers: readonly EventHandler[] = [countOrder];
