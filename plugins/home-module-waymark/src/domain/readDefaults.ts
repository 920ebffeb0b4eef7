import type { Config } from '@backstage/config';
import { roleNames, type RoleName } from '@waymark/roles-common';
import { z } from 'zod';
import { columns, widths, type Arrangement } from './arrangement';
import type { RoleDefaults } from './mergeDefaults';

const ROOT = 'waymark.home.defaults';
const KIND = 'home-page-widget:';
/** `<plugin>/<name>`, or `<plugin>` where a plugin has one widget without a name. */
const ID = /^[a-z][\w-]*(\/[\w-]+)?$/;

const widgetId = z
  .string()
  .transform(text => (text.startsWith(KIND) ? text.slice(KIND.length) : text))
  .refine(
    text => ID.test(text),
    `must be the id of a widget, such as 'home/my-services'`,
  );

const widget = z
  .union([
    widgetId.transform(id => ({ widget: id })),
    z.strictObject({
      widget: widgetId,
      width: z.enum(widths).optional(),
      settings: z.record(z.string(), z.json()).optional(),
    }),
  ])
  .transform(({ widget: id, ...rest }) => ({
    id,
    ...rest,
    width: 'width' in rest && rest.width ? rest.width : ('full' as const),
  }));

const column = z.array(widget).default([]);

const arrangement = z
  .strictObject({ main: column, side: column })
  .superRefine((value, context) => {
    const seen = new Set<string>();
    for (const name of columns) {
      value[name].forEach(({ id }, index) => {
        if (seen.has(id)) {
          context.addIssue({
            code: 'custom',
            path: [name, index],
            message: `places '${id}' a second time; remove one of the two`,
          });
        }
        seen.add(id);
      });
    }
  });

export interface ReadDefaults {
  defaults: RoleDefaults;
  /** What was not understood: path, fault and remedy. Its role has no defaults. */
  problems: string[];
}

/** Reads `waymark.home.defaults`: the arrangement that each role adds. */
export function readDefaults(config: Config): ReadDefaults {
  const value = config.getOptional(ROOT) ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    return {
      defaults: new Map(),
      problems: [
        `Config '${ROOT}' must be an object with the roles ${roleNames.join(
          ', ',
        )}`,
      ],
    };
  }
  const defaults = new Map<RoleName, Arrangement>();
  const problems: string[] = [];
  for (const [name, written] of Object.entries(value)) {
    const role = roleNames.find(known => known === name);
    const result = arrangement.safeParse(written);
    if (!role) {
      problems.push(
        `Config '${ROOT}.${name}' is no role; there are ${roleNames.join(
          ', ',
        )}`,
      );
    } else if (result.success) {
      defaults.set(role, result.data);
    } else {
      problems.push(
        ...result.error.issues.flatMap(issue => toTexts(issue, [name])),
      );
    }
  }
  return { defaults, problems };
}

/** Of a union, what the object says: the other form is a mere string. */
function toTexts(
  issue: z.core.$ZodIssue,
  path: readonly PropertyKey[],
): string[] {
  const at = [...path, ...issue.path];
  if (issue.code === 'invalid_union') {
    const closest =
      issue.errors.find(issues => issues.some(one => one.path.length > 0)) ??
      issue.errors[0];
    return closest.flatMap(inner => toTexts(inner, at));
  }
  const field = at.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    ROOT,
  );
  return [`Config '${field}': ${issue.message}`];
}
