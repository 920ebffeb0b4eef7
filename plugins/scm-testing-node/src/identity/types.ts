/** Somebody who can sign in at the identity provider. */
export interface FakePerson {
  /** Subject; the numeric id where GitLab is asked. */
  id: string;
  username: string;
  name: string;
  email?: string;
  /** Whether the provider vouches for the address. */
  emailVerified?: boolean;
  /** GitHub's node id. */
  nodeId?: string;
}

/** What was granted to a person, by code first and by token afterwards. */
export interface Grant {
  person: FakePerson;
  redirectUri: string;
  scope: string;
  nonce?: string;
  codeChallenge?: string;
}
