import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  Entity,
} from '@backstage/catalog-model';
import { posix } from 'node:path';

const ANNOTATION_GIT_COMMIT = 'waymark.dev/git-commit';
const ANNOTATION_ORPHAN = 'backstage.io/orphan';

/** What the provider alone decides. */
const RESERVED = [
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  ANNOTATION_GIT_COMMIT,
  ANNOTATION_ORPHAN,
];

export interface EntityOrigin {
  /** The kind of host, where its edit pages are known. */
  host?: 'github' | 'gitlab';
  /** Of the file, from the root of the repository. */
  path: string;
  /** Address of a path of the repository on the branch that is read. */
  urlOf(kind: 'blob' | 'tree' | 'edit', path: string): string;
}

/** Says where the entity comes from, whatever the file itself claims. */
export function decorateEntity(entity: Entity, origin: EntityOrigin): Entity {
  const { path, urlOf } = origin;
  const view = urlOf('blob', path);
  const folder = posix.dirname(path);
  const source = urlOf('tree', folder === '.' ? '' : folder);
  const own = Object.entries(entity.metadata.annotations ?? {}).filter(
    ([key]) => !RESERVED.includes(key),
  );
  // A plain Git server has no editor; the page of the file says where to clone it.
  const edit = editUrl(origin) ?? view;
  const { uid: _uid, etag: _etag, ...metadata } = entity.metadata;
  return {
    ...entity,
    metadata: {
      ...metadata,
      annotations: {
        ...Object.fromEntries(own),
        [ANNOTATION_LOCATION]: `url:${view}`,
        [ANNOTATION_ORIGIN_LOCATION]: `url:${view}`,
        [ANNOTATION_SOURCE_LOCATION]: `url:${source.replace(/\/?$/, '/')}`,
        [ANNOTATION_VIEW_URL]: view,
        [ANNOTATION_EDIT_URL]: edit,
      },
    },
  };
}

/** Marks the version with the commit that brought its content. */
export function withCommit(entity: Entity, commit: string): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [ANNOTATION_GIT_COMMIT]: commit,
      },
    },
  };
}

/** Known for the hosts that have a web editor at a known address. */
function editUrl(origin: EntityOrigin): string | undefined {
  const { host, path, urlOf } = origin;
  if (!host) {
    return undefined;
  }
  const url = urlOf('edit', path);
  return host === 'gitlab' ? url.replace(/\/edit\//, '/-/edit/') : url;
}
