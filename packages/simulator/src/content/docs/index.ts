import type { Service } from '../../domain/types';
import { toYaml } from '../yaml';
import { apiPage, usagePage } from './api';
import { architecturePage } from './architecture';
import { developmentPage } from './development';
import { overviewPage } from './overview';
import type { DocsContext } from './page';
import { runbookPage } from './runbook';

interface Page {
  file: string;
  title: string;
  render(context: DocsContext): string;
}

/** Pages of a service's TechDocs site, in the order of its navigation. */
export function pagesOf(service: Service): Page[] {
  const library = service.type === 'library';
  const rest = service.apis.some(({ type }) => type === 'openapi');
  return [
    { file: 'index.md', title: 'Overview', render: overviewPage },
    {
      file: 'architecture.md',
      title: 'Architecture',
      render: architecturePage,
    },
    ...(rest
      ? [{ file: 'api.md', title: 'Using the API', render: apiPage }]
      : []),
    ...(library
      ? [{ file: 'usage.md', title: 'Usage', render: usagePage }]
      : []),
    ...(library
      ? []
      : [{ file: 'runbook.md', title: 'Runbook', render: runbookPage }]),
    { file: 'development.md', title: 'Development', render: developmentPage },
  ];
}

export const mkdocs = (service: Service) =>
  toYaml({
    site_name: service.title,
    site_description: service.description,
    docs_dir: 'docs',
    nav: pagesOf(service).map(({ file, title }) => ({ [title]: file })),
    plugins: ['techdocs-core'],
  });
