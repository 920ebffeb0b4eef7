import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Every string of the app itself; the plugins bring their own. */
export const waymarkTranslationRef = createTranslationRef({
  id: 'app.waymark',
  messages: {
    nav: {
      home: 'Home',
      search: 'Search',
      menu: 'Menu',
      notifications: 'Notifications',
      settings: 'Settings',
      platform: 'Platform',
      homeLink: 'Waymark, go to the home page',
    },
    example: {
      banner: {
        label: 'Example data',
        name: 'Example organisation {{name}}:',
        detail: 'simulated data',
      },
    },
    signIn: {
      tagline:
        'Find what your organisation runs, see how well it is delivered, and start the next service on a paved path.',
      signingIn: 'Signing in ...',
      retry: 'Try again',
      failed: 'Sign-in did not work',
      example: {
        title: 'Look around as ...',
        organisation: 'This is an example organisation: {{name}}.',
        simulated:
          'Its people, services and figures are simulated. Pick a person; no password is needed.',
        local:
          'This portal runs on this machine alone; no password is needed here.',
        personas: 'People to sign in as',
        signInAs: 'Sign in as {{name}}, {{role}}',
        other: 'Someone else',
        otherLabel: 'Name or entity reference',
        otherDescription:
          'Anybody of the example organisation, such as ada.lovelace or user:default/ada.lovelace',
        otherDescriptionMarked:
          "A user of the catalog with the annotation waymark.dev/example: 'true', such as ada.lovelace or user:default/ada.lovelace",
        otherInvalid:
          'That is nobody: write a name such as ada.lovelace, or a reference such as user:default/ada.lovelace.',
        otherSubmit: 'Sign in',
        role: {
          developer: 'Developer',
          teamLead: 'Team lead',
          platformPm: 'Platform product manager',
          platformCoach: 'Platform coach',
          platformEngineer: 'Platform engineer',
          admin: 'Administrator',
        },
      },
      production: {
        title: 'Sign in to {{title}}',
        message: 'Sign in with your {{provider}} account.',
        none: {
          title: 'Sign-in is not configured yet',
          description:
            'Nobody can sign in, because no provider is listed. An administrator needs to do two things in the configuration:',
          stepProvider:
            'Configure a provider below auth.providers (GitHub, GitLab, Microsoft or any OpenID Connect provider), with a sign-in resolver.',
          stepList: 'List it below waymark.signIn.providers, for example:',
        },
      },
    },
    catalog: {
      kinds: {
        any: 'Entities',
        component: 'Components',
        api: 'APIs',
        system: 'Systems',
        domain: 'Domains',
        resource: 'Resources',
        group: 'Groups',
        user: 'People',
        template: 'Templates',
        location: 'Locations',
      },
      column: {
        name: 'Name',
        owner: 'Owner',
        system: 'System',
        domain: 'Domain',
        team: 'Team',
        parent: 'Part of',
        type: 'Type',
        lifecycle: 'Lifecycle',
        favourite: 'Star',
      },
      search: 'Search {{kind}}',
      empty: '{{kind}}: nothing matches',
      emptyOwned: '{{kind}}: you and your teams own none',
      emptyHint: 'Change the filters, or look at everything there is.',
      showAll: 'Show all',
    },
    docsIndex: {
      title: 'Documentation',
      document: 'Document',
      kind: 'Of',
    },
    api: { servers: 'Server' },
    notFound: {
      title: 'Page not found',
      description:
        'There is no page at this address, or it is not for your role.',
      remedy:
        'If somebody sent you the link, ask them to check it; if you should have access, ask your platform team.',
      home: 'Go to the home page',
      search: 'Search',
    },
    search: {
      close: 'Close',
      more: 'All results, with filters',
      documentationOf: 'Documentation of {{name}}',
      label: 'Search catalog, APIs and docs',
      types: 'Kind of result',
      all: 'All',
      catalog: 'Catalog',
      filter: {
        kind: 'Kind',
        lifecycle: 'Lifecycle',
        any: { kind: 'Any kind', lifecycle: 'Any lifecycle' },
      },
      results: 'Results',
      pages: 'Pages of results',
      previous: 'Previous',
      next: 'Next',
      nothing: 'Nothing found for "{{term}}"',
      nothingHint: 'Try fewer or other words, or remove the filters.',
      start: 'What are you looking for?',
      startHint:
        'Services, APIs, teams and people by name, documentation by its words.',
    },
  },
});
