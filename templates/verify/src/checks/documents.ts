import type { JsonValue } from '@backstage/types';
import { parseAllDocuments } from 'yaml';
import { files, type Check } from './check';
import type { Tree } from '../render/tree';

/** Every document of a YAML file that can be parsed; of one that cannot, `problems` tells. */
export function parseYaml(content: string): {
  documents: JsonValue[];
  problems: string[];
} {
  const parsed = parseAllDocuments(content);
  if (!Array.isArray(parsed)) return { documents: [], problems: [] };
  return {
    documents: parsed.map(document => document.toJS() as JsonValue),
    problems: parsed.flatMap(({ errors, warnings }) =>
      [...errors, ...warnings].map(({ message }) => message),
    ),
  };
}

/** The objects that are described below `deploy/`, by file. */
export function manifests(tree: Tree, pattern = /^deploy\/.*\.yaml$/) {
  return files(tree, pattern).flatMap(([file, content]) =>
    parseYaml(content).documents.map(document => ({
      file,
      // Files are checked to be what they should by `documentsParse`; here only their fields matter.
      manifest: document as Record<string, any>,
    })),
  );
}

/** YAML and JSON can be read, and no file is empty. */
export const documentsParse: Check = ({ tree }) =>
  [...tree].flatMap(([file, content]) => {
    if (content.trim() === '') return [`${file}: is empty`];
    if (/\.ya?ml$/.test(file)) {
      return parseYaml(content).problems.map(problem => `${file}: ${problem}`);
    }
    if (/(^|[^t])\.json$/.test(file) && !/tsconfig.*\.json$/.test(file)) {
      try {
        JSON.parse(content);
      } catch (error) {
        return [`${file}: ${error}`];
      }
    }
    return [];
  });

function holes(value: JsonValue | undefined, at: string): string[] {
  if (value === null || value === undefined || value === '') {
    // '' is the name of the core group of Kubernetes.
    return /\.apiGroups\.\d+$/.test(at) ? [] : [`${at} has no value`];
  }
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    holes(inner, `${at}.${key}`),
  );
}

/** Nothing that was to be filled in is empty: an undefined value renders as nothing, silently. */
export const nothingIsEmpty: Check = ({ tree }) =>
  files(
    tree,
    /^(deploy|infra|monitoring)\/.*\.(yaml|json)$|^(catalog-info|mkdocs)\.yml$|^catalog-info\.yaml$|^mkdocs\.yml$/,
  ).flatMap(([file, content]) =>
    parseYaml(content).documents.flatMap((document, index) =>
      holes(document, `${file}[${index}]`),
    ),
  );
