import { isProven, placeProven, type PlaceProof } from '../../../src/domain/places/place-proof';
import { toChineseMap } from '../../../src/domain/places/chinese-map';
import { metresNorth, PLACE } from '../authorization/perfect-facts';

const SITE = { ...PLACE, radiusM: 100 };
const RULES = { worstAccuracyM: 100 };
const at = (metres: number, accuracyM: number): PlaceProof => ({
  position: { ...metresNorth(metres), accuracyM },
  signboard: 'none',
  photoGiven: false,
});
const nowhere: PlaceProof = { position: null, signboard: 'none', photoGiven: false };
const said = (proof: PlaceProof): string => {
  const proven = placeProven(proof, SITE, RULES);
  if (proven.outcome === 'inside') return `inside by ${proven.by}`;
  return proven.outcome === 'unproven' ? `unproven: ${proven.because}` : proven.outcome;
};

describe('D7 a place is proven by a position that is exact enough', () => {
  it.each<[string, PlaceProof, string]>([
    ['on the edge', at(99.99, 5), 'inside by position'],
    ['200 m away, exact to 5 m', at(200, 5), 'outside'],
    ['200 m away, exact to 100 m', at(199.9, 100), 'doubtful'],
    ['201 m away, exact to 100 m', at(201, 100), 'outside'],
    ['inside, exact to 100 m', at(0, 100), 'inside by position'],
    ['inside, exact to 101 m only', at(0, 101), 'unproven: inexact'],
    ['5 km away, exact to 5,000 m as the phone says itself', at(5_000, 5_000), 'unproven: inexact'],
    ['no position', nowhere, 'unproven: no-position'],
    ['an accuracy below nothing', at(5_000, -5_000), 'unproven: inexact'],
  ])('%s', (_, proof, expected) => expect(said(proof)).toBe(expected));
});

describe('F11 zero and impossible places are no position', () => {
  it.each([
    ['0,0 exact to 0 m', { lat: 0, lng: 0, accuracyM: 0 }],
    ['a few metres from 0,0', { lat: 0.00003, lng: -0.00003, accuracyM: 3 }],
    ['beyond the pole', { lat: 91, lng: 113.82, accuracyM: 3 }],
    ['beyond the date line', { lat: 34.12, lng: 181, accuracyM: 3 }],
    ['no number', { lat: NaN, lng: 113.82, accuracyM: 3 }],
  ])('%s', (_, position) => {
    expect(said({ ...nowhere, position })).toBe('unproven: inexact');
    expect(said({ position, signboard: 'bound', photoGiven: true })).toBe('inside by signboard');
  });
});

describe('D7 a signboard proves the place with a photo, where somebody has bound it there', () => {
  const shown = (signboard: PlaceProof['signboard'], photoGiven = true): PlaceProof => ({
    ...nowhere,
    signboard,
    photoGiven,
  });
  it.each<[string, PlaceProof, string]>([
    ['bound, with a photo', shown('bound'), 'inside by signboard'],
    ['a code that changes, with a photo', shown('changing'), 'inside by signboard'],
    ['bound, without a photo', shown('bound', false), 'unproven: photo-missing'],
    ['a code that changes, without a photo', shown('changing', false), 'unproven: photo-missing'],
    ['bound by nobody', shown('not-bound'), 'unproven: signboard-not-bound'],
    ['of another place', shown('not-of-here'), 'unproven: signboard-not-of-here'],
    ['with a position outside', { ...at(300, 5), signboard: 'bound', photoGiven: true }, 'outside'],
    ['with a doubtful position', { ...at(150, 60), signboard: 'bound', photoGiven: true }, 'inside by signboard'],
    ['not bound, with a doubtful position', { ...at(150, 60), signboard: 'not-bound', photoGiven: true }, 'doubtful'],
    ['of another place, with a position inside', { ...at(10, 5), signboard: 'not-of-here', photoGiven: true }, 'inside by position'],
  ])('%s', (_, proof, expected) => expect(said(proof)).toBe(expected)); // prettier-ignore

  it('doubtful counts as there, unproven and outside do not', () => {
    const judged = [at(10, 5), at(150, 60), at(300, 5), nowhere].map((one) => isProven(placeProven(one, SITE, RULES)));
    expect(judged).toEqual([true, true, false, false]);
  });
});

describe('F11 a place that was taken from a Chinese map is read as one', () => {
  it('shifts as the public vectors of GCJ-02 do', () => {
    const { lat, lng } = toChineseMap({ lat: 39.9075, lng: 116.39123 });
    expect(lat).toBeCloseTo(39.90890124, 7);
    expect(lng).toBeCloseTo(116.39747114, 7);
    expect(toChineseMap({ lat: 48.85, lng: 2.35 })).toEqual({ lat: 48.85, lng: 2.35 });
  });

  it('says so where only that reading lies inside', () => {
    const proof: PlaceProof = { ...nowhere, position: { ...PLACE, accuracyM: 5 } };
    const onMap = { ...toChineseMap(PLACE), radiusM: 100 };
    expect(placeProven(proof, onMap, RULES)).toEqual({ outcome: 'inside', by: 'chinese-map' });
    const other = { ...PLACE, lat: PLACE.lat + 0.01, radiusM: 100 };
    expect(placeProven(proof, other, RULES)).toMatchObject({ outcome: 'outside' });
  });
});
