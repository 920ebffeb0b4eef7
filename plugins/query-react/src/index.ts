export { EmptyState } from './components/EmptyState';
export { Failure } from './components/Failure';
export { Loading } from './components/Loading';
export { QueryProvider } from './components/QueryProvider';
export { QueryState } from './components/QueryState';
export { errorText } from './errorText';
export { PAGE_SIZE, useCursorPages } from './hooks/useCursorPages';
export { statesTranslationRef } from './translation';
