import { expect, it } from 'vitest';
import { InvalidConfig, readConfig } from '../../src/config.ts';
import { identity } from '../../src/identity.ts';

const needed = {
  DATABASE_URL: 'postgresql://user:secret@db:5432/orders',
  BROKER_URL: 'somewhere',
};

it('has a default for all but the two addresses', () => {
  expect(readConfig(needed)).toMatchObject({
    port: 8080,
    eventTopic: identity.name,
    consumedTopics: [identity.name],
    consumerGroup: identity.name,
  });
});

it('reads lists', () => {
  const { consumedTopics } = readConfig({
    ...needed,
    CONSUMED_TOPICS: 'orders, payments',
  });
  expect(consumedTopics).toEqual(['orders', 'payments']);
});

it('names everything that is wrong at once, without telling a secret', () => {
  const read = (): unknown =>
    readConfig({
      DATABASE_URL: 'mysql://user:secret@db',
      PORT: 'http',
      CONSUMED_TOPICS: 'orders,,payments',
    });
  expect(read).toThrow(InvalidConfig);
  for (const what of [
    'DATABASE_URL',
    'BROKER_URL',
    'PORT',
    'CONSUMED_TOPICS',
  ]) {
    expect(read).toThrow(what);
  }
  expect(read).not.toThrow('secret');
});
