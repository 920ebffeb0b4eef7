import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
  type Entity,
  type KindValidator,
} from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

const KINDS: Record<string, KindValidator> = {
  API: apiEntityV1alpha1Validator,
  Component: componentEntityV1alpha1Validator,
  Domain: domainEntityV1alpha1Validator,
  Group: groupEntityV1alpha1Validator,
  Location: locationEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
  User: userEntityV1alpha1Validator,
};

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/** Documents of a file, YAML errors thrown. */
export function parseEntities(text: string): Entity[] {
  return parseAllDocuments(text).map(document => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS() as Entity;
  });
}

/** Checks an entity the way the catalogue does, the placeholder resolved. */
export async function validateEntity(entity: Entity): Promise<void> {
  const definition = entity.kind === 'API' ? { definition: 'resolved' } : {};
  const resolved = { ...entity, spec: { ...entity.spec, ...definition } };
  await policy.enforce(resolved);
  if (!(await KINDS[entity.kind].check(resolved))) {
    throw new Error(
      `${entity.kind} ${entity.metadata.name} is of no known version`,
    );
  }
}
