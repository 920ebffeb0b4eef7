import { stringify } from 'yaml';

/** One YAML document in block style, long texts on one line. */
export const toYaml = (value: unknown) => stringify(value, { lineWidth: 0 });

/** Entities as the documents of one file. */
export const toDocuments = (entities: object[]) =>
  entities.map(toYaml).join('---\n');
