import { z } from 'zod';
import { runStatuses, type Outcome, type Run } from '../runs/run';

const text = z.string().optional().catch(undefined);

const taskSchema = z.object({
  id: z.string(),
  status: z.enum(runStatuses),
  createdAt: z.string(),
  createdBy: text,
  spec: z
    .object({
      user: z.object({ ref: text }).optional().catch(undefined),
      templateInfo: z
        .object({
          entityRef: text,
          entity: z
            .object({ metadata: z.object({ name: text, title: text }) })
            .optional()
            .catch(undefined),
        })
        .optional()
        .catch(undefined),
    })
    .catch({}),
});

/** The part of `GET /v2/tasks` that is used here. */
export const tasksSchema = z.object({
  tasks: z.array(taskSchema),
  totalTasks: z.number().optional(),
});

const linkSchema = z.object({ title: text, url: text, entityRef: text });

/** The part of `GET /v2/tasks/:id/events` that is used here. */
export const eventsSchema = z.array(
  z.object({
    type: z.string(),
    createdAt: z.string(),
    body: z.object({
      message: text,
      output: z
        .object({ links: z.array(linkSchema).optional().catch(undefined) })
        .optional()
        .catch(undefined),
      error: z.object({ message: text }).optional().catch(undefined),
    }),
  }),
);

export function toRun({
  id,
  status,
  createdAt,
  createdBy,
  spec,
}: z.infer<typeof taskSchema>): Run {
  const { entityRef, entity } = spec.templateInfo ?? {};
  return {
    id,
    status,
    startedAt: createdAt,
    startedBy: createdBy ?? spec.user?.ref,
    template: {
      ref: entityRef,
      title: entity?.metadata.title ?? entity?.metadata.name,
    },
  };
}

export function toOutcome(
  events: z.infer<typeof eventsSchema>,
): Outcome | undefined {
  const end = events.find(({ type }) => type === 'completion');
  return (
    end && {
      endedAt: end.createdAt,
      reason: end.body.error?.message ?? end.body.message,
      links: (end.body.output?.links ?? []).filter(
        ({ url, entityRef }) => url || entityRef,
      ),
    }
  );
}
