import { z } from 'zod';
import { pageQuery, windowQuery } from '../schemas/common';

export const idParams = z.object({ id: z.string().min(1).max(100) });

export const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true');

export const reason = z
  .string()
  .trim()
  .min(3, 'say why, in three characters or more')
  .max(500);

/**
 * Lists take a window like the figures do, so that a figure opens into its own
 * list; local dates of one bar of a chart narrow it.
 */
export const listQuery = { ...windowQuery, ...pageQuery };
