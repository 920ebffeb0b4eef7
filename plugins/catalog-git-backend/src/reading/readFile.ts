import { GitProviderConfig, buildLocationUrl } from '@waymark/git-node';
import { Entity } from '@backstage/catalog-model';
import { refusal } from '../domain/admit';
import { decodeText } from '../domain/decodeText';
import { decorateEntity } from '../domain/decorateEntity';
import { hashEntity } from '../domain/hashEntity';
import { identify } from '../domain/identify';
import { lineOf } from '../domain/fieldLines';
import { ParsedDocument } from '../domain/parseDocuments';
import { FailedDocument, GoodDocument, ProblemDraft } from '../domain/types';
import { parseBounded } from '../parsing/parseBounded';
import { validateEntity } from '../domain/validateEntity';

/** A location document, to be followed by the caller. */
export interface LocationDocument {
  document: number;
  line: number;
  entityRef: string;
  targets: string[];
  /** A missing target is fine. */
  optional: boolean;
}

export interface FileReading {
  good: GoodDocument[];
  failed: FailedDocument[];
  refused: ProblemDraft[];
  locations: LocationDocument[];
  /** The file as a whole could not be read. */
  failedFile?: ProblemDraft;
}

export interface FileContext {
  provider: GitProviderConfig;
  /** `<owner>/<repo>`. */
  name: string;
  branch: string;
}

const UNREADABLE = {
  binary: 'The file is binary',
  'not-utf8': 'The file is not valid UTF-8 text',
} as const;

const noIdentity = { reason: 'kind and metadata.name are needed', field: [] };

/** Reads one catalog file: every document is good, failed, refused or a location. */
export async function readFile(
  path: string,
  content: Buffer,
  context: FileContext,
): Promise<FileReading> {
  const reading: FileReading = {
    good: [],
    failed: [],
    refused: [],
    locations: [],
  };
  const decoded = decodeText(content);
  if (decoded.status !== 'ok') {
    const { status } = decoded;
    reading.failedFile = { path, code: status, reason: UNREADABLE[status] };
    return reading;
  }
  const { limits } = context.provider;
  const parsed = await parseBounded(decoded.text, {
    documents: limits.documentsPerFile,
    characters: limits.fileBytes,
  });
  if (parsed.status === 'refused') {
    reading.failedFile = { path, code: parsed.code, reason: parsed.reason };
    return reading;
  }
  for (const document of parsed.documents) {
    await readDocument(document, path, context, reading);
  }
  return reading;
}

async function readDocument(
  parsed: ParsedDocument,
  path: string,
  context: FileContext,
  into: FileReading,
): Promise<void> {
  const { document, line } = parsed;
  const place = { path, document, line };
  if (parsed.status === 'failed') {
    const { code, reason, column } = parsed;
    into.failed.push({ ...place, problem: { ...place, code, reason, column } });
    return;
  }
  const identity = identify(parsed.value);
  const entityRef = identity?.entityRef;
  if (identity && identity.kind !== 'Location') {
    const refused = refusal(identity, context.provider.allow);
    if (refused) {
      into.refused.push({ ...place, entityRef, ...refused });
      return;
    }
  }
  const valid = await validateEntity(parsed.value);
  if (valid.status === 'failed' || !identity) {
    const at = valid.status === 'failed' ? valid : noIdentity;
    into.failed.push({
      ...place,
      problem: {
        ...place,
        line: lineOf(parsed, at.field),
        entityRef,
        code: 'schema',
        reason: at.reason,
      },
    });
    return;
  }
  if (identity.kind === 'Location') {
    into.locations.push(toLocation(valid.entity, identity.entityRef, place));
    return;
  }
  const entity = decorateEntity(valid.entity, {
    host: context.provider.host,
    path,
    urlOf: (kind, at) =>
      buildLocationUrl({
        baseUrl: context.provider.baseUrl,
        repository: context.name,
        ref: context.branch,
        kind,
        path: at,
      }),
  });
  into.good.push({
    ...place,
    entityRef: identity.entityRef,
    kind: identity.kind,
    hash: hashEntity(entity),
    entity,
  });
}

function toLocation(
  entity: Entity,
  entityRef: string,
  place: { document: number; line: number },
): LocationDocument {
  const spec = (entity.spec ?? {}) as {
    target?: string;
    targets?: string[];
    presence?: string;
  };
  return {
    document: place.document,
    line: place.line,
    entityRef,
    targets: [...(spec.target ? [spec.target] : []), ...(spec.targets ?? [])],
    optional: spec.presence === 'optional',
  };
}
