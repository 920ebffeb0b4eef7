import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who decided, as the portal knows them. */
export function nameOf({ principal }: BackstageCredentials): string {
  const { userEntityRef, subject } = principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return userEntityRef ?? subject ?? 'unknown';
}
