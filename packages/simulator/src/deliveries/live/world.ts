import type { Organisation } from '../../domain/types';
import type { Identity } from '../../repositories/plan';
import {
  createCdEvents,
  reportedNames,
  type CdEvents,
} from '../events/cdevents';
import { digestOf, stableUuid } from '../events/ids';
import type { Plants } from '../events/plants';
import { toolsOf, type ToolSet } from '../model/tools';

/** What all tools of an organisation agree about. */
export interface World {
  organisation: Organisation;
  cdEvents: CdEvents;
  names: ReturnType<typeof reportedNames>;
  tools: ReadonlyMap<string, ToolSet>;
  /** Base of the addresses of its tools. */
  internal: string;
  /** A number such as tools give to things, the same for the same key. */
  number(key: string): number;
  uuid(key: string): string;
  login(identity: Identity): string;
}

export function createWorld(organisation: Organisation, plants: Plants): World {
  const { slug, settings, emailDomain } = organisation;
  const scope = (key: string) => `${slug} ${settings.seed} ${key}`;
  return {
    organisation,
    cdEvents: createCdEvents(organisation, plants),
    names: reportedNames(plants),
    tools: toolsOf(organisation),
    internal: `internal.${emailDomain}`,
    // 44 bits: unlikely to meet, and exact in JSON.
    number: key => Number.parseInt(digestOf(scope(key)).slice(0, 11), 16),
    uuid: key => stableUuid(scope(key)),
    login: ({ username }) =>
      username === 'dependency-bot'
        ? 'dependency-bot[bot]'
        : username.replace('.', '-'),
  };
}
