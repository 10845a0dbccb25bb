import fc from 'fast-check';
import { CERTIFICATE_STATUSES, type Certificate } from '../../../src/domain/certificates/certificate';
import { certificateLifeCycle } from '../../../src/domain/certificates/certificate-life-cycle';
import { CERTIFICATE_STATES, stateAt } from '../../../src/domain/certificates/certificate-state';
import { coversProcess } from '../../../src/domain/certificates/covers-process';
import { DAY, shanghaiMidnight } from '../../../src/kernel/time';

const FROM = shanghaiMidnight('2024-01-10');
const TO = shanghaiMidnight('2030-01-10');
const ABOLISHED = shanghaiMidnight('2026-06-01');
const REVOKED = shanghaiMidnight('2025-05-05');

const certificate = (change: Partial<Certificate> = {}): Certificate => ({
  id: '01',
  kind: 'special-operation',
  operations: ['fusion'],
  status: 'verified',
  validFrom: FROM,
  validTo: TO,
  reviewDueAt: null,
  revokedAt: null,
  ...change,
});

describe('what a certificate is worth at a moment', () => {
  it.each([
    ['a millisecond before its first day', {}, FROM - 1, 'not-yet-valid'],
    ['when its first day begins', {}, FROM, 'valid'],
    ['in the last millisecond of its last day', {}, TO - 1, 'valid'],
    ['at the midnight after', {}, TO, 'expired'],
    ['unverified', { status: 'unverified' }, FROM, 'unverified'],
    ['unverified and expired', { status: 'unverified' }, TO, 'unverified'],
    ['a millisecond before it was revoked', { status: 'revoked', revokedAt: REVOKED }, REVOKED - 1, 'valid'],
    ['when it was revoked', { status: 'revoked', revokedAt: REVOKED }, REVOKED, 'revoked'],
    ['revoked, nobody knows when', { status: 'revoked' }, FROM, 'revoked'],
    ['revoked after it had expired, asked between', { status: 'revoked', revokedAt: TO + DAY }, TO, 'expired'],
    ['forged, whatever the dates', { status: 'forged' }, FROM - 1, 'forged'],
  ] as const)('%s', (_, change, at, expected) => {
    expect(stateAt(certificate(change), at, ABOLISHED)).toBe(expected);
  });

  it.each([
    ['due in May 2026, before that', ABOLISHED - DAY, ABOLISHED - DAY - 1, 'valid'],
    ['due in May 2026, from then on', ABOLISHED - DAY, ABOLISHED - DAY, 'review-overdue'],
    ['due in May 2026, years later', ABOLISHED - DAY, TO - 1, 'review-overdue'],
    ['due on the last day of the old rule', ABOLISHED, ABOLISHED, 'review-overdue'],
    ['due a millisecond later: no review any more', ABOLISHED + 1, TO - 1, 'valid'],
  ] as const)('reviews: %s', (_, reviewDueAt, at, expected) => {
    expect(stateAt(certificate({ reviewDueAt }), at, ABOLISHED)).toBe(expected);
  });

  it('other kinds are reviewed on', () => {
    const due = certificate({ kind: 'special-equipment', reviewDueAt: ABOLISHED + DAY });
    expect(stateAt(due, ABOLISHED + DAY - 1, ABOLISHED)).toBe('valid');
    expect(stateAt(due, ABOLISHED + DAY, ABOLISHED)).toBe('review-overdue');
  });

  it('always has one of the named states', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FROM - DAY, max: TO + DAY }),
        fc.constantFrom('verified', 'revoked', 'forged', 'unverified' as const),
        (at, status) => {
          const state = stateAt(certificate({ status, revokedAt: REVOKED, reviewDueAt: ABOLISHED }), at, ABOLISHED);
          expect(CERTIFICATE_STATES).toContain(state);
          expect(state === 'valid' && (at < FROM || at >= TO)).toBe(false);
        },
      ),
    );
  });
});

describe('which operation a process asks for', () => {
  const table = { MMA: 'fusion', RESISTANCE: 'pressure', BRAZING: 'brazing' } as const;

  it.each([
    [['fusion'], 'MMA', true],
    [['pressure', 'brazing'], 'MMA', false],
    [['pressure', 'brazing'], 'BRAZING', true],
    [['fusion', 'pressure', 'brazing'], 'LASER', false],
    [[], 'MMA', false],
  ] as const)('%s for %s: %s', (operations, process, expected) => {
    expect(coversProcess(operations, process, table)).toBe(expected);
  });
});

describe('what may be done with a certificate', () => {
  it.each([
    ['unverified', ['verify', 'revoke', 'mark-forged']],
    ['verified', ['revoke', 'mark-forged']],
    ['revoked', ['mark-forged']],
    ['forged', []],
  ] as const)('%s: %s', (state, commands) => expect(certificateLifeCycle.open({ state })).toEqual(commands));

  it('every status but the first is reached by a command', () => {
    const reached = Object.values(certificateLifeCycle.table).map(({ to }) => to);
    expect(['unverified', ...reached].sort()).toEqual([...CERTIFICATE_STATUSES].sort());
  });
});
