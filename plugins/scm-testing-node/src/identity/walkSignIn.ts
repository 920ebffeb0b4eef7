/** What the pop-up window of the sign-in page hands to the portal. */
export interface SignInResult {
  response?: {
    profile: { email?: string; displayName?: string };
    backstageIdentity?: {
      token: string;
      identity: { userEntityRef: string; ownershipEntityRefs: string[] };
    };
  };
  error?: { name: string; message: string };
  /** `Cookie` header for later requests. */
  cookie: string;
  /** Where the person was sent to sign in. */
  authorizationUrl: URL;
}

/**
 * Walks the code flow as a browser does: start, identity provider, callback.
 *
 * @param options.start - origin of the backend that is asked first
 * @param options.finish - origin that the callback reaches; another replica, say
 * @param options.follow - who answers for the identity provider, when its address is fixed
 */
export async function walkSignIn(options: {
  provider: string;
  start: string;
  finish?: string;
  environment?: string;
  follow?: (authorizationUrl: URL) => URL;
}): Promise<SignInResult> {
  const {
    provider,
    start,
    finish = start,
    environment = 'production',
  } = options;
  const cookies = new Map<string, string>();

  const started = await fetch(
    `${start}/api/auth/${provider}/start?env=${environment}`,
    { redirect: 'manual' },
  );
  keepCookies(started, cookies);
  const authorizationUrl = new URL(locationOf(started));

  const at = options.follow?.(authorizationUrl) ?? authorizationUrl;
  const authorised = await fetch(at, { redirect: 'manual' });
  const callback = new URL(locationOf(authorised));

  const finished = await fetch(
    `${finish}${callback.pathname}${callback.search}`,
    { redirect: 'manual', headers: { cookie: toHeader(cookies) } },
  );
  keepCookies(finished, cookies);
  return {
    ...readMessage(await finished.text()),
    cookie: toHeader(cookies),
    authorizationUrl,
  };
}

function locationOf(response: Response): string {
  const location = response.headers.get('location');
  if (!location) {
    throw new Error(`${response.url} answered ${response.status}, no redirect`);
  }
  return location;
}

function keepCookies(response: Response, cookies: Map<string, string>): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [pair] = cookie.split(';');
    const end = pair.indexOf('=');
    cookies.set(pair.slice(0, end), pair.slice(end + 1));
  }
}

function toHeader(cookies: Map<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** The message that the page posts to the window that opened it. */
function readMessage(html: string): Pick<SignInResult, 'response' | 'error'> {
  const [, message] =
    /authResponse = decodeURIComponent\('([^']+)'\)/.exec(html) ?? [];
  if (!message) {
    throw new Error(`There is no message in ${html}`);
  }
  return JSON.parse(decodeURIComponent(message));
}
