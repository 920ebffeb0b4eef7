import { stringify } from 'yaml';

/**
 * One YAML document in block style, long texts on one line. What a YAML 1.1
 * reader would take for a date or a flag is quoted: not every tool reads 1.2.
 */
export const toYaml = (value: unknown) =>
  stringify(value, { lineWidth: 0, compat: 'yaml-1.1' });

/** Entities as the documents of one file. */
export const toDocuments = (entities: object[]) =>
  entities.map(toYaml).join('---\n');
