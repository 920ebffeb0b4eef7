import { useLocation, useParams } from 'react-router-dom';
import { anchoredLines } from '../sourcePath';

/** What the address bar says about the place in the source browser. */
export function useSourceLocation() {
  const { owner = '', repo = '', ref, '*': path = '' } = useParams();
  const { hash, pathname } = useLocation();
  return {
    repository: `${owner}/${repo}`,
    ref,
    path: path.replace(/\/+$/, ''),
    lines: anchoredLines(hash),
    pathname,
  };
}
