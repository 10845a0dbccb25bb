import { authorize } from '../../../src/domain/authorization/authorize';
import type { Facts } from '../../../src/domain/authorization/facts';
import type { Certificate } from '../../../src/domain/certificates/certificate';
import { stateAt } from '../../../src/domain/certificates/certificate-state';
import { DAY, shanghaiMidnight, type Instant } from '../../../src/kernel/time';
import { certificate, perfect, withCertificate } from '../authorization/perfect-facts';
import { seededBook } from './seeded-book';

/** 应急管理部: reviews of 特种作业操作证 due after 2026-06-01 are void; cards that lapsed before stay so. */
const ABOLISHED = shanghaiMidnight('2026-06-01');
const rule = (at: Instant): Instant =>
  shanghaiMidnight(seededBook.value<string>('certificate.review-abolished-from', {}, at));

/** A card whose last good day before its review is the day before `end`. */
const reviewed = (end: Instant, kind: Certificate['kind'] = 'special-operation'): Certificate => ({
  ...certificate,
  kind,
  validFrom: ABOLISHED - 1_000 * DAY,
  validTo: ABOLISHED + 1_000 * DAY,
  reviewDueAt: end,
});

describe('the three-yearly review, abolished on 2026-06-01', () => {
  const before = ABOLISHED - DAY;
  const after = ABOLISHED + DAY;

  it.each([
    // the review was due before the day: overdue from its end on, before and after the change
    ['due 05-30, asked a millisecond before its end', before, before - 1, 'valid'],
    ['due 05-30, asked at its end', before, before, 'review-overdue'],
    ['due 05-30, asked a millisecond before the change', before, ABOLISHED - 1, 'review-overdue'],
    ['due 05-30, asked at the change', before, ABOLISHED, 'review-overdue'],
    ['due 05-30, asked a year later', before, ABOLISHED + 365 * DAY, 'review-overdue'],
    // the last day on which a review could fall due
    ['due 05-31, asked a millisecond before the change', ABOLISHED, ABOLISHED - 1, 'valid'],
    ['due 05-31, asked at the change', ABOLISHED, ABOLISHED, 'review-overdue'],
    ['due 05-31, asked a year later', ABOLISHED, ABOLISHED + 365 * DAY, 'review-overdue'],
    // one millisecond more and the review is void for good
    ['due a millisecond later, asked then', ABOLISHED + 1, ABOLISHED + 1, 'valid'],
    ['due 06-01, asked at its end', after, after, 'valid'],
    ['due 06-01, asked a year later', after, ABOLISHED + 365 * DAY, 'valid'],
    ['due 06-01, asked before the change', after, before, 'valid'],
  ])('%s: %s', (_, end, at, expected) => {
    expect(stateAt(reviewed(end), at, rule(at))).toBe(expected);
  });

  it.each(['special-equipment', 'construction'] as const)('reviews of %s cards go on', (kind) => {
    expect(stateAt(reviewed(after, kind), after - 1, rule(after))).toBe('valid');
    expect(stateAt(reviewed(after, kind), after, rule(after))).toBe('review-overdue');
  });

  it.each([
    ['due the day before', ABOLISHED, ['certificate.review-overdue']],
    ['due on the day', after, []],
  ])('authorisation asks the same rule: %s', (_, end, expected) => {
    const facts: Facts = { ...withCertificate(reviewed(end)), rules: seededBook };
    const at = perfect.permits[0]!.plannedStart + DAY / 24;
    const codes = authorize(facts, at).findings.map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('certificate.'))).toEqual(expected);
  });
});
