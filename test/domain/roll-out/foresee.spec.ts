import { blocking } from '../../../src/domain/authorization/finding';
import { FINDING_CODES } from '../../../src/domain/authorization/finding-texts';
import { inMode, modesAt, type DeclaredMode, type RollOutMode } from '../../../src/domain/authorization/roll-out-modes';
import { needsReason } from '../../../src/domain/roll-out/enforce-gate';
import { Forecast } from '../../../src/domain/roll-out/forecast';
import { foreseeScan } from '../../../src/domain/roll-out/foresee-scan';
import { modesOfPlaces, withPlanned } from '../../../src/domain/roll-out/modes-of-places';
import { mendersOf, subjectOf } from '../../../src/domain/roll-out/who-mends';
import type { Facts } from '../../../src/domain/authorization/facts';
import { DAY } from '../../../src/kernel/time';
import { machine, perfect, permit, T0, welder } from '../authorization/perfect-facts';

const TOWN = '411003101';
const mode = (of: Partial<DeclaredMode> = {}): DeclaredMode => ({
  topic: 'training',
  mode: 'enforce',
  regionCode: '411003',
  ...of,
});
const plan = (planned: DeclaredMode, declared: DeclaredMode[] = []) => ({
  without: modesOfPlaces(declared),
  planned: modesOfPlaces(withPlanned(declared, planned)),
});

const untrained: Facts = { ...perfect, welder: { ...welder, trainingEndsAt: T0 - DAY } };
const overdue: Facts = { ...perfect, machine: { ...machine, inspectionEndsAt: T0 - DAY } };
const inTown = (facts: Facts): Facts => ({ ...facts, permits: [{ ...permit, regionCode: TOWN }] });

describe('what a planned mode makes of a past scan', () => {
  it.each<[string, Facts, DeclaredMode, DeclaredMode[], string]>([
    ['nothing is lacking', perfect, mode(), [], 'allowed'],
    ['training, enforced from then on', untrained, mode(), [], 'newly welder.training-overdue'],
    ['training, warned of', untrained, mode({ mode: 'warn' }), [], 'allowed'],
    ['training is enforced already', untrained, mode(), [mode()], 'refused welder.training-overdue'],
    ['softened: refused no more', untrained, mode({ mode: 'observe' }), [mode()], 'allowed'],
    ['another topic', untrained, mode({ topic: 'chip' }), [], 'allowed'],
    ['another county', untrained, mode({ regionCode: '411002' }), [], 'allowed'],
    ['the county, in a town of it', inTown(untrained), mode(), [], 'newly welder.training-overdue'],
    ['the county, in a town with a mode of its own', inTown(untrained), mode(), [mode({ regionCode: TOWN, mode: 'warn' })], 'allowed'],
    ['the town alone, elsewhere', untrained, mode({ regionCode: TOWN }), [], 'allowed'],
    ['refused anyhow: not by the plan', { ...untrained, certificates: [] }, mode(), [], 'refused certificate.missing welder.training-overdue'],
    ['inspection, enforced where it was only observed', overdue, mode({ topic: 'inspection' }), [mode({ topic: 'inspection', mode: 'observe' })], 'newly machine.inspection-overdue'],
  ])('%s', (_, facts, planned, declared, expected) => {
    const seen = foreseeScan({ at: T0, allowed: true, facts }, plan(planned, declared));
    const codes = seen.blocks.map(({ code }) => code).sort();
    expect([seen.newlyRefused ? 'newly' : seen.refused ? 'refused' : 'allowed', ...codes].join(' ')).toBe(expected);
  }); // prettier-ignore

  it('agrees with the modes that a decision is taken by, whatever they are', () => {
    for (const one of ['observe', 'warn', 'enforce'] as const satisfies RollOutMode[]) {
      const modes = modesOfPlaces(withPlanned([mode({ regionCode: '', mode: 'warn' })], mode({ mode: one })));
      expect(modes('411003101')).toEqual(modesAt([mode({ mode: one })]));
      expect(modes('42')).toEqual(modesAt([mode({ mode: 'warn' })]));
    }
  });
});

describe('the count of a forecast', () => {
  it('tells causes apart from scans, and names each once', () => {
    const forecast = new Forecast();
    const two: Facts = { ...untrained, machine: overdue.machine };
    const planned = plan(mode(), [mode({ topic: 'inspection', mode: 'observe' })]);
    for (const facts of [perfect, untrained, two, { ...untrained, certificates: [] }])
      forecast.add(foreseeScan({ at: T0, allowed: true, facts }, planned), (code) => subjectOf(code, facts, 'E1'));
    expect(forecast).toMatchObject({ scans: 4, refused: 3, newlyRefused: 2, refusedThen: 0, share: 0.5 });
    expect(forecast.causes).toMatchObject([
      { code: 'welder.training-overdue', refused: 3, newlyRefused: 2 },
      { code: 'certificate.missing', refused: 1, newlyRefused: 0 },
    ]);
    expect(forecast.concerned).toEqual([
      { code: 'welder.training-overdue', subject: { kind: 'welder', id: 'W1' }, scans: 2 },
    ]);
  });
});

const allObserved = {
  chip: 'observe',
  training: 'observe',
  inspection: 'observe',
  position: 'observe',
  identity: 'observe',
  proof: 'observe',
} as const;

describe('who can mend what a mode refuses', () => {
  const switched = FINDING_CODES.filter((code) => inMode(blocking(code), allObserved).severity !== 'block');

  it('is said for each finding that a mode switches', () => {
    expect(switched.length).toBeGreaterThan(8);
    expect(switched.filter((code) => mendersOf(code).length < 2)).toEqual([]);
  });

  it.each([
    ['machine.no-chip', 'E1', 'machine M1'],
    ['welder.training-overdue', 'E1', 'welder W1'],
    ['place.unproven', 'E1', 'enterprise E1'],
    ['place.unproven', null, 'welder W1'],
  ] as const)('%s of enterprise %s is about %s', (code, enterpriseId, expected) => {
    const subject = subjectOf(code, perfect, enterpriseId);
    expect(`${subject?.kind} ${subject?.id}`).toBe(expected);
  });
});

describe('an enforced check needs a signed reason above the share of the rule', () => {
  it.each<[RollOutMode, number, number, boolean]>([
    ['enforce', 1_000, 5, false],
    ['enforce', 1_000, 6, true],
    ['enforce', 0, 0, false],
    ['enforce', 1, 1, true],
    ['enforce', 200, 1, false],
    ['enforce', 199, 1, true],
    ['warn', 100, 100, false],
    ['observe', 100, 100, false],
  ])('%s, %d scans, %d newly refused: %s', (of, scans, newlyRefused, expected) =>
    expect(needsReason({ mode: of, scans, newlyRefused, mostPercent: 0.5 })).toBe(expected),
  );
});
