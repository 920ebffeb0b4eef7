import {
  DefaultNamespaceEntityPolicy,
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  KindValidator,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { withoutPlaceholders } from './withoutPlaceholders';

/** The entity with its defaults, or what is wrong with it. */
export type ValidatedEntity =
  | { status: 'ok'; entity: Entity }
  | { status: 'failed'; reason: string; field: string[] };

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/** Kinds whose `spec` the catalog knows; others have their envelope checked. */
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

/** Checks what the catalog would check, so that it never gets what it refuses. */
export async function validateEntity(
  value: Record<string, unknown>,
): Promise<ValidatedEntity> {
  try {
    const input = structuredClone(value) as Entity;
    const entity = (await policy.enforce(input)) ?? input;
    const known = await checkKind(entity);
    return known
      ? { status: 'ok', entity }
      : failure(
          `apiVersion '${entity.apiVersion}' is not known for kind '${entity.kind}'`,
          ['apiVersion'],
        );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failure(message, fieldOf(message));
  }
}

async function checkKind(entity: Entity): Promise<boolean> {
  const validator = KINDS[entity.kind];
  if (!validator) {
    return true;
  }
  const { copy, unknown } = withoutPlaceholders(entity);
  // What `$json` and `$yaml` bring is known to the catalog only.
  return unknown || validator.check(copy);
}

function failure(message: string, field: string[]): ValidatedEntity {
  const reason = message
    .replace(/\. To learn more about catalog file format.*$/s, '')
    .replace(/\s+/g, ' ');
  return { status: 'failed', reason, field };
}

/** The field that a message is about: `"metadata.name" is not valid…` or `/spec must…`. */
function fieldOf(message: string): string[] {
  const quoted = /^"([^"]+)" is not valid/.exec(message);
  if (quoted) {
    const path = quoted[1].split('.');
    return path[0] === 'metadata' ? path : ['metadata', ...path];
  }
  const pointer = /(?:^|\s)\/(?!\/)(\S+)/.exec(message);
  return pointer ? pointer[1].split('/') : [];
}
