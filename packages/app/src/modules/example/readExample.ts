import type { ConfigApi } from '@backstage/frontend-plugin-api';

export interface Persona {
  role: string;
  userRef: string;
  displayName: string;
  title?: string;
  summary?: string;
}

export interface Example {
  organisationName: string;
  personas: Persona[];
}

const FALLBACK_ORGANISATION_NAME = 'Example';

/** The example organisation of this portal, or undefined when it shows real data. */
export function readExample(config: ConfigApi): Example | undefined {
  const example = config.getOptionalConfig('waymark.example');
  if (!example?.getOptionalBoolean('enabled')) {
    return undefined;
  }
  return {
    organisationName:
      example.getOptionalString('organisation.name') ??
      FALLBACK_ORGANISATION_NAME,
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
