import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

const myTeam = HomePageWidgetBlueprint.make({
  name: 'my-team',
  params: {
    name: 'MyTeam',
    title: 'My team',
    description: 'Who is on the teams that you lead or are in',
    components: () =>
      import('./myTeam/MyTeam').then(module => ({ Content: module.MyTeam })),
  },
});

const serviceGaps = HomePageWidgetBlueprint.make({
  name: 'service-gaps',
  params: {
    name: 'ServiceGaps',
    title: 'Missing in the catalog',
    description:
      'Components of your teams without docs, API description or owning team',
    components: () =>
      import('./serviceGaps/ServiceGaps').then(module => ({
        Content: module.ServiceGaps,
      })),
  },
});

/** For those who answer for a team. */
export const teamWidgets = [myTeam, serviceGaps];
