import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import { TechDocsAddonLocations } from '@backstage/plugin-techdocs-react';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import { RiBookOpenLine } from '@remixicon/react';
import { ReaderStyle } from './ReaderStyle';

const readerStyle = AddonBlueprint.make({
  name: 'reader-style',
  params: {
    name: 'ReaderStyle',
    location: TechDocsAddonLocations.Content,
    component: ReaderStyle,
  },
});

// Without a name it has the id of the built-in page, and takes its place: that one's
// table does not fit a phone.
const indexPage = PageBlueprint.make({
  params: {
    path: '/docs',
    title: 'Docs',
    icon: <RiBookOpenLine />,
    routeRef: techdocsPlugin.routes.root,
    loader: () => import('./DocsIndex').then(({ DocsIndex }) => <DocsIndex />),
  },
});

export const docsModule = createFrontendModule({
  pluginId: 'techdocs',
  extensions: [indexPage, readerStyle],
});
