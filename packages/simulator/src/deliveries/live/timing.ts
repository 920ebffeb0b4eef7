import { createRandom } from '../../domain/random';
import type { Delivery } from './delivery';

export interface Timed {
  delivery: Delivery;
  /** Seconds since 1970. */
  sendAt: number;
}

/**
 * When deliveries arrive: most within seconds; some hours late, and so behind
 * others that happened after them; some twice. Depends on the delivery alone,
 * so that a second run plans the same.
 */
export function timesOf(delivery: Delivery, at: number): Timed[] {
  const random = createRandom('arrival', delivery.id);
  const dice = random.next();
  const late = dice < 0.03;
  const delay = late ? random.int(300, 3 * 3600) : random.int(1, 12);
  const first = { delivery, sendAt: at + delay };
  return random.chance(0.02)
    ? [first, { delivery, sendAt: first.sendAt + random.int(10, 900) }]
    : [first];
}
