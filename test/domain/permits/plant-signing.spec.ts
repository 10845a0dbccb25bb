import type { PlantPaper, PlantSignature } from '../../../src/domain/permits/plant-paper';
import { decide } from '../../../src/domain/permits/steps/decide';
import type { Submission } from '../../../src/domain/permits/steps/submission';
import { ok } from '../../../src/kernel/result';
import { HOUR, MINUTE } from '../../../src/kernel/time';
import { inState, people, rulesOf, T0 } from './permit-facts';
import { PLANT_DRAFT, PLANT_PAPER, PLANT_SUBMISSION, plantPerson, plantSignature } from './steps/plant-permit';

const rules = rulesOf({ regime: 'chemical', level: 'first', source: 'plant' });

const takeIn = (paper: Partial<PlantPaper>, submission: Partial<Submission> = {}, asked = PLANT_DRAFT) =>
  decide(
    'take-in',
    { permit: asked, rules, person: people.plant },
    ok({ submission: { ...PLANT_SUBMISSION, ...submission }, paper: { ...PLANT_PAPER, ...paper } }),
    T0,
  );
const codeOf = (answer: ReturnType<typeof takeIn>): string => (answer.ok ? answer.value.to : answer.refusal.code);
const signed = (...signatures: PlantSignature[]): string => codeOf(takeIn({ signatures }));

describe('a permit that a plant has signed (GB 30871-2022)', () => {
  it('is issued with all that its system says: seats, checklist, level', () => {
    const answer = takeIn({});
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(answer.value).toMatchObject({
      to: 'issued',
      set: { level: 'first', round: 1, issuedAt: T0, issuedBy: 'U-answers' },
    });
    expect(answer.value.records.filter(({ kind }) => kind === 'plant-signature')).toHaveLength(2);
    expect(answer.value.after.measures.length).toBeGreaterThan(5);
  });

  it.each<[string, PlantSignature[], string]>([
    ['both seats', [plantSignature(0), plantSignature(1)], 'issued'],
    ['in any order of the list', [plantSignature(1), plantSignature(0)], 'issued'],
    ['at the same moment', [plantSignature(0), plantSignature(1, { at: T0 - 10 * MINUTE })], 'issued'],
    ['the second a millisecond before the first', [plantSignature(0), plantSignature(1, { at: T0 - 10 * MINUTE - 1 })], 'plant.signed-out-of-order'],
    ['now', [plantSignature(0), plantSignature(1, { at: T0 })], 'issued'],
    ['a millisecond from now', [plantSignature(0), plantSignature(1, { at: T0 + 1 })], 'plant.signed-in-future'],
    ['one seat empty', [plantSignature(0)], 'plant.seat-unsigned'],
    ['a seat of another level', [plantSignature(0), plantSignature(1), plantSignature(2)], 'plant.seat-unknown'],
    ['one seat twice', [plantSignature(0), plantSignature(1), plantSignature(1, { person: plantPerson('P-9') })], 'plant.seat-twice'],
    ['one person twice', [plantSignature(0), plantSignature(1, { person: plantPerson('P-0') })], 'plant.signed-twice'],
    ['one account under two numbers', [plantSignature(0, { person: plantPerson('P-0', { userId: 'U1' }) }), plantSignature(1, { person: plantPerson('P-1', { userId: 'U1' }) })], 'plant.signed-twice'],
    ['whoever asks', [plantSignature(0, { person: plantPerson('P-asks') }), plantSignature(1)], 'plant.own-application'],
    ['a welder by the plant’s number', [plantSignature(0, { person: plantPerson('P-welds') }), plantSignature(1)], 'plant.own-welding'],
    ['a welder by the register', [plantSignature(0, { person: plantPerson('P-0', { welderId: 'W1' }) }), plantSignature(1)], 'plant.own-welding'],
    ['from a desk', [plantSignature(0), plantSignature(1, { onSite: false })], 'plant.not-signed-on-site'],
  ])('signed %s', (_, signatures, expected) => {
    expect(signed(...signatures)).toBe(expected);
  }); // prettier-ignore

  it('has the level that the platform asks for, or a stricter one with its own seats', () => {
    const special = [plantSignature(0), plantSignature(1), plantSignature(2)];
    const raised = { raised: { level: 'special', raisedBecause: ['night'] as const } };
    expect(codeOf(takeIn({}, raised))).toBe('plant.level-too-low');
    expect(codeOf(takeIn({ level: 'special', signatures: special }, raised))).toBe('issued');
    expect(codeOf(takeIn({ level: 'special', signatures: special }))).toBe('issued');
    expect(codeOf(takeIn({ level: 'special' }))).toBe('plant.seat-unsigned');
    expect(codeOf(takeIn({ level: 'none' }))).toBe('plant.level-too-low');
  });

  it('is for work on the plant’s own ground, no longer than its level, with a watcher who may watch', () => {
    const elsewhere = {
      ...PLANT_SUBMISSION.place,
      hosts: [{ ...PLANT_SUBMISSION.place.hosts[0]!, enterpriseId: 'E2' }],
    };
    expect(codeOf(takeIn({}, { place: elsewhere }))).toBe('plant.place-not-its-site');
    expect(codeOf(takeIn({}, {}, { ...PLANT_DRAFT, plannedEnd: PLANT_DRAFT.plannedStart + 8 * HOUR + 1 }))).toBe(
      'permit.too-long',
    );
    const untrained = { user: people.watcher, facts: { watchesNumber: null, weldsHere: false, trainingEndsAt: null } };
    expect(codeOf(takeIn({}, { watcher: untrained }))).toBe('permit.watcher-untrained');
    expect(codeOf(takeIn({}, { watcher: 'unknown' }))).toBe('permit.watcher-unknown');
  });

  it('comes from a plant alone, and only as a plant’s permit', () => {
    const input = ok({ submission: PLANT_SUBMISSION, paper: PLANT_PAPER });
    const byHead = decide('take-in', { permit: PLANT_DRAFT, rules, person: people.head }, input, T0);
    const ofPlatform = decide(
      'take-in',
      { permit: { ...PLANT_DRAFT, source: 'platform' }, rules, person: people.plant },
      input,
      T0,
    );
    expect([byHead, ofPlatform]).toMatchObject([
      { refusal: { code: 'permit.plant-only' } },
      { refusal: { code: 'permit.plant-only' } },
    ]);
  });
});

