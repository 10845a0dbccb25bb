import {
  MOST_CORNERS,
  outlineBounds,
  readOutline,
  type RegionOutline,
} from '../../../src/domain/regions/region-outline';

const square = [[113.8, 34], [113.9, 34], [113.9, 34.1], [113.8, 34]]; // prettier-ignore
const of = (geometry: unknown, properties: unknown = { code: '411003101' }) => readOutline({ properties, geometry });
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });

describe('an outline as GeoJSON writes it', () => {
  it('of one part or of several, with a height beside each corner or a code that is a number', () => {
    expect(of(polygon(square))).toEqual({ code: '411003101', polygons: [[square]] });
    expect(of({ type: 'MultiPolygon', coordinates: [[square], [square]] })).toMatchObject({ polygons: [[square], [square]] }); // prettier-ignore
    expect(of(polygon(square.map((corner) => [...corner, 0])), { code: 411003 })).toMatchObject({ code: '411003' });
  });

  it.each([
    ['no code', polygon(square), { name: '五女店镇' }, 'code-missing'],
    ['a code of letters', polygon(square), { code: 'HN' }, 'code-missing'],
    ['nothing beside the shape', polygon(square), null, 'code-missing'],
    ['a line', { type: 'LineString', coordinates: square }, undefined, 'no-polygon'],
    ['no shape', null, undefined, 'no-polygon'],
    ['no corners', polygon(), undefined, 'no-polygon'],
    ['a corner of words', polygon([['a', 'b'], ...square]), undefined, 'point'],
    ['a corner off the earth', polygon([[181, 34], ...square]), undefined, 'point'],
    ['a corner at infinity', polygon([[Infinity, 34], ...square]), undefined, 'point'],
    ['a ring that is none', polygon(7), undefined, 'point'],
    ['a ring that stays open', polygon(square.slice(0, 3)), undefined, 'open'],
    ['more corners than a map needs', polygon([...Array.from({ length: MOST_CORNERS }, () => square[0]), square[0]]), undefined, 'too-long'],
  ])('with %s is refused', (_, geometry, properties, fault) =>
    expect(properties === undefined ? of(geometry) : of(geometry, properties)).toBe(fault)); // prettier-ignore

  it('lies in a box', () =>
    expect(outlineBounds(of(polygon(square)) as RegionOutline)).toEqual({ south: 34, west: 113.8, north: 34.1, east: 113.9 })); // prettier-ignore
});
