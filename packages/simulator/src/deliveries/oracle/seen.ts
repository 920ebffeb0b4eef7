/** What the events say, before any rule is applied. Times are milliseconds since 1970. */
export interface SeenDeployment {
  eventId: string;
  service: string;
  environment: string;
  finishedAt: number;
  startedAt: number;
  result: string;
  sha?: string;
  version: string;
  saysRollback: boolean;
  unplanned?: boolean;
  remediates?: string;
  releaseId?: string;
  /** Absent where the event lists no changes. */
  changeIds?: string[];
}

export interface SeenChange {
  id: string;
  service: string;
  title: string;
  labels: string[];
  isBot: boolean;
  sha?: string;
  firstCommitAt?: number;
  openedAt?: number;
  firstReviewAt?: number;
  mergedAt: number;
}

export interface SeenIncident {
  id: string;
  service: string;
  environment: string;
  detectedAt: number;
  impactStartAt?: number;
  mitigatedAt?: number;
  /** Absent while it is open. */
  resolvedAt?: number;
  causedBy?: string;
}

export interface Seen {
  deployments: SeenDeployment[];
  changes: SeenChange[];
  incidents: SeenIncident[];
  lastAt: number | undefined;
}
