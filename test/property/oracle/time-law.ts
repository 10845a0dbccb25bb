import type { Permit, Regime, World } from './world';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const inShanghai = (at: number): Date => new Date(at + 8 * HOUR);
export const dayOf = (at: number): string => inShanghai(at).toISOString().slice(0, 10);
export const minuteOfDay = (at: number): number => inShanghai(at).getUTCHours() * 60 + inShanghai(at).getUTCMinutes();

/** Section 5: "night (22:00–06:00 Asia/Shanghai)". */
const isNight = (at: number): boolean => minuteOfDay(at) >= 22 * 60 || minuteOfDay(at) < 6 * 60;

/** Section 5: "legal holidays, rest days … Working weekends (调休) are working days." */
export function isDayOff(at: number, world: World): boolean {
  const day = dayOf(at);
  if (world.holidays.has(day)) return true;
  const weekend = [0, 6].includes(inShanghai(at).getUTCDay());
  return weekend && !world.workingWeekends.has(day);
}

const isSpecialPeriod = (at: number, world: World): boolean =>
  world.specialPeriods.some(({ from, until }) => from <= at && at < until);

/** Section 5, Raising: chemical by holidays, rest days, night and special periods; "Other regimes: in special periods". */
const isRaisedTime = (regime: Regime, at: number, world: World): boolean =>
  isSpecialPeriod(at, world) || (regime === 'chemical' && (isNight(at) || isDayOff(at, world)));

/** The strictest first. */
const LEVELS: Readonly<Record<Regime, readonly string[]>> = {
  chemical: ['special', 'first', 'second'],
  construction: ['first', 'second', 'third'],
  general: ['raised', 'ordinary'],
  small: ['raised', 'one'],
};

/** What a yes asks for. GB 30871 5.1.2–5.1.4, GB 50720 practice, and the platform's form. */
const LEVEL_OF_YES: Readonly<Record<string, string>> = {
  'chemical running-equipment': 'special',
  'chemical tank-farm-dike': 'special',
  'chemical hazardous-place': 'first',
  'chemical pipe-rack': 'first',
  'construction no-fire-area': 'first',
  'construction vessels': 'first',
  'construction pressure-equipment': 'first',
  'construction closed-space': 'first',
  'construction stacks-of-combustibles': 'first',
  'construction some-danger': 'second',
  'construction small-tank-or-height': 'second',
  'general combustibles-stay': 'raised',
  'general public-present': 'raised',
  'general flammables-held': 'raised',
  'general height-or-confined': 'raised',
};

/** Section 5: "Place kinds answer their own question". */
const YES_OF_KIND: Readonly<Record<string, readonly string[]>> = {
  'general sandwich-panel': ['combustibles-stay'],
  'general confined-space': ['height-or-confined'],
  'general height': ['height-or-confined'],
  'general crowded': ['public-present'],
  'general public-assembly': ['public-present'],
  'construction sandwich-panel': ['some-danger'],
  'construction confined-space': ['closed-space'],
  'construction height': ['small-tank-or-height'],
};

export const answeredByKinds = (permit: Permit): string[] =>
  permit.kinds.flatMap((kind) => YES_OF_KIND[`${permit.regime} ${kind}`] ?? []);

export const isYes = (permit: Permit, question: string): boolean =>
  permit.answers[question] === 'yes' || answeredByKinds(permit).includes(question);

/** Section 5: small "in crowded, assembly, mixed-use and live-in (多合一) places has the level `raised`". */
export const RAISES_SMALL: readonly string[] = ['crowded', 'public-assembly', 'mixed-use', 'live-in-business'];

const rank = (regime: Regime, level: string): number => LEVELS[regime].indexOf(level);

/** The level that answers and place ask for, before times. */
function baseLevel(permit: Permit): string {
  const levels = LEVELS[permit.regime];
  const weakest = levels.at(-1) ?? '';
  if (permit.regime === 'small') return permit.kinds.some((kind) => RAISES_SMALL.includes(kind)) ? 'raised' : weakest;
  const asked = permit.questions
    .filter((question) => isYes(permit, question))
    .map((question) => rank(permit.regime, LEVEL_OF_YES[`${permit.regime} ${question}`] ?? weakest));
  return levels[Math.min(levels.length - 1, ...asked)] ?? weakest;
}

/** Section 5: "second → first → special"; in a raised time one step up. */
export function levelAt(permit: Permit, at: number, world: World): string {
  const levels = LEVELS[permit.regime];
  const base = rank(permit.regime, baseLevel(permit));
  const raised = isRaisedTime(permit.regime, at, world) && permit.regime !== 'small';
  return levels[Math.max(0, raised ? base - 1 : base)] ?? '';
}

/** "The platform raises by itself at submission": by the whole time that the form asks for. */
export function levelOfForm(permit: Permit, world: World): string {
  const levels = [permit.from, permit.to - 1].map((at) => levelAt(permit, at, world));
  return [...levels].sort((a, b) => rank(permit.regime, a) - rank(permit.regime, b))[0] ?? '';
}

/** Section 5, "When a raised time begins": work under a permit of a lower level ends there. */
export const levelSuffices = (permit: Permit, at: number, world: World): boolean =>
  rank(permit.regime, permit.level) <= rank(permit.regime, levelAt(permit, at, world));

/** Section 3, `place.closed-hours-only`: hours in which such a place is open to the public, unless its site says otherwise. */
const OPEN: Readonly<Record<string, readonly [number, number]>> = {
  'public-entertainment': [8, 26],
  crowded: [8, 22],
  'small-venue': [8, 22],
  'mixed-use': [8, 22],
};

/** 公众聚集场所 in use: fire separation and a dedicated watcher, so open hours do not forbid it. */
export const isOpenToPublic = (kinds: readonly string[], at: number, ofSite?: readonly [number, number]): boolean =>
  kinds.some((kind) => {
    const [from, to] = OPEN[kind] ?? [0, 0];
    const [opens, closes] = ofSite && OPEN[kind] ? ofSite : [from * 60, to * 60];
    const minute = minuteOfDay(at);
    return (opens <= minute && minute < closes) || minute + 24 * 60 < closes;
  });
