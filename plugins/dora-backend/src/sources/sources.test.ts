import type { JsonValue } from '@backstage/types';
import { UnusableEventError } from '@waymark/plugin-dora-node';
import { pseudonymiseFields } from '@waymark/privacy-common';
import fc from 'fast-check';
import * as cdevents from './__fixtures__/cdevents';
import * as github from './__fixtures__/github';
import * as gitlab from './__fixtures__/gitlab';
import * as operations from './__fixtures__/operations';
import { eventsOf, requestOf } from './__testUtils__/requests';
import { createToolSources } from './createToolSources';

const SOURCES = createToolSources(() => new Date('2026-05-20T12:00:00Z'));

const EXAMPLES: Record<string, JsonValue[]> = {
  cdevents: [
    cdevents.serviceDeployed,
    cdevents.serviceDeployed04,
    cdevents.changeMerged,
    cdevents.incidentDetected,
    cdevents.incidentResolved,
    cdevents.runFailed,
    { specversion: '1.0', id: '1', data: cdevents.serviceDeployed },
  ],
  github: [
    github.deploymentStatus('success'),
    github.workflowRun,
    github.pullRequest,
    github.review,
    github.push('Round totals (#7)'),
    github.issue('closed', '2026-05-15T18:00:00Z'),
  ],
  gitlab: [
    gitlab.deployment('success', '2026-05-05 12:10:00 +0200'),
    gitlab.mergeRequest('merge', '2026-05-05 10:00:00 UTC'),
    gitlab.note,
    gitlab.push('Round totals'),
    gitlab.incident('close', '2026-05-05 14:00:00 UTC'),
  ],
  argocd: [operations.argocd('Succeeded')],
  flux: [operations.flux('ReconciliationSucceeded')],
  alertmanager: [operations.alertmanager('firing', 'resolved')],
  pagerduty: [
    operations.pagerduty('incident.resolved', '2026-05-15T19:00:00Z'),
  ],
  'incident-io': [operations.incidentIo('closed')],
  generic: [operations.generic],
};

const examplesOf = (id: string) => EXAMPLES[id] ?? [];

/** Everything that can be changed in a value, as paths. */
function pathsIn(value: JsonValue): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, item]) =>
      pathsIn(item as JsonValue).map(path => [key, ...path]),
    ),
  ];
}

function replaced(
  value: JsonValue,
  path: readonly string[],
  by: JsonValue | undefined,
): JsonValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) {
    return by;
  }
  const copy: Record<string, JsonValue | undefined> | JsonValue[] =
    Array.isArray(value) ? [...value] : { ...value };
  Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, by));
  return copy as JsonValue;
}

const strangeValues = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<JsonValue>,
  fc.constantFrom<JsonValue | undefined>(
    undefined,
    '2026-13-45T99:99:99Z',
    '2026-05-15 10:00:00',
    'constructor',
    '__proto__',
    '',
    -1,
    1e300,
  ),
);

describe.each(SOURCES.map(source => [source.id, source] as const))(
  '%s',
  (id, source) => {
    it('has examples', () => {
      const observed = examplesOf(id).flatMap(body =>
        eventsOf(source, body).flatMap(event => source.observe(event)),
      );
      expect(observed.length).toBeGreaterThanOrEqual(examplesOf(id).length);
    });

    it('gives the same delivery the same id and time', () => {
      for (const body of examplesOf(id)) {
        expect(eventsOf(source, body)).toEqual(eventsOf(source, body));
      }
    });

    it('never stops at what it cannot read', () => {
      const bodies = fc.oneof(
        fc.jsonValue() as fc.Arbitrary<JsonValue>,
        fc
          .constantFrom(...examplesOf(id))
          .chain(body =>
            fc
              .tuple(fc.constantFrom(...pathsIn(body)), strangeValues)
              .map(([path, by]) => replaced(body, path, by) ?? null),
          ),
      );
      const parts = (body: JsonValue) => {
        try {
          return source.receive(requestOf(body));
        } catch (error) {
          if (error instanceof UnusableEventError) return [];
          throw error;
        }
      };
      fc.assert(
        fc.property(bodies, body => {
          const stored = parts(body).flatMap(part =>
            'event' in part ? [part.event] : [],
          );
          for (const event of stored) {
            expect(event.deliveryId).not.toBe('');
            expect(event.occurredAt.getTime()).not.toBeNaN();
            for (const { key, at } of source.observe(event)) {
              expect(key).not.toBe('');
              expect(at.getTime()).not.toBeNaN();
            }
          }
        }),
        { numRuns: 1_000 },
      );
    });

    it('keeps no names of people', () => {
      const stored = examplesOf(id)
        .flatMap(body => eventsOf(source, body))
        .map(event =>
          pseudonymiseFields(
            event.payload,
            source.personalFields,
            () => 'somebody',
          ),
        );
      expect(JSON.stringify(stored)).not.toMatch(
        /octo|hubot|21031067|MDQ6|\bada\b|lovelace|PLH1HKV|(?:user|author|assignee)_ids?"/i,
      );
    });

    it('sees the same in what is stored as in what came', () => {
      for (const body of examplesOf(id)) {
        const events = eventsOf(source, body);
        const stored = events.map(event => ({
          ...event,
          payload: pseudonymiseFields(
            event.payload,
            source.personalFields,
            name => `pseudonym of ${name}`,
          ) as JsonValue,
        }));
        expect(stored.flatMap(event => source.observe(event))).toEqual(
          events.flatMap(event => source.observe(event)),
        );
      }
    });
  },
);
