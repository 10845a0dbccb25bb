import { invalid, type Refusal } from '../../../kernel/refusal';
import { gasTestAsked } from '../gas-asked';
import { gasFaults, gasesToMeasure } from '../gas-test';
import type { PermitState } from '../permit';
import type { PermitSnapshot } from '../snapshot';
import type { StepInput } from './inputs';
import { presence } from './person';
import type { Change } from './step';

/** What is missing beside a reading that is bad already: such a sample stops the work all the same. */
const INCOMPLETE = ['permit.gas-not-measured', 'permit.gas-combustible-not-measured'];

/** A sample that cannot be what was measured. One that is merely bad is kept, and stops the work. */
export function sampleRefused(
  { permit, rules, at }: PermitSnapshot,
  { sample, verdict }: StepInput<'gas-test'>,
): Refusal | null {
  // a meter that does not know the gas that stopped the work says nothing about it
  const toMeasure = [
    ...gasesToMeasure(permit, gasTestAsked(permit, rules)),
    ...(permit.lastGasTest?.failedGases ?? []),
  ];
  const faults = gasFaults(sample, rules.gasLimits, toMeasure, at).filter(
    ({ code }) => verdict.passed || !INCOMPLETE.includes(code),
  );
  if (faults.length === 0) return null;
  return invalid('permit.gas-sample-refused', {
    errors: faults.map(({ index, code, params }) => ({ path: pathOf(index, code), code, params })),
  });
}

const FIELDS: Readonly<Record<string, string>> = { 'permit.gas-unknown': 'gas', 'permit.gas-unit-unfit': 'unit' };

const pathOf = (index: number | null, code: string): string => {
  if (index !== null) return `readings.${index}.${FIELDS[code] ?? 'value'}`;
  if (code === 'permit.gas-sample-in-future') return 'sampledAt';
  return code === 'permit.gas-instrument-expired' ? 'instrument.calibrationDueOn' : 'readings';
};

/** `gas-test`: a test that failed stops work, and says which reading did it. */
export function gasTested(snapshot: PermitSnapshot, input: StepInput<'gas-test'>, to: PermitState): Change {
  const { permit, at } = snapshot;
  const { recordId, sample, verdict, source, testedBy } = input;
  const suspends = permit.state === 'active' && to === 'suspended';
  return {
    set: { ...(suspends && { suspendedAt: at, suspendReason: 'gas-test-failed' }), ...presence(snapshot) },
    records: [{ kind: 'gas-test', id: recordId, sample, verdict, source, testedBy }],
    detail: {
      sampledAt: new Date(sample.sampledAt).toISOString(),
      passed: verdict.passed,
      failed: verdict.failed.map(({ gas, value, limit }) => ({ gas, value, ...limit })),
      source,
    },
  };
}

/** One of many readings of a device that change nothing: audited, but no line of the history and no news. */
export const isReading = ({ source, verdict }: StepInput<'gas-test'>): boolean => source === 'feed' && verdict.passed;
