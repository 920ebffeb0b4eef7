import picomatch from 'picomatch';
import { GitProviderConfig } from './types';

/** Whether the provider's `include` and `exclude` globs select a repository. */
export function matchesProvider(
  provider: Pick<GitProviderConfig, 'include' | 'exclude'>,
  repository: string,
): boolean {
  const { include, exclude } = provider;
  const matches = (globs: string[]) =>
    globs.some(glob => picomatch.isMatch(repository, glob));
  return (include.length === 0 || matches(include)) && !matches(exclude);
}
