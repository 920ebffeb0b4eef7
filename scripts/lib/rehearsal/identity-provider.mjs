import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';

const base64url = value =>
  Buffer.from(
    typeof value === 'string' ? value : JSON.stringify(value),
  ).toString('base64url');

/**
 * An OpenID provider (authorisation code flow) on loopback, that signs in whoever is named by
 * `next` without asking. It has one client and forgets everything when it stops.
 */
export async function startIdentityProvider({ clientId }) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
  });
  const grants = new Map();
  let next = '';
  let url;

  const token = claims => {
    const head = base64url({ alg: 'RS256', kid: 'rehearsal' });
    const now = Math.floor(Date.now() / 1000);
    const body = base64url({
      iss: url,
      aud: clientId,
      iat: now,
      exp: now + 3600,
      ...claims,
    });
    const signature = sign(
      'sha256',
      Buffer.from(`${head}.${body}`),
      privateKey,
    );
    return `${head}.${body}.${signature.toString('base64url')}`;
  };
  const grant = value => {
    const code = randomUUID();
    grants.set(code, value);
    return code;
  };
  const subject = email => createHash('sha256').update(email).digest('hex');

  const answers = {
    '/.well-known/openid-configuration': () => ({
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      userinfo_endpoint: `${url}/userinfo`,
      jwks_uri: `${url}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/jwks': () => ({
      keys: [
        {
          ...publicKey.export({ format: 'jwk' }),
          kid: 'rehearsal',
          alg: 'RS256',
          use: 'sig',
        },
      ],
    }),
    '/token': form => {
      const key = form.get('code') ?? form.get('refresh_token');
      const { email, nonce } = grants.get(key);
      return {
        access_token: grant({ email }),
        refresh_token: grant({ email }),
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'openid profile email',
        id_token: token({ sub: subject(email), email, nonce }),
      };
    },
    '/userinfo': (_form, req) => {
      const { email } = grants.get(req.headers.authorization.split(' ')[1]);
      return { sub: subject(email), email, email_verified: true, name: email };
    },
  };

  const server = createServer(async (req, res) => {
    const { pathname, searchParams } = new URL(req.url, url);
    if (pathname === '/authorize') {
      const back = new URL(searchParams.get('redirect_uri'));
      const nonce = searchParams.get('nonce');
      back.searchParams.set('code', grant({ email: next, nonce }));
      back.searchParams.set('state', searchParams.get('state'));
      res.writeHead(302, { location: back.toString() }).end();
      return;
    }
    let body = '';
    for await (const chunk of req) body += chunk;
    const answer = answers[pathname](new URLSearchParams(body), req);
    res
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    /** Says who is at the browser. */
    isNow: email => {
      next = email;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise(resolve => server.close(resolve));
    },
  };
}
