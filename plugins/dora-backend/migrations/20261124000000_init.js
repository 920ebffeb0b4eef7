// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE raw_event (
      event_id uuid NOT NULL,
      occurred_at timestamptz NOT NULL,
      received_at timestamptz NOT NULL,
      source text NOT NULL,
      delivery_id text NOT NULL,
      type text NOT NULL,
      origin text NOT NULL,
      payload json NOT NULL,
      PRIMARY KEY (event_id, occurred_at)
    ) PARTITION BY RANGE (occurred_at);
    COMMENT ON TABLE raw_event IS 'Events as they came, without names of people; everything else can be rebuilt from them';
    COMMENT ON COLUMN raw_event.event_id IS 'Hash of source, delivery id and time, so the same delivery again is the same row';
    COMMENT ON COLUMN raw_event.origin IS 'live, import or example';
    CREATE INDEX raw_event_occurred_at_idx ON raw_event (occurred_at, event_id);
    CREATE TABLE raw_event_default PARTITION OF raw_event DEFAULT;
    COMMENT ON TABLE raw_event_default IS 'Must stay empty: partitions are made before their events are written';

    CREATE TABLE event_queue (
      event_id uuid PRIMARY KEY,
      occurred_at timestamptz NOT NULL,
      priority smallint NOT NULL,
      due_at timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0
    );
    COMMENT ON TABLE event_queue IS 'Raw events that have to be observed';
    COMMENT ON COLUMN event_queue.priority IS '0: live; 1: history, which waits for what is live';
    CREATE INDEX event_queue_priority_idx ON event_queue (priority, due_at);

    CREATE TABLE source_activity (
      source text NOT NULL,
      day date NOT NULL,
      slot smallint NOT NULL,
      events bigint NOT NULL,
      last_received_at timestamptz NOT NULL,
      last_occurred_at timestamptz NOT NULL,
      PRIMARY KEY (source, day, slot)
    );
    COMMENT ON TABLE source_activity IS 'How many events each source sent on the day of receipt';
    COMMENT ON COLUMN source_activity.slot IS 'Taken at random, so that senders do not wait for each other; the sum counts';

    CREATE TABLE rejected_event (
      rejected_id uuid PRIMARY KEY,
      source text NOT NULL,
      delivery_id text,
      type text,
      code text NOT NULL,
      reason text NOT NULL,
      attempts integer NOT NULL DEFAULT 1,
      received_at timestamptz NOT NULL,
      origin text NOT NULL,
      headers json NOT NULL,
      payload json NOT NULL,
      event_id uuid,
      occurred_at timestamptz
    );
    COMMENT ON TABLE rejected_event IS 'Events that could not be used, with the reason; each can be tried again';
    COMMENT ON COLUMN rejected_event.event_id IS 'The raw event, where it was stored before it failed';
    CREATE INDEX rejected_event_received_at_idx ON rejected_event (received_at DESC, rejected_id);

    CREATE TABLE observation (
      fact_id uuid NOT NULL,
      event_id uuid NOT NULL,
      ordinal smallint NOT NULL,
      kind text NOT NULL,
      source text NOT NULL,
      delivery_id text NOT NULL,
      origin text NOT NULL,
      at timestamptz NOT NULL,
      occurred_at timestamptz NOT NULL,
      generation integer NOT NULL,
      data json NOT NULL,
      PRIMARY KEY (fact_id, event_id, ordinal)
    );
    COMMENT ON TABLE observation IS 'Which events speak about which deployment, change or incident, and what they say';
    COMMENT ON COLUMN observation.fact_id IS 'Hash of kind, source and natural key';
    COMMENT ON COLUMN observation.ordinal IS 'Position among what the event says';
    COMMENT ON COLUMN observation.generation IS 'The rebuild that wrote it last';

    CREATE FUNCTION lane_of(key text) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN (('x' || substr(md5(key), 1, 2))::bit(8)::integer % 64)::smallint;
    COMMENT ON FUNCTION lane_of IS 'Work with the same key is in the same lane, whose holder does it alone';

    CREATE TABLE lane (
      stage text NOT NULL,
      lane smallint NOT NULL,
      PRIMARY KEY (stage, lane)
    );
    COMMENT ON TABLE lane IS 'Whoever holds the row of a lane is the only one to do its work; a killed holder lets go';
    INSERT INTO lane (stage, lane)
      SELECT stage, lane FROM unnest(ARRAY['fold', 'derive', 'roll-up']) AS stage, generate_series(0, 63) AS lane;

    CREATE TABLE dirty_fact (
      dirty_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      lane smallint NOT NULL,
      fact_id uuid NOT NULL,
      kind text NOT NULL
    );
    COMMENT ON TABLE dirty_fact IS 'Facts whose observations, names or decisions changed';
    CREATE INDEX dirty_fact_lane_idx ON dirty_fact (lane, dirty_id);

    CREATE TABLE dirty_service (
      dirty_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      lane smallint NOT NULL,
      service text NOT NULL,
      from_at timestamptz NOT NULL
    );
    COMMENT ON TABLE dirty_service IS 'Services whose facts changed, and since when';
    CREATE INDEX dirty_service_lane_idx ON dirty_service (lane, dirty_id);

    CREATE TABLE deployment (
      deployment_id uuid PRIMARY KEY,
      source text NOT NULL,
      key text NOT NULL,
      name text NOT NULL,
      service text,
      attribution text NOT NULL,
      environment text NOT NULL,
      tier text NOT NULL,
      started_at timestamptz,
      finished_at timestamptz NOT NULL,
      result text NOT NULL,
      commit_sha text,
      version text,
      reported_kind text,
      unplanned boolean,
      remediates text,
      release_id text,
      change_keys text[] NOT NULL,
      url text,
      origin text NOT NULL,
      observations integer NOT NULL,
      delivery_ids text[] NOT NULL
    );
    COMMENT ON TABLE deployment IS 'What all events about one deployment say together';
    COMMENT ON COLUMN deployment.name IS 'The service as the source calls it';
    COMMENT ON COLUMN deployment.attribution IS 'mapped, unmapped (in triage) or ignored (not one of ours)';
    CREATE INDEX deployment_service_finished_at_idx ON deployment (service, finished_at);
    CREATE INDEX deployment_service_commit_sha_idx ON deployment (service, commit_sha);
    CREATE INDEX deployment_service_version_idx ON deployment (service, version);
    CREATE INDEX deployment_finished_at_idx ON deployment (finished_at);
    CREATE INDEX deployment_name_idx ON deployment (lower(name));
    CREATE INDEX deployment_environment_idx ON deployment (lower(environment));

    CREATE TABLE change (
      change_id uuid PRIMARY KEY,
      source text NOT NULL,
      key text NOT NULL,
      repository text NOT NULL,
      name text,
      services text[] NOT NULL,
      attribution text NOT NULL,
      title text,
      first_commit_at timestamptz,
      opened_at timestamptz,
      first_review_at timestamptz,
      approved_at timestamptz,
      merged_at timestamptz NOT NULL,
      merge_commit_sha text,
      commit_shas text[] NOT NULL,
      additions integer,
      deletions integer,
      is_bot boolean NOT NULL,
      labels text[] NOT NULL,
      branch text,
      revert_of text,
      url text,
      origin text NOT NULL,
      observations integer NOT NULL,
      delivery_ids text[] NOT NULL,
      superseded_by uuid
    );
    COMMENT ON TABLE change IS 'What all events about one merged change say together';
    COMMENT ON COLUMN change.repository IS '<owner>/<name> in lower case';
    COMMENT ON COLUMN change.name IS 'The service, where the source names one; else the repository decides';
    COMMENT ON COLUMN change.superseded_by IS 'The same merge as a richer source tells it; that one counts';
    CREATE INDEX change_repository_merge_commit_sha_idx ON change (repository, merge_commit_sha);
    CREATE INDEX change_repository_merged_at_idx ON change (repository, merged_at);
    CREATE INDEX change_name_idx ON change (lower(name)) WHERE name IS NOT NULL;

    CREATE TABLE change_service (
      change_id uuid NOT NULL,
      service text NOT NULL,
      merged_at timestamptz NOT NULL,
      PRIMARY KEY (change_id, service)
    );
    COMMENT ON TABLE change_service IS 'Which services a change touches';
    CREATE INDEX change_service_service_merged_at_idx ON change_service (service, merged_at);

    CREATE TABLE incident (
      incident_id uuid PRIMARY KEY,
      source text NOT NULL,
      key text NOT NULL,
      name text NOT NULL,
      service text,
      attribution text NOT NULL,
      environment text,
      tier text NOT NULL,
      title text,
      severity text,
      detected_at timestamptz NOT NULL,
      impact_start_at timestamptz,
      started_at timestamptz NOT NULL,
      mitigated_at timestamptz,
      resolved_at timestamptz,
      reopened integer NOT NULL,
      reported_cause text,
      url text,
      origin text NOT NULL,
      observations integer NOT NULL,
      delivery_ids text[] NOT NULL
    );
    COMMENT ON TABLE incident IS 'What all events about one incident say together';
    COMMENT ON COLUMN incident.started_at IS 'Start of the impact, else the detection';
    CREATE INDEX incident_service_started_at_idx ON incident (service, started_at);
    CREATE INDEX incident_started_at_idx ON incident (started_at);
    CREATE INDEX incident_name_idx ON incident (lower(name));

    CREATE TABLE derived_deployment (
      deployment_id uuid NOT NULL,
      service text NOT NULL,
      owner text,
      finished_at timestamptz NOT NULL,
      kind text NOT NULL,
      counted boolean NOT NULL,
      baseline boolean NOT NULL,
      failed boolean NOT NULL,
      failure_reason text,
      superseded_by_rollback boolean NOT NULL,
      unplanned boolean NOT NULL,
      previous_id uuid,
      recovered_at timestamptz,
      recovery_seconds double precision,
      result text NOT NULL,
      PRIMARY KEY (deployment_id, service)
    );
    COMMENT ON TABLE derived_deployment IS 'How a production deployment counts; one that changed its service has two rows until both are derived';
    COMMENT ON COLUMN derived_deployment.owner IS 'Owner of the service when it finished';
    CREATE INDEX derived_deployment_service_finished_at_idx ON derived_deployment (service, finished_at);
    CREATE INDEX derived_deployment_owner_finished_at_idx ON derived_deployment (owner, finished_at);
    CREATE INDEX derived_deployment_finished_at_idx ON derived_deployment (finished_at);

    CREATE TABLE derived_change (
      change_id uuid NOT NULL,
      service text NOT NULL,
      owner text,
      merged_at timestamptz NOT NULL,
      deployed_at timestamptz,
      deployment_id uuid,
      method text,
      confidence double precision,
      sample boolean NOT NULL,
      lead_seconds double precision,
      coding_seconds double precision,
      pickup_seconds double precision,
      review_seconds double precision,
      deploy_seconds double precision,
      PRIMARY KEY (change_id, service)
    );
    COMMENT ON TABLE derived_change IS 'When a change reached production in a service, and how long it took';
    COMMENT ON COLUMN derived_change.owner IS 'Owner of the service when it was deployed, or merged while it waits';
    CREATE INDEX derived_change_service_merged_at_idx ON derived_change (service, merged_at);
    CREATE INDEX derived_change_service_deployed_at_idx ON derived_change (service, deployed_at)
      INCLUDE (sample, lead_seconds, coding_seconds, pickup_seconds, review_seconds, deploy_seconds);
    CREATE INDEX derived_change_owner_deployed_at_idx ON derived_change (owner, deployed_at);
    CREATE INDEX derived_change_deployed_at_idx ON derived_change (deployed_at);
    CREATE INDEX derived_change_deployment_id_idx ON derived_change (deployment_id);

    CREATE TABLE derived_incident (
      incident_id uuid NOT NULL,
      service text NOT NULL,
      owner text,
      started_at timestamptz NOT NULL,
      cause_id uuid,
      method text,
      confidence double precision,
      PRIMARY KEY (incident_id, service)
    );
    COMMENT ON TABLE derived_incident IS 'Which deployment caused an incident';
    CREATE INDEX derived_incident_service_started_at_idx ON derived_incident (service, started_at);
    CREATE INDEX derived_incident_owner_started_at_idx ON derived_incident (owner, started_at);
    CREATE INDEX derived_incident_started_at_idx ON derived_incident (started_at);
    CREATE INDEX derived_incident_cause_id_idx ON derived_incident (cause_id);

    CREATE TABLE roll_up (
      generation integer NOT NULL,
      scope text NOT NULL,
      grain text NOT NULL,
      start date NOT NULL,
      counters json NOT NULL,
      histograms json NOT NULL,
      medians json NOT NULL,
      PRIMARY KEY (generation, scope, grain, start)
    );
    COMMENT ON TABLE roll_up IS 'Counters and histograms of a period: what figures are read from';
    COMMENT ON COLUMN roll_up.scope IS 'Ref of a service or of the group that owned it then; * is the organisation';
    COMMENT ON COLUMN roll_up.histograms IS 'By duration: pairs of bucket and count';
    COMMENT ON COLUMN roll_up.medians IS 'By duration, of the histograms: what a series shows';
    COMMENT ON COLUMN roll_up.grain IS 'day, week or month, in the time zone of the instance';

    CREATE TABLE roll_up_delta (
      delta_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      lane smallint NOT NULL,
      generation integer NOT NULL,
      scope text NOT NULL,
      grain text NOT NULL,
      start date NOT NULL,
      counters json NOT NULL,
      histograms json NOT NULL
    );
    COMMENT ON TABLE roll_up_delta IS 'What has to be added to a roll-up';
    CREATE INDEX roll_up_delta_lane_idx ON roll_up_delta (lane, delta_id);

    CREATE TABLE commit_range (
      deployment_id uuid PRIMARY KEY,
      service text NOT NULL,
      previous_sha text NOT NULL,
      sha text NOT NULL,
      shas text[]
    );
    CREATE INDEX commit_range_service_idx ON commit_range (service);
    COMMENT ON TABLE commit_range IS 'Commits that a deployment brought, as Git tells them';
    COMMENT ON COLUMN commit_range.shas IS 'null: Git does not know one of the two commits';

    CREATE TABLE git_repository (
      name text PRIMARY KEY,
      branch text,
      head text,
      refs text,
      scanned_at timestamptz NOT NULL,
      error text
    );
    COMMENT ON TABLE git_repository IS 'How far the Git collector has read each repository';
    COMMENT ON COLUMN git_repository.refs IS 'Hash of what was asked and of the tags that were seen';

    CREATE TABLE decision (
      decision_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      target_id uuid NOT NULL,
      kind text NOT NULL,
      value json,
      reason text,
      decided_by text NOT NULL,
      decided_at timestamptz NOT NULL
    );
    COMMENT ON TABLE decision IS 'What people decided about a deployment or an incident; the latest counts, all are kept';
    COMMENT ON COLUMN decision.value IS 'null takes the earlier ones back';
    CREATE INDEX decision_target_id_idx ON decision (target_id, decision_id DESC);

    CREATE TABLE mapping (
      mapping_id uuid PRIMARY KEY,
      kind text NOT NULL,
      source text NOT NULL,
      name text NOT NULL,
      service text,
      tier text,
      decided_by text NOT NULL,
      decided_at timestamptz NOT NULL
    );
    COMMENT ON TABLE mapping IS 'What people said a name stands for';
    CREATE UNIQUE INDEX mapping_kind_source_name_idx ON mapping (kind, source, lower(name));

    CREATE TABLE seen_name (
      kind text NOT NULL,
      source text NOT NULL,
      name text NOT NULL,
      resolution text NOT NULL,
      PRIMARY KEY (kind, source, name)
    );
    COMMENT ON TABLE seen_name IS 'Names in events with what they stand for, so that a change of it touches only its own facts';
    COMMENT ON COLUMN seen_name.kind IS 'service, repository or environment';
    COMMENT ON COLUMN seen_name.resolution IS '? while nobody knows';

    CREATE TABLE catalog_entity (
      entity_ref text PRIMARY KEY,
      parent text,
      owner text,
      annotations json NOT NULL,
      present boolean NOT NULL
    );
    COMMENT ON TABLE catalog_entity IS 'Components, systems, domains and groups as the catalog had them last';
    COMMENT ON COLUMN catalog_entity.parent IS 'System of a component, domain of a system or domain, parent of a group';
    COMMENT ON COLUMN catalog_entity.present IS 'false: gone from the catalog; what it delivered is kept';

    CREATE TABLE service_owner (
      service text NOT NULL,
      valid_from timestamptz NOT NULL,
      valid_to timestamptz NOT NULL,
      owner text,
      PRIMARY KEY (service, valid_from)
    );
    COMMENT ON TABLE service_owner IS 'Who owned a service when; half open, without gaps';

    CREATE TABLE service_generation (
      service text PRIMARY KEY,
      generation integer NOT NULL
    );
    COMMENT ON TABLE service_generation IS 'Latest generation of roll-ups that holds all of a service';

    CREATE TABLE state (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
      revision bigint NOT NULL DEFAULT 1,
      generation integer NOT NULL DEFAULT 1,
      next_generation integer NOT NULL DEFAULT 1
    );
    COMMENT ON TABLE state IS 'One row';
    COMMENT ON COLUMN state.revision IS 'Grows with every change of mappings, catalog or owners; work with an older one starts again';
    COMMENT ON COLUMN state.generation IS 'Roll-ups that are read';
    COMMENT ON COLUMN state.next_generation IS 'Roll-ups that a rebuild fills; else the same';
    INSERT INTO state DEFAULT VALUES;

    CREATE TABLE rebuild (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
      state text NOT NULL DEFAULT 'idle',
      phase text NOT NULL DEFAULT 'events',
      started_at timestamptz,
      finished_at timestamptz,
      cursor_at timestamptz,
      cursor_id uuid,
      cursor_service text,
      done bigint NOT NULL DEFAULT 0,
      total bigint NOT NULL DEFAULT 0,
      error text
    );
    COMMENT ON TABLE rebuild IS 'One row: how far the last rebuild is';
    INSERT INTO rebuild DEFAULT VALUES;
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE IF EXISTS rebuild, state, service_generation, service_owner,
      catalog_entity, seen_name, mapping, decision, git_repository, commit_range,
      roll_up_delta, roll_up, derived_incident, derived_change,
      derived_deployment, incident, change_service, change, deployment,
      dirty_service, dirty_fact, lane, observation, rejected_event,
      source_activity, event_queue,
      raw_event;
    DROP FUNCTION IF EXISTS lane_of;
  `);
};
