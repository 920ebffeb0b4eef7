import { repositoryKey } from '../domain/repositoryKey';
import type { NameResolver } from './NameResolver';

/** A name that occurred in an event. */
export interface SeenName {
  kind: 'service' | 'repository' | 'environment';
  source: string;
  name: string;
}

export const UNRESOLVED = '?';

/**
 * What a name stands for, as text: as long as it is the same, so are the facts
 * that have the name.
 */
export function describeName(
  names: NameResolver,
  { kind, source, name }: SeenName,
): string {
  switch (kind) {
    case 'environment': {
      const tier = names.tier(source, name);
      return tier === 'unknown' ? UNRESOLVED : tier;
    }
    case 'service': {
      const { attribution, services } = names.service(source, name);
      return attribution === 'unmapped'
        ? UNRESOLVED
        : `${attribution} ${services.join(' ')}`;
    }
    case 'repository': {
      const { attribution, services } = names.repository(source, name);
      const parts = names
        .partsOf(repositoryKey(name))
        .map(part => `${part.service}(${part.paths.join(' ')})`);
      return attribution === 'unmapped'
        ? UNRESOLVED
        : `${attribution} ${services.join(' ')} ${parts.sort().join(' ')}`;
    }
    default:
      throw new Error(`There is no kind of name '${kind satisfies never}'`);
  }
}
