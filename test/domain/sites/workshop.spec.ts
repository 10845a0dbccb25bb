import { placeRule, type PlaceOfWork } from '../../../src/domain/permits/place-rule';
import { confirmationRefusal, confirmerOf, workshopRefusal } from '../../../src/domain/sites/workshop';

const nobody = { gridConfirmedBy: null, countyConfirmedBy: null, refused: false };

describe('who confirms a welder’s own workshop', () => {
  it.each([
    [['grid-worker'], 'grid'],
    [['regulator'], 'county'],
    [['grid-worker', 'regulator'], 'county'],
    [['inspector'], null],
    [['welder'], null],
  ])('%j: %s', (roles, expected) => expect(confirmerOf(roles)).toBe(expected));

  it.each([
    ['the first of the two', nobody, 'grid', undefined],
    ['the other one', { ...nobody, gridConfirmedBy: 'G' }, 'county', undefined],
    ['each side once', { ...nobody, gridConfirmedBy: 'G' }, 'grid', 'workshop.confirmed-already'],
    ['nobody stands for both', { ...nobody, gridConfirmedBy: 'U' }, 'county', 'workshop.two-people'],
    ['nor the other way round', { ...nobody, countyConfirmedBy: 'U' }, 'grid', 'workshop.two-people'],
    ['none that was refused', { ...nobody, refused: true }, 'grid', 'workshop.settled'],
  ] as const)('%s', (_, state, as, code) => expect(confirmationRefusal(state, as, 'U')?.code).toBe(code));
});

describe('a workshop is only where a small declaration is offered', () => {
  const place = (trades: PlaceOfWork['trades'] = []) =>
    placeRule({
      circle: { lat: 34.12, lng: 113.82, radiusM: 50 },
      enterpriseId: null,
      trades,
      sites: [],
      takingPart: [],
      fixedAreas: [],
    });

  it.each([
    ['an ordinary place', [], undefined],
    ['a small venue', ['small-venue'], undefined],
    ['a confined space', ['confined-space'], 'workshop.kind-forbidden'],
    ['sandwich panel', ['sandwich-panel'], 'workshop.kind-forbidden'],
  ])('%s', (_, kinds, code) => expect(workshopRefusal(kinds, place())?.code).toBe(code));

  it('none for the chemical trade', () =>
    expect(workshopRefusal([], place([{ enterpriseId: 'E1', trade: 'chemical' }]))?.code).toBe('workshop.not-here'));
});
