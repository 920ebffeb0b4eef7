import { loadEvents } from './loadEvents';
import type { LoadProfile } from './loadProfile';
import { readLoadArguments } from './loadArguments';

const PROFILE: LoadProfile = {
  seed: 1,
  services: 37,
  months: 5,
  until: Date.parse('2026-06-30T16:00:00Z'),
  deployments: 2_003,
  changes: 6_001,
  incidents: 199,
};

const read = (profile: LoadProfile) =>
  [...loadEvents(profile)].map(line => JSON.parse(line));

describe('a load', () => {
  it('has exactly what was asked for, of every service and month', () => {
    const events = read(PROFILE);
    const count = (type: string) =>
      events.filter(({ context }) => context.type.includes(type)).length;
    expect(count('.service.')).toBe(2_003);
    expect(count('.change.')).toBe(6_001);
    expect(count('.incident.')).toBe(199);
    const ids = new Set(events.map(({ context }) => context.id));
    expect(ids.size).toBe(events.length);
    const services = events
      .filter(({ context }) => context.type.includes('.service.'))
      .map(({ subject }) => subject.id);
    expect(new Set(services).size).toBe(37);
  });

  it('ships every change once, after it was merged', () => {
    const events = read(PROFILE);
    const merged = new Map(
      events
        .filter(({ context }) => context.type.includes('.change.'))
        .map(({ subject, customData }) => [subject.id, customData.mergedAt]),
    );
    const shipped = new Set<string>();
    for (const { customData } of events) {
      for (const id of customData.changeIds ?? []) {
        expect(shipped.has(id)).toBe(false);
        shipped.add(id);
        expect(merged.get(id) <= customData.finishedAt).toBe(true);
      }
    }
    // Nearly all: rollbacks ship nothing.
    expect(shipped.size).toBeGreaterThan(5_500);
  });

  it('comes latest month first and does not reach beyond its end', () => {
    const times = read(PROFILE)
      .filter(({ context }) => context.type.includes('.service.'))
      .map(({ context }) => Date.parse(context.timestamp));
    expect(Math.max(...times)).toBeLessThan(PROFILE.until);
    expect(times[0]).toBeGreaterThan(times[times.length - 1]);
  });

  it('is the same again, and another with another seed', () => {
    expect([...loadEvents(PROFILE)]).toEqual([...loadEvents(PROFILE)]);
    const [first] = loadEvents({ ...PROFILE, seed: 2 });
    expect([...loadEvents(PROFILE)][0]).not.toBe(first);
  });

  it('begins at once, however large it is', () => {
    const started = Date.now();
    const lines = loadEvents({
      ...PROFILE,
      services: 5_000,
      deployments: 2_000_000,
      changes: 6_000_000,
      incidents: 200_000,
    });
    for (let i = 0; i < 20_000; i++) lines.next();
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('explains what is wrong with its arguments', () => {
    const now = new Date('2026-06-30T16:20:00Z');
    const good = {
      seed: '1',
      services: '5',
      months: '12',
      deployments: '10',
      changes: '10',
      incidents: '1',
      seconds: '60',
    };
    expect(readLoadArguments(good, now).profile).toEqual({
      seed: 1,
      services: 5,
      months: 12,
      deployments: 10,
      changes: 10,
      incidents: 1,
      until: Date.parse('2026-06-30T16:00:00Z'),
    });
    expect(() =>
      readLoadArguments({ ...good, services: '0', months: 'all' }, now),
    ).toThrow('--services must be at least 1; --months must be a whole number');
  });
});
