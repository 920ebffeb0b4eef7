import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

/** For everybody who owns something. */
const ownProblems = HomePageWidgetBlueprint.make({
  name: 'files-needing-attention',
  if: { permissions: { $contains: 'catalogGit.problem.read-own#read' } },
  params: {
    name: 'FilesNeedingAttention',
    title: 'Files that need attention',
    description: 'Catalog files of your teams that cannot be read',
    components: () =>
      import('./widgets/OwnProblems').then(({ OwnProblems }) => ({
        Content: OwnProblems,
      })),
  },
});

/** For those who run the portal. */
const ingestion = HomePageWidgetBlueprint.make({
  name: 'catalog-ingestion',
  if: { permissions: { $contains: 'catalogGit.health.read#read' } },
  params: {
    name: 'CatalogIngestion',
    title: 'Catalog ingestion',
    description: 'What the catalog reads from Git, and what it could not read',
    components: () =>
      import('./widgets/IngestionSummary').then(({ IngestionSummary }) => ({
        Content: IngestionSummary,
      })),
  },
});

export const catalogGitHomeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [ownProblems, ingestion],
});
