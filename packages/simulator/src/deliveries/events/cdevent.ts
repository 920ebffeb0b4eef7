/** The shape of a CDEvent 0.5; what may be in `content` and `customData` differs by type. */
export interface CdEvent {
  context: {
    specversion: string;
    id: string;
    source: string;
    type: string;
    timestamp: string;
  };
  subject: {
    id: string;
    source?: string;
    content: Record<string, unknown>;
  };
  customData?: Record<string, unknown>;
  customDataContentType?: string;
}

export const TYPES = {
  merged: 'dev.cdevents.change.merged.0.3.0',
  deployed: 'dev.cdevents.service.deployed.0.3.0',
  rolledBack: 'dev.cdevents.service.rolledback.0.3.0',
  detected: 'dev.cdevents.incident.detected.0.3.0',
  resolved: 'dev.cdevents.incident.resolved.0.3.0',
} as const;
