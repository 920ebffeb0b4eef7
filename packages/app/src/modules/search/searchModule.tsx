import {
  ApiBlueprint,
  createExtensionInput,
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import searchPlugin from '@backstage/plugin-search/alpha';
import {
  SearchFilterBlueprint,
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { searchApiRef, type SearchApi } from '@backstage/plugin-search-react';
import { RiSearch2Line } from '@remixicon/react';
import { boundedSearch } from './boundedSearch';

// Without a name it has the id of the built-in page, and takes its place and its inputs.
const searchPage = PageBlueprint.makeWithOverrides({
  inputs: {
    items: createExtensionInput([SearchResultListItemBlueprint.dataRefs.item]),
    resultTypes: createExtensionInput([
      SearchFilterResultTypeBlueprint.dataRefs.resultType,
    ]),
    searchFilters: createExtensionInput([
      SearchFilterBlueprint.dataRefs.searchFilters,
    ]),
  },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      path: '/search',
      title: 'Search',
      icon: <RiSearch2Line />,
      routeRef: searchPlugin.routes.root,
      loader: async () => {
        const { SearchPage } = await import('./SearchPage');
        return (
          <SearchPage
            items={inputs.items.map(item =>
              item.get(SearchResultListItemBlueprint.dataRefs.item),
            )}
            resultTypes={inputs.resultTypes.map(type =>
              type.get(SearchFilterResultTypeBlueprint.dataRefs.resultType),
            )}
            filters={inputs.searchFilters.map(
              filter =>
                filter.get(SearchFilterBlueprint.dataRefs.searchFilters)
                  .component,
            )}
          />
        );
      },
    }),
});

const searchApi = searchPlugin.getExtension('api:search').override({
  factory: original => {
    const { deps, factory } = original().get(ApiBlueprint.dataRefs.factory);
    return [
      ApiBlueprint.dataRefs.factory({
        api: searchApiRef,
        deps,
        factory: given => boundedSearch(factory(given) as SearchApi),
      }),
    ];
  },
});

export const searchModule = createFrontendModule({
  pluginId: 'search',
  extensions: [searchPage, searchApi],
});
