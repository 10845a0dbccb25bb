import { shanghaiDate, type Instant } from '../../kernel/time';
import type { GasLimits } from './permit-rules';

export const GAS_UNITS = ['%vol', '%LEL'] as const;
export type GasUnit = (typeof GAS_UNITS)[number];
export const GAS_POINTS = ['top', 'middle', 'bottom'] as const;
export type GasPoint = (typeof GAS_POINTS)[number];

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

const OXYGEN = 'oxygen';
/** A meter that tells no gases apart; judged by the strictest gas on the list. */
const COMBUSTIBLE = 'combustible';
const CONFINED = 'confined-space';

/** What must be measured: the gases the permit names, and the air where people breathe in a closed space. */
export const gasesToMeasure = (gases: readonly string[], placeKinds: readonly string[]): string[] => [
  ...new Set([...gases, ...(placeKinds.includes(CONFINED) ? [OXYGEN] : [])]),
];

export const isKnownGas = (gas: string, { gases }: GasLimits): boolean =>
  gas === OXYGEN || gas === COMBUSTIBLE || Object.hasOwn(gases, gas);

/** Why a sample cannot be what was measured. One that is merely bad is judged, not refused. */
export function gasFaults(sample: GasSample, limits: GasLimits, toMeasure: readonly string[], at: Instant): GasFault[] {
  const { sampledAt, instrument, readings } = sample;
  const unmeasured = toMeasure.filter((gas) => !readings.some((reading) => reading.gas === gas));
  return [
    ...(sampledAt > at ? [{ index: null, code: 'permit.gas-sample-in-future' }] : []),
    ...(instrument && instrument.calibrationDueOn < shanghaiDate(sampledAt)
      ? [{ index: null, code: 'permit.gas-instrument-expired', params: { due: instrument.calibrationDueOn } }]
      : []),
    ...unmeasured.map((gas) => ({ index: null, code: 'permit.gas-not-measured', params: { gas } })),
    ...readings.flatMap((reading, index) => readingFault(reading, limits).map((fault) => ({ index, ...fault }))),
  ];
}

function readingFault({ gas, value, unit }: GasReading, limits: GasLimits): Omit<GasFault, 'index'>[] {
  if (!isKnownGas(gas, limits)) return [{ code: 'permit.gas-unknown', params: { gas } }];
  if (!(value >= 0 && value <= 100)) return [{ code: 'permit.gas-value-absurd', params: { value } }];
  if (gas === OXYGEN && unit !== '%vol') return [{ code: 'permit.gas-oxygen-unit' }];
  return [];
}

export interface FailedReading {
  readonly index: number;
  readonly gas: string;
  /** As measured, in percent by volume. */
  readonly vol: number;
  readonly limit: { readonly min?: number; readonly max: number };
}

export interface GasVerdict {
  readonly passed: boolean;
  readonly failed: readonly FailedReading[];
}

/**
 * GB 30871-2022: a gas whose lower explosive limit is 4 % or more may reach 0.5 % by volume, others 0.2 %; oxygen
 * 19.5–21 %, in enriched air 23.5 % (rule `permit.gas-limits`). On the limit is within it.
 */
export function judgeGasSample({ readings, oxygenEnriched }: GasSample, limits: GasLimits): GasVerdict {
  const failed = readings.flatMap((reading, index) => {
    const vol = volumePercent(reading, limits);
    const limit = limitOf(reading.gas, limits, oxygenEnriched === true);
    const within = vol <= limit.max && (limit.min === undefined || vol >= limit.min);
    return within ? [] : [{ index, gas: reading.gas, vol, limit }];
  });
  return { passed: failed.length === 0, failed };
}

export function limitOf(gas: string, limits: GasLimits, oxygenEnriched = false): FailedReading['limit'] {
  const { min, max, enrichedMax } = limits.oxygen;
  if (gas === OXYGEN) return { min, max: oxygenEnriched ? enrichedMax : max };
  return { max: lelOf(gas, limits) >= limits.lelThreshold ? limits.highLelMax : limits.lowLelMax };
}

/** % LEL means: of the gas's own lower explosive limit. Rounded to a millionth, far finer than any meter. */
const volumePercent = ({ gas, value, unit }: GasReading, limits: GasLimits): number =>
  unit === '%vol' ? value : Math.round(((value * lelOf(gas, limits)) / 100) * 1e6) / 1e6;

const lelOf = (gas: string, { gases }: GasLimits): number =>
  gases[gas]?.lel ?? Math.min(...Object.values(gases).map(({ lel }) => lel));
