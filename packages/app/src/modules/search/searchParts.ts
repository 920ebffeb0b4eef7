import type { ComponentType } from 'react';
import type {
  BaseSearchResultListItemProps,
  SearchFilterExtensionComponent,
  SearchResultItemExtensionPredicate,
} from '@backstage/plugin-search-react/alpha';

export interface SearchResultItem {
  predicate?: SearchResultItemExtensionPredicate;
  component: ComponentType<BaseSearchResultListItemProps>;
}

/** What plugins contribute to the search page. */
export interface SearchParts {
  items: SearchResultItem[];
  resultTypes: { value: string; name: string }[];
  filters: SearchFilterExtensionComponent[];
}
