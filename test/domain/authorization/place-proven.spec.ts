import { authorize } from '../../../src/domain/authorization/authorize';
import type { Facts } from '../../../src/domain/authorization/facts';
import type { RollOutMode } from '../../../src/domain/authorization/roll-out-modes';
import { MINUTE } from '../../../src/kernel/time';
import { metresNorth, perfect, permit, PLACE, T0 } from './perfect-facts';

const found = (facts: Facts): string[] =>
  authorize(facts, T0).findings.map(
    ({ code, variant, severity }) => `${code}${variant ? `:${variant}` : ''} ${severity}`,
  );
const unplaced: Facts = { ...perfect, position: null };
const scanned = (photoAgeMs: number | null, facts: Facts = unplaced): Facts => ({
  ...facts,
  asked: { ...facts.asked, proofPhotoTakenAt: photoAgeMs === null ? null : T0 - photoAgeMs },
  permits: [{ ...permit, signboard: 'bound' }],
});

describe('D7 a start without a proof of the place', () => {
  it.each<[RollOutMode, RollOutMode | undefined, string[]]>([
    ['enforce', undefined, ['place.unproven block']],
    ['warn', undefined, ['place.unproven warn']],
    ['observe', undefined, ['place.unproven observe']],
    ['enforce', 'warn', ['place.unproven warn']],
  ])('position %s, proof %s', (position, proof, expected) => {
    expect(found({ ...unplaced, modes: { ...perfect.modes, position, proof } })).toEqual(expected);
  });

  it.each<[string, Facts, string[]]>([
    ['the signboard with a photo', scanned(MINUTE), []],
    ['a photo of ten minutes ago', scanned(10 * MINUTE), []],
    ['an older photo', scanned(10 * MINUTE + 1), ['place.unproven:photo-missing block']],
    ['a photo of tomorrow', scanned(-1), ['place.unproven:photo-missing block']],
    ['no photo', scanned(null), ['place.unproven:photo-missing block']],
    [
      'a position outside beside it',
      scanned(MINUTE, { ...perfect, position: { ...metresNorth(300), accuracyM: 5, source: 'phone' } }),
      ['place.outside-site block'],
    ],
    [
      'the chip’s position outside beside it',
      scanned(MINUTE, { ...perfect, position: { ...metresNorth(300), accuracyM: 5, source: 'chip' } }),
      [],
    ],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));

  it('is not asked for again where running work passes over to an extension', () => {
    expect(found({ ...unplaced, asked: { ...perfect.asked, purpose: 'handover', goesOn: true } })).toEqual([]);
  });
});

describe('D7 a designated area needs a proof of the place, too', () => {
  const area = { id: 'A1', enterpriseId: 'E1', regionCode: '411003', ...PLACE, radiusM: 30, validTo: null };
  const facts: Facts = { ...perfect, permits: [], designatedArea: area };
  it.each<[string, Facts, string[]]>([
    ['no position', { ...facts, position: null }, ['permit.missing block', 'place.unproven block']],
    ['0,0', { ...facts, position: { lat: 0, lng: 0, accuracyM: 0, source: 'phone' } }, ['permit.missing block', 'place.unproven:inexact block']],
    ['inside, exact to 101 m', { ...facts, position: { ...PLACE, accuracyM: 101, source: 'phone' } }, ['permit.missing block', 'place.unproven:inexact block']],
    ['somewhere else', { ...facts, position: { ...metresNorth(31), accuracyM: 5, source: 'phone' } }, ['permit.missing block']],
    ['its signboard with a photo', { ...facts, position: null, designatedArea: { ...area, signboard: 'bound' }, asked: { ...facts.asked, proofPhotoTakenAt: T0 } }, []],
    ['its signboard without a photo', { ...facts, position: null, designatedArea: { ...area, signboard: 'bound' } }, ['permit.missing block', 'place.unproven:photo-missing block']],
    ['the machine 2 km away', { ...facts, chipPosition: { ...metresNorth(2_000), accuracyM: 5 } }, ['place.chip-elsewhere block']],
  ])('%s', (_, asked, expected) => expect(found(asked)).toEqual(expected)); // prettier-ignore
});

describe('D7 the chip has just measured where the machine is', () => {
  it.each<[string, Facts['chipPosition'], string[]]>([
    ['no fix', null, []],
    ['1,000 m away', { ...metresNorth(999.9), accuracyM: 10 }, []],
    ['1,001 m away', { ...metresNorth(1_001), accuracyM: 10 }, ['place.chip-elsewhere block']],
    ['2 km away, exact to 101 m only', { ...metresNorth(2_000), accuracyM: 101 }, []],
    ['0,0', { lat: 0, lng: 0, accuracyM: 0 }, []],
  ])('%s', (_, chipPosition, expected) => expect(found({ ...perfect, chipPosition })).toEqual(expected));
});

describe('D20 whoever starts for a welder shows them in a live photo', () => {
  const watcher = { userId: 'U9', welderId: null, enterpriseId: 'E1', roles: ['fire-watcher'] };
  const byWatcher = (photoTakenAt: number | null, purpose: Facts['asked']['purpose'] = 'start'): Facts => ({
    ...perfect,
    caller: watcher,
    asked: { ...perfect.asked, purpose, photoTakenAt },
    modes: { ...perfect.modes, identity: 'observe' },
  });
  const handedOver = (photoTakenAt: number | null): Facts => {
    const facts = byWatcher(photoTakenAt, 'handover');
    return { ...facts, asked: { ...facts.asked, handedOverByOther: true } };
  };
  const confirmed = 'welder.identity-unconfirmed observe';
  it.each<[string, Facts, string[]]>([
    ['with a photo', byWatcher(T0 - MINUTE), []],
    ['without', byWatcher(null), [confirmed, 'welder.photo-missing block']],
    ['with an old one', byWatcher(T0 - 10 * MINUTE - 1), [confirmed, 'welder.photo-missing block']],
    ['in a dry run, without', byWatcher(null, 'dry-run'), [confirmed, 'welder.photo-missing block']],
    ['for a one-time code, without', byWatcher(null, 'offline-code'), [confirmed, 'welder.photo-missing block']],
    ['handing over', byWatcher(null, 'handover'), [confirmed]],
    ['handing over for the one who leaves, without', handedOver(null), [confirmed, 'welder.photo-missing block']],
    ['handing over for the one who leaves', handedOver(T0 - MINUTE), []],
    ['the welder alone, without', { ...byWatcher(null), caller: perfect.caller }, [confirmed]],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));
});
