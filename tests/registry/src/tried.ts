import { testSizes } from '../../../test-sizes.ts';

/**
 * Which of some projects are tried: all of them in the night, where they meet in pairs; for a pull request as few as have each
 * value of each kind.
 */
export function tried<Project extends object>(projects: readonly Project[]): readonly Project[] {
  return testSizes.projects === 'each pair' ? projects : eachValue(projects);
}

/** Takes the project that has the most values that none before it has, until there is none. */
function eachValue<Project extends object>(projects: readonly Project[]): readonly Project[] {
  const taken: Project[] = [];
  const met = new Set<string>();
  const unmet = (project: Project) => valuesOf(project).filter((value) => !met.has(value));
  for (;;) {
    const [next] = projects.toSorted((a, b) => unmet(b).length - unmet(a).length);
    if (next === undefined || unmet(next).length === 0) return taken;
    taken.push(next);
    for (const value of valuesOf(next)) met.add(value);
  }
}

function valuesOf(project: object): string[] {
  return Object.entries(project).map(([kind, value]) => `${kind} ${value}`);
}
