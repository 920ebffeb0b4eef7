import {
  createFrontendModule,
  createTranslationMessages,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { homeTranslationRef } from '@backstage/plugin-home';

/** Where a plugin's own text names another product, or shouts. */
const homeMessages = TranslationBlueprint.make({
  name: 'home',
  params: {
    resource: createTranslationMessages({
      ref: homeTranslationRef,
      messages: {
        'visitList.empty.title': 'Nothing visited yet.',
        'visitList.empty.description':
          'The pages you open appear here, so that you can carry on where you left off.',
        'starredEntities.noStarredEntitiesMessage':
          'Star a component, API or team to keep it at hand here.',
      },
    }),
  },
});

export const translationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [homeMessages],
});
