import parseGitUrl from 'git-url-parse';

/**
 * The repository that a URL lies in, as `host/owner/name` in lower case;
 * undefined when the URL names none, such as the page of an organisation.
 */
export function repositoryOf(url: string): string | undefined {
  try {
    const { resource, owner, name } = parseGitUrl(url);
    return owner && name
      ? `${resource}/${owner}/${name}`.toLowerCase()
      : undefined;
  } catch {
    return undefined;
  }
}
