import { describe, expect, it } from 'vitest';
import {
  keyOf,
  readCloudEvent,
  UnreadableEvent,
} from '../../src/events/cloud-event.ts';

const event = {
  specversion: '1.0',
  id: '1',
  source: '/shop',
  type: 'order.placed.v1',
  subject: 'ada',
};
const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

describe('reading', () => {
  it('keeps what it does not know', () => {
    const read = readCloudEvent(bytes({ ...event, partner: 'x' }));
    expect(read).toMatchObject({ ...event, partner: 'x' });
  });

  it.each([
    ['not UTF-8', Buffer.from([0xff, 0xfe]), 'not JSON in UTF-8'],
    ['not JSON', Buffer.from('{'), 'not JSON in UTF-8'],
    ['not an object', bytes([event]), 'not a CloudEvent'],
    ['without a source', bytes({ ...event, source: undefined }), 'source:'],
    [
      'of another version',
      bytes({ ...event, specversion: '0.3' }),
      'specversion:',
    ],
    ['with a NUL in its id', bytes({ ...event, id: 'a\0' }), 'id:'],
  ])('refuses what is %s, and says why', (_what, body, why) => {
    expect(() => readCloudEvent(body)).toThrow(UnreadableEvent);
    expect(() => readCloudEvent(body)).toThrow(why);
  });
});

it('takes the subject for the key, and else leaves the event on its own', () => {
  expect(keyOf(readCloudEvent(bytes(event)))).toBe('ada');
  expect(keyOf(readCloudEvent(bytes({ ...event, subject: undefined })))).toBe(
    '1',
  );
});
