import { createHmac } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import type { DeliverySource } from '@waymark/plugin-dora-node';
import { createToolSources } from './createToolSources';

const NOW = new Date('2026-05-20T12:00:00Z');
const NOW_SECONDS = String(NOW.getTime() / 1000);
const BODY = Buffer.from('{"n": 1,  "kept": "as it came"}');
const SECRET = 'whsec_c2VjcmV0LW9mLXRoZS13ZWJob29r';

const hmac = (
  key: string | Buffer,
  bytes: string | Buffer,
  encoding: 'hex' | 'base64' = 'hex',
) => createHmac('sha256', key).update(bytes).digest(encoding);

const svix = (secret: string, time = NOW_SECONDS, body = BODY) => ({
  'svix-id': 'msg_1',
  'svix-timestamp': time,
  'svix-signature': `v1,${hmac(
    Buffer.from(secret.replace('whsec_', ''), 'base64'),
    `msg_1.${time}.${body}`,
    'base64',
  )}`,
});

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** How each tool proves who it is. */
const PROOFS: Record<string, (secret: string) => Record<string, string>> = {
  alertmanager: bearer,
  argocd: bearer,
  cdevents: bearer,
  generic: bearer,
  flux: secret => ({ 'x-signature': `sha256=${hmac(secret, BODY)}` }),
  github: secret => ({ 'x-hub-signature-256': `sha256=${hmac(secret, BODY)}` }),
  gitlab: secret => ({ 'x-gitlab-token': secret }),
  pagerduty: secret => ({
    'x-pagerduty-signature': `v1=${'0'.repeat(64)}, v1=${hmac(secret, BODY)}`,
  }),
  'incident-io': svix,
};

const SIGNS_BYTES = ['flux', 'github', 'pagerduty', 'incident-io'];

const sources = createToolSources(() => NOW);

function verify(
  source: DeliverySource,
  headers: Record<string, string>,
  secrets: string[],
  rawBody = BODY,
) {
  return () => source.verify({ headers, rawBody, body: null }, secrets);
}

describe.each(sources.map(source => [source.id, source] as const))(
  '%s',
  (id, source) => {
    const proof = PROOFS[id](SECRET);

    it('believes who has the secret, or the next one', () => {
      expect(verify(source, proof, [SECRET])).not.toThrow();
      expect(verify(source, proof, ['whsec_b3RoZXI=', SECRET])).not.toThrow();
    });

    it('believes nobody else', () => {
      const none = AuthenticationError;
      expect(verify(source, {}, [SECRET])).toThrow(none);
      expect(verify(source, proof, ['whsec_b3RoZXI='])).toThrow(none);
      expect(verify(source, proof, [])).toThrow(none);
      expect(verify(source, PROOFS[id](''), [''])).toThrow(none);
    });
  },
);

it.each(SIGNS_BYTES)('%s signs the bytes, not what they mean', id => {
  const source = sources.find(each => each.id === id);
  const same = Buffer.from(JSON.stringify(JSON.parse(BODY.toString())));
  expect(() =>
    source?.verify({ headers: PROOFS[id](SECRET), rawBody: same, body: null }, [
      SECRET,
    ]),
  ).toThrow(AuthenticationError);
});

describe('incident.io', () => {
  const source = sources.find(({ id }) => id === 'incident-io');
  if (!source) throw new Error('there is no such source');
  const at = (seconds: number) =>
    svix(SECRET, String(NOW.getTime() / 1000 + seconds));

  it.each([-300, 0, 300])(
    'takes what was signed %i seconds from now',
    delta => {
      expect(verify(source, at(delta), [SECRET])).not.toThrow();
    },
  );

  it.each([-301, 301])('takes no copy: signed %i seconds from now', delta => {
    expect(verify(source, at(delta), [SECRET])).toThrow('svix-timestamp');
  });

  it('has the time in the signature', () => {
    const later = { ...at(-400), 'svix-timestamp': NOW_SECONDS };
    expect(verify(source, later, [SECRET])).toThrow('svix-signature');
  });
});

it('takes the password of basic authentication, too', () => {
  const source = sources.find(({ id }) => id === 'alertmanager');
  const basic = (credentials: string) => ({
    authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
  });
  const request = (credentials: string) => ({
    headers: basic(credentials),
    rawBody: BODY,
    body: null,
  });
  expect(() =>
    source?.verify(request(`anybody:${SECRET}`), [SECRET]),
  ).not.toThrow();
  expect(() => source?.verify(request(SECRET), [SECRET])).toThrow(
    AuthenticationError,
  );
});
