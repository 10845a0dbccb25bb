import { watcherTwice, weldersElsewhere, type OverlappingWork } from '../../../src/domain/permits/same-people';
import { seededBook } from '../rules/seeded-book';
import { certificateWarnMs } from '../../../src/domain/certificates/certificate-state';
import { certificateFaults, shownState } from '../../../src/domain/permits/named-certificates';
import type { Certificate } from '../../../src/domain/certificates/certificate';
import { DAY, HOUR } from '../../../src/kernel/time';
import { permit, T0 } from './permit-facts';

const other = (change: Partial<OverlappingWork> = {}): OverlappingWork => ({
  id: 'P2',
  number: 'DH-2',
  placeName: '二号车间',
  lat: 34.12,
  lng: 113.82,
  radiusM: 100,
  extendsId: null,
  fireWatchId: 'U-watcher',
  welderIds: ['W1'],
  ...change,
});

describe('D30 one watcher, one point', () => {
  it.each<[string, Parameters<typeof watcherTwice>[0], OverlappingWork[], boolean]>([
    ['the same watcher at the same time', permit(), [other()], true],
    ['also at the same place', permit(), [other({ placeName: '测试车间' })], true],
    ['another watcher', permit(), [other({ fireWatchId: 'U-else' })], false],
    ['nobody named on either', permit({ fireWatchId: null }), [other({ fireWatchId: null })], false],
    ['the permit that this one extends', permit({ extendsId: 'P2' }), [other()], false],
    ['the extension of this one', permit(), [other({ extendsId: 'P1' })], false],
    ['the original, and a third beside it', permit({ extendsId: 'P2' }), [other(), other({ id: 'P3' })], true],
    ['nothing else', permit(), [], false],
  ])('%s', (_, asked, others, refused) => {
    expect(watcherTwice(asked, others)?.code ?? null).toBe(refused ? 'permit.watcher-double-booked' : null);
  });
  it('the refusal names the other permit', () => {
    const params = { number: 'DH-2', place: '二号车间' };
    expect(watcherTwice(permit(), [other()])).toMatchObject({ kind: 'conflict', params, errors: [{ path: 'fireWatchId', params }] }); // prettier-ignore
  });
});

describe('D30 a welder is not at two places at once', () => {
  const north = (metres: number) => ({ lat: 34.12 + metres / 111_195 });
  it.each<[string, Partial<OverlappingWork>, Partial<ReturnType<typeof permit>>, number]>([
    ['far away', north(500), {}, 1],
    ['just beyond the radius', north(102), {}, 1],
    ['within it', north(98), {}, 0],
    ['within the wider radius of the other', { ...north(150), radiusM: 200 }, {}, 0],
    ['the same place', {}, {}, 0],
    ['another welder', { ...north(500), welderIds: [] }, {}, 0],
    ['an extension', north(500), { extendsId: 'P2' }, 0],
    ['two of them', { ...north(500), welderIds: ['W1', 'W2'] }, { welderIds: ['W1', 'W2', 'W3'] }, 2],
  ])('%s', (_, change, asked, found) => {
    expect(weldersElsewhere(permit(asked), [other(change)])).toHaveLength(found);
  });
});

describe('D18 what whoever signs is told of the certificates', () => {
  const card = (change: Partial<Certificate> = {}): Certificate => ({
    id: 'C1',
    kind: 'special-operation',
    operations: ['fusion'],
    status: 'verified',
    validFrom: T0 - 100 * DAY,
    validTo: T0 + 100 * DAY,
    reviewDueAt: null,
    revokedAt: null,
    ...change,
  });
  const work = { plannedStart: T0 + HOUR, plannedEnd: T0 + 4 * HOUR };
  const forged = card({ status: 'forged' });
  const expired = card({ validTo: T0 + HOUR });
  it.each<[string, Certificate[], string[]]>([
    ['none', [], ['certificate.missing']],
    ['in order', [card()], []],
    ['ends with the work', [card({ validTo: work.plannedEnd })], []],
    ['ends a millisecond before', [card({ validTo: work.plannedEnd - 1 })], ['certificate.ends-early']],
    ['ends when the work begins', [expired], ['certificate.expired']],
    ['begins with the work', [card({ validFrom: work.plannedStart })], []],
    ['begins later', [card({ validFrom: work.plannedStart + 1 })], ['certificate.not-yet-valid']],
    ['not verified', [card({ status: 'unverified' })], ['certificate.unverified']],
    ['revoked', [card({ status: 'revoked', revokedAt: T0 })], ['certificate.revoked']],
    ['forged', [forged], ['certificate.forged']],
    ['a good one beside an expired one', [expired, card()], []],
    ['a good one beside a forged one', [forged, card()], ['certificate.forged']],
    ['an expired one beside a forged one', [forged, expired], ['certificate.expired', 'certificate.forged']],
  ])('%s', (_, cards, codes) => {
    expect(certificateFaults(cards, work, T0, T0)).toEqual(codes);
  });

  it.each<[string, Certificate, string]>([
    ['with a month and a millisecond left', card({ validTo: T0 + 30 * DAY + 1 }), 'valid'],
    ['with a month left', card({ validTo: T0 + 30 * DAY }), 'expiring'],
    ['over', card({ validTo: T0 }), 'expired'],
    ['forged', forged, 'forged'],
  ])('is shown %s', (_, one, state) => {
    expect(certificateWarnMs(seededBook, T0)).toBe(30 * DAY);
    expect(shownState(one, T0, { reviewsAbolished: T0, warnMs: 30 * DAY })).toBe(state);
  });
});
