import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { z } from 'zod';

// Never built: it reads the templates of the repository that it is in.
// eslint-disable-next-line no-restricted-syntax
export const TEMPLATES = path.resolve(__dirname, '../..');

const parametersSchema = z.record(z.string(), z.json());
const environmentSchema = z.record(z.string(), z.string());

/** `verify.yaml` of a template: what it is tried out with, beyond what every template asks. */
const planSchema = z.strictObject({
  /** Parameters of the template's own, from the usual ones to every optional part off and on. */
  cells: z
    .array(
      z.strictObject({
        name: z.string(),
        parameters: parametersSchema,
        /** Of the program in this cell, over that of all cells. */
        environment: environmentSchema.default({}),
      }),
    )
    .min(1),
  /** Of the program, beyond database, ports and log level. */
  environment: environmentSchema.default({}),
  /** `degraded` if it cannot become ready here, for want of something that only a cluster has. */
  readyz: z.enum(['ready', 'degraded']).default('ready'),
  job: z
    .strictObject({
      /** SQL that keeps the work waiting for as long as its transaction is open. */
      block: z.string(),
      /** SQL after which the work fails. */
      fail: z.string(),
      exitCodes: z.strictObject({
        overlap: z.number(),
        deadline: z.number(),
        failed: z.number(),
        stopped: z.number(),
      }),
    })
    .optional(),
});

export type Plan = z.infer<typeof planSchema>;

export type Step = {
  id: string;
  action: string;
  input: JsonObject;
};

export interface Template {
  name: string;
  folder: string;
  entity: Entity & { spec: { steps: Step[] } & JsonObject };
  plan: Plan;
}

function read(name: string): Template {
  const folder = path.join(TEMPLATES, name);
  const plan = planSchema.safeParse(
    parse(readFileSync(path.join(folder, 'verify.yaml'), 'utf8')),
  );
  if (!plan.success) {
    throw new Error(
      `templates/${name}/verify.yaml: ${z.prettifyError(plan.error)}`,
    );
  }
  const entity = parse(
    readFileSync(path.join(folder, 'template.yaml'), 'utf8'),
  );
  return { name, folder, entity, plan: plan.data };
}

/** Every template of the repository, or those with these names. */
export function readTemplates(names: string[] = []): Template[] {
  const all = readdirSync(TEMPLATES).filter(name =>
    existsSync(path.join(TEMPLATES, name, 'template.yaml')),
  );
  const unknown = names.find(name => !all.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no template "${unknown}". Templates: ${all.join(', ')}`,
    );
  }
  return (names.length > 0 ? names : all).map(read);
}
