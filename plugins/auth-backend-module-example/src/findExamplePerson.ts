import type { AuthService } from '@backstage/backend-plugin-api';
import type { UserEntity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const ANNOTATION = 'waymark.dev/example';

/**
 * A person who may be signed in as without a password: of the example organisation, or marked so
 * in a local portal without one.
 *
 * @throws NotFoundError for everybody else. It is the same for people who exist
 * outside the example, so that nobody can find out who they are.
 */
export async function findExamplePerson(
  ref: string,
  services: {
    catalog: CatalogService;
    auth: AuthService;
    /** Whether there is an example organisation, or people of one's own alone. */
    hasOrganisation: boolean;
  },
): Promise<UserEntity> {
  const entity = await services.catalog.getEntityByRef(ref, {
    credentials: await services.auth.getOwnServiceCredentials(),
  });
  if (entity?.metadata.annotations?.[ANNOTATION] !== 'true') {
    throw new NotFoundError(
      services.hasOrganisation
        ? `No person ${ref} of the example organisation in the catalog yet; ` +
          `the example organisation may still be loading`
        : `Nobody can sign in as ${ref} here: the catalog has no such User with the annotation ` +
          `${ANNOTATION}: 'true'. What was pushed just now is read within a minute`,
    );
  }
  return entity as UserEntity;
}
