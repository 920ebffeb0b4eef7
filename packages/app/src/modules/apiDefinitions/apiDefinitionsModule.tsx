import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  apiDocsConfigRef,
  defaultDefinitionWidgets,
  type ApiDefinitionWidget,
} from '@backstage/plugin-api-docs';
import styles from './ApiDefinition.module.css';
import { OpenApi } from './OpenApi';

/** The colours of the portal, and our own way of showing OpenAPI. */
function ofWaymark(widget: ApiDefinitionWidget): ApiDefinitionWidget {
  return {
    ...widget,
    component: definition => (
      <div className={styles.definition}>
        {widget.type === 'openapi' ? (
          <OpenApi definition={definition} />
        ) : (
          widget.component(definition)
        )}
      </div>
    ),
  };
}

// The name is that of the built-in configuration, which this one replaces.
const definitions = ApiBlueprint.make({
  name: 'config',
  params: define =>
    define({
      api: apiDocsConfigRef,
      deps: {},
      factory: () => {
        const widgets = defaultDefinitionWidgets().map(ofWaymark);
        return {
          getApiDefinitionWidget: ({ spec }) =>
            widgets.find(({ type }) => type === spec.type),
        };
      },
    }),
});

export const apiDefinitionsModule = createFrontendModule({
  pluginId: 'api-docs',
  extensions: [definitions],
});
