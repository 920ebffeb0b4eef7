import type { Directory } from '../domain/directory';
import { mistakes, type Problem } from './mistakes';
import type { RepositoryPlan } from './plan';
import { planMonthly } from './timeline';

export interface BrokenRepository {
  plan: RepositoryPlan;
  problems: Problem[];
  /** References that must not appear in the catalogue because of it. */
  absent: string[];
}

/** Mistakes that every organisation makes, one repository each. */
export function brokenRepositories(directory: Directory): BrokenRepository[] {
  const { slug, settings, services } = directory.organisation;
  const popular = [...services].sort(
    (a, b) =>
      directory.dependents(b.name).length -
        directory.dependents(a.name).length || (a.name < b.name ? -1 : 1),
  )[0];
  return mistakes(popular).map(({ name, steps, problems, absent }) => {
    const lead = directory.person(directory.team(popular.owner).lead);
    const slots = planMonthly(settings, lead, name);
    return {
      plan: {
        name: `${slug}/${name}`,
        commits: steps.map((step, index) => ({
          kind: 'maintenance' as const,
          ...slots[Math.max(0, slots.length - steps.length) + index],
          ...step,
        })),
      },
      problems,
      absent,
    };
  });
}
