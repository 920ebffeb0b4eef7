import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldDeployment } from '@waymark/plugin-dora-common';
import type { DeploymentObservation, IngestRequest, ReceivedEvent } from '.';
import { shipitSource } from './__testUtils__/shipitSource';

const body = {
  id: '4711',
  app: 'component:default/orders',
  stage: 'production',
  commit: '53e28ff20cc530b9ada2173fbbd64d48338583ba',
  ok: true,
  by: 'ada',
  started: '2026-05-15T10:00:00Z',
  ended: '2026-05-15T10:04:00Z',
};

const requestOf = (
  content: IngestRequest['body'],
  headers: IngestRequest['headers'] = {},
): IngestRequest => ({
  headers,
  rawBody: Buffer.from(JSON.stringify(content)),
  body: content,
});

describe('the source in the README', () => {
  it('is this one', () => {
    // Prettier breaks lines of the README at other places.
    const read = (path: string) =>
      readFileSync(join(__dirname, path), 'utf8')
        .replace(/\s+/g, '')
        .replace(/,}/g, '}');
    const code = read('__testUtils__/shipitSource.ts').replace(
      "from'..'",
      "from'@waymark/plugin-dora-node'",
    );
    expect(read('../README.md')).toContain(code);
  });

  it('lets in who has the secret', () => {
    const asked = (token: string) => () =>
      shipitSource.verify(requestOf(body, { 'x-shipit-token': token }), [
        'old',
        'new',
      ]);
    expect(asked('new')).not.toThrow();
    expect(asked('nil')).toThrow('x-shipit-token');
    expect(asked('')).toThrow('x-shipit-token');
  });

  it('makes a deployment of an event', () => {
    const observations = shipitSource
      .receive(requestOf(body))
      .flatMap(reception => ('event' in reception ? [reception.event] : []))
      .flatMap((event: ReceivedEvent) => shipitSource.observe(event));
    expect(
      foldDeployment(observations as DeploymentObservation[]),
    ).toMatchObject({
      key: '4711',
      service: 'component:default/orders',
      result: 'success',
      finishedAt: new Date('2026-05-15T10:04:00Z'),
    });
  });

  it.each([
    [{ ...body, app: null }, 'id, app: are needed'],
    [{ ...body, ended: null }, 'ended: is missing'],
    [null, 'id, app: are needed'],
  ])('refuses %j', (content, message) => {
    expect(() => shipitSource.receive(requestOf(content))).toThrow(message);
  });
});
