import { eventOf } from '../events/eventOf';
import type { Happening } from '../model/facts';
import { serviceOf } from '../model/serviceOf';
import { createArgoCd } from './argocd';
import type { Delivery } from './delivery';
import { createGitHub } from './github';
import { createGitLab } from './gitlab';
import { createAlertmanager, createPagerDuty } from './incidentTools';
import type { World } from './world';

/** What the tools of a service send about something that happened to it. */
export function createDeliveries(
  world: World,
): (happening: Happening) => Delivery[] {
  const github = createGitHub(world);
  const gitlab = createGitLab(world);
  const argocd = createArgoCd(world);
  const pagerDuty = createPagerDuty(world);
  const alertmanager = createAlertmanager(world);
  const forges = { github, gitlab };

  const asCdEvent = (happening: Happening): Delivery[] => {
    const event = eventOf(happening, world.cdEvents);
    if (!event) return [];
    return [
      { id: event.context.id, target: 'events', headers: {}, body: event },
    ];
  };

  return happening => {
    const tools = world.tools.get(serviceOf(happening));
    if (!tools || tools.name === 'git') return [];
    const { changes, deployments, incidents } = tools;
    const forge =
      changes === 'github' || changes === 'gitlab'
        ? forges[changes]
        : undefined;
    switch (happening.kind) {
      case 'change':
        return forge
          ? forge.changed(happening.what, happening.change, happening.at)
          : asCdEvent(happening);
      case 'run':
        return forge?.ran(happening.run) ?? [];
      case 'deployment': {
        const { what, deployment } = happening;
        if (deployments === 'argocd') return argocd.deployed(what, deployment);
        if (deployments === 'github' || deployments === 'gitlab')
          return forges[deployments].deployed(what, deployment);
        return asCdEvent(happening);
      }
      default: {
        const { what, incident, at } = happening;
        if (incidents === 'pagerduty') return pagerDuty(what, incident, at);
        if (incidents === 'alertmanager')
          return alertmanager(what, incident, at);
        return asCdEvent(happening);
      }
    }
  };
}
