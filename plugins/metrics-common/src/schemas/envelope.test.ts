import { metricEnvelopeSchema, type MetricEnvelope } from './envelope';

const envelope: MetricEnvelope = {
  name: 'Change fail rate',
  value: 0.125,
  unit: 'rate',
  n: 24,
  denominator: 24,
  interval: { low: 0.043, high: 0.31 },
  window: { from: '2026-03-01', to: '2026-03-29', timezone: 'Europe/Berlin' },
  freshness: '2026-03-28T09:12:00Z',
  suppressed: null,
  definition: {
    text: 'Share of deployments that failed.',
    formula: 'failed / total',
    source: 'dora.dev, 2025',
  },
  previous: { value: 0.1, n: 30 },
  series: [
    {
      start: '2026-03-02',
      end: '2026-03-09',
      value: null,
      n: 0,
      partial: false,
    },
  ],
};

const pathsOf = (change: object) =>
  metricEnvelopeSchema
    .safeParse({ ...envelope, ...change })
    .error?.issues.map(issue => issue.path.join('.'));

describe('metricEnvelopeSchema', () => {
  it('takes a complete figure unchanged', () => {
    expect(metricEnvelopeSchema.parse(envelope)).toEqual(envelope);
  });

  it('takes a withheld figure without value, interval and n', () => {
    const withheld = {
      ...envelope,
      value: null,
      interval: null,
      n: null,
      suppressed: { reason: 'fewer than 5 people', k: 5 },
    };
    expect(metricEnvelopeSchema.parse(withheld)).toEqual(withheld);
  });

  it.each([
    [{ suppressed: { reason: 'few', k: 5 } }, ['value', 'interval']],
    [{ n: null }, ['n']],
    [{ unit: 'furlongs' }, ['unit']],
    [{ interval: { low: 1, high: 0 } }, ['interval.high']],
    [
      { window: { from: '2026-03-29', to: '2026-03-01', timezone: 'UTC' } },
      ['window.to'],
    ],
    [
      { window: { from: '2026-02-30', to: '2026-03-01', timezone: 'Mars' } },
      ['window.from', 'window.timezone'],
    ],
    [{ freshness: 'yesterday' }, ['freshness']],
  ])('names what is wrong in %j', (change, paths) => {
    expect(pathsOf(change)).toEqual(paths);
  });
});
