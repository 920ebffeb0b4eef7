import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { Knex } from 'knex';
import type { SearchTerm } from '../searchTerm';

export interface DocumentRow {
  type: string;
  document: IndexableDocument;
  /** Of all pages. */
  total: number;
  highlight: { title: string; text: string } | null;
}

interface SelectOptions {
  term: SearchTerm;
  types?: string[];
  /** Values that fields of a document have or, where they are lists, hold. */
  filters: Record<string, unknown>;
  preTag: string;
  postTag: string;
  offset: number;
  limit: number;
}

const ENTITIES = 'software-catalog';
const HIGHLIGHT = 'MaxWords=35, MinWords=15, ShortWord=3, MaxFragments=2';

/** As `SearchTerm.exact`. */
const plain = (field: string) =>
  `lower(trim(regexp_replace(coalesce(d.document->>'${field}', ''), '[^[:alnum:]]+', ' ', 'g')))`;

/**
 * Documents in the order of how well they fit:
 *
 * 1. those that are called exactly so, by title or by name;
 * 2. those that have every word in the title;
 * 3. documentation of what is called exactly so;
 * 4. those that have every word somewhere.
 *
 * Entities stand before documents that fit as well, then comes what has the
 * words often and close together for its length. The title of a page is also a
 * heading of it: of such two the better one is enough.
 */
export async function selectDocuments(
  knex: Knex,
  options: SelectOptions,
): Promise<DocumentRow[]> {
  const { term, types, filters, preTag, postTag, offset, limit } = options;
  const hasTerm = term.exact !== '';
  const conditions = [
    ...(hasTerm ? ['d.body @@ s.anywhere'] : []),
    ...(types ? ['d.type = ANY(:types)'] : []),
    ...Object.keys(filters).map(
      (_, at) => `d.document @> ANY(CAST(:filter${at} AS jsonb[]))`,
    ),
  ];
  const { rows } = await knex.raw<{ rows: DocumentRow[] }>(
    `WITH search AS (
       SELECT to_tsquery('english', :anywhere) AS anywhere,
              to_tsquery('english', :inTitle) AS in_title
     ), hit AS (
       SELECT DISTINCT ON (d.type, split_part(d.document->>'location', '#', 1), d.document->>'title')
         d.hash, d.type, d.document->>'location' AS location,
         CASE WHEN :exact IN (${plain(
           'title',
         )}) OR (d.type = '${ENTITIES}' AND :exact IN (${plain('name')})) THEN 1
              WHEN d.body @@ s.in_title THEN 2
              WHEN :exact IN (${plain('entityTitle')}, ${plain('name')}) THEN 3
              ELSE 4 END AS fit,
         ts_rank_cd(d.body, s.anywhere, 1) AS rank
       FROM documents AS d CROSS JOIN search AS s
       ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
       ORDER BY d.type, split_part(d.document->>'location', '#', 1), d.document->>'title',
                fit, rank DESC, length(d.document->>'location')
     ), page AS (
       SELECT h.*, count(*) OVER ()::integer AS total,
              row_number() OVER (
                ORDER BY h.fit, h.type <> '${ENTITIES}', h.rank DESC, h.location
              ) AS place
       FROM hit AS h
       ORDER BY place OFFSET :offset LIMIT :limit
     )
     SELECT d.type, d.document, p.total,
            ${
              hasTerm
                ? `ts_headline('english', jsonb_build_object(
                     'title', d.document->'title', 'text', d.document->'text'
                   ), s.anywhere, :highlight)`
                : 'NULL'
            } AS highlight
     FROM page AS p JOIN documents AS d ON d.hash = p.hash CROSS JOIN search AS s
     ORDER BY p.place`,
    {
      anywhere: term.anywhere,
      inTitle: term.inTitle,
      exact: term.exact,
      highlight: `${HIGHLIGHT}, StartSel=${preTag}, StopSel=${postTag}`,
      offset,
      limit,
      ...(types && { types }),
      ...Object.fromEntries(
        Object.entries(filters).map(([field, value], at) => [
          `filter${at}`,
          [value]
            .flat()
            .flatMap(one => [
              JSON.stringify({ [field]: one }),
              JSON.stringify({ [field]: [one] }),
            ]),
        ]),
      ),
    },
  );
  return rows;
}
