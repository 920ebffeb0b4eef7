import { createRandom } from '../../domain/random';
import type { Organisation } from '../../domain/types';
import { assignCharacters } from './assignCharacters';
import { digestOf } from '../events/ids';

/** Where a team keeps its code, what deploys it and what wakes people up. */
export interface ToolSet {
  name: 'github' | 'gitlab' | 'argocd' | 'cdevents' | 'git';
  changes: 'github' | 'gitlab' | 'cdevents' | 'git';
  deployments: 'github' | 'gitlab' | 'argocd' | 'cdevents' | 'git';
  incidents: 'pagerduty' | 'alertmanager' | 'cdevents' | 'none';
}

const TOOL_SETS: Record<ToolSet['name'], ToolSet> = {
  github: {
    name: 'github',
    changes: 'github',
    deployments: 'github',
    incidents: 'pagerduty',
  },
  gitlab: {
    name: 'gitlab',
    changes: 'gitlab',
    deployments: 'gitlab',
    incidents: 'alertmanager',
  },
  argocd: {
    name: 'argocd',
    changes: 'github',
    deployments: 'argocd',
    incidents: 'pagerduty',
  },
  cdevents: {
    name: 'cdevents',
    changes: 'cdevents',
    deployments: 'cdevents',
    incidents: 'cdevents',
  },
  git: {
    name: 'git',
    changes: 'git',
    deployments: 'git',
    incidents: 'none',
  },
};

const chosen = new WeakMap<Organisation, ReadonlyMap<string, ToolSet>>();

function choose(organisation: Organisation) {
  const { settings, teams, services } = organisation;
  const random = createRandom(settings.seed, settings.profile, 'tools');
  const characters = assignCharacters(organisation);
  const byTeam = new Map(
    teams.map(({ name }) => {
      const drawn = random.weighted<ToolSet['name']>([
        ['github', 40],
        ['gitlab', 22],
        ['argocd', 20],
        ['cdevents', 18],
      ]);
      const parts: Partial<Record<string, ToolSet['name']>> = {
        'git-only': 'git',
        'slowing-review': 'github',
      };
      const part = parts[characters.get(name) ?? ''];
      return [name, TOOL_SETS[part ?? drawn]] as const;
    }),
  );
  return new Map(
    services.map(({ name, owner }) => [
      name,
      byTeam.get(owner) ?? TOOL_SETS.cdevents,
    ]),
  );
}

/** The tools of every service; a team has one set of them. */
export function toolsOf(organisation: Organisation) {
  const known = chosen.get(organisation) ?? choose(organisation);
  chosen.set(organisation, known);
  return known;
}

/** The id of a service in PagerDuty. */
export const pagerDutyId = (service: string) =>
  `P${digestOf(`pagerduty ${service}`).slice(0, 6).toUpperCase()}`;

/** How the catalog knows a service again in what its tools send. */
export function toolAnnotations(
  organisation: Organisation,
  {
    name,
    repository,
    type,
  }: { name: string; repository: string; type: string },
): Record<string, string> {
  const tools = toolsOf(organisation).get(name);
  if (!tools) return {};
  const { changes, deployments, incidents } = tools;
  const runs = type !== 'library';
  return {
    ...(changes === 'github' ? { 'github.com/project-slug': repository } : {}),
    ...(changes === 'gitlab' ? { 'gitlab.com/project-slug': repository } : {}),
    ...(deployments === 'argocd' && runs ? { 'argocd/app-name': name } : {}),
    ...(deployments === 'git' && runs
      ? { 'waymark.dev/deployments': 'tags:v*' }
      : {}),
    ...(incidents === 'pagerduty' && runs
      ? { 'pagerduty.com/service-id': pagerDutyId(name) }
      : {}),
  };
}
