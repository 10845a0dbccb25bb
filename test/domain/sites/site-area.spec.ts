import { distanceM } from '../../../src/kernel/geo';
import { boundsAround, boundsOf, circleIn, coversArea, outlineFault, touches, type Ring, type SiteArea } from '../../../src/domain/sites/site-area'; // prettier-ignore

const AT = { lat: 34, lng: 113 };
/** So many metres east and north. */
const go = (east: number, north: number): { lat: number; lng: number } => ({
  lat: AT.lat + north / 111_195,
  lng: AT.lng + east / (111_195 * Math.cos((AT.lat * Math.PI) / 180)),
});
const ring = (...corners: (readonly [number, number])[]): Ring =>
  [...corners, corners[0]!].map(([east, north]) => {
    const { lat, lng } = go(east, north);
    return [lng, lat] as const;
  });
const outline = (...corners: (readonly [number, number])[]): SiteArea => ({ outline: ring(...corners) });
const circle = (east: number, north: number, radiusM: number): SiteArea => ({
  circle: { ...go(east, north), radiusM },
});
const work = (east: number, north: number, radiusM = 50) => ({ ...go(east, north), radiusM });
const box = (west: number, south: number, east: number, north: number): SiteArea =>
  outline([west, south], [east, south], [east, north], [west, north]);

describe('whether a place of work touches a site', () => {
  it.each<[string, ReturnType<typeof work>, SiteArea, boolean]>([
    ['the middle of a circle', work(0, 0), circle(0, 0, 10), true],
    ['a circle at its edge', work(149, 0), circle(0, 0, 100), true],
    ['a circle just not', work(151, 0), circle(0, 0, 100), false],
    ['inside an outline, far from its edges', work(500, 500), box(0, 0, 1000, 1000), true],
    ['an outline at its edge, from outside', work(1049, 500), box(0, 0, 1000, 1000), true],
    ['an outline just not', work(1051, 500), box(0, 0, 1000, 1000), false],
    ['at a corner', work(1034, 1034), box(0, 0, 1000, 1000), true],
    ['just not at a corner', work(1037, 1037), box(0, 0, 1000, 1000), false],
    ['in the bay of a bent outline', work(600, 700, 50), outline([0, 0], [1000, 0], [1000, 400], [400, 400], [400, 1000], [0, 1000]), false],
    ['at the wall of that bay', work(440, 700, 50), outline([0, 0], [1000, 0], [1000, 400], [400, 400], [400, 1000], [0, 1000]), true],
  ])('%s', (_, circleOfWork, area, expected) => expect(touches(circleOfWork, area)).toBe(expected)); // prettier-ignore

  it('to the last metre, as distance is measured', () => {
    const gap = distanceM(go(0, 0), go(200, 0));
    expect(touches({ ...go(200, 0), radiusM: gap - 100 }, circle(0, 0, 100))).toBe(true);
    expect(touches({ ...go(200, 0), radiusM: gap - 100.01 }, circle(0, 0, 100))).toBe(false);
  });

  it('the box for the index never leaves a touched site out', () => {
    const { north, east } = boundsAround(work(0, 0, 100));
    const there = boundsOf(circle(199, 0, 100));
    expect(there.west).toBeLessThan(east);
    expect(boundsOf(circle(0, 199, 100)).south).toBeLessThan(north);
  });

  it('a circle lies in another altogether, or not', () => {
    expect(circleIn(work(40, 0, 50), work(0, 0, 100))).toBe(true);
    expect(circleIn(work(60, 0, 50), work(0, 0, 100))).toBe(false);
  });
});

describe('whether a changed area still holds all that it held', () => {
  const big = box(0, 0, 1000, 1000);
  it.each<[string, SiteArea, SiteArea, boolean]>([
    ['the same outline', big, big, true],
    ['one corner moved out', outline([-50, -50], [1000, 0], [1000, 1000], [0, 1000]), big, true],
    ['one corner moved in', outline([50, 50], [1000, 0], [1000, 1000], [0, 1000]), big, false],
    ['moved by ten metres', box(10, 0, 1010, 1000), big, false],
    ['a bay cut into it', outline([0, 0], [1000, 0], [1000, 1000], [500, 500], [0, 1000]), big, false],
    ['the same circle', circle(0, 0, 100), circle(0, 0, 100), true],
    ['a larger circle', circle(0, 0, 101), circle(0, 0, 100), true],
    ['a smaller circle', circle(0, 0, 99), circle(0, 0, 100), false],
    ['a moved circle', circle(5, 0, 100), circle(0, 0, 100), false],
    ['a circle in an outline', big, circle(500, 500, 500), true],
    ['a circle that looks out of an outline', big, circle(500, 500, 510), false],
    ['an outline in a circle', circle(500, 500, 710), big, true],
    ['an outline that looks out of a circle', circle(500, 500, 700), big, false],
  ])('%s', (_, after, before, expected) => expect(coversArea(after, before)).toBe(expected));
});

describe('an outline as somebody drew it', () => {
  const [a, b, c] = ring([0, 0], [100, 0], [100, 100]);
  it.each<[string, Ring, string | null]>([
    ['a triangle', ring([0, 0], [100, 0], [100, 100]), null],
    ['not closed', [a!, b!, c!, [113.5, 34.5]], 'outline-open'],
    ['two points', [a!, b!, a!], 'outline-open'],
    ['nothing', [], 'outline-open'],
    ['an eight', ring([0, 0], [100, 100], [100, 0], [0, 100]), 'outline-crossing'],
    ['a star', ring([0, 100], [60, -80], [-95, 30], [95, 30], [-60, -80]), 'outline-crossing'],
    ['a line there and back', ring([0, 0], [100, 0], [200, 0]), 'outline-no-area'],
    ['20.1 km across', ring([0, 0], [20_100, 0], [0, 10]), 'outline-too-wide'],
    ['19.9 km across', ring([0, 0], [19_900, 0], [0, 10]), null],
    ['200 points', ring(...around(200)), null],
    ['201 points', ring(...around(201)), 'outline-too-long'],
  ])('%s', (_, drawn, expected) => expect(outlineFault(drawn)).toBe(expected));
});

function around(count: number): (readonly [number, number])[] {
  return Array.from({ length: count }, (_, i) => {
    const turn = (2 * Math.PI * i) / count;
    return [500 * Math.cos(turn), 500 * Math.sin(turn)] as const;
  });
}
