import type { ConfigApi } from '@backstage/frontend-plugin-api';

export interface Persona {
  role: string;
  userRef: string;
  displayName: string;
  title?: string;
  summary?: string;
}

export interface Example {
  /** Absent where there is a local sign-in but no simulated organisation. */
  organisationName?: string;
  personas: Persona[];
}

/** Who can be signed in as without a password, or undefined where nobody can. */
export function readExample(config: ConfigApi): Example | undefined {
  const example = config.getOptionalConfig('waymark.example');
  if (!example?.getOptionalBoolean('enabled')) {
    return undefined;
  }
  return {
    organisationName: example.getOptionalString('organisation.name'),
    personas: (example.getOptionalConfigArray('personas') ?? []).map(
      persona => ({
        role: persona.getString('role'),
        userRef: persona.getString('userRef'),
        displayName: persona.getString('displayName'),
        title: persona.getOptionalString('title'),
        summary: persona.getOptionalString('summary'),
      }),
    ),
  };
}
