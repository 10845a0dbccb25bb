import { namedText, type NamedText } from '../../kernel/language';
import { shanghaiDate, type Instant } from '../../kernel/time';
import { COMBUSTIBLE, gasRule, isConfined, limitsOf, OXYGEN, unitsOf } from './gas-limits';
import type { GasLimit, GasPlace, GasPoint, GasUnit } from './gas-limits';
import type { GasLimits, GasTestAsked } from './permit-rule-values';
import { gasName } from './words';

export { GAS_POINTS, type GasPoint } from './gas-limits';

export interface GasReading {
  readonly gas: string;
  readonly value: number;
  readonly unit: GasUnit;
  /** At which height of the space it was taken. */
  readonly point?: GasPoint;
}

export interface GasSample {
  readonly sampledAt: Instant;
  readonly readings: readonly GasReading[];
  readonly instrument?: { readonly number: string; readonly calibrationDueOn: string };
  /** Work in an atmosphere enriched with oxygen, which has a limit of its own. */
  readonly oxygenEnriched?: boolean;
}

export interface GasFault {
  /** Which reading; null: the sample as a whole. */
  readonly index: number | null;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * The gases to measure: those that the permit names; oxygen in a closed space; any combustible gas if a test is
 * required and no combustible gas is named.
 */
export function gasesToMeasure({ gases, placeKinds }: GasPlace, asked: GasTestAsked): string[] {
  const unnamed = asked === 'required' && gases.every((gas) => gas === OXYGEN);
  return [...new Set([...gases, ...(unnamed ? [COMBUSTIBLE] : []), ...(isConfined(placeKinds) ? [OXYGEN] : [])])];
}

export const isKnownGas = (gas: string, limits: GasLimits): boolean =>
  gas === OXYGEN || gas === COMBUSTIBLE || gasRule(gas, limits) !== null;

/** A meter for all that burns has measured it: nothing but its explosion limit counts. */
const burnsOnly = (gas: string, limits: GasLimits): boolean => {
  const rule = gasRule(gas, limits);
  return rule !== null && !rule.toxic;
};

const gasNames = (gas: string, limits: GasLimits): NamedText<'gas'> =>
  namedText('gas', (language) => gasName(gas, limits, language));

/** Why a sample cannot be what was measured. One that is merely bad is judged, not refused. Oxygen alone is no gas test. */
export function gasFaults(sample: GasSample, limits: GasLimits, toMeasure: readonly string[], at: Instant): GasFault[] {
  const { sampledAt, instrument, readings } = sample;
  const wanted = readings.every(({ gas }) => gas === OXYGEN)
    ? new Set([...toMeasure, COMBUSTIBLE])
    : new Set(toMeasure);
  const inLel = readings.some(({ gas, unit }) => gas === COMBUSTIBLE && unit === '%LEL');
  const measured = (gas: string): boolean =>
    readings.some((reading) => reading.gas === gas) || (inLel && burnsOnly(gas, limits));
  const unmeasured = [...wanted].filter((gas) => !measured(gas));
  return [
    ...(sampledAt > at ? [{ index: null, code: 'permit.gas-sample-in-future' }] : []),
    ...(instrument && instrument.calibrationDueOn < shanghaiDate(sampledAt)
      ? [{ index: null, code: 'permit.gas-instrument-expired', params: { due: instrument.calibrationDueOn } }]
      : []),
    ...unmeasured.map((gas) =>
      gas === COMBUSTIBLE
        ? { index: null, code: 'permit.gas-combustible-not-measured' }
        : { index: null, code: 'permit.gas-not-measured', params: gasNames(gas, limits) },
    ),
    ...readings.flatMap((reading, index) => readingFault(reading, limits).map((fault) => ({ index, ...fault }))),
  ];
}

/** The whole of the air, by unit; mg/m³ of a gas no denser than any on the list. */
const MOST: Readonly<Record<GasUnit, number>> = { '%vol': 100, '%LEL': 100, ppm: 1_000_000, 'mg/m³': 10_000_000 };

function readingFault({ gas, value, unit }: GasReading, limits: GasLimits): Omit<GasFault, 'index'>[] {
  if (!isKnownGas(gas, limits)) return [{ code: 'permit.gas-unknown', params: { gas } }];
  if (!(value >= 0 && value <= MOST[unit]))
    return [{ code: 'permit.gas-value-absurd', params: { value, most: MOST[unit] } }];
  if (unitsOf(gas, limits).includes(unit)) return [];
  return [gas === OXYGEN ? { code: 'permit.gas-oxygen-unit' } : { code: 'permit.gas-unit-unfit', params: { unit } }];
}

interface FailedReading {
  readonly index: number;
  readonly gas: string;
  /** In the unit of the limit. */
  readonly value: number;
  readonly limit: GasLimit;
}

export interface GasVerdict {
  readonly passed: boolean;
  readonly failed: readonly FailedReading[];
}

/**
 * GB 30871-2022 and GBZ 2.1 (rule `permit.gas-limits`): a reading passes when it keeps to every limit of its gas at this
 * place. On the limit is within it.
 */
export function judgeGasSample(sample: GasSample, limits: GasLimits, place: GasPlace): GasVerdict {
  const { readings, oxygenEnriched = false } = sample;
  const failed = readings.flatMap((reading, index) => {
    const broken = limitsOf(reading, limits, place, oxygenEnriched).filter((limit) => !keeps(reading.value, limit));
    const limit = broken.at(-1);
    return limit ? [{ index, gas: reading.gas, value: reading.value, limit }] : [];
  });
  return { passed: failed.length === 0, failed };
}

/** A billionth is finer than any meter, and coarser than what conversion adds. */
const ROUNDING = 1e-9;

export const keeps = (value: number, { min, max }: Pick<GasLimit, 'min' | 'max'>): boolean =>
  value <= max * (1 + ROUNDING) && (min === undefined || value >= min * (1 - ROUNDING));
