/** A table needs more than half of the main column. */
export const WIDE = { width: { minColumns: 8, defaultColumns: 12 } };

/** A list that has room anywhere, and is meant for the side column. */
export const NARROW = { width: { defaultColumns: 4 } };

/** How many entries a list shows at most, as a setting of the person. */
export const limit = (choices: number[], byDefault: number) => ({
  schema: {
    type: 'object' as const,
    properties: {
      limit: {
        type: 'integer' as const,
        title: 'Show at most',
        enum: choices,
        default: byDefault,
      },
    },
  },
});
