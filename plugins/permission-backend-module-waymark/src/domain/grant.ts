/** What a role gives: permissions by pattern, perhaps only for one's own. */
export interface Grant {
  matches(permissionName: string): boolean;
  /** True if the grant ends with `:own`. */
  own: boolean;
}

const OWN = ':own';

/**
 * Parses `catalog.entity.read`, `catalog.entity.*`, `*` or
 * `scaffolder.task.read:own`.
 *
 * `*` stands for any characters, dots included.
 */
export function parseGrant(text: string): Grant {
  const own = text.endsWith(OWN);
  const pattern = own ? text.slice(0, -OWN.length) : text;
  const source = pattern
    .split('*')
    .map(literal => literal.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&'))
    .join('.*');
  const regExp = new RegExp(`^${source}$`, 's');
  return { own, matches: name => regExp.test(name) };
}
