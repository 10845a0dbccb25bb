import { mayServe, nextGridCode, postFault } from '../../../src/domain/regions/grid';
import { responsibleFor, type StaffedGrid } from '../../../src/domain/regions/responsible';

const VILLAGE = '411003101201';
const OTHER = '411003101202';
const square = (lng: number, lat: number): StaffedGrid['outline'] => [
  [lng, lat], [lng + 0.01, lat], [lng + 0.01, lat + 0.01], [lng, lat + 0.01], [lng, lat],
]; // prettier-ignore
const grid = (code: string, people: string[], outline: StaffedGrid['outline'] = null): StaffedGrid => ({
  ...{ code, regionCode: code.slice(0, 12), people, outline },
});
const INSIDE = { lat: 34.005, lng: 113.805 };
const OUTSIDE = { lat: 34.5, lng: 113.805 };

const drawn = grid(`${VILLAGE}001`, ['zhang'], square(113.8, 34));
const plain = grid(`${VILLAGE}002`, ['li']);
const neighbour = grid(`${OTHER}001`, ['wang'], square(113.8, 34));
const empty = grid(`${VILLAGE}003`, [], square(113.8, 34));
const TOWN = ['town'];

describe('who looks after a place: boundary, else village, else town', () => {
  it.each([
    ['a point inside a boundary', VILLAGE, INSIDE, [drawn, plain], 'boundary', ['zhang']],
    ['a point outside: all of the village', VILLAGE, OUTSIDE, [drawn, plain], 'village', ['zhang', 'li']],
    ['no point: all of the village', VILLAGE, null, [drawn, plain], 'village', ['zhang', 'li']],
    ['inside a neighbour’s boundary, whatever village the record names', VILLAGE, INSIDE, [plain, neighbour], 'boundary', ['wang']],
    ['two boundaries that overlap: both', VILLAGE, INSIDE, [drawn, neighbour], 'boundary', ['zhang', 'wang']],
    ['a boundary in which nobody serves does not count', VILLAGE, INSIDE, [empty, plain], 'village', ['li']],
    ['a village without grids', OTHER, null, [drawn, plain], 'town', TOWN],
    ['a record that names the town alone, inside a boundary', '411003101', INSIDE, [drawn], 'boundary', ['zhang']],
    ['a record that names the town alone, without a point', '411003101', null, [drawn], 'town', TOWN],
    ['no grid at all', VILLAGE, INSIDE, [], 'town', TOWN],
  ] as const)('%s', (_, regionCode, point, grids, by, people) => {
    const found = responsibleFor({ regionCode, point }, grids, TOWN);
    expect({ by: found.by, people: found.people }).toEqual({ by, people });
  });
}); // prettier-ignore

describe('a grid', () => {
  it.each([
    [null, `${VILLAGE}001`],
    [`${VILLAGE}001`, `${VILLAGE}002`],
    [`${VILLAGE}099`, `${VILLAGE}100`],
    [`${VILLAGE}998`, `${VILLAGE}999`],
    [`${VILLAGE}999`, null],
  ])('after %s comes %s', (last, next) => {
    expect(nextGridCode(VILLAGE, last)).toBe(next);
  });

  it.each([
    ['of the town', ['grid-worker'], '411003101', true],
    ['of the village', ['grid-worker'], VILLAGE, true],
    ['of another town', ['grid-worker'], '411003102', false],
    ['of a part of the village only', ['grid-worker'], `${VILLAGE}1`, false],
    ['of no region', ['grid-worker'], null, false],
    ['who is no grid worker', ['inspector'], '411003101', false],
  ])('is served by a person %s: %s', (_, roles, regionCode, may) => {
    expect(mayServe({ roles, regionCode }, VILLAGE)).toBe(may);
  });

  it.each([
    ['2026-12-01', null, null],
    ['2026-12-02', '2026-12-03', null],
    ['2026-11-30', null, 'grid.post-in-the-past'],
    ['2026-12-02', '2026-12-02', 'grid.post-ends-before'],
  ])('a post from %s until %s, asked on 2026-12-01: %s', (fromOn, untilOn, fault) => {
    expect(postFault(fromOn, untilOn, '2026-12-01')).toBe(fault);
  });
});
