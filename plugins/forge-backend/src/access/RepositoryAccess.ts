import type {
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  forgeRepoCreatePermission,
  forgeRepoManagePermission,
  forgeRepoReadPermission,
  forgeRepoWritePermission,
} from '@waymark/plugin-forge-common';
import type { RepositoryName } from '../repositories/RepositoryRoot';
import type { GitPrincipal } from './GitPrincipal';
import type { OwnershipReader } from './OwnershipReader';

/** Who may clone, make and push to repositories. */
export class RepositoryAccess {
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #ownership: OwnershipReader;
  readonly #anonymousRead: boolean;

  constructor(options: {
    permissions: PermissionsService;
    userInfo: UserInfoService;
    ownership: OwnershipReader;
    anonymousRead: boolean;
  }) {
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#ownership = options.ownership;
    this.#anonymousRead = options.anonymousRead;
  }

  /** @throws AuthenticationError, NotAllowedError */
  async assertMayRead(principal: GitPrincipal): Promise<void> {
    if (this.#anonymousRead) {
      return;
    }
    if (principal.type === 'token') {
      // Throws for somebody who has left.
      await this.#ownership.ownershipOf(principal.userRef);
      return;
    }
    await this.#assert(principal, forgeRepoReadPermission);
  }

  /** @throws AuthenticationError, NotAllowedError */
  async assertMayCreate(principal: GitPrincipal): Promise<void> {
    await this.#assert(principal, forgeRepoCreatePermission);
  }

  /**
   * People push to what their groups own; the owners of a repository are those
   * of the catalog entities in it.
   *
   * @throws AuthenticationError, NotAllowedError
   */
  async assertMayWrite(
    principal: GitPrincipal,
    repository: RepositoryName,
  ): Promise<void> {
    if (principal.type === 'portal') {
      await this.#assert(principal, forgeRepoWritePermission);
      const { principal: who } = principal.credentials;
      if (
        who.type === 'service' ||
        (await this.#isAllowed(principal, forgeRepoManagePermission))
      ) {
        return;
      }
    }
    const refs = await this.#ownershipOf(principal);
    const owners = await this.#ownership.ownersOf(repository);
    if (!owners.some(owner => refs.includes(owner))) {
      const { owner, name } = repository;
      throw new NotAllowedError(
        owners.length > 0
          ? `${owner}/${name} belongs to ${owners.join(
              ', ',
            )}: only they push to it`
          : `${owner}/${name} belongs to nobody yet: its catalog-info.yaml names no owner`,
      );
    }
  }

  async #ownershipOf(principal: GitPrincipal): Promise<string[]> {
    if (principal.type === 'nobody') {
      throw new AuthenticationError('Give an access token for the password');
    }
    if (principal.type === 'token') {
      return this.#ownership.ownershipOf(principal.userRef);
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      principal.credentials,
    );
    return ownershipEntityRefs;
  }

  async #assert(
    principal: GitPrincipal,
    permission: BasicPermission,
  ): Promise<void> {
    if (principal.type === 'nobody') {
      throw new AuthenticationError('Give an access token for the password');
    }
    if (!(await this.#isAllowed(principal, permission))) {
      throw new NotAllowedError(`Missing permission '${permission.name}'`);
    }
  }

  async #isAllowed(
    principal: GitPrincipal,
    permission: BasicPermission,
  ): Promise<boolean> {
    if (principal.type !== 'portal') {
      return false;
    }
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials: principal.credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }
}
