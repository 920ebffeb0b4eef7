import { expect, it } from 'vitest';
import { kafkaOptions } from '../../src/broker/kafka-url.ts';

it('reads several brokers', () => {
  expect(kafkaOptions('kafka://a:9092,b:9092')).toEqual({
    bootstrapBrokers: ['a:9092', 'b:9092'],
  });
});

it('reads TLS and a user', () => {
  expect(kafkaOptions('kafka+tls://me:p%40ss@a:9093?mechanism=PLAIN')).toEqual({
    bootstrapBrokers: ['a:9093'],
    tls: {},
    sasl: { mechanism: 'PLAIN', username: 'me', password: 'p@ss' },
  });
});

it.each([
  ['localhost:9092', 'kafka[+tls]://'],
  ['http://localhost:9092', 'kafka[+tls]://'],
  ['kafka://', 'kafka[+tls]://'],
  ['kafka://me:secret@a:9092?mechanism=GUESS', 'GUESS'],
])('refuses %s without telling the password', (url, why) => {
  expect(() => kafkaOptions(url)).toThrow(why);
  expect(() => kafkaOptions(url)).not.toThrow('secret');
});
