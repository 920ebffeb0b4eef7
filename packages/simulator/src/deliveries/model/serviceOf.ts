import type { Happening } from './facts';

export function serviceOf(happening: Happening): string {
  switch (happening.kind) {
    case 'change':
      return happening.change.service;
    case 'run':
      return happening.run.service;
    case 'deployment':
      return happening.deployment.service;
    default:
      return happening.incident.service;
  }
}
