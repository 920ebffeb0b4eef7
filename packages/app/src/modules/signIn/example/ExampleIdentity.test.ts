import { ExampleIdentity } from './ExampleIdentity';
import { rememberedPerson } from './rememberedPerson';

const NOW = new Date('2026-03-02T09:00:00Z');
const MINUTE_MS = 60_000;

const discoveryApi = {
  getBaseUrl: async (id: string) => `http://localhost/api/${id}`,
};

function tokenThatExpires(atMs: number): string {
  const claims = window.btoa(JSON.stringify({ exp: atMs / 1000 }));
  return `header.${claims}.signature`;
}

function answer(status: number, body: unknown): Response {
  const text = JSON.stringify(body);
  return {
    ok: status < 400,
    status,
    statusText: String(status),
    headers: new Headers({ 'content-type': 'application/json' }),
    json: async () => body,
    text: async () => text,
  } as Response;
}

function session(lifetimeMs: number) {
  return answer(200, {
    providerInfo: {},
    profile: { displayName: 'Ada Okafor' },
    backstageIdentity: {
      token: tokenThatExpires(Date.now() + lifetimeMs),
      identity: {
        type: 'user',
        userEntityRef: 'user:default/ada',
        ownershipEntityRefs: ['user:default/ada', 'group:default/checkout'],
      },
    },
  });
}

describe('ExampleIdentity', () => {
  const fetchMock = jest.fn<Promise<Response>, Parameters<typeof fetch>>();
  const originalFetch = global.fetch;

  beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
    fetchMock.mockReset();
    global.fetch = fetchMock;
    rememberedPerson.clear();
  });

  afterEach(() => {
    jest.useRealTimers();
    global.fetch = originalFetch;
  });

  const signIn = () => ExampleIdentity.signIn({ discoveryApi, person: 'ada' });

  it('asks the backend for the named person and remembers who that is', async () => {
    fetchMock.mockResolvedValueOnce(session(60 * MINUTE_MS));

    const identity = await signIn();

    expect(fetchMock).toHaveBeenCalledWith(
      'http://localhost/api/auth/example/refresh',
      expect.objectContaining({
        headers: expect.objectContaining({ 'x-waymark-person': 'ada' }),
      }),
    );
    expect(await identity.getProfileInfo()).toEqual({
      displayName: 'Ada Okafor',
    });
    expect((await identity.getBackstageIdentity()).ownershipEntityRefs).toEqual(
      ['user:default/ada', 'group:default/checkout'],
    );
    expect(rememberedPerson.get()).toBe('user:default/ada');
  });

  it('replaces the token five minutes before it expires, once for all callers', async () => {
    fetchMock.mockImplementation(async () => session(60 * MINUTE_MS));
    const identity = await signIn();
    const first = await identity.getCredentials();

    jest.setSystemTime(NOW.getTime() + 54 * MINUTE_MS);
    expect(await identity.getCredentials()).toEqual(first);
    expect(fetchMock).toHaveBeenCalledTimes(1);

    jest.setSystemTime(NOW.getTime() + 56 * MINUTE_MS);
    const [one, other] = await Promise.all([
      identity.getCredentials(),
      identity.getCredentials(),
    ]);
    expect(fetchMock).toHaveBeenCalledTimes(2);
    expect(one).toEqual(other);
    expect(one).not.toEqual(first);
  });

  it('tries again after a failed replacement', async () => {
    fetchMock.mockResolvedValueOnce(session(MINUTE_MS));
    const identity = await signIn();
    fetchMock.mockResolvedValueOnce(answer(503, {}));
    await expect(identity.getCredentials()).rejects.toThrow('503');

    fetchMock.mockResolvedValueOnce(session(60 * MINUTE_MS));
    await expect(identity.getCredentials()).resolves.toEqual({
      token: expect.any(String),
    });
  });

  it("passes on the server's words and remembers nobody when refused", async () => {
    fetchMock.mockResolvedValueOnce(
      answer(404, {
        error: { name: 'NotFoundError', message: "No user 'ada' yet" },
        response: { statusCode: 404 },
      }),
    );

    await expect(signIn()).rejects.toMatchObject({
      body: { error: { message: "No user 'ada' yet" } },
    });
    expect(rememberedPerson.get()).toBeUndefined();
  });

  it('forgets the person on sign-out', async () => {
    fetchMock.mockResolvedValueOnce(session(60 * MINUTE_MS));
    const identity = await signIn();

    await identity.signOut();

    expect(rememberedPerson.get()).toBeUndefined();
  });
});
