import { CONTROLS, MACHINE_STATUSES, PROCESSES } from '../../../src/domain/registry/machine';
import {
  MACHINE_COMMANDS,
  machineLifeCycle,
  type MachineCommand,
} from '../../../src/domain/registry/machine-life-cycle';
import { controlFor, takesChip } from '../../../src/domain/registry/machine-rules';

describe('how a chip may reach a machine', () => {
  it.each(PROCESSES.filter((process) => process !== 'GAS'))('%s is switched unless told otherwise', (process) => {
    expect(controlFor(process, undefined)).toEqual({ ok: true, value: 'cut' });
    for (const control of CONTROLS) expect(controlFor(process, control)).toEqual({ ok: true, value: control });
  });

  it.each([
    ['nothing', undefined, { ok: true, value: 'code-only' }],
    ['code-only', 'code-only', { ok: true, value: 'code-only' }],
    ['cut', 'cut', { ok: false, refusal: 'machine.gas-is-code-only' }],
    ['sense', 'sense', { ok: false, refusal: 'machine.gas-is-code-only' }],
  ] as const)('a gas set asked for with %s', (_, asked, expected) =>
    expect(controlFor('GAS', asked)).toEqual(expected),
  );

  it('a machine of code only takes no chip', () => {
    expect(CONTROLS.map((control) => [control, takesChip(control)])).toEqual([
      ['cut', true],
      ['sense', true],
      ['code-only', false],
    ]);
  });
});

describe('the life of a machine', () => {
  const as = { chipBound: false, byOfficial: true };
  const TABLE: Record<(typeof MACHINE_STATUSES)[number], Partial<Record<MachineCommand, string>>> = {
    'in-service': { suspend: 'suspended', 'send-to-repair': 'repair', 'report-lost': 'lost', scrap: 'scrapped' },
    suspended: { resume: 'in-service', 'report-lost': 'lost', scrap: 'scrapped' },
    repair: { suspend: 'suspended', 'return-from-repair': 'in-service', 'report-lost': 'lost', scrap: 'scrapped' },
    lost: { 'report-found': 'repair', scrap: 'scrapped' },
    scrapped: {},
  };

  it.each(MACHINE_STATUSES.flatMap((state) => MACHINE_COMMANDS.map((command) => [state, command] as const)))(
    '%s: %s',
    (state, command) => {
      const to = TABLE[state][command];
      const expected = to ? { outcome: 'moved', to } : { outcome: 'not-open' };
      expect(machineLifeCycle.step({ state, ...as }, command)).toEqual(expected);
    },
  );

  it.each(['suspend', 'resume'] as const)('only the authority may %s', (command) => {
    const state = command === 'suspend' ? 'in-service' : 'suspended';
    expect(machineLifeCycle.step({ state, chipBound: true, byOfficial: false }, command)).toEqual({
      outcome: 'refused',
      reasons: ['machine.official-only'],
    });
  });

  it('what was stopped does not come back by being lost and found', () => {
    const lost = (state: 'suspended' | 'in-service', byOfficial: boolean) =>
      machineLifeCycle.step({ state, chipBound: true, byOfficial }, 'report-lost');
    expect(lost('suspended', false)).toEqual({ outcome: 'refused', reasons: ['machine.official-only'] });
    expect(lost('suspended', true)).toEqual({ outcome: 'moved', to: 'lost' });
    expect(lost('in-service', false)).toEqual({ outcome: 'moved', to: 'lost' });
  });

  it('nothing is scrapped with its chip', () => {
    expect(machineLifeCycle.step({ state: 'lost', chipBound: true, byOfficial: false }, 'scrap')).toEqual({
      outcome: 'refused',
      reasons: ['machine.chip-still-bound'],
    });
    expect(machineLifeCycle.open({ state: 'in-service', chipBound: true, byOfficial: false })).toEqual([
      'send-to-repair',
      'report-lost',
    ]);
  });

  it('every status can be reached', () => {
    const reached = Object.values(machineLifeCycle.table).map(({ to }) => to);
    expect([...new Set(reached)].sort()).toEqual([...MACHINE_STATUSES].sort());
  });
});
