/** What one run found. */
export interface ScanSummary {
  changed: number;
  unchanged: number;
  failed: number;
  /** Changed entities. */
  changes: number;
  /** Why the listing failed or cannot be believed. */
  error: string | null;
}
