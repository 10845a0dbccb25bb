import { certificateCase, ENTERPRISES, machineOf, weldersOf, type CertificateCase } from './county';
import { range } from './demo-context';

/**
 * Who plays what in the living county. Of three enterprises one works by permits, one at its approved fixed place, and
 * the third gives the inspectors something to do. Nobody of them touches the first machine of the first shop: it is the visitor's.
 */
export const worksByPermit = (enterprise: number): boolean => enterprise % 3 === 0;
const worksAtFixedPlace = (enterprise: number): boolean => enterprise % 3 === 1;
const misbehaves = (enterprise: number): boolean => enterprise % 3 === 2;

/** Enterprises without a designated area need a permit for each job. */
export const hasFixedPlace = (enterprise: number): boolean => !worksByPermit(enterprise);

type PersonPart = 'welder' | 'uncertified' | 'astray' | 'watcher';

export interface Player {
  readonly username: string;
  readonly part: PersonPart;
  readonly welder: number;
  readonly machine: number;
  readonly enterprise: number;
}

const enterprises = range(ENTERPRISES);
const certified = (enterprise: number): number[] => weldersOf(enterprise).filter((n) => certificateCase(n) === 'valid');
const named = (prefix: string, n: number): string => `${prefix}-${String(n + 1).padStart(3, '0')}`;

/** The second certified welder of each enterprise that works; the first of the first shop is `welder`, the visitor. */
export const honestWelder = (enterprise: number): number => certified(enterprise)[1] ?? certified(enterprise)[0] ?? 0;

/** The first, who is named where permits were made with the county; nobody plays him, so that he is never at two places. */
export const quietWelder = (enterprise: number): number => certified(enterprise)[0] ?? honestWelder(enterprise);

/** The third one, where there is one: named on the same permit, and scanning from far away. */
export const strayWelder = (enterprise: number): number | undefined => certified(enterprise)[2];

/** In the first shop: who watches where the visitor can weld at once; machines of the permit to sign, and of the one to begin. */
export const VISITORS_POINT = { watcher: 'firewatch-d', toSign: machineOf(0, 2), toBegin: machineOf(0, 3) } as const;

export const VISITOR = { username: 'welder', welder: certified(0)[0] ?? 0, machine: machineOf(0, 0) } as const;

const honest: Player[] = enterprises
  .filter((e) => worksByPermit(e) || worksAtFixedPlace(e))
  .map((e) => ({
    username: named('sim', e),
    part: 'welder',
    welder: honestWelder(e),
    machine: machineOf(e, 1),
    enterprise: e,
  }));

export const STRAY_AT = [3, 12, 21];
const astray: Player[] = STRAY_AT.flatMap((e) => {
  const welder = strayWelder(e);
  return welder === undefined
    ? []
    : [{ username: named('astray', e), part: 'astray', welder, machine: machineOf(e, 3), enterprise: e }];
});

/** Each for a reason of its own. */
const UNCERTIFIED_AT: readonly (readonly [enterprise: number, because: CertificateCase])[] = [
  [1, 'expired'],
  [2, 'none'],
  [4, 'expired'],
  [5, 'none'],
  [7, 'unverified'],
];
const uncertified: Player[] = UNCERTIFIED_AT.flatMap(([e, because]) => {
  const welder = weldersOf(e).find((n) => certificateCase(n) === because);
  return welder === undefined
    ? []
    : [{ username: named('try', e), part: 'uncertified', welder, machine: machineOf(e, 3), enterprise: e }];
});

export const PLAYERS: readonly Player[] = [...honest, ...astray, ...uncertified];

/** Machines that somebody has wired past the relay, or whose housing is opened. */
export function mischiefOf(machine: number): 'off-platform' | 'tamper' | null {
  const enterprise = Math.floor(machine / machineOf(1, 0));
  if (!misbehaves(enterprise)) return null;
  if (machine === machineOf(enterprise, 2)) return 'off-platform';
  return machine === machineOf(enterprise, 1) && enterprise % 12 === 2 ? 'tamper' : null;
}

/** Some chips have no network where they stand; the first shop's all have. */
export const isOnline = (machine: number): boolean => machine % 10 !== 9 || machine < machineOf(1, 0);
