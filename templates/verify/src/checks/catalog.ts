import path from 'node:path';
import {
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  apiEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  type KindValidator,
} from '@backstage/catalog-model';
import type { JsonValue } from '@backstage/types';
import type { Tree } from '../render/tree';
import type { Rendered } from './check';
import { parseYaml } from './documents';

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);
const KINDS: Record<string, KindValidator> = {
  Component: componentEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  API: apiEntityV1alpha1Validator,
};

async function problemsOf(entity: Entity): Promise<string[]> {
  const validator = KINDS[entity.kind];
  if (!validator) return [`kind ${entity.kind} is not expected here`];
  try {
    const enforced = await policy.enforce(entity);
    if (!enforced || !(await validator.check(enforced))) {
      return [`is no ${entity.kind}`];
    }
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** As the catalog does before it looks at an entity: `$text: ./file` becomes the text of that file. */
function withTexts(value: JsonValue | undefined, tree: Tree): JsonValue {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(one => withTexts(one, tree));
  if (typeof value.$text === 'string') {
    // Without the file it stays an object, which is not what the catalog wants there.
    return tree.get(path.posix.normalize(value.$text)) ?? value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withTexts(one, tree)]),
  );
}

/** The catalog takes the entry, and it says what was answered in the form. */
export async function catalogTakesIt({
  tree,
  cell,
}: Rendered): Promise<string[]> {
  const content = tree.get('catalog-info.yaml');
  if (content === undefined) return ['catalog-info.yaml: is missing'];
  const entities = parseYaml(content).documents.map(document =>
    withTexts(document, tree),
  ) as unknown as Entity[];
  const problems = (await Promise.all(entities.map(problemsOf))).flat();
  const [component] = entities;
  const { name, description, owner, system } = cell.parameters;
  const said: [string, unknown, unknown][] = [
    ['metadata.name', component?.metadata?.name, name],
    ['metadata.description', component?.metadata?.description, description],
    ['spec.owner', component?.spec?.owner, owner],
    ['spec.system', component?.spec?.system, system],
    [
      'backstage.io/techdocs-ref',
      component?.metadata?.annotations?.['backstage.io/techdocs-ref'],
      'dir:.',
    ],
  ];
  return [
    ...problems,
    ...said
      .filter(([, is, wanted]) => is !== wanted)
      .map(([at, is, wanted]) => `${at} is ${is}, not ${wanted}`),
  ].map(problem => `catalog-info.yaml: ${problem}`);
}
