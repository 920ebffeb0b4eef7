import { z } from 'zod';
import {
  idsOf,
  widths,
  type Arrangement,
  type PlacedWidget,
} from './arrangement';

const VERSION = 1;

const placed = z.object({
  id: z.string().min(1),
  width: z.enum(widths),
  settings: z.record(z.string(), z.json()).optional(),
});

const storedSchema = z.object({
  version: z.literal(VERSION),
  main: z.array(placed),
  side: z.array(placed),
  known: z.array(z.string()),
});

/** As it is kept: plain JSON. */
export type Stored = {
  version: typeof VERSION;
  main: PlacedWidget[];
  side: PlacedWidget[];
  /** Widgets of the role's default that this person has been shown or offered. */
  known: string[];
};

/** What a person keeps, or undefined if it is not of a form that is known here. */
export function parseStored(value: unknown): Stored | undefined {
  const result = storedSchema.safeParse(value);
  return result.success ? withoutDoubles(result.data) : undefined;
}

/** A widget stands in one place at most, whatever has been written. */
function withoutDoubles(stored: Stored): Stored {
  const seen = new Set<string>();
  const isFirst = ({ id }: { id: string }) => {
    const first = !seen.has(id);
    seen.add(id);
    return first;
  };
  return {
    ...stored,
    main: stored.main.filter(isFirst),
    side: stored.side.filter(isFirst),
  };
}

export function toStored(
  arrangement: Arrangement,
  known: Iterable<string>,
): Stored {
  const plain = (column: keyof Arrangement) =>
    arrangement[column].map(({ id, width, settings }) => ({
      id,
      width,
      ...(settings && { settings }),
    }));
  return {
    version: VERSION,
    main: plain('main'),
    side: plain('side'),
    known: [...new Set(known)].sort(),
  };
}

/**
 * Widgets that came to the default of the person's roles after they made an
 * arrangement of their own: offered, never put in place by themselves.
 */
export function newWidgets(options: {
  stored: Stored;
  byDefault: Arrangement;
  isAvailable: (id: string) => boolean;
}): string[] {
  const { stored, byDefault, isAvailable } = options;
  const known = new Set([...stored.known, ...idsOf(stored)]);
  return idsOf(byDefault).filter(id => isAvailable(id) && !known.has(id));
}
