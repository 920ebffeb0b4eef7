export { EmptyState } from './components/EmptyState';
export { QueryProvider } from './components/QueryProvider';
export { QueryState } from './components/QueryState';
export { errorText } from './errorText';
export { PAGE_SIZE, useCursorPages } from './hooks/useCursorPages';
export { statesTranslationRef } from './translation';