describe('what a plant may do under its permit', () => {
  const active = inState('active', { source: 'plant', regime: 'chemical', level: 'first', proposedLevel: 'first' });
  const stopped = { ...active, state: 'suspended' as const, lastGasTest: { sampledAt: T0 - MINUTE, passed: true } };
  const resume = (change: object) =>
    decide('resume', { permit: { ...stopped, ...change }, rules, person: people.plant }, ok({ note: null }), T0);

  it('stops and lets go on, but not what the authority has stopped', () => {
    const stop = decide('suspend', { permit: active, rules, person: people.plant }, ok({ reason: '异常' }), T0);
    expect(stop).toMatchObject({ value: { to: 'suspended', set: { suspendReason: '异常' } } });
    expect(resume({})).toMatchObject({ value: { to: 'active' } });
    expect(resume({ stoppedByAuthority: true })).toMatchObject({ refusal: { code: 'permit.authority-only' } });
  });

  it('keeps its own watch: nobody taps here; and nobody here adds to it', () => {
    expect(rules.taps).toBeNull();
    expect(rulesOf({ regime: 'chemical', level: 'first' }).taps).not.toBeNull();
    const input = ok({ recordId: 'R1', added: { welderIds: ['W2'], machineIds: [] }, unknown: [], signature: null });
    const amend = decide('amend', { permit: active, rules, person: people.applicant }, input, T0);
    expect(amend).toMatchObject({
      refusal: { code: 'permit.command-not-open', extra: { reason: 'permit.kept-by-plant' } },
    });
  });
});
