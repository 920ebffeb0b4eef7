/** States of a run, as the scaffolder has them. */
export const runStatuses = [
  'open',
  'processing',
  'completed',
  'failed',
  'cancelled',
  'skipped',
] as const;
export type RunStatus = (typeof runStatuses)[number];

/** One run of a template. */
export interface Run {
  id: string;
  status: RunStatus;
  /** ISO instant. */
  startedAt: string;
  /** Entity ref. */
  startedBy?: string;
  template: {
    /** Entity ref. */
    ref?: string;
    title?: string;
  };
}

/** What came of a run. */
export interface Outcome {
  /** ISO instant. */
  endedAt: string;
  /** The last words of the scaffolder: of a failed run, why. */
  reason?: string;
  links: { title?: string; url?: string; entityRef?: string }[];
}

/** A run that is over has an outcome. */
export function isOver({ status }: Run): boolean {
  return status === 'completed' || status === 'failed';
}

export function templateTitle({ template }: Run): string | undefined {
  return template.title ?? template.ref?.split('/').at(-1);
}
