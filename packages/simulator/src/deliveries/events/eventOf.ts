import type { CdEvent } from './cdevent';
import type { CdEvents } from './cdevents';
import type { Happening } from '../model/facts';

/**
 * What a happening looks like in CDEvents; nothing where the standard has no
 * word for it, or a later event says it all.
 */
export function eventOf(
  happening: Happening,
  events: CdEvents,
): CdEvent | undefined {
  const { at } = happening;
  if (happening.kind === 'change' && happening.what === 'merged') {
    return events.merged(happening.change);
  }
  if (happening.kind === 'deployment' && happening.what === 'finished') {
    return events.deployed(happening.deployment);
  }
  if (happening.kind === 'incident') {
    const { what, incident } = happening;
    if (what === 'detected' || what === 'reopened') {
      return events.detected(incident, at);
    }
    if (what === 'resolved') return events.resolved(incident, at);
  }
  return undefined;
}
