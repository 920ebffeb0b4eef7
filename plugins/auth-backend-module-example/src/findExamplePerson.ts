import type { AuthService } from '@backstage/backend-plugin-api';
import type { UserEntity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const ANNOTATION = 'waymark.dev/example';

/**
 * A person of the example organisation.
 *
 * @throws NotFoundError for everybody else. It is the same for people who exist
 * outside the example, so that nobody can find out who they are.
 */
export async function findExamplePerson(
  ref: string,
  services: { catalog: CatalogService; auth: AuthService },
): Promise<UserEntity> {
  const entity = await services.catalog.getEntityByRef(ref, {
    credentials: await services.auth.getOwnServiceCredentials(),
  });
  if (entity?.metadata.annotations?.[ANNOTATION] !== 'true') {
    throw new NotFoundError(
      `No person ${ref} of the example organisation in the catalog yet; ` +
        `the example organisation may still be loading`,
    );
  }
  return entity as UserEntity;
}
