import type { Certificate } from '../../../src/domain/certificates/certificate';
import { PERMIT_STATES } from '../../../src/domain/permits/permit';
import { machineStanding, type MachineToJudge } from '../../../src/domain/standing/machine-standing';
import { permitStanding, type PermitToJudge } from '../../../src/domain/standing/permit-standing';
import { welderStanding } from '../../../src/domain/standing/welder-standing';
import { DAY, HOUR, shanghaiMidnight } from '../../../src/kernel/time';
import { certificate } from '../authorization/perfect-facts';

const AT = shanghaiMidnight('2026-11-24');

describe('a machine at a glance', () => {
  const machine: MachineToJudge = {
    status: 'in-service',
    process: 'MMA',
    chip: { tamper: false, blocked: false },
    inspectionEndsAt: AT + 300 * DAY,
    inUse: false,
    modes: { chip: 'enforce', inspection: 'enforce' },
    warnDays: 30,
  };
  const observing = { chip: 'observe', inspection: 'observe' } as const;
  const warning = { chip: 'warn', inspection: 'warn' } as const;

  it.each<[string, Partial<MachineToJudge>, string]>([
    ['in order', {}, 'green in-order'],
    ['used now', { inUse: true }, 'green in-use'],
    ['scrapped', { status: 'scrapped' }, 'red scrapped'],
    ['lost', { status: 'lost' }, 'red lost'],
    ['stopped by the authority', { status: 'suspended' }, 'red suspended'],
    ['in the workshop', { status: 'repair' }, 'amber repair'],
    ['its chip opened', { chip: { tamper: true, blocked: false } }, 'red chip-tampered'],
    [
      'its chip opened, chips are only observed',
      { chip: { tamper: true, blocked: false }, modes: observing },
      'green in-order',
    ],
    ['its chip blocked', { chip: { tamper: false, blocked: true } }, 'red no-chip'],
    ['without chip', { chip: null }, 'red no-chip'],
    ['without chip, warned of', { chip: null, modes: warning }, 'amber no-chip'],
    ['without chip, before the date', { chip: null, modes: observing }, 'green in-order'],
    ['a gas set has no chip', { chip: null, process: 'GAS' }, 'green in-order'],
    ['a gas set that nobody saw', { chip: null, process: 'GAS', claimsNoChip: true }, 'amber no-chip-claimed'],
    [
      'a gas set that nobody saw, before the date',
      { chip: null, process: 'GAS', claimsNoChip: true, modes: observing },
      'green in-order',
    ],
    ['checked to the last moment', { inspectionEndsAt: AT + 1 }, 'green inspection-soon'],
    ['past its check', { inspectionEndsAt: AT }, 'red inspection-overdue'],
    ['past its check, warned of', { inspectionEndsAt: AT, modes: warning }, 'amber inspection-overdue'],
    ['a month and 1 ms ahead', { inspectionEndsAt: AT + 30 * DAY + 1 }, 'green in-order'],
    ['a month ahead', { inspectionEndsAt: AT + 30 * DAY }, 'green inspection-soon'],
    ['no check known', { inspectionEndsAt: null }, 'green in-order'],
    ['in repair and without chip: what forbids comes first', { status: 'repair', chip: null }, 'red no-chip'],
    ['scrapped and overdue', { status: 'scrapped', inspectionEndsAt: AT }, 'red scrapped'],
  ])('%s', (_, change, expected) => {
    const { tone, code } = machineStanding({ ...machine, ...change }, AT);
    expect(`${tone} ${code}`).toBe(expected);
  });

  it('names the last good day', () =>
    expect(machineStanding({ ...machine, inspectionEndsAt: AT }, AT).params).toEqual({ dueOn: '2026-11-23' }));
});

