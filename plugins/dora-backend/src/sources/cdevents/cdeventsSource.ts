import type { JsonValue } from '@backstage/types';
import {
  UnusableEventError,
  type DeliverySource,
  type Observation,
  type ReceivedEvent,
} from '@waymark/plugin-dora-node';
import { read } from '../shared/read';
import { receiveOne } from '../shared/receive';
import { verifyBearer } from '../shared/signatures';
import { OBSERVERS } from './observe';
import { envelopeSchema } from './schema';
import { unwrap } from './unwrap';

/** `dev.cdevents.<subject>.<predicate>.<version>`; drafts have a version such as `0.3.0-draft`. */
const TYPE = /^dev\.cdevents\.([a-z]+)\.([a-z]+)\.\d+\.\d+\.\d+(?:-[\w.]+)?$/;

function observe({ type, payload }: ReceivedEvent): Observation[] {
  const [, subject, predicate] = TYPE.exec(type) ?? [];
  if (!subject) {
    throw new UnusableEventError(
      'unsupported-type',
      `context.type: '${type}' is not a CDEvents type such as dev.cdevents.service.deployed.0.3.0`,
    );
  }
  const name = `${subject}.${predicate}`;
  return Object.hasOwn(OBSERVERS, name) ? OBSERVERS[name](payload) : [];
}

function toEvent(payload: JsonValue): ReceivedEvent {
  const { context } = read(envelopeSchema, payload);
  return {
    deliveryId: context.id,
    type: context.type,
    occurredAt: context.timestamp,
    payload,
  };
}

/** CDEvents 0.4 and 0.5, with what DORA needs beyond them in `customData`. */
export const cdeventsSource: DeliverySource = {
  id: 'cdevents',
  personalFields: [
    'customData.author',
    'customData.reviewer',
    'customData.reportedBy',
    'subject.content.creator',
    'subject.content.assignees[]',
    'subject.content.updatedBy',
    'subject.content.triggeredBy',
  ],
  verify: verifyBearer,
  receive: request =>
    unwrap(request).flatMap(payload =>
      receiveOne(payload, () => toEvent(payload), observe),
    ),
  observe,
};
