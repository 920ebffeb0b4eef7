import {
  createFrontendModule,
  createTranslationMessages,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { homeTranslationRef } from '@backstage/plugin-home';
import { notificationsTranslationRef } from '@backstage/plugin-notifications';

/** Where a plugin's own text does not say enough. */
const homeMessages = TranslationBlueprint.make({
  name: 'home',
  params: {
    resource: createTranslationMessages({
      ref: homeTranslationRef,
      messages: {
        'starredEntities.noStarredEntitiesMessage':
          'Star a component, API or team to keep it at hand here.',
      },
    }),
  },
});

const notificationsMessages = TranslationBlueprint.make({
  name: 'notifications',
  params: {
    resource: createTranslationMessages({
      ref: notificationsTranslationRef,
      messages: {
        'table.emptyMessage':
          'Nothing to read. What concerns you and your teams appears here.',
      },
    }),
  },
});

export const translationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [homeMessages, notificationsMessages],
});
