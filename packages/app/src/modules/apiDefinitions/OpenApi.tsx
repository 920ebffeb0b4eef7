import { useMemo, type ComponentType } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  OpenApiDefinitionWidget,
  type OpenApiDefinitionWidgetProps,
} from '@backstage/plugin-api-docs';
import { waymarkTranslationRef } from '../../translation';
import { createSwaggerPlugin } from './swaggerPlugin';

// The widget hands every property on to Swagger UI, though its type says less.
const Widget: ComponentType<
  OpenApiDefinitionWidgetProps & { plugins: unknown[] }
> = OpenApiDefinitionWidget;

export function OpenApi({ definition }: { definition: string }) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const servers = t('api.servers');
  const plugins = useMemo(() => [createSwaggerPlugin({ servers })], [servers]);
  return <Widget definition={definition} plugins={plugins} />;
}
