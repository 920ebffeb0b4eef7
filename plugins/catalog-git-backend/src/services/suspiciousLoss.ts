import { GitProviderConfig, matchesProvider } from '@waymark/git-node';

/** Fewer repositories than this come and go in larger parts. */
const MIN_KNOWN = 4;

/**
 * Why a listing of a root looks like a volume that is not mounted rather than
 * like repositories that were deleted; undefined when it does not. Repositories
 * that the configuration leaves out now are no loss, and a root with as many
 * new ones as lost ones is in use.
 */
export function suspiciousLoss(
  provider: GitProviderConfig,
  options: { known: string[]; listed: string[] },
): string | undefined {
  if (!provider.root) {
    // The list is the configuration itself.
    return undefined;
  }
  const listed = new Set(options.listed);
  const known = options.known.filter(name => matchesProvider(provider, name));
  const left = known.filter(name => listed.has(name)).length;
  const lost = known.length - left;
  const isEmpty = listed.size === 0 && known.length > 0;
  const isMost = known.length >= MIN_KNOWN && lost > listed.size;
  return isEmpty || isMost
    ? `${provider.root} lists ${left} of ${known.length} known repositories; nothing is forgotten until most are back, or until catalog.providers.git.${provider.id}.exclude names those that are gone`
    : undefined;
}
