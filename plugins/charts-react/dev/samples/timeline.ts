import { addDays } from '@waymark/metrics-common';
import type { TimelineEvent } from '../../src';
import { sequence } from './random';
import { sampleWindow } from './metrics';

const random = sequence(21);

/** Deployments of twelve weeks: none at weekends, sometimes several a day. */
const deployments = Array.from({ length: 85 }, (_, day) => day)
  .filter(day => day % 7 < 5)
  .flatMap(day =>
    Array.from({ length: Math.floor(random() * 3.2) }, (_, index) => {
      const failed = random() < 0.12;
      return {
        id: `deployment-${day}-${index}`,
        lane: 'deployments',
        title: `orders ${1 + day}.${index}`,
        start: `${addDays(sampleWindow.from, day)}T1${index}:20:00Z`,
        tone: failed ? 'bad' : 'good',
        href: '/sample',
      } satisfies TimelineEvent;
    }),
  );

export const events: TimelineEvent[] = [
  ...deployments,
  {
    id: 'inc-1',
    lane: 'incidents',
    title: 'Checkout times out',
    start: '2026-01-21T11:00:00Z',
    end: '2026-01-23T09:00:00Z',
    tone: 'bad',
    outcome: 'severity 1',
  },
  {
    id: 'inc-2',
    lane: 'incidents',
    title: 'Stock is not updated',
    start: '2026-02-17T08:00:00Z',
    end: '2026-02-20T16:00:00Z',
    tone: 'bad',
  },
  {
    id: 'inc-3',
    lane: 'incidents',
    title: 'Search is slow',
    start: '2026-02-19T08:00:00Z',
    end: '2026-02-24T16:00:00Z',
    tone: 'neutral',
  },
  {
    id: 'inc-4',
    lane: 'incidents',
    title: 'Invoices are late',
    start: '2026-03-27T08:00:00Z',
    end: null,
    tone: 'bad',
  },
];

export const lanes = [
  { id: 'deployments', label: 'Deployments' },
  { id: 'incidents', label: 'Incidents' },
];
