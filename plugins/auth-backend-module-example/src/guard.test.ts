import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { isExampleEnabled } from './guard';

const safe = {
  app: { baseUrl: 'http://localhost:7007' },
  auth: { environment: 'development', providers: { example: {} } },
  backend: { baseUrl: 'http://localhost:7007', listen: '127.0.0.1:7007' },
  waymark: { example: { enabled: true } },
};
const check = (changes: JsonObject) =>
  isExampleEnabled(new ConfigReader({ ...safe, ...changes }));
const listen = (value?: string | JsonObject) => ({
  backend: { ...safe.backend, listen: value },
});

describe('isExampleEnabled', () => {
  it.each<[JsonObject]>([
    [{ waymark: {} }],
    [{ waymark: { example: { enabled: false } } }],
    [{ waymark: {}, auth: { environment: 'production' } }],
  ])('is off, whatever else is set: %j', changes => {
    expect(check({ ...listen(':7007'), ...changes })).toBe(false);
  });

  it.each<[JsonObject]>([
    [{}],
    [listen('localhost:7007')],
    [listen('127.0.0.2:7007')],
    [listen({ host: '127.0.0.1', port: 7007 })],
    [listen({ host: 'LOCALHOST' })],
    [listen({ host: '::1' })],
    [{ app: { baseUrl: 'http://127.0.0.1:3000' } }],
    [{ app: { baseUrl: 'http://[::1]:3000/portal' } }],
    [{ auth: { providers: { example: {} } } }],
  ])('is on: %j', changes => {
    expect(check(changes)).toBe(true);
  });

  it.each<[JsonObject, string]>([
    [
      { auth: { ...safe.auth, environment: 'production' } },
      "'auth.environment' must not be 'production'",
    ],
    [
      listen(),
      "'backend.listen.host' names no host, so every interface; write '127.0.0.1'",
    ],
    [listen(':7007'), "'backend.listen' names no host, so every interface"],
    [listen('7007'), "'backend.listen' names no host, so every interface"],
    [listen({ port: 7007 }), "'backend.listen.host' names no host"],
    [listen('0.0.0.0:7007'), "'backend.listen' is '0.0.0.0'"],
    [listen('10.0.0.7:7007'), "'backend.listen' is '10.0.0.7'"],
    [listen('[::]:7007'), "'backend.listen' is '[::]'"],
    [listen('127.example.org:7007'), "'backend.listen' is '127.example.org'"],
    [listen({ host: '::' }), "'backend.listen.host' is '::'"],
    [
      { app: { baseUrl: 'https://portal.example.org' } },
      "'app.baseUrl' is 'https://portal.example.org'; write 'http://localhost:7007'",
    ],
    [
      { app: { baseUrl: 'http://localhost.example.org' } },
      "'app.baseUrl' is 'http://localhost.example.org'",
    ],
    [{ app: {} }, "'app.baseUrl' is ''"],
    [{ app: { baseUrl: 'localhost' } }, "'app.baseUrl' is 'localhost'"],
    [
      { backend: { ...safe.backend, baseUrl: 'http://10.0.0.7:7007' } },
      "'backend.baseUrl' is 'http://10.0.0.7:7007'",
    ],
    [{ auth: {} }, "'auth.providers.example' is missing; write '{}'"],
  ])('refuses %j', (changes, message) => {
    expect(() => check(changes)).toThrow(message);
  });

  it('names all problems and the way out', () => {
    expect(() =>
      check({ ...listen(':7007'), app: { baseUrl: 'http://a' } }),
    ).toThrow(
      /does not start like this: 'backend\.listen' .*; 'app\.baseUrl' .*\. Or set 'waymark\.example\.enabled: false'\./,
    );
  });
});
