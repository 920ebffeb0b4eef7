import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Every string of the home page itself; titles of widgets are beside them. */
export const homeTranslationRef = createTranslationRef({
  id: 'waymark.home',
  messages: {
    title: 'Home',
    loading: 'Loading your home page',
    empty:
      'There is nothing on your home page. Arrange it to add what you need.',
    asOf: 'As of {{instant}}',
    greeting: {
      morning: 'Good morning, {{name}}',
      afternoon: 'Good afternoon, {{name}}',
      evening: 'Good evening, {{name}}',
      teams: 'Team {{teams}}',
    },
    search: { label: 'Search catalog, APIs and docs' },
    messages: {
      config: 'The configuration of the home page is not in order',
      roles: 'Your roles could not be loaded',
      rolesDetail:
        'You see the home page that everyone has, or the one that you arranged.',
      retry: 'Try again',
      unavailable: 'The arrangement that you made could not be loaded',
      unavailableDetail:
        'You see the home page of your role. Reload the page to try again; nothing is lost.',
      unreadable: 'The arrangement that you made cannot be read',
      unreadableDetail:
        'It was perhaps made by a newer version of the portal. You see the home page of your role. What you made is kept, and put beside if you arrange a new one.',
      startOver: 'Keep the home page of my role',
      new: 'New for your role: {{titles}}',
      newDetail: 'Your home page stays as you arranged it until you add it.',
      newArrange: 'Arrange',
      newDismiss: 'Not now',
    },
    arrange: {
      open: 'Arrange',
      title: 'Arrange your home page',
      hint: 'Drag widgets, or use their buttons. Only you see the result.',
      add: 'Add widgets',
      undo: 'Undo',
      reset: 'Back to the default of my role',
      cancel: 'Cancel',
      save: 'Save',
      saveFailed: 'This could not be saved',
      column: { main: 'Main column', side: 'Side column' },
      emptyColumn: 'Drop widgets here',
      drag: 'Drag {{title}}',
      up: 'Move {{title}} up',
      down: 'Move {{title}} down',
      toSide: 'Move {{title}} to the side column',
      toMain: 'Move {{title}} to the main column',
      half: 'Make {{title}} half as wide',
      full: 'Make {{title}} full width',
      settings: 'Settings of {{title}}',
      remove: 'Remove {{title}}',
      said: {
        main: 'main column',
        side: 'side column',
        added: '{{title}} added to the {{column}}, {{position}} of {{total}}',
        moved: '{{title}} moved to the {{column}}, {{position}} of {{total}}',
        removed: '{{title}} removed',
        half: '{{title}} is half as wide',
        full: '{{title}} has full width',
        set: 'Settings of {{title}} changed',
        undone: 'The last change is undone',
      },
    },
    gallery: {
      title: 'Add widgets',
      empty: 'Every widget is on your page',
      emptyDetail: 'Plugins that are added to the portal bring more.',
      new: 'New',
      add: 'Add',
      remove: 'Remove',
      addNamed: 'Add {{title}}',
      close: 'Done',
    },
    leave: {
      title: 'Leave without saving?',
      detail:
        'What you changed of your home page is not saved yet. It is lost if you leave.',
      cancel: 'Stay',
      confirm: 'Leave without saving',
    },
    reset: {
      title: 'Back to the default of your role?',
      detail:
        'The arrangement that you made is deleted, on all your devices. Your home page then follows the default of your role, with what comes to it.',
      cancel: 'Keep mine',
      confirm: 'Back to the default',
    },
    settings: {
      title: 'Settings of {{title}}',
      cancel: 'Cancel',
      save: 'Apply',
    },
    visits: {
      label: 'What you visited',
      empty:
        'The pages you open appear here, so that you can carry on where you left off.',
    },
    services: {
      label: 'Services of your teams',
      name: 'Name',
      system: 'System',
      lifecycle: 'Lifecycle',
      docs: 'Docs',
      docsOf: 'Docs of {{name}}',
      all: 'All {{total}} in the catalog',
      empty: 'Your teams own no components yet',
      emptyDetail:
        'Components appear here once their catalog-info.yaml names you or one of your groups as owner.',
      emptyAction: 'Browse the catalog',
    },
    docs: {
      read: 'Read lately',
      ofTeams: 'Of my teams',
      ofTeamsSome: 'Of my teams, {{shown}} of {{total}}',
      none: 'Your teams have no documentation yet',
      noneDetail:
        'It appears here once a component of yours has a docs folder and the annotation backstage.io/techdocs-ref.',
      all: 'All documentation',
    },
    notifications: {
      label: 'Unread notifications',
      none: 'Nothing unread. What concerns you and your teams appears here.',
      all: 'All notifications, {{total}} unread',
      allRead: 'All notifications',
      markRead: 'Mark "{{title}}" as read',
    },
    runs: {
      mine: 'Runs of templates that you started',
      none: 'You have not created anything yet',
      noneDetail:
        'A template sets up a service with everything that belongs to it; what you create appears here.',
      create: 'Create your first service',
      all: 'All runs, {{total}} of yours',
      started: 'Started {{instant}}',
      withoutTemplate: 'Without a template',
      status: {
        open: 'Waiting',
        processing: 'Running',
        completed: 'Succeeded',
        failed: 'Failed',
        cancelled: 'Cancelled',
        skipped: 'Skipped',
      },
    },
    failedRuns: {
      label: 'Runs of templates that failed',
      none: 'No run has failed',
      noneDetail:
        'Runs of templates that go wrong appear here, with the reason, as far as you may see them.',
      all: 'All runs, {{total}} failed',
    },
    team: {
      label: 'Your team',
      none: 'You are on no team',
      noneDetail:
        'Teams are groups of the catalog; ask whoever keeps them to add you to yours.',
      members: 'People of the team',
      openItems: 'What the team looks after',
      components:
        '{{total}} components owned. Without docs: {{docs}}. Services without API description: {{apis}}.',
      lead: 'Lead',
      all: 'All {{total}} people of the team',
    },
    gaps: {
      label: 'What is missing in the catalog',
      some: '{{lacking}} of {{total}} components of your teams lack something that others look for:',
      none: 'All {{total}} components of your teams have documentation, an API description if they are services, and an owning team.',
      docs: 'no documentation',
      api: 'no API description',
      team: 'owned by a person, not by a team',
      all: 'All {{total}} in the catalog',
    },
    glance: {
      label: 'The catalog',
      none: 'The catalog has no components yet',
      noneDetail:
        'They appear here once a repository with a catalog-info.yaml is read.',
      documented: 'Documented',
      withApi: 'Services with an API description',
      owned: 'Owned by a team',
      ofComponents: '{{part}} of {{whole}} components',
      ofServices: '{{part}} of {{whole}} services',
      noShare: 'None yet',
      byType: 'Components by type',
      byLifecycle: 'Components by lifecycle',
      all: 'All {{total}} components',
    },
    usage: {
      label: 'Use of templates',
      none: 'No template was run in the last {{days}} days',
      noneDetail:
        'As far as you may see runs. Each template that is used appears here with its runs and their success.',
      create: 'See the templates',
      window:
        '{{total}} runs that you may see in the last {{days}} days, since {{from}}.',
      newest:
        'The newest {{total}} runs that you may see; there were more in the last {{days}} days.',
      runs_one: '{{count}} run',
      runs_other: '{{count}} runs',
      success: '{{share}} succeeded ({{succeeded}} of {{over}} that are over)',
      noResult: 'None is over yet',
      all: 'All runs',
    },
    unprocessed: {
      label: 'Entities that are not processed',
      failed: 'Failed',
      failedDetail: 'entities that the catalog could not process',
      pending: 'Pending',
      pendingDetail: 'entities that wait for their first processing',
      all: 'Which, and why',
    },
  },
});
