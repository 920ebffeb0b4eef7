import { z } from 'zod';
import { identifier, instant, maybe } from '../shared/read';

const text = z.string().max(2_000);
const reference = maybe(z.object({ id: identifier }));

/** The envelope of 0.5; 0.4 says `version` for `specversion`, and more about the subject. */
export const envelopeSchema = z.object({
  context: z.object({
    id: identifier,
    source: text,
    type: text,
    timestamp: instant,
  }),
  subject: z.object({ id: identifier }),
});

const words = maybe(z.array(text).max(5_000));

/** What the standard has no field for, about a deployment. */
const deploymentData = z
  .object({
    startedAt: maybe(instant),
    finishedAt: maybe(instant),
    commitSha: maybe(text),
    repository: maybe(text),
    runUrl: maybe(text),
    changeIds: words,
    version: maybe(text),
    remediates: maybe(text),
    unplanned: maybe(z.boolean()),
    releaseId: maybe(text),
    result: maybe(z.enum(['success', 'failure', 'canceled', 'unknown'])),
  })
  .default({});

export const serviceEventSchema = envelopeSchema.extend({
  subject: z.object({
    id: identifier,
    content: z.object({
      environment: z.object({ id: identifier }),
      artifactId: maybe(text),
    }),
  }),
  customData: deploymentData,
});

export const runEventSchema = envelopeSchema.extend({
  subject: z.object({
    id: identifier,
    content: z
      .object({ outcome: maybe(text), uri: maybe(text), url: maybe(text) })
      .default({}),
  }),
  customData: deploymentData
    .unwrap()
    .extend({
      service: maybe(text),
      environment: maybe(text),
    })
    .default({}),
});

export const changeEventSchema = envelopeSchema.extend({
  subject: z.object({
    id: identifier,
    content: z.object({ repository: reference }).default({}),
  }),
  customData: z
    .object({
      service: maybe(text),
      repository: maybe(text),
      title: maybe(text),
      firstCommitAt: maybe(instant),
      openedAt: maybe(instant),
      firstReviewAt: maybe(instant),
      approvedAt: maybe(instant),
      mergedAt: maybe(instant),
      mergeCommitSha: maybe(text),
      commitShas: words,
      isBot: maybe(z.boolean()),
      additions: maybe(z.number().int().nonnegative()),
      deletions: maybe(z.number().int().nonnegative()),
      labels: words,
      branch: maybe(text),
      paths: words,
      revertOf: maybe(text),
      url: maybe(text),
    })
    .default({}),
});

export const incidentEventSchema = envelopeSchema.extend({
  subject: z.object({
    id: identifier,
    content: z.object({
      description: maybe(text),
      environment: reference,
      service: reference,
      ticketURI: maybe(text),
    }),
  }),
  customData: z
    .object({
      service: maybe(text),
      title: maybe(text),
      causedBy: maybe(text),
      severity: maybe(text),
      impactStartAt: maybe(instant),
      mitigatedAt: maybe(instant),
      url: maybe(text),
    })
    .default({}),
});
