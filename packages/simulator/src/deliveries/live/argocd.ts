import { isoInstant } from '../../domain/time';
import { shaOf } from '../events/cdevents';
import { digestOf, madeUpSha } from '../events/ids';
import type { Deployment } from '../model/facts';
import type { Delivery } from './delivery';
import type { World } from './world';

/**
 * What Argo CD sends through its notifications, once an operation is over:
 * the application as it is, which is what a template `{{ toJson .app }}` gives.
 */
export function createArgoCd(world: World) {
  const phases = {
    success: 'Succeeded',
    failure: 'Failed',
    canceled: 'Error',
  } as const;

  const deployed = (
    what: 'started' | 'finished',
    deployment: Deployment,
  ): Delivery[] => {
    if (what === 'started') return [];
    const { service, build, key, result } = deployment;
    const { slug, emailDomain } = world.organisation;
    const environment = world.names.environment(deployment);
    const name = world.names.service(service, deployment.startedAt);
    const id = world.uuid(`argocd ${key}`);
    const sha = shaOf(build.head);
    // The repository of the manifests is another one than that of the code.
    const revision = madeUpSha(`manifests ${key}`);
    const registry = `registry.internal.${emailDomain}/${slug}`;
    const digest = digestOf(`${slug} ${service} ${build.number}`);
    return [
      {
        id,
        target: 'argocd',
        headers: {},
        body: {
          context: { argocdUrl: `https://argocd.${world.internal}` },
          app: {
            metadata: {
              name: `${name}-${environment}`,
              namespace: 'argocd',
              labels: {
                'app.kubernetes.io/name': name,
                environment,
              },
              annotations: {
                'waymark.dev/service': `component:default/${name}`,
                'waymark.dev/environment': environment,
                'waymark.dev/commit': sha,
                ...(deployment.releaseId
                  ? { 'waymark.dev/release': deployment.releaseId }
                  : {}),
              },
            },
            spec: {
              project: slug,
              destination: {
                server: `https://${environment}.clusters.${world.internal}`,
                namespace: service,
              },
              source: {
                repoURL: `https://github.${world.internal}/${slug}/manifests`,
                path: `${environment}/${service}`,
                targetRevision: 'main',
              },
            },
            status: {
              health: { status: result === 'success' ? 'Healthy' : 'Degraded' },
              sync: { status: 'Synced', revision },
              operationState: {
                phase: phases[result],
                message:
                  result === 'success'
                    ? 'successfully synced (all tasks run)'
                    : 'one or more synchronization tasks are not valid',
                startedAt: isoInstant(deployment.startedAt * 1000),
                finishedAt: isoInstant(deployment.finishedAt * 1000),
                syncResult: { revision },
              },
              summary: {
                images: [`${registry}/${service}:sha-${sha}@sha256:${digest}`],
              },
              history: [
                {
                  id: world.number(`history ${key}`) % 10_000,
                  revision,
                  deployedAt: isoInstant(deployment.finishedAt * 1000),
                },
              ],
            },
          },
        },
      },
    ];
  };
  return { deployed };
}
