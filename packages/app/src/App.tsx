import { createApp } from '@backstage/frontend-defaults';
import { pageLayoutModule } from './modules/pageLayout/pageLayoutModule';
import { platformModules } from './modules/platform/platformModules';
import { apiDefinitionsModule } from './modules/apiDefinitions/apiDefinitionsModule';
import { catalogIndexModules } from './modules/catalogIndex/catalogIndexModules';
import { docsModule } from './modules/docs/docsModule';
import { exampleModule } from './modules/example/exampleModule';
import { navModule } from './modules/nav/navModule';
import { notFoundModule } from './modules/notFound/notFoundModule';
import { searchModule } from './modules/search/searchModule';
import { signInModule } from './modules/signIn/signInModule';
import { themeModule } from './modules/theme/themeModule';
import { translationsModule } from './modules/translations/translationsModule';

/** Plugins are discovered (`app.packages: all`); only what is ours alone is listed. */
export const app = createApp({
  features: [
    themeModule,
    navModule,
    pageLayoutModule,
    notFoundModule,
    signInModule,
    exampleModule,
    searchModule,
    ...catalogIndexModules,
    apiDefinitionsModule,
    docsModule,
    ...platformModules,
    translationsModule,
  ],
});
