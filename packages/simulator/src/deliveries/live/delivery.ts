/** Where a delivery goes: a webhook of `POST /api/dora/ingest/<source>`, or `/api/dora/events`. */
export type Target =
  | 'github'
  | 'gitlab'
  | 'argocd'
  | 'pagerduty'
  | 'alertmanager'
  | 'events';

/** One request of a tool, before it is signed. */
export interface Delivery {
  /** Unique and stable, so that a second attempt says the same. */
  id: string;
  target: Target;
  headers: Record<string, string>;
  body: unknown;
}