describe('a welder at a glance', () => {
  const judge = (change: Partial<Certificate>[], suspended = false) => {
    const certificates = change.map((one) => ({ ...certificate, ...one }));
    return welderStanding(
      { suspended, certificates, reviewAbolishedFrom: shanghaiMidnight('2026-06-01'), warnMs: 30 * DAY },
      AT,
    );
  };
  const valid = { validTo: AT + 300 * DAY };

  it.each<[string, Partial<Certificate>[], string]>([
    ['in order', [valid], 'green valid'],
    ['ends in a month and 1 ms', [{ validTo: AT + 30 * DAY + 1 }], 'green valid'],
    ['ends in a month', [{ validTo: AT + 30 * DAY }], 'green valid-soon'],
    ['ends in 1 ms', [{ validTo: AT + 1 }], 'green valid-soon'],
    ['ended', [{ validTo: AT }], 'red expired'],
    ['not checked yet', [{ status: 'unverified' }], 'amber unverified'],
    ['begins later', [{ validFrom: AT + 1, validTo: AT + DAY }], 'amber not-yet-valid'],
    ['revoked', [{ status: 'revoked', revokedAt: AT }], 'red revoked'],
    ['forged', [{ status: 'forged', revokedAt: AT }], 'red forged'],
    [
      'review missed before reviews ended',
      [{ ...valid, reviewDueAt: shanghaiMidnight('2026-05-01') }],
      'red review-overdue',
    ],
    ['none', [], 'red no-certificate'],
    ['one forged, one in order', [{ status: 'forged', revokedAt: AT }, valid], 'green valid'],
    ['one expired, one not checked: the nearer one', [{ validTo: AT }, { status: 'unverified' }], 'amber unverified'],
  ])('%s', (_, certificates, expected) => {
    const { tone, code } = judge(certificates);
    expect(`${tone} ${code}`).toBe(expected);
  });

  it('suspended, whatever the certificates', () =>
    expect(judge([valid], true)).toMatchObject({ tone: 'red', code: 'suspended' }));

  it('says what may be done and until when', () => {
    const both = judge([
      { ...valid, operations: ['fusion'] },
      { validTo: AT + 100 * DAY, operations: ['fusion', 'brazing'] },
    ]);
    expect(both).toMatchObject({
      operations: ['fusion', 'brazing'],
      validTo: '2027-03-03',
      params: { validTo: '2027-03-03' },
    });
    expect(judge([{ status: 'revoked', revokedAt: AT }])).toMatchObject({ operations: [], validTo: null });
  });
});

describe('a permit at a glance', () => {
  const permit: PermitToJudge = {
    state: 'active',
    regime: 'general',
    plannedStart: AT - HOUR,
    plannedEnd: AT + HOUR,
    watcherPresent: false,
  };
  it.each<[string, Partial<PermitToJudge>, string]>([
    ['work goes on', {}, 'green active'],
    ['work goes on, watched', { watcherPresent: true }, 'green active-watched'],
    ['1 ms before its end', { plannedEnd: AT + 1 }, 'green active'],
    ['at its end', { plannedEnd: AT }, 'red expired'],
    ['issued, 1 ms before its beginning', { state: 'issued', plannedStart: AT + 1 }, 'amber issued-early'],
    ['issued, at its beginning', { state: 'issued', plannedStart: AT }, 'amber issued'],
    ['a small job needs no starting signature', { state: 'issued', regime: 'small', plannedStart: AT }, 'green issued'],
    ['a small job before its time', { state: 'issued', regime: 'small', plannedStart: AT + 1 }, 'amber issued-early'],
    ['suspended', { state: 'suspended' }, 'red suspended'],
    ['watch after work, past its end', { state: 'fire_watch', plannedEnd: AT - 1 }, 'amber fire_watch'],
    ['closed', { state: 'closed', plannedEnd: AT - 1 }, 'grey closed'],
    ['still a draft', { state: 'draft' }, 'grey draft'],
    ['waiting for a signature', { state: 'submitted' }, 'amber submitted'],
    ['waiting for a signature past its time', { state: 'submitted', plannedEnd: AT }, 'red expired'],
    ['turned down', { state: 'rejected' }, 'red rejected'],
  ])('%s', (_, change, expected) => {
    const { tone, code } = permitStanding({ ...permit, ...change }, AT);
    expect(`${tone} ${code}`).toBe(expected);
  });

  it('every state has a colour', () => {
    for (const state of PERMIT_STATES)
      expect(permitStanding({ ...permit, state }, AT).tone).toMatch(/green|amber|red|grey/);
  });
});
