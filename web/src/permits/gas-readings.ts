import type { FormGas, Permit } from '../api/permits';

/** A gas with the limits it is held to, in per cent by volume. */
export type GasToTest = Pick<FormGas, 'code' | 'name' | 'lel' | 'min' | 'max'>;

export const GAS_POINTS = ['top', 'middle', 'bottom'] as const;
export type GasPoint = (typeof GAS_POINTS)[number];
export const GAS_UNITS = ['%vol', '%LEL'] as const;
export type GasUnit = (typeof GAS_UNITS)[number];

const OXYGEN = 'oxygen';
const CONFINED = 'confined-space';
/** A meter that tells no gases apart is held to the strictest limit. */
const COMBUSTIBLE = 'combustible';

/** The gases a permit asks for, each with its limits; oxygen too where people breathe in a closed space. */
export function gasesToTest(permit: Permit, known: readonly FormGas[], combustible: string): GasToTest[] {
  const codes = [...new Set([...permit.gases, ...(permit.place.kinds.includes(CONFINED) ? [OXYGEN] : [])])];
  const found = codes.flatMap((code) => known.find((gas) => gas.code === code) ?? []);
  return found.length > 0 ? found : [strictest(known, combustible)];
}

function strictest(known: readonly FormGas[], name: string): GasToTest {
  const gases = known.filter(({ lel }) => lel !== null);
  return {
    code: COMBUSTIBLE,
    name,
    lel: gases.length > 0 ? Math.min(...gases.map(({ lel }) => lel ?? 100)) : null,
    min: null,
    max: gases.length > 0 ? Math.min(...gases.map(({ max }) => max)) : 0,
  };
}

export const readingKey = (point: string, gas: string): string => `${point} ${gas}`;

/** Oxygen has no explosive limit to be measured by. */
export const unitFor = ({ lel }: GasToTest, unit: GasUnit): GasUnit => (lel === null ? '%vol' : unit);

/** A limit of the gas in the unit that is typed. */
export function limitIn({ lel }: GasToTest, limit: number, unit: GasUnit): number {
  if (unit === '%vol' || lel === null) return limit;
  return Math.round((limit / lel) * 10_000) / 100;
}

const numberOf = (typed: string | undefined): number | null => {
  const words = (typed ?? '').trim().replace('。', '.');
  return /^\d{1,3}([.]\d{1,4})?$/.test(words) ? Number(words) : null;
};

/** What the limit beside the field says of what is typed; the platform's own verdict counts. */
export function judge(gas: GasToTest, typed: string | undefined, unit: GasUnit): 'passed' | 'failed' | 'open' {
  const value = numberOf(typed);
  if (value === null) return 'open';
  const used = unitFor(gas, unit);
  const tooLittle = gas.min !== null && value < gas.min;
  return value > limitIn(gas, gas.max, used) || tooLittle ? 'failed' : 'passed';
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
