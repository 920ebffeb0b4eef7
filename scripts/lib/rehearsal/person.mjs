const MAX_REDIRECTS = 10;

/** Keeps cookies by name, as a browser with one site does. */
function cookieJar() {
  const cookies = new Map();
  return {
    keep: response =>
      response.headers.getSetCookie().forEach(cookie => {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
        cookies.set(name, value);
      }),
    header: () =>
      [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  };
}

async function follow(url, jar) {
  for (let hops = 0, at = url; hops < MAX_REDIRECTS; hops += 1) {
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: jar.header() },
    });
    jar.keep(response);
    if (response.status < 300 || response.status >= 400) return response;
    at = new URL(response.headers.get('location'), at);
  }
  throw new Error(`${url} redirects for ever`);
}

/**
 * Signs a person in through the portal's OIDC provider, as the pop-up window of the sign-in page
 * does, and returns what they can do with their session.
 */
export async function signIn(portalUrl, provider, email) {
  const jar = cookieJar();
  const base = `${portalUrl}/api/auth/oidc`;
  provider.isNow(email);
  const page = await follow(`${base}/start?env=production`, jar);
  const html = await page.text();
  const message = /decodeURIComponent\('([^']+)'\)/.exec(html)?.[1];
  const { response, error } = JSON.parse(
    decodeURIComponent(message ?? '%7B%7D'),
  );
  if (!response) {
    throw new Error(
      `${email} could not sign in: ${
        error?.message ?? `${page.status} ${html.slice(0, 200)}`
      }`,
    );
  }
  return {
    email,
    userRef: response.backstageIdentity.identity.userEntityRef,
    headers: {
      authorization: `Bearer ${response.backstageIdentity.token}`,
    },
    /** Renews the session, as the browser does after a while; any replica must be able to. */
    async refresh() {
      const answer = await fetch(`${base}/refresh?env=production`, {
        headers: {
          cookie: jar.header(),
          'x-requested-with': 'XMLHttpRequest',
        },
      });
      jar.keep(answer);
      if (!answer.ok) throw new Error(`refresh: ${answer.status}`);
      const { backstageIdentity } = await answer.json();
      return { authorization: `Bearer ${backstageIdentity.token}` };
    },
  };
}
