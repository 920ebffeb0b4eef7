import { GitProviderConfig } from '@waymark/git-node';
import { ProblemCode } from '@waymark/plugin-catalog-git-common';
import { Identity } from './identify';

type Allow = GitProviderConfig['allow'];

/**
 * Why an entity may not come from a provider, or undefined when it may. Roles
 * bind to groups, so whoever could push any kind could promote themselves.
 */
export function refusal(
  identity: Pick<Identity, 'kind' | 'namespace'>,
  allow: Allow,
): { code: ProblemCode; reason: string } | undefined {
  const { kind, namespace } = identity;
  if (!allow.kinds.includes(kind)) {
    return {
      code: 'kind-not-allowed',
      reason: `Kind '${short(
        kind,
      )}' may not come from this source; allowed are ${allow.kinds.join(', ')}`,
    };
  }
  if (
    !allow.namespaces.includes(namespace) &&
    !allow.namespaces.includes('*')
  ) {
    return {
      code: 'namespace-not-allowed',
      reason: `Namespace '${short(
        namespace,
      )}' may not come from this source; allowed are ${allow.namespaces.join(
        ', ',
      )}`,
    };
  }
  return undefined;
}

/** Whoever pushes chooses it; the sentence around it must still be seen. */
function short(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}
