/**
 * Repositories with the state people see: a repository that was reached is
 * `ok` or `failing` by whether problems remain, which other repositories
 * influence too (duplicates), so it is not stored.
 */
export const REPOSITORY_STATE = `
  SELECT repository.*,
         CASE
           WHEN repository.status IN ('unreachable', 'unauthorized', 'pending') THEN repository.status
           WHEN EXISTS (
             SELECT 1 FROM problem
             WHERE problem.provider = repository.provider
               AND problem.repository = repository.name
           ) THEN 'failing'
           ELSE 'ok'
         END AS state
  FROM repository`;
