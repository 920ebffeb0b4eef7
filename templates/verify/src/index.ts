export { allCells, fullCells, type Cell } from './cells';
export { problemsOf, type Rendered } from './checks';
export {
  startRenderer,
  type Renderer,
  type Rendering,
} from './render/scaffolder';
export { readSources, readTree, type Tree } from './render/tree';
export { readTemplates, type Plan, type Template } from './templates';
