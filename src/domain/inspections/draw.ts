import { STRATA } from './strata';
import { inOrder, type DrawList, type DrawOfficer, type DrawTarget } from './draw-list';
import { SeededNumbers } from './seeded-numbers';

export interface DrawnPair {
  readonly targetId: string;
  readonly officerIds: readonly string[];
}

const TOWN_DIGITS = 9;
const townOf = ({ regionCode }: { readonly regionCode: string }): string => regionCode.slice(0, TOWN_DIGITS);

/** Whether an officer may be sent to a target: no declared conflict, and another town in a cross-inspection. */
function mayGo(list: DrawList, officer: DrawOfficer, target: DrawTarget): boolean {
  const excluded = list.exclusions.some(
    ({ officerId, targetId }) => officerId === officer.id && targetId === target.id,
  );
  return !excluded && !(list.crossTown && townOf(officer) === townOf(target));
}

/** Targets that too few officers may go to: such a list is not published. */
export const unservedTargets = (list: DrawList): DrawTarget[] =>
  list.targets.filter(
    (target) => list.officers.filter((officer) => mayGo(list, officer, target)).length < list.officersPerTarget,
  );

/** 双随机: targets of each stratum and the officers for each, out of the published list and the seed alone. */
export function drawPairs(published: DrawList, seed: string): DrawnPair[] {
  const list = inOrder(published);
  const numbers = new SeededNumbers(seed);
  const targets = STRATA.flatMap((stratum) =>
    pick(list.targets.filter((target) => target.stratum === stratum), list.quotas[stratum], numbers),
  ); // prettier-ignore
  const load = new Map(list.officers.map(({ id }) => [id, 0]));
  return targets.map((target) => ({ targetId: target.id, officerIds: officersFor(list, target, load, numbers) }));
}

/** Draws `count` of the items; each is equally likely. */
function pick<T>(items: readonly T[], count: number, numbers: SeededNumbers): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(numbers.below(left.length), 1)[0]!);
}

/** Draws among the officers with the fewest visits so far, so that the work is shared. */
function officersFor(list: DrawList, target: DrawTarget, load: Map<string, number>, numbers: SeededNumbers): string[] {
  const chosen: string[] = [];
  while (chosen.length < list.officersPerTarget) {
    const open = list.officers.filter((officer) => !chosen.includes(officer.id) && mayGo(list, officer, target));
    if (open.length === 0) break;
    const least = Math.min(...open.map(({ id }) => load.get(id)!));
    const idle = open.filter(({ id }) => load.get(id) === least);
    const { id } = idle[numbers.below(idle.length)]!;
    load.set(id, least + 1);
    chosen.push(id);
  }
  return chosen.sort();
}
