import type {
  DeploymentObservation,
  Observation,
} from '@waymark/plugin-dora-node';
import { lookUp, read, said } from '../shared/read';
import { deploymentStatusSchema, workflowRunSchema } from './schema';

type Result = NonNullable<DeploymentObservation['result']>;

/** Other states say that it is on its way, or no longer what runs (`inactive`). */
const STATES: Record<string, Result> = {
  success: 'success',
  failure: 'failure',
  error: 'failure',
};

const CONCLUSIONS: Record<string, Result> = {
  success: 'success',
  failure: 'failure',
  timed_out: 'failure',
  startup_failure: 'failure',
  cancelled: 'canceled',
};

const DEPLOY = /\bdeploy/i;

export function observeDeploymentStatus(payload: unknown): Observation[] {
  const { deployment, deployment_status, repository } = read(
    deploymentStatusSchema,
    payload,
  );
  const { state, created_at, log_url, environment_url } = deployment_status;
  const more = deployment.payload;
  const result = lookUp(STATES, state);
  return [
    said({
      kind: 'deployment' as const,
      key: `${repository.full_name}/deployments/${deployment.id}`,
      at: created_at,
      service: more.service ?? repository.full_name,
      environment: deployment.environment,
      tierHint: deployment.production_environment ? 'production' : undefined,
      startedAt: deployment.created_at,
      finishedAt: result && created_at,
      result,
      commitSha: deployment.sha,
      version: more.version,
      reportedKind:
        deployment.task === 'rollback' ? ('rollback' as const) : undefined,
      unplanned: more.unplanned,
      remediates: more.remediates,
      releaseId: more.release_id,
      url: log_url ?? environment_url,
    }),
  ];
}

/**
 * A workflow run is a deployment where the name of the workflow says so. The
 * name stands for the environment, which nobody takes for production before
 * somebody has mapped it.
 */
export function observeWorkflowRun(payload: unknown): Observation[] {
  const { action, workflow_run, repository } = read(workflowRunSchema, payload);
  const { id, name = '', run_attempt, conclusion = '' } = workflow_run;
  const result = lookUp(CONCLUSIONS, conclusion);
  if (action !== 'completed' || !DEPLOY.test(name) || !result) return [];
  return [
    said({
      kind: 'deployment' as const,
      key: `${repository.full_name}/runs/${id}/${run_attempt}`,
      at: workflow_run.updated_at,
      service: repository.full_name,
      environment: name,
      startedAt: workflow_run.run_started_at,
      finishedAt: workflow_run.updated_at,
      result,
      commitSha: workflow_run.head_sha,
      url: workflow_run.html_url,
    }),
  ];
}
