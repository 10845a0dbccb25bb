import { authorize } from '../../../src/domain/authorization/authorize';
import type { Certificate } from '../../../src/domain/certificates/certificate';
import { daysLeft, noticeDue } from '../../../src/domain/certificates/notice';
import { proofMissing, type VerificationMethod } from '../../../src/domain/certificates/lookup';
import { claimedBy, claimHolds } from '../../../src/domain/certificates/scan-claim';
import { DAY, HOUR } from '../../../src/kernel/time';
import { certificate, T0, withCertificate } from '../authorization/perfect-facts';

const { from: scannedAt, to: scanUntil } = claimedBy(T0, 72);
const scanned: Certificate = { ...certificate, status: 'unverified', scannedAt, scanUntil };

describe('a scanned e-certificate lets a stranger work for 72 h (domain.md, 3)', () => {
  it.each<[string, Partial<Certificate>, number, boolean]>([
    ['at once', {}, 0, true],
    ['one ms before the scan', {}, -1, false],
    ['after 72 h less one ms', {}, 72 * HOUR - 1, true],
    ['after 72 h', {}, 72 * HOUR, false],
    ['an official looked after one hour', { scanUntil: T0 + HOUR }, HOUR, false],
    ['it ends by itself before', { validTo: T0 + DAY }, DAY, false],
    ['never scanned', { scannedAt: null, scanUntil: null }, 0, false],
    ['revoked since', { status: 'revoked' }, 0, false],
    ['found to be forged', { status: 'forged' }, 0, false],
  ])('%s', (_, change, after, expected) => {
    expect(claimHolds({ ...scanned, ...change }, T0 + after)).toBe(expected);
  });

  it('power is given with a warning that says until when', () => {
    const decision = authorize(withCertificate(scanned), T0);
    expect(decision.allowed).toBe(true);
    expect(decision.findings).toEqual([
      { code: 'certificate.unverified', severity: 'warn', variant: 'scanned', params: { until: '2026-11-27 10:00' } },
    ]);
  });

  it.each<[string, Partial<Certificate>, string]>([
    ['not scanned', { scannedAt: null, scanUntil: null }, 'certificate.unverified'],
    ['for another process', { operations: ['brazing'] }, 'certificate.operation-mismatch'],
    ['not valid yet', { validFrom: T0 + 1 }, 'certificate.not-yet-valid'],
  ])('%s: refused all the same', (_, change, code) => {
    const decision = authorize(withCertificate({ ...scanned, ...change }), T0);
    expect(decision.allowed).toBe(false);
    expect(decision.findings.filter(({ severity }) => severity === 'block').map((one) => one.code)).toEqual([code]);
  });
});

describe('whoever looked a card up shows the screen, or writes down what it said', () => {
  it.each<[VerificationMethod, boolean, string, boolean]>([
    ['lookup', true, '', false],
    ['lookup', false, '见附件', false],
    ['lookup', false, '', true],
    ['lookup', false, '  ', true],
    ['evidence', false, '', false],
    ['import', false, '', true],
    ['import', false, '11 月发证机关名单', false],
    ['adapter', false, ' ', true],
  ])('%s, screenshot %s, note “%s”: missing %s', (method, hasScreenshot, note, missing) => {
    expect(proofMissing({ method, hasScreenshot, note })).toBe(missing);
  });
});

describe('the end of a certificate is told at 90, 30 and 7 days', () => {
  it.each<[string, number | null]>([
    ['2027-02-23', null],
    ['2027-02-22', 90],
    ['2026-12-25', 90],
    ['2026-12-24', 30],
    ['2026-12-02', 30],
    ['2026-12-01', 7],
    ['2026-11-24', 7],
    ['2026-11-23', null],
  ])('a card valid to %s, looked at on 2026-11-24: %s', (validTo, expected) => {
    expect(noticeDue(validTo, '2026-11-24', [90, 30, 7])).toBe(expected);
  });

  it('the last day itself has none left', () => {
    expect(daysLeft('2026-11-24', '2026-11-24')).toBe(0);
  });
});
