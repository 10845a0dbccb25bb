import { describe, expect, it } from 'vitest';
import { judgeGasSample } from '@domain/permits/gas-test';
import { PERMIT_COMMANDS } from '@domain/permits/permit-life-cycle';
import type { Permit, PermitCommand, PermitForm } from '@/api/permits';
import { proofOf } from '@/features/permits/commands/command-draft';
import { commandsShown, weightOf } from '@/features/permits/commands/command-order';
import { offeredOf } from '@/features/permits/phone/declare/place-kinds';
import {
  gasesToTest,
  judge,
  limitsFor,
  readingKey,
  toReadings,
  unitFor,
  unitsFor,
} from '@/features/permits/gas-readings';

const form = {
  gases: [{ code: 'methane', name: '甲烷' }],
  gasLimits: {
    lelThreshold: 4,
    highLelMax: 0.5,
    lowLelMax: 0.2,
    molarVolumeL: 24.04,
    oxygen: { min: 19.5, max: 21, enrichedMax: 23.5 },
    gases: { methane: { lel: 5 }, benzene: { lel: 1.2, toxic: { molarMass: 78.11, timeWeightedMgM3: 3 } } },
  },
} as unknown as PermitForm;
const permit = (gases: string[], kinds: string[] = [], gasTest = 'required'): Permit =>
  ({ gases, place: { kinds }, gasTest, commands: [], measures: [], gasTests: [] }) as unknown as Permit;
const tests = (...of: Parameters<typeof permit>) => gasesToTest(permit(...of), form, '可燃气体');
const only = (gas: string, kinds: string[] = []) => tests([gas], kinds).find(({ code }) => code === gas)!;

describe('gases to test', () => {
  it.each([
    [['methane'], [], ['甲烷']],
    [[], [], ['可燃气体']],
    [['methane'], ['confined-space'], ['甲烷', 'oxygen']],
    [['oxygen'], [], ['oxygen', '可燃气体']],
  ])('%j at %j: %j', (gases, kinds, names) =>
    expect(
      tests(gases, kinds)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort()),
  );

  it('offer the units that one of them is measured in', () => {
    expect(unitsFor(tests(['methane']))).toEqual(['%vol', '%LEL']);
    expect(unitsFor(tests(['benzene'], ['confined-space']))).toContain('ppm');
    expect(unitFor(only('oxygen'), '%LEL')).toBe('%vol');
  });
});

describe('a reading', () => {
  it.each([
    ['methane', [], '0.5', 'passed'],
    ['methane', [], '0.51', 'failed'],
    ['methane', [], '0。5', 'passed'],
    ['methane', [], '', 'open'],
    ['methane', [], '-1', 'open'],
    ['oxygen', ['confined-space'], '19.4', 'failed'],
    ['oxygen', ['confined-space'], '21', 'passed'],
    ['benzene', ['confined-space'], '0.2', 'failed'],
    ['benzene', [], '0.2', 'passed'],
  ] as const)('of %s at %j: %j has %s', (code, kinds, typed, verdict) =>
    expect(judge(only(code, [...kinds]), typed, '%vol')).toBe(verdict),
  );

  it('is judged as the platform judges it', () => {
    const [gas] = tests(['methane']);
    for (const value of [0, 0.1, 0.2, 0.499, 0.5, 0.501, 1, 9.9, 10, 10.1])
      for (const unit of ['%vol', '%LEL'] as const) {
        const { passed } = judgeGasSample(
          { sampledAt: 0, readings: [{ gas: 'methane', value, unit }] },
          gas!.limits,
          gas!.place,
        );
        expect([value, unit, judge(gas!, String(value), unit)]).toEqual([value, unit, passed ? 'passed' : 'failed']);
      }
  });

  it('of poison in a closed space is held to two limits', () =>
    expect(limitsFor(only('benzene', ['confined-space']), '%vol')).toHaveLength(2));

  it('goes out when none is missing, in the unit of its gas', () => {
    const fields = tests(['oxygen', 'methane']).map((gas) => ({ point: 'top' as const, gas }));
    const typed = { [readingKey('top', 'methane')]: '1.5' };
    expect(toReadings(fields, typed, '%LEL')).toBeNull();
    expect(toReadings(fields, { ...typed, [readingKey('top', 'oxygen')]: '20.9' }, '%LEL')).toEqual([
      { gas: 'oxygen', value: 20.9, unit: '%vol', point: 'top' },
      { gas: 'methane', value: 1.5, unit: '%LEL', point: 'top' },
    ]);
    expect(toReadings([], {}, '%vol')).toBeNull();
  });
});

describe('the order of commands', () => {
  const open = (commands: PermitCommand[], more: object = {}): Permit =>
    ({ ...permit([]), watchOnAt: null, tapMissedAt: null, commands, ...more }) as Permit;

  it('has a place for every command of the law but stopping, which stands elsewhere', () => {
    const shown = PERMIT_COMMANDS.filter((command) => commandsShown(open([command as PermitCommand])).length > 0);
    expect(PERMIT_COMMANDS.filter((command) => !shown.includes(command))).toEqual(['suspend']);
  });

  it('what is due comes first, what breaks off last', () =>
    expect(commandsShown(open(['cancel', 'start', 'approve', 'return']))).toEqual([
      'approve',
      'start',
      'return',
      'cancel',
    ]));

  it('what is done steps back, and stays', () =>
    expect(commandsShown(open(['gas-test', 'start'], { gasTests: [{ passed: true }] }))).toEqual([
      'start',
      'gas-test',
    ]));

  it.each([
    ['a watch that is on', ['fire-watch-on'], { watchOnAt: '2026-01-01' }],
    ['gas where nobody asks for it', ['gas-test'], { gasTest: 'none' }],
    ['stopping, which has a place of its own', ['suspend'], {}],
  ] as const)('leaves out %s', (_what, commands, more) => expect(commandsShown(open([...commands], more))).toEqual([]));

  it('lets whoever is named come on duty instead of taking over', () =>
    expect(commandsShown(open(['substitute-watch', 'fire-watch-on']))).toEqual(['fire-watch-on']));

  it.each([
    ['reject', {}, 'danger'],
    ['approve', {}, 'main'],
    ['cancel', {}, 'quiet'],
    ['measures', { measures: [{ confirmed: true }] }, 'quiet'],
    ['measures', { measures: [{ confirmed: false }] }, 'main'],
    ['substitute-watch', { watchOnAt: '2026-01-01' }, 'quiet'],
    ['substitute-watch', { watchOnAt: '2026-01-01', tapMissedAt: '2026-01-01' }, 'main'],
  ] as const)('%s with %j is %s', (command, more, weight) => expect(weightOf(command, open([], more))).toBe(weight));
});

describe('a signboard that proves the place', () => {
  it('goes along where one was read', () => {
    expect(proofOf('  ')).toEqual({});
    expect(proofOf(' AB12 ')).toEqual({ proof: { signboardCode: 'AB12' } });
  });
});

describe('kinds of places on the phone', () => {
  it.each([
    ['in the order of the page', ['height', 'crowded'], ['crowded', 'height', 'near-flammables']],
    ['also one that an administrator added', ['boat', 'height'], ['height', 'boat', 'near-flammables']],
    ['none but the answer about the work', [], ['near-flammables']],
  ])('%s', (_, known, offered) => expect(offeredOf(known)).toEqual(offered));
});
