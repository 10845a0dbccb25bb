import { keeps, gasesToMeasure, GAS_POINTS, type GasPoint } from '@domain/permits/gas-test';
import { COMBUSTIBLE, limitsOf, unitsOf, type GasLimit, type GasPlace, type GasUnit } from '@domain/permits/gas-limits';
import type { GasLimits } from '@domain/permits/permit-rule-values';
import type { Permit, PermitForm } from '@/api/permits';

export { GAS_POINTS, type GasPoint };

/** A gas with all that its limits depend on. */
export interface GasToTest {
  readonly code: string;
  readonly name: string;
  readonly limits: GasLimits;
  readonly place: GasPlace;
}

/** The form carries the rule as it is. */
const limitsIn = (form: PermitForm): GasLimits => form.gasLimits as unknown as GasLimits;

/** The gases a permit asks for; where it asks for none in particular, all that burns. */
export function gasesToTest(permit: Permit, form: PermitForm, combustible: string): GasToTest[] {
  const place = { gases: permit.gases, placeKinds: permit.place.kinds };
  const asked = gasesToMeasure(place, permit.gasTest);
  const codes = asked.some((code) => code !== 'oxygen') ? asked : [COMBUSTIBLE, ...asked];
  const nameOf = (code: string): string =>
    code === COMBUSTIBLE ? combustible : (form.gases.find((gas) => gas.code === code)?.name ?? code);
  return codes.map((code) => ({ code, name: nameOf(code), limits: limitsIn(form), place }));
}

/** Units that at least one of these gases may be typed in. */
export const unitsFor = (gases: readonly GasToTest[]): GasUnit[] => [
  ...new Set(gases.flatMap(({ code, limits }) => unitsOf(code, limits))),
];

const UNIT_KEYS: Readonly<Record<string, string>> = { '%vol': 'vol', '%LEL': 'LEL', ppm: 'ppm', 'mg/m³': 'mgM3' };
/** The key of a unit's words. */
export const unitKey = (unit: string): string => `permits.gas.units.${UNIT_KEYS[unit] ?? 'vol'}`;

export const readingKey = (point: string, gas: string): string => `${point} ${gas}`;

/** What a gas cannot be measured in is typed in percent by volume. */
export const unitFor = ({ code, limits }: GasToTest, unit: GasUnit): GasUnit =>
  unitsOf(code, limits).includes(unit) ? unit : '%vol';

/** Every limit of the gas, in the unit that is typed. */
export const limitsFor = (gas: GasToTest, unit: GasUnit): GasLimit[] =>
  limitsOf({ gas: gas.code, unit: unitFor(gas, unit) }, gas.limits, gas.place);

const numberOf = (typed: string | undefined): number | null => {
  const words = (typed ?? '').trim().replace('。', '.');
  return /^\d{1,7}([.]\d{1,6})?$/.test(words) ? Number(words) : null;
};

/** What the limits beside the field say of what is typed; the platform's own verdict counts. */
export function judge(gas: GasToTest, typed: string | undefined, unit: GasUnit): 'passed' | 'failed' | 'open' {
  const value = numberOf(typed);
  if (value === null) return 'open';
  return limitsFor(gas, unit).every((limit) => keeps(value, limit)) ? 'passed' : 'failed';
}

/** The readings as they are sent, or `null` while one is missing. */
export function toReadings(
  fields: readonly { point: GasPoint; gas: GasToTest }[],
  typed: Readonly<Record<string, string | undefined>>,
  unit: GasUnit,
): { gas: string; value: number; unit: GasUnit; point: GasPoint }[] | null {
  const readings = fields.flatMap(({ point, gas }) => {
    const value = numberOf(typed[readingKey(point, gas.code)]);
    return value === null ? [] : [{ gas: gas.code, value, unit: unitFor(gas, unit), point }];
  });
  return readings.length === fields.length && readings.length > 0 ? readings : null;
}
