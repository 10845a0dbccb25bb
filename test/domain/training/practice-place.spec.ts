import { presenceFault, type PresenceShown, type SchoolPlace } from '../../../src/domain/training/practice-place';

const rules = { worstAccuracyM: 100 };
const workshop: SchoolPlace = { lat: 34.12, lng: 113.8, radiusM: 50, code: 'BOARD-1', boundAt: 1 };
const yard: SchoolPlace = { lat: 34.2, lng: 113.8, radiusM: 50, code: 'BOARD-2', boundAt: null };
const nothing: PresenceShown = { position: null, signboardCode: null, photoGiven: false };
const inside = { lat: 34.12, lng: 113.8, accuracyM: 20 };
const far = { lat: 34.5, lng: 113.8, accuracyM: 20 };

describe('an instructor shows to stand at the school', () => {
  it.each([
    ['by a position in the workshop', { ...nothing, position: inside }, null],
    ['by a position in another place of the school', { ...nothing, position: { ...inside, lat: 34.2 } }, null],
    ['by the board with a photo', { ...nothing, signboardCode: 'BOARD-1', photoGiven: true }, null],
    ['not by a board without a photo', { ...nothing, signboardCode: 'BOARD-1' }, 'practice.place-unproven'],
    ['not by a board nobody bound', { ...nothing, signboardCode: 'BOARD-2', photoGiven: true }, 'practice.place-unproven'],
    ['not by nothing', nothing, 'practice.place-unproven'],
    ['not by a position that says nothing', { ...nothing, position: { ...far, accuracyM: 900 } }, 'practice.place-unproven'],
    ['not from afar', { ...nothing, position: far }, 'practice.not-at-the-school'],
    ['not from afar with the board’s picture', { position: far, signboardCode: 'BOARD-1', photoGiven: true }, 'practice.not-at-the-school'],
  ] as const)('%s', (_, shown, expected) => expect(presenceFault(shown, [workshop, yard], rules)).toBe(expected)); // prettier-ignore

  it('has nowhere to stand where the school has no place', () =>
    expect(presenceFault({ ...nothing, position: inside }, [], rules)).toBe('practice.school-without-place'));
});
