import { invalid } from '../../../../src/kernel/refusal';
import type { GasReading, GasSample } from '../../../../src/domain/permits/gas-test';
import type { Permit, PermitState } from '../../../../src/domain/permits/permit';
import type { StepInput } from '../../../../src/domain/permits/steps/inputs';
import type { PermitChanges, Tick } from '../../../../src/domain/permits/steps/step';
import { HOUR, MINUTE } from '../../../../src/kernel/time';
import { inState, people, T0, type PersonName } from '../permit-facts';
import { GAS, SAMPLE } from './open-steps';
import { DRAWN, NOW, stopped, taken, writtenBy } from './take-step';

const tick = (code: string, confirmed: boolean): Tick => ({ code, confirmed });

describe('ticks on the checklist', () => {
  const measures = [tick('a', false), tick('b', true), tick('c', false)];
  it.each<[string, Tick[], Tick[]]>([
    ['one is ticked', [tick('a', true)], [tick('a', true), tick('b', true), tick('c', false)]],
    ['one is taken away', [tick('b', false)], [tick('a', false), tick('b', false), tick('c', false)]],
    ['the last of two counts', [tick('c', false), tick('c', true)], [...measures.slice(0, 2), tick('c', true)]], // prettier-ignore
    ['none', [], measures],
  ])('%s', (_, items, left) => {
    const asked = inState('issued', { measures });
    const step = taken('measures', asked, 'safety', { items, signature: DRAWN });
    expect(writtenBy(step)).toStrictEqual({
      set: {},
      records: [{ kind: 'ticks', items, userId: 'U-safety' }],
      detail: { items, signature: DRAWN },
      follow: [],
    });
    expect(step.after).toEqual({ ...asked, measures: left });
    expect(taken('measures', asked, 'safety', { items, signature: null }).detail).toEqual({ items });
  });

  it('at what the permit does not ask for: each is named', () => {
    const items = [tick('x', true), tick('a', true), tick('y', false)];
    const { refusal } = stopped('measures', inState('issued', { measures }), 'safety', { items, signature: null });
    expect(refusal).toEqual(
      invalid('request.invalid', {
        errors: [
          { path: 'items.0.code', code: 'permit.measure-unknown', params: { measure: 'x' } },
          { path: 'items.2.code', code: 'permit.measure-unknown', params: { measure: 'y' } },
        ],
      }),
    );
  });
});

