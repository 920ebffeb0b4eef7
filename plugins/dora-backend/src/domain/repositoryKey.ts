/**
 * One spelling for a repository, however it is named: `<owner>/<name>` in lower
 * case, with the parts of a deeper path joined by dots, as the Git providers of
 * the catalog name theirs. Empty where nothing is named.
 */
export function repositoryKey(text: string): string {
  const path = text
    .trim()
    .replace(/^[a-z][a-z+.-]*:\/\/[^/]*\//i, '')
    .replace(/^[^/@\s]+@[^/:]+:/, '')
    .replace(/[?#].*$/, '')
    .replace(/\.git\/?$/i, '');
  const segments = path
    .toLowerCase()
    .split('/')
    .filter(segment => segment !== '');
  const name = segments.pop();
  if (!name) {
    return '';
  }
  return segments.length > 0 ? `${segments.join('.')}/${name}` : name;
}
