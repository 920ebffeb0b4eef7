import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

const teamDelivery = HomePageWidgetBlueprint.make({
  name: 'team-delivery',
  if: { permissions: { $contains: 'dora.metric.read#read' } },
  params: {
    name: 'TeamDelivery',
    title: 'Delivery of my teams',
    description: 'The five delivery metrics of your teams, last 28 days',
    components: () =>
      import('./components/widget/TeamDelivery').then(({ TeamDelivery }) => ({
        Content: TeamDelivery,
      })),
  },
});

export const doraHomeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [teamDelivery],
});
