import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

const FOLDER = path.resolve(__dirname, '../../../../docs/delivery');
const FENCE = /^```(\w+)\n([\s\S]*?)^```$/gm;

export interface Block {
  language: string;
  text: string;
}

/** The fenced blocks of a page below `docs/delivery`, in their order. For tests only. */
export function documentedBlocks(page: string): Block[] {
  const text = readFileSync(path.join(FOLDER, page), 'utf8');
  return Array.from(text.matchAll(FENCE), ([, language, block]) => ({
    language,
    text: block,
  }));
}

/** Its YAML, parsed; one that does not parse fails. */
export function documentedYaml(page: string): unknown[] {
  return documentedBlocks(page)
    .filter(({ language }) => language === 'yaml')
    .flatMap(({ text }) =>
      parseAllDocuments(text).map(document => {
        const [error] = document.errors;
        if (error) throw new Error(`${page}: ${error.message}\n${text}`);
        return document.toJS() as unknown;
      }),
    );
}

/** Pages of the tools, `connect/<tool>.md`. */
export const toolPages = (): string[] =>
  readdirSync(path.join(FOLDER, 'connect'))
    .sort()
    .map(name => `connect/${name}`);

export const pageText = (page: string): string =>
  readFileSync(path.join(FOLDER, page), 'utf8');
