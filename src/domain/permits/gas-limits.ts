import type { GasLimits, GasRule, ToxicLimit } from './permit-rule-values';

export const GAS_UNITS = ['%vol', '%LEL', 'ppm', 'mg/m³'] as const;
export type GasUnit = (typeof GAS_UNITS)[number];

/** At which height of a space a sample is taken. */
export const GAS_POINTS = ['top', 'middle', 'bottom'] as const;
export type GasPoint = (typeof GAS_POINTS)[number];

export const OXYGEN = 'oxygen';
/** A meter that tells no gases apart. */
export const COMBUSTIBLE = 'combustible';
const CONFINED = 'confined-space';

/** What a limit guards against: fire, poison, or too little or too much oxygen. */
type LimitBasis = 'explosion' | 'toxic' | 'oxygen';

export interface GasLimit {
  readonly basis: LimitBasis;
  readonly min?: number;
  readonly max: number;
  readonly unit: GasUnit;
  /** The clause it comes from. */
  readonly source: string;
}

/** What a permit says that bears on the limits of a reading. */
export interface GasPlace {
  /** The gases named on the permit. */
  readonly gases: readonly string[];
  readonly placeKinds: readonly string[];
}

const PPM_A_PERCENT = 10_000;

export const isConfined = (placeKinds: readonly string[]): boolean => placeKinds.includes(CONFINED);

export const gasRule = (gas: string, { gases }: GasLimits): GasRule | null =>
  Object.hasOwn(gases, gas) ? (gases[gas] ?? null) : null;

/**
 * Every limit a reading is held to, in the unit of the reading. Where people breathe in a closed space a gas with a toxic
 * limit is held to that limit too.
 */
export function limitsOf(
  { gas, unit }: { readonly gas: string; readonly unit: GasUnit },
  limits: GasLimits,
  { gases, placeKinds }: GasPlace,
  oxygenEnriched = false,
): GasLimit[] {
  const clause = (basis: LimitBasis): string => limits.clauses?.[basis] ?? '';
  if (gas === OXYGEN)
    return [{ basis: 'oxygen', ...limitOf(OXYGEN, limits, oxygenEnriched), unit: '%vol', source: clause('oxygen') }];
  const rule = gasRule(gas, limits);
  const max = rule ? ofGas(rule, unit, limits) : ofMixture(unit, limits, gases);
  const explosion: GasLimit = { basis: 'explosion', max, unit, source: clause('explosion') };
  if (!rule?.toxic || !isConfined(placeKinds)) return [explosion];
  const toxic = inUnit(toxicVolume(rule.toxic, limits), unit, rule, limits);
  return [explosion, { basis: 'toxic', max: toxic, unit, source: clause('toxic') }];
}

/** In percent by volume: 0.5 % for gases whose lower explosive limit is 4 % or more, 0.2 % for others and for mixtures. */
export function limitOf(gas: string, limits: GasLimits, oxygenEnriched = false): { min?: number; max: number } {
  const { min, max, enrichedMax } = limits.oxygen;
  if (gas === OXYGEN) return { min, max: oxygenEnriched ? enrichedMax : max };
  const rule = gasRule(gas, limits);
  return { max: rule ? explosionMax(rule, limits) : Math.min(limits.highLelMax, limits.lowLelMax) };
}

/** Nothing but an explosion limit speaks: such a reading says nothing of what people breathe. */
export const onlyExplosion = (limits: readonly GasLimit[]): boolean =>
  limits.every(({ basis }) => basis === 'explosion');

/** A limit as people read it: three digits, rounded to the strict side. */
export function shownLimit(max: number): number {
  if (max <= 0) return max;
  const step = 10 ** (Math.floor(Math.log10(max)) - 2);
  const digits = Math.floor(max / step + 1e-6);
  return Number((digits * step).toPrecision(3));
}

/** `ppm` and `mg/m³` are the units of toxic limits: a gas without one has no molar mass to convert by. */
export function unitsOf(gas: string, limits: GasLimits): readonly GasUnit[] {
  if (gas === OXYGEN) return ['%vol'];
  return gasRule(gas, limits)?.toxic && limits.molarVolumeL ? GAS_UNITS : ['%vol', '%LEL'];
}

const explosionMax = ({ lel }: GasRule, { lelThreshold, highLelMax, lowLelMax }: GasLimits): number =>
  lel >= lelThreshold ? highLelMax : lowLelMax;

const ofGas = (rule: GasRule, unit: GasUnit, limits: GasLimits): number =>
  inUnit(explosionMax(rule, limits), unit, rule, limits);

/**
 * By volume the strictest limit of all holds. In %LEL a gas with a high explosive limit is the strictest (methane 10,
 * ammonia 3.3). So each gas named on the permit counts, and the limit for unnamed gases.
 */
function ofMixture(unit: GasUnit, limits: GasLimits, named: readonly string[]): number {
  if (unit !== '%LEL') return unit === '%vol' ? limitOf(COMBUSTIBLE, limits).max : 0;
  const percents = (codes: readonly string[]): number[] =>
    codes.flatMap((code) => {
      const rule = gasRule(code, limits);
      return rule ? [ofGas(rule, '%LEL', limits)] : [];
    });
  const unnamed = limits.combustibleLelMax ?? Math.min(100, ...percents(Object.keys(limits.gases)));
  return Math.min(unnamed, ...percents(named));
}

/** The strictest of what the list has: one reading stands for all the time until the next. */
function toxicVolume({ molarMass, ...mgM3 }: ToxicLimit, { molarVolumeL = 0 }: GasLimits): number {
  const { ceilingMgM3, timeWeightedMgM3, shortTermMgM3 } = mgM3;
  const known = [ceilingMgM3, timeWeightedMgM3, shortTermMgM3].flatMap((limit) => limit ?? []);
  return known.length === 0 ? 0 : (Math.min(...known) * molarVolumeL) / molarMass / PPM_A_PERCENT;
}

/** Percent by volume in another unit; 0, which no reading keeps to, where it cannot be converted. */
function inUnit(volume: number, unit: GasUnit, { lel, toxic }: GasRule, { molarVolumeL }: GasLimits): number {
  if (unit === '%vol') return volume;
  if (unit === '%LEL') return (volume / lel) * 100;
  if (unit === 'ppm') return volume * PPM_A_PERCENT;
  return toxic && molarVolumeL ? (volume * PPM_A_PERCENT * toxic.molarMass) / molarVolumeL : 0;
}
