import { ProblemCode } from '@waymark/plugin-catalog-git-common';
import { Document, LineCounter, isAlias, parseAllDocuments } from 'yaml';
import { collectLines, FieldLines } from './fieldLines';
import { findDuplicateKey } from './findDuplicateKey';
import { inspectValue } from './inspectValue';
import { walkNodes } from './walkNodes';

const MAX_ALIASES = 100;
const MAX_NESTING = 200;
const MAX_KEY_SHOWN = 100;

/** One YAML document of a file. */
export type ParsedDocument = { document: number; line: number } & (
  | {
      status: 'ok';
      value: Record<string, unknown>;
      /** Lines of fields, for {@link lineOf}. Plain data: it may come from a worker. */
      lines: FieldLines;
    }
  | { status: 'failed'; code: ProblemCode; reason: string; column?: number }
);

/** The documents of a file, or why it is refused as a whole. */
export type ParsedFile =
  | { status: 'ok'; documents: ParsedDocument[] }
  | { status: 'refused'; code: ProblemCode; reason: string };

/**
 * Parses multi-document YAML. Work is bounded before the parser starts (number
 * of documents, nesting) and after it (aliases, expanded size). Empty
 * documents are left out.
 */
export function parseDocuments(
  text: string,
  limits: { documents: number; characters: number },
): ParsedFile {
  const count = (text.match(/^(?:---|\.\.\.)(?=\s|$)/gm) ?? []).length + 1;
  if (count > limits.documents + 1) {
    return {
      status: 'refused',
      code: 'too-many-documents',
      reason: `The file has about ${count} documents, the limit is ${limits.documents}`,
    };
  }
  if (nesting(text) > MAX_NESTING) {
    return tooDeep();
  }
  const lines = new LineCounter();
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
      // Quadratic there; findDuplicateKey does it.
      uniqueKeys: false,
    });
    const documents = [...parsed]
      .map((doc, index) => readDocument(doc, index, lines, limits.characters))
      .filter(doc => doc !== undefined);
    return { status: 'ok', documents };
  } catch (error) {
    if (error instanceof RangeError) {
      return tooDeep();
    }
    throw error;
  }
}

function readDocument(
  doc: Document.Parsed,
  document: number,
  lines: LineCounter,
  maxCharacters: number,
): ParsedDocument | undefined {
  const line = lineAt(lines, doc.contents?.range?.[0] ?? doc.range[0]);
  const fail = (code: ProblemCode, reason: string) =>
    ({ status: 'failed', document, line, code, reason } as const);

  const failAt = (offset: number, reason: string) => {
    const at = lines.linePos(offset);
    return {
      ...fail('yaml-syntax', reason),
      line: Math.max(at.line, 1),
      column: Math.max(at.col, 1),
    };
  };

  const [error] = doc.errors;
  if (error) {
    return failAt(error.pos[0], firstLine(error.message));
  }
  const twice = findDuplicateKey(doc);
  if (twice) {
    const key = twice.key.slice(0, MAX_KEY_SHOWN);
    return failAt(
      twice.offset,
      `The key '${key}' is there twice in the same object`,
    );
  }
  const read = toValue(doc);
  if ('bomb' in read) {
    return fail('alias-bomb', read.bomb);
  }
  const { value } = read;
  if (value === null || value === undefined) {
    return undefined;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return fail('schema', 'The document is not an object');
  }
  const bad = inspectValue(value, maxCharacters);
  if (bad) {
    const code = bad.includes('larger than') ? 'too-large' : 'schema';
    return fail(code, `The document ${bad}`);
  }
  return {
    status: 'ok',
    document,
    line,
    value: value as Record<string, unknown>,
    lines: collectLines(doc, offset => lineAt(lines, offset)),
  };
}

function toValue(doc: Document.Parsed): { value: unknown } | { bomb: string } {
  // The parser looks at the whole document for each alias.
  if (countAliases(doc) > MAX_ALIASES) {
    return { bomb: `The document has more than ${MAX_ALIASES} aliases` };
  }
  try {
    return { value: doc.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    if (error instanceof ReferenceError) {
      return {
        bomb: `Aliases expand to far more than the file holds: ${error.message}`,
      };
    }
    throw error;
  }
}

function countAliases(doc: Document.Parsed): number {
  let count = 0;
  for (const node of walkNodes(doc)) {
    if (isAlias(node)) {
      count++;
    }
  }
  return count;
}

/**
 * An upper bound of the nesting that is cheap to compute: open brackets, and
 * list markers in one line. Deeper indentation needs a file above the limit.
 */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') {
      deepest = Math.max(deepest, ++depth);
    } else if ((character === ']' || character === '}') && depth > 0) {
      depth--;
    }
  }
  const dashes = text.match(/(?:[-?] ){200,}/) ? MAX_NESTING + 1 : 0;
  return Math.max(deepest, dashes);
}

function tooDeep(): ParsedFile {
  return {
    status: 'refused',
    code: 'yaml-syntax',
    reason: `The file is nested more than ${MAX_NESTING} levels deep`,
  };
}

function lineAt(lines: LineCounter, offset: number): number {
  return Math.max(lines.linePos(offset).line, 1);
}

function firstLine(message: string): string {
  return message.split('\n')[0];
}