describe('a gas test', () => {
  const limit = { basis: 'explosion', max: 0.5, unit: '%vol', source: 'GB 30871-2022 5.3.2' } as const;
  const failed = { passed: false, failed: [{ index: 0, gas: 'methane', value: 0.6, limit }] };
  const bad: StepInput<'gas-test'> = { ...GAS, verdict: failed, gasPassed: false };
  const stops = { suspendedAt: NOW, suspendReason: 'gas-test-failed' };

  it.each<[string, PermitState, StepInput<'gas-test'>, PermitState, PermitChanges]>([
    ['that passed leaves work as it is', 'active', GAS, 'active', {}],
    ['that failed stops work', 'active', bad, 'suspended', stops],
    ['that failed before work began stops nothing', 'issued', bad, 'issued', {}],
    ['that failed while work is stopped changes no reason', 'suspended', bad, 'suspended', {}],
  ])('%s', (_, state, input, to, set) => {
    const asked = inState(state);
    const step = taken('gas-test', asked, 'safety', input);
    expect(step.to).toBe(to);
    expect(step.set).toStrictEqual(set);
    const { recordId: id, sample, verdict, source, testedBy } = input;
    expect(step.records).toEqual([{ kind: 'gas-test', id, sample, verdict, source, testedBy }]);
    expect(step.detail).toEqual({
      sampledAt: '2026-11-24T02:00:00.000Z',
      passed: verdict.passed,
      failed: verdict.passed ? [] : [{ gas: 'methane', value: 0.6, ...limit }],
      source: 'manual',
    });
    const lastGasTest = { sampledAt: T0, passed: verdict.passed, ...(!verdict.passed && { failedGases: ['methane'] }) };
    expect(step.after).toEqual({ ...asked, ...set, state: to, lastGasTest });
  });

  it.each([
    ['an older one', T0 - 1, true],
    ['one of the same moment', T0, true],
    ['a newer one', T0 + 1, false],
  ])('is the last one after %s: %s', (_, sampledAt, newest) => {
    const lastGasTest = { sampledAt, passed: false };
    const { after } = taken('gas-test', inState('issued', { lastGasTest }), 'safety', GAS);
    expect(after.lastGasTest).toEqual(newest ? { sampledAt: T0, passed: true } : lastGasTest);
  });

  it('moves the moment at which the next one is missed', () => {
    const special = inState('active', { regime: 'chemical', level: 'special', gases: ['methane'] });
    const { dueAt } = taken('gas-test', special, 'platform', { ...GAS, source: 'feed' });
    expect(dueAt).toBe(T0 + 15 * MINUTE + 1);
  });

  const methane: GasReading = { gas: 'methane', value: 0.1, unit: '%vol' };
  const expired = { number: 'M1', calibrationDueOn: '2026-11-23' };
  it.each<[string, Partial<Permit>, Partial<GasSample>, string, string]>([
    ['of tomorrow', {}, { sampledAt: NOW + 1 }, 'sampledAt', 'permit.gas-sample-in-future'],
    ['with an old instrument', {}, { instrument: expired }, 'instrument.calibrationDueOn', 'permit.gas-instrument-expired'],
    ['without a gas of the permit', { gases: ['propane'] }, {}, 'readings', 'permit.gas-not-measured'],
    ['without the air people breathe', { placeKinds: ['confined-space'], gases: ['methane'] }, {}, 'readings', 'permit.gas-not-measured'],
    ['of an unknown gas', {}, { readings: [methane, { ...methane, gas: 'air' }] }, 'readings.1.gas', 'permit.gas-unknown'],
    ['of more than all', {}, { readings: [{ ...methane, value: 101 }] }, 'readings.0.value', 'permit.gas-value-absurd'],
  ])('%s is no test', (_, change, sample, path, code) => {
    // what lacks matters only where the rest is good
    const judged = code === 'permit.gas-not-measured' ? GAS : bad;
    const input = { ...judged, sample: { ...SAMPLE, ...sample } };
    const { refusal } = stopped('gas-test', inState('active', change), 'safety', input);
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'permit.gas-sample-refused', errors: [{ path, code }] });
    expect(refusal.errors).toHaveLength(1);
  }); // prettier-ignore

  it.each<[string, Partial<Permit>]>([
    ['a gas of the permit', { gases: ['propane'] }],
    ['the air people breathe', { placeKinds: ['confined-space'], gases: ['methane'] }],
  ])('a bad reading stops the work though %s was not measured', (_, change) => {
    const { to } = taken('gas-test', inState('active', change), 'safety', { ...bad, sample: SAMPLE });
    expect(to).toBe('suspended');
  });

  it('says with which numbers it is none', () => {
    const input = { ...GAS, sample: { ...SAMPLE, instrument: expired } };
    const { refusal } = stopped('gas-test', inState('active'), 'safety', input);
    expect(refusal.errors?.[0]?.params).toEqual({ due: '2026-11-23' });
    const now = { ...GAS, sample: { ...SAMPLE, sampledAt: NOW } };
    expect(taken('gas-test', inState('active'), 'safety', now).after.lastGasTest?.sampledAt).toBe(NOW);
  });
});

