import { describeName, type SeenName } from '../names/describeName';
import type { Knowledge } from '../names/Knowledge';
import type {
  ChangeFactRow,
  DeploymentFactRow,
  IncidentFactRow,
} from './factRows';

export function namesOfDelivery(
  row: DeploymentFactRow | IncidentFactRow,
): SeenName[] {
  const { source, name, environment } = row;
  return [
    { kind: 'service', source, name },
    ...(environment
      ? [{ kind: 'environment' as const, source, name: environment }]
      : []),
  ];
}

export function nameOfChange({
  source,
  name,
  repository,
}: ChangeFactRow): SeenName {
  return name
    ? { kind: 'service', source, name }
    : { kind: 'repository', source, name: repository };
}

/** Each name once, with what it stands for by now. */
export function resolved(names: readonly SeenName[], knowledge: Knowledge) {
  const distinct = new Map(names.map(name => [JSON.stringify(name), name]));
  return [...distinct.values()].map(name => ({
    ...name,
    resolution: describeName(knowledge.names, name),
  }));
}
