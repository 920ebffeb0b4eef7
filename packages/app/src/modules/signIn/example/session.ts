import { z } from 'zod';

/** What the auth backend answers to a refresh. */
export const sessionSchema = z.object({
  profile: z.object({
    email: z.string().optional(),
    displayName: z.string().optional(),
    picture: z.string().optional(),
  }),
  backstageIdentity: z.object({
    token: z.string(),
    identity: z.object({
      type: z.literal('user'),
      userEntityRef: z.string(),
      ownershipEntityRefs: z.array(z.string()),
    }),
  }),
});

export type Session = z.infer<typeof sessionSchema>;

/** How long before its expiry a token is replaced. */
const EXPIRY_MARGIN_MS = 5 * 60 * 1000;
/** Used when the token does not say when it expires. */
const FALLBACK_LIFETIME_MS = 5 * 60 * 1000;

const claimsSchema = z.object({ exp: z.number() });

/** The instant (epoch milliseconds) from which on the token should be replaced. */
export function refreshAt(token: string, nowMs: number): number {
  const claims = claimsSchema.safeParse(decodeClaims(token));
  return claims.success
    ? claims.data.exp * 1000 - EXPIRY_MARGIN_MS
    : nowMs + FALLBACK_LIFETIME_MS;
}

function decodeClaims(token: string): unknown {
  try {
    const payload = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
    return JSON.parse(window.atob(payload));
  } catch {
    return undefined;
  }
}