describe('welders and machines are added', () => {
  const added = { welderIds: ['W0', 'W1'], machineIds: ['M0', 'M1'] };
  const fresh = { welderIds: ['W0'], machineIds: ['M0'] };
  const named = { machineIds: ['M1'] };
  const asking = { id: 'R1', askedBy: 'U-applicant', ...fresh };
  const input = { recordId: 'R1', added, unknown: [], confirm: false, signature: DRAWN };

  it.each<[string, Partial<Permit>, PersonName, string | null, Partial<Permit>]>([
    ['asked for, another has to confirm', {}, 'applicant', null, { pendingAmendment: asking }],
    ['a small job’s welder alone', { regime: 'small', level: 'one' }, 'welder', 'U-welder', added],
  ])('%s', (_, change, who, confirmedBy, counts) => {
    const asked = inState('issued', { ...named, ...change });
    const askedBy = (people[who] as { userId: string }).userId;
    const step = taken('amend', asked, who, input);
    expect(writtenBy(step)).toEqual({
      set: {},
      records: [{ kind: 'amendment', id: 'R1', added: fresh, askedBy, confirmedBy, signatureFileId: 'F-drawn' }],
      detail: { ...fresh, askedBy, confirmed: confirmedBy !== null, signature: DRAWN },
      follow: [],
    });
    expect(step.after).toEqual({ ...asked, ...counts });
    const unsigned = taken('amend', asked, who, { ...input, signature: null });
    expect(unsigned.records).toMatchObject([{ signatureFileId: null }]);
    expect(unsigned.detail).toEqual({ ...fresh, askedBy, confirmed: confirmedBy !== null });
  });

  it('confirmed by another: they count from now on, each once, and nothing waits any more', () => {
    const waiting = { id: 'A1', askedBy: 'U-applicant', welderIds: ['W0', 'W1'], machineIds: ['M0'] };
    const asked = inState('active', { ...named, pendingAmendment: waiting });
    const { id, ...rest } = waiting;
    const { askedBy, ...both } = rest;
    const step = taken('amend', asked, 'safety', { ...input, confirm: true });
    expect(writtenBy(step)).toEqual({
      set: {},
      records: [
        { kind: 'amendment-confirmed', id, added: both, askedBy, confirmedBy: 'U-safety', signatureFileId: 'F-drawn' },
      ],
      detail: { ...rest, confirmed: true, signature: DRAWN },
      follow: [],
    });
    const after = { welderIds: ['W0', 'W1'], machineIds: ['M0', 'M1'], pendingAmendment: null };
    expect(step.after).toEqual({ ...asked, ...after });
    expect(step.dueAt).toBe(T0 - 10 * MINUTE + HOUR);
    const unsigned = taken('amend', asked, 'safety', { ...input, confirm: true, signature: null });
    expect(unsigned.records).toMatchObject([{ signatureFileId: null }]);
    expect(unsigned.detail).toEqual({ ...rest, confirmed: true });
  });

  const unknown = [{ path: 'welderIds.0', code: 'welder.unknown' }];
  const wrong = (path: string, code: string) => invalid(code, { errors: [{ path, code }] });
  it.each([
    ['a machine where any may be used', [], fresh, unknown, wrong('machineIds', 'permit.any-machine-named')],
    ['who is named already', ['M1'], { welderIds: ['W1'], machineIds: ['M1'] }, unknown, wrong('welderIds', 'permit.nothing-to-add')],
    ['who is not known', ['M1'], fresh, unknown, invalid('request.invalid', { errors: unknown })],
    ['a machine, where some are named', ['M1'], { welderIds: [], machineIds: ['M0'] }, [], null],
    ['a welder, where any machine may be used', [], { welderIds: ['W0'], machineIds: [] }, [], null],
  ])('%s', (_, machineIds, more, errors, refusal) => {
    const asked = inState('issued', { machineIds });
    const amendment = { ...input, added: more, unknown: errors };
    if (refusal) expect(stopped('amend', asked, 'applicant', amendment).refusal).toEqual(refusal);
    else expect(taken('amend', asked, 'applicant', amendment).detail).toMatchObject(more);
  }); // prettier-ignore

  it('whoever confirms need not name anybody again', () => {
    const waiting = { id: 'A1', askedBy: 'U-applicant', welderIds: ['W0'], machineIds: [] };
    const nobody = { ...input, added: { welderIds: [], machineIds: [] }, unknown, confirm: true };
    const { after } = taken('amend', inState('active', { pendingAmendment: waiting }), 'safety', nobody);
    expect(after.welderIds).toEqual(['W0', 'W1']);
  });
});
