/**
 * How much is said under a name, `n` being a row of `seen_name`. Each branch
 * finds its facts by an index on the name.
 */
export const NAME_USE = `
  LATERAL (
    SELECT coalesce(sum(f.observations), 0)::integer AS events, min(f.at) AS first_at, max(f.at) AS last_at
    FROM (
      SELECT d.observations, d.finished_at AS at FROM deployment AS d
      WHERE n.kind = 'service' AND lower(d.name) = lower(n.name) AND d.name = n.name AND d.source = n.source
      UNION ALL
      SELECT d.observations, d.finished_at FROM deployment AS d
      WHERE n.kind = 'environment' AND lower(d.environment) = lower(n.name) AND d.environment = n.name AND d.source = n.source
      UNION ALL
      SELECT i.observations, i.started_at FROM incident AS i
      WHERE n.kind = 'service' AND lower(i.name) = lower(n.name) AND i.name = n.name AND i.source = n.source
      UNION ALL
      SELECT i.observations, i.started_at FROM incident AS i
      WHERE n.kind = 'environment' AND i.environment = n.name AND i.source = n.source
      UNION ALL
      SELECT c.observations, c.merged_at FROM change AS c
      WHERE n.kind = 'repository' AND c.repository = n.name AND c.source = n.source
      UNION ALL
      SELECT c.observations, c.merged_at FROM change AS c
      WHERE n.kind = 'service' AND lower(c.name) = lower(n.name) AND c.name = n.name AND c.source = n.source
    ) AS f
  ) AS u`;

/** To people a repository is a service's name like any other. */
export const SHOWN_KIND = `CASE n.kind WHEN 'environment' THEN 'environment' ELSE 'service' END`;
