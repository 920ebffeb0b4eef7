/** Below the health page: where one repository is shown. */
export function repositoryPath(repository: {
  name: string;
  provider: string;
}): string {
  const [owner, name] = repository.name.split('/').map(encodeURIComponent);
  return `/${owner}/${name}?provider=${encodeURIComponent(
    repository.provider,
  )}`;
}
