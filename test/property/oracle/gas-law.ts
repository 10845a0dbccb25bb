import { dayOf, isYes, MINUTE } from './time-law';
import type { Act, Permit, Reading } from './world';

/** Lower explosive limits in % vol (GB/T 50493 annex A) of the gases that the cases use. */
const LEL: Readonly<Record<string, number>> = { methane: 5, ammonia: 15, propane: 2.1, hydrogen: 4, gasoline: 1.4 };

/** GBZ 2.1: H₂S 10 mg/m³, CO 30 mg/m³ short-term; mg in a m³ of one ppm at 25 °C. */
const TOXIC: Readonly<Record<string, { limitMg: number; mgPerPpm: number }>> = {
  'hydrogen-sulfide': { limitMg: 10, mgPerPpm: 1.39 },
  'carbon-monoxide': { limitMg: 30, mgPerPpm: 1.15 },
};

export type GasTest = Extract<Act, { kind: 'gas' }>;

/** Section 5: "asked for by regime **or** by place kind (confined space) **or** by an answer (vessel, pipe or tank that held flammables)". */
export const needsGasTest = (permit: Permit): boolean =>
  permit.regime === 'chemical' ||
  permit.kinds.includes('confined-space') ||
  ['flammables-held', 'vessels'].some((question) => isYes(permit, question));

/** Section 5: "LEL ≥ 4 % → ≤ 0.5 % vol; LEL < 4 % → ≤ 0.2 % vol". */
const limitVol = (gas: string): number => ((LEL[gas] ?? 0) >= 4 ? 0.5 : 0.2);

/** Section 5: "compared in %LEL with the strictest gas named (limit ÷ LEL …), and ≤ 10 %LEL where only `combustible` is known". */
function limitLel(gas: string, named: readonly string[]): number {
  if (gas !== 'combustible') return (limitVol(gas) / (LEL[gas] ?? 1)) * 100;
  return Math.min(10, ...named.filter((one) => one in LEL).map((one) => limitLel(one, [])));
}

const isCombustible = (gas: string): boolean => gas === 'combustible' || gas in LEL;

function withinExplosionLimit({ gas, value, unit }: Reading, named: readonly string[]): boolean {
  if (unit === '%LEL') return value <= limitLel(gas, named) + 1e-9;
  const volume = unit === 'ppm' ? value / 10_000 : value;
  return volume <= limitVol(gas) + 1e-9;
}

/** Section 5, confined space: "oxygen 19.5–21 %". */
const oxygenGood = ({ value }: Reading): boolean => value >= 19.5 && value <= 21;

/** Section 5: "toxic gases by GBZ 2.1 as rule data (H₂S 10 mg/m³; CO …)". */
function withinToxicLimit({ gas, value, unit }: Reading): boolean {
  const toxic = TOXIC[gas];
  if (!toxic) return true;
  const ppm = unit === '%vol' ? value * 10_000 : value;
  return (unit === 'mg/m³' ? value : ppm * toxic.mgPerPpm) <= toxic.limitMg;
}

/** A unit in which such a gas is measured; another one makes no test. */
const isReadable = ({ gas, unit, value }: Reading): boolean =>
  value >= 0 &&
  (gas === 'oxygen' ? unit === '%vol' : gas === 'combustible' ? unit === '%LEL' : unit !== 'bar') &&
  (isCombustible(gas) || gas === 'oxygen' || gas in TOXIC);

/** Whether the test is one at all: it may not be of the future, nor in units that mean nothing. */
export const isTest = (test: GasTest): boolean =>
  test.sampledAt <= test.at + MINUTE && test.readings.length > 0 && test.readings.every(isReadable);

/** Section 5: "At least one combustible gas is named or `combustible` measured"; each gas named is measured. */
const measuresCombustibles = (permit: Permit, readings: readonly Reading[]): boolean =>
  readings.some(({ gas }) => gas === 'combustible') ||
  (permit.gases.some(isCombustible) && permit.gases.every((gas) => readings.some((one) => one.gas === gas)));

const measuresOxygen = (readings: readonly Reading[]): boolean => readings.some(({ gas }) => gas === 'oxygen');

export function passes(permit: Permit, test: GasTest): boolean {
  const combustibles = test.readings.filter(({ gas }) => isCombustible(gas));
  if (!measuresCombustibles(permit, test.readings)) return false;
  if (!combustibles.every((reading) => withinExplosionLimit(reading, permit.gases))) return false;
  const oxygen = test.readings.filter(({ gas }) => gas === 'oxygen');
  if (permit.kinds.includes('confined-space'))
    return measuresOxygen(test.readings) && oxygen.every(oxygenGood) && test.readings.every(withinToxicLimit);
  return true;
}

/** Any reading that is over a limit, also where no test is asked for: a bad reading stops work. */
export const isBad = (permit: Permit, test: GasTest): boolean =>
  test.readings.some(
    (reading) =>
      (isCombustible(reading.gas) && !withinExplosionLimit(reading, permit.gases)) ||
      (permit.kinds.includes('confined-space') && reading.gas === 'oxygen' && !oxygenGood(reading)) ||
      (permit.kinds.includes('confined-space') && !withinToxicLimit(reading)),
  );

/** Section 5: "Sampled ≤ 30 min before work, each day anew …; special: … a reading older than 15 min is stale everywhere". */
export function isFresh(permit: Permit, test: GasTest, at: number): boolean {
  const limit = permit.regime === 'chemical' && permit.level === 'special' ? 15 : 30;
  return at - test.sampledAt <= limit * MINUTE && dayOf(test.sampledAt) === dayOf(at);
}
