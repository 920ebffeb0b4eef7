import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { Tree } from '../render/tree';
import type { Check } from './check';
import { manifests } from './documents';

const ENVIRONMENTS = ['dev', 'staging', 'production'];

function isThere(tree: Tree, folder: string, resource: string): boolean {
  const target = path.posix.join(folder, resource);
  return tree.has(target) || tree.has(`${target}/kustomization.yaml`);
}

/** Each environment has an overlay, and all that they are made of is there. */
export const kustomizationsAreWhole: Check = ({ tree }) => [
  ...['base', ...ENVIRONMENTS.map(name => `overlays/${name}`)]
    .map(name => `deploy/${name}/kustomization.yaml`)
    .filter(file => !tree.has(file))
    .map(file => `${file}: is missing`),
  ...manifests(tree, /\/kustomization\.yaml$/).flatMap(({ file, manifest }) =>
    (manifest.resources ?? [])
      .filter((one: string) => !isThere(tree, path.posix.dirname(file), one))
      .map((one: string) => `${file}: ${one} is missing`),
  ),
];

type Rule = [what: string, holds: (pod: any, container: any) => boolean];

const OF_EVERY_POD: Rule[] = [
  ['runAsNonRoot', pod => pod.securityContext?.runAsNonRoot === true],
  ['a numeric user', pod => pod.securityContext?.runAsUser > 0],
  [
    'seccompProfile RuntimeDefault',
    pod => pod.securityContext?.seccompProfile?.type === 'RuntimeDefault',
  ],
  [
    'automountServiceAccountToken: false',
    pod => pod.automountServiceAccountToken === false,
  ],
  [
    'a read-only root',
    (_, it) => it.securityContext?.readOnlyRootFilesystem === true,
  ],
  [
    'no privilege escalation',
    (_, it) => it.securityContext?.allowPrivilegeEscalation === false,
  ],
  [
    'no capabilities',
    (_, it) => it.securityContext?.capabilities?.drop?.includes('ALL'),
  ],
  ['requests of CPU', (_, it) => Boolean(it.resources?.requests?.cpu)],
  ['requests of memory', (_, it) => Boolean(it.resources?.requests?.memory)],
  ['a limit of CPU', (_, it) => Boolean(it.resources?.limits?.cpu)],
  ['a limit of memory', (_, it) => Boolean(it.resources?.limits?.memory)],
];
const OF_SERVICES: Rule[] = [
  [
    'a liveness probe of /healthz',
    (_, it) => it.livenessProbe?.httpGet?.path === '/healthz',
  ],
  [
    'a readiness probe of /readyz',
    (_, it) => it.readinessProbe?.httpGet?.path === '/readyz',
  ],
  ['a startup probe', (_, it) => Boolean(it.startupProbe)],
];

const PODS: Record<string, { rules: Rule[]; podOf: (manifest: any) => any }> = {
  Deployment: {
    rules: [...OF_EVERY_POD, ...OF_SERVICES],
    podOf: manifest => manifest.spec?.template?.spec,
  },
  CronJob: {
    rules: OF_EVERY_POD,
    podOf: manifest => manifest.spec?.jobTemplate?.spec?.template?.spec,
  },
};

/** Whatever runs in the cluster is confined, has limits, and says whether it is well. */
export const podsAreSafe: Check = ({ tree }) => {
  const found = manifests(tree).filter(({ manifest }) => PODS[manifest.kind]);
  if (found.length === 0) return ['deploy/base: nothing runs'];
  return found.flatMap(({ file, manifest }) => {
    const { rules, podOf } = PODS[manifest.kind];
    const pod = podOf(manifest) ?? {};
    const containers: JsonObject[] = pod.containers ?? [];
    return containers.flatMap(container =>
      rules
        .filter(([, holds]) => !holds(pod, container))
        .map(([what]) => `${file}: ${container.name} lacks ${what}`),
    );
  });
};

const EVERYWHERE = ['ServiceAccount', 'Role', 'RoleBinding', 'NetworkPolicy'];
const BY_WORKLOAD: Record<string, string[]> = {
  service: [
    'Deployment',
    'Service',
    'HorizontalPodAutoscaler',
    'PodDisruptionBudget',
  ],
  cronjob: ['CronJob'],
};

/** All that belongs to a workload is there, and the network is closed but for what is named. */
export const nothingIsForgotten: Check = ({ tree, values }) => {
  const all = manifests(tree, /^deploy\/base\/.*\.yaml$/);
  const kinds = new Set(all.map(({ manifest }) => manifest.kind));
  const workload = String(values[0].workload);
  const wanted = [...EVERYWHERE, ...(BY_WORKLOAD[workload] ?? [])];
  const closed = all.some(
    ({ manifest: { kind, spec } }) =>
      kind === 'NetworkPolicy' &&
      Object.keys(spec.podSelector).length === 0 &&
      spec.policyTypes.length === 2 &&
      !spec.egress &&
      !spec.ingress,
  );
  return [
    ...(BY_WORKLOAD[workload] ? [] : [`values.workload: is ${workload}`]),
    ...wanted
      .filter(kind => !kinds.has(kind))
      .map(kind => `deploy/base: there is no ${kind}`),
    ...(closed ? [] : ['deploy/base: no NetworkPolicy denies by default']),
    ...all
      .filter(({ manifest }) => manifest.kind === 'Secret')
      .map(({ file }) => `${file}: a Secret belongs into the secret store`),
    ...all
      .filter(
        ({ manifest }) =>
          manifest.kind === 'CronJob' &&
          manifest.spec.concurrencyPolicy !== 'Forbid',
      )
      .map(({ file }) => `${file}: runs may overlap`),
  ];
};
