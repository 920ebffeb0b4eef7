/**
 * Adds to problems who owns what they are about: the owners of the entity that
 * a problem names in its file, else of its file's last good versions, else of
 * all that the repository has. Claims are added up once per file, not once per
 * problem: a file may have thousands of both.
 *
 * `problems` is a query of the table `problem`; the answer has the columns that
 * `toProblemRecord` reads.
 */
export const withOwners = (problems: string) => `
  WITH chosen AS MATERIALIZED (${problems}), claim AS MATERIALIZED (
    SELECT e.provider, e.repository, e.path, e.entity_ref, e.owner_ref
    FROM entity AS e
    WHERE e.owner_ref IS NOT NULL
      AND (e.provider, e.repository) IN (SELECT c.provider, c.repository FROM chosen AS c)
  ), of_entity AS (
    SELECT claim.provider, claim.repository, claim.path, claim.entity_ref,
           array_agg(DISTINCT claim.owner_ref) AS owners
    FROM claim
    GROUP BY claim.provider, claim.repository, claim.path, claim.entity_ref
  ), of_file AS (
    SELECT claim.provider, claim.repository, claim.path,
           array_agg(DISTINCT claim.owner_ref) AS owners
    FROM claim GROUP BY claim.provider, claim.repository, claim.path
  ), of_repository AS (
    SELECT claim.provider, claim.repository, array_agg(DISTINCT claim.owner_ref) AS owners
    FROM claim GROUP BY claim.provider, claim.repository
  )
  SELECT chosen.*,
         (SELECT r.branch FROM repository AS r
          WHERE r.provider = chosen.provider AND r.name = chosen.repository) AS branch,
         coalesce(of_entity.owners, of_file.owners, of_repository.owners, '{}') AS owners
  FROM chosen
  LEFT JOIN of_entity USING (provider, repository, path, entity_ref)
  LEFT JOIN of_file USING (provider, repository, path)
  LEFT JOIN of_repository USING (provider, repository)`;

/** Newest first, in a stable order. */
export const NEWEST_FIRST = (alias: string) =>
  ['since DESC', 'provider', 'repository', 'path', 'document', 'code']
    .map(column => `${alias}.${column}`)
    .join(', ');
