import type { Service } from '../domain/types';
import { entity, type EntityFields } from './entity';

/** The documents of a service's catalog-info.yaml: the component, its APIs, its resources. */
export function serviceEntities(
  service: Service,
  emailDomain: string,
  toolAnnotations: Record<string, string> = {},
): EntityFields[] {
  const { owner, system, lifecycle } = service;
  const internal = `internal.${emailDomain}`;
  const dependsOn = [
    ...service.dependsOn.map(name => `component:${name}`),
    ...service.resources.map(({ name }) => `resource:${name}`),
  ];
  const runs = service.type !== 'library';

  const component = entity(
    'Component',
    {
      name: service.name,
      title: service.title,
      description: service.description,
      labels: { 'waymark.dev/tier': String(service.tier) },
      annotations: {
        ...(service.docs ? { 'backstage.io/techdocs-ref': 'dir:.' } : {}),
        ...toolAnnotations,
      },
      tags: service.tags,
      links: [
        ...(runs
          ? [
              {
                url: `https://dashboards.${internal}/d/${service.name}`,
                title: 'Dashboard',
                icon: 'dashboard',
              },
            ]
          : []),
        {
          url: `https://chat.${internal}/channels/${owner}`,
          title: `#${owner}`,
          icon: 'chat',
        },
      ],
    },
    {
      type: service.type,
      lifecycle,
      owner,
      system,
      ...(service.apis.length
        ? { providesApis: service.apis.map(({ name }) => name) }
        : {}),
      ...(service.consumes.length ? { consumesApis: service.consumes } : {}),
      ...(dependsOn.length ? { dependsOn } : {}),
    },
  );
  const apis = service.apis.map(({ name, title, description, type, file }) =>
    entity(
      'API',
      { name, title, description, tags: [type] },
      { type, lifecycle, owner, system, definition: { $text: `./${file}` } },
    ),
  );
  const resources = service.resources.map(
    ({ name, title, description, type }) =>
      entity('Resource', { name, title, description }, { type, owner, system }),
  );
  return [component, ...apis, ...resources];
}
