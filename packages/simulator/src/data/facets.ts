import { withArticle } from '../domain/words';
import type { ComponentKind } from './blueprint';

/**
 * What a system of an organisation tends to consist of. Used where a blueprint
 * names no components (the bank) and to grow any profile with `--services`.
 * The first facet of a system is always its service.
 */
export interface Facet {
  suffix: string;
  kind: ComponentKind;
  weight: number;
  describe(system: string, noun: string, nouns: string): string;
}

export const SERVICE_FACET: Facet = {
  suffix: 'service',
  kind: 'api+events',
  weight: 0,
  describe: (_, noun, nouns) =>
    `System of record for ${nouns}: validates and stores every ${noun} and publishes what changed.`,
};

export const FACETS: Facet[] = [
  {
    suffix: 'processor',
    kind: 'worker',
    weight: 6,
    describe: (system, noun) =>
      `Works through ${noun} events in order and applies the rules of ${system}.`,
  },
  {
    suffix: 'console',
    kind: 'web',
    weight: 5,
    describe: (_, _noun, nouns) =>
      `Screens where colleagues look up ${nouns}, correct them and see their history.`,
  },
  {
    suffix: 'gateway',
    kind: 'api',
    weight: 4,
    describe: (system, _, nouns) =>
      `Front door to ${nouns} for other domains: authorisation, quotas and a stable contract of ${system}.`,
  },
  {
    suffix: 'reconciliation',
    kind: 'job',
    weight: 4,
    describe: (_, _noun, nouns) =>
      `Compares ${nouns} with the source every night and reports differences.`,
  },
  {
    suffix: 'analytics',
    kind: 'pipeline',
    weight: 4,
    describe: (_, _noun, nouns) =>
      `Prepares ${nouns} for reports and the weekly review.`,
  },
  {
    suffix: 'query',
    kind: 'api',
    weight: 3,
    describe: (_, noun, nouns) =>
      `Read model of ${nouns}: searches and pages through them without touching the ${noun} database.`,
  },
  {
    suffix: 'notifier',
    kind: 'worker',
    weight: 3,
    describe: (_, noun) =>
      `Tells people and systems when the state of ${withArticle(
        noun,
      )} matters to them.`,
  },
  {
    suffix: 'client',
    kind: 'lib',
    weight: 3,
    describe: system =>
      `Typed client of ${system} with retries, time-outs and test doubles.`,
  },
  {
    suffix: 'archiver',
    kind: 'job',
    weight: 2,
    describe: (_, _noun, nouns) =>
      `Moves closed ${nouns} to the archive and deletes them when their retention ends.`,
  },
  {
    suffix: 'insight',
    kind: 'ml',
    weight: 2,
    describe: (_, _noun, nouns) =>
      `Scores ${nouns} so that the unusual ones are looked at first.`,
  },
  {
    suffix: 'export',
    kind: 'job',
    weight: 2,
    describe: (_, _noun, nouns) =>
      `Hands ${nouns} to partners and authorities in the formats they prescribe.`,
  },
  {
    suffix: 'simulator',
    kind: 'api',
    weight: 1,
    describe: system =>
      `Stands in for ${system} in test environments, with scripted failures.`,
  },
];

/** When every facet of every system exists, organisations grow by market. */
export const MARKETS: readonly (readonly [code: string, adjective: string])[] =
  [
    ['uk', 'British'],
    ['de', 'German'],
    ['fr', 'French'],
    ['nl', 'Dutch'],
    ['es', 'Spanish'],
    ['it', 'Italian'],
    ['pl', 'Polish'],
    ['se', 'Swedish'],
    ['dk', 'Danish'],
    ['no', 'Norwegian'],
    ['fi', 'Finnish'],
    ['be', 'Belgian'],
    ['at', 'Austrian'],
    ['ch', 'Swiss'],
    ['pt', 'Portuguese'],
    ['ie', 'Irish'],
    ['cz', 'Czech'],
    ['ro', 'Romanian'],
    ['gr', 'Greek'],
    ['hu', 'Hungarian'],
    ['us', 'American'],
    ['ca', 'Canadian'],
    ['au', 'Australian'],
    ['jp', 'Japanese'],
    ['br', 'Brazilian'],
    ['mx', 'Mexican'],
    ['in', 'Indian'],
    ['za', 'South African'],
    ['nz', 'New Zealand'],
    ['kr', 'Korean'],
    ['sg', 'Singaporean'],
    ['ae', 'Emirati'],
    ['tr', 'Turkish'],
    ['il', 'Israeli'],
    ['cl', 'Chilean'],
    ['co', 'Colombian'],
    ['ar', 'Argentinian'],
    ['sk', 'Slovak'],
    ['si', 'Slovenian'],
    ['hr', 'Croatian'],
    ['bg', 'Bulgarian'],
    ['ee', 'Estonian'],
    ['lv', 'Latvian'],
    ['lt', 'Lithuanian'],
  ];
