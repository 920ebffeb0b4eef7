import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** `user:`, a namespace, `/` and a name of 63 characters each: no reference is longer. */
export const LONGEST_REFERENCE = 132;

const PART = /^[\w.-]{1,63}$/;

/** The User that somebody typed, as name or as reference; undefined where it can be none. */
export function readPerson(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text.trim(), {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
    const isUser = ref.kind.toLocaleLowerCase('en-US') === 'user';
    return isUser && PART.test(ref.name) && PART.test(ref.namespace)
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
