import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { roleNames } from '@waymark/roles-common';
import { z } from 'zod';
import { resolveRoles } from './domain/resolveRoles';
import { EVERYONE, type Roles } from './domain/roles';

const ROOT = 'waymark.roles';

/** Kind in full, so that a forgotten one is not taken for a name. */
const REF = /^(group|user):([\w-]+\/)?[\w.-]+$/i;

const member = z.string().transform((text, context) => {
  const ref = text === EVERYONE ? text : toRef(text);
  if (!ref) {
    context.addIssue(
      `must be '*' or the reference of a group or user, ` +
        `such as 'group:default/team-leads', not '${text}'`,
    );
    return z.NEVER;
  }
  return ref;
});

const role = z.strictObject({
  members: z.array(member).default([]),
  inherits: z.array(z.enum(roleNames)).default([]),
  permissions: z
    .array(
      z
        .string()
        .regex(
          /^[\w.*-]+(:own)?$/,
          "must be a permission name, in which '*' stands for any characters, with or without ':own'",
        ),
    )
    .default([]),
});

const definitions = z.partialRecord(z.enum(roleNames), role);

/**
 * Reads `waymark.roles`.
 *
 * @throws Error with every problem and its configuration path.
 */
export function readRoles(config: Config): Roles {
  const value = config.getOptional(ROOT);
  if (value === undefined) {
    throw new Error(
      `Config '${ROOT}' is missing, so nobody could do anything; ` +
        `bind at least one of the roles ${roleNames.join(', ')}`,
    );
  }
  const result = definitions.safeParse(value);
  if (!result.success) {
    throw new Error(result.error.issues.map(toText).join('; '));
  }
  return resolveRoles(result.data);
}

function toRef(text: string): string | undefined {
  return REF.test(text) ? stringifyEntityRef(parseEntityRef(text)) : undefined;
}

function toText(issue: z.core.$ZodIssue): string {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys' && path.length === 0) {
    return `Config '${ROOT}.${
      issue.keys[0]
    }' is no role; there are ${roleNames.join(', ')}`;
  }
  const field = path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    ROOT,
  );
  return `Config '${field}': ${message}`;
}
