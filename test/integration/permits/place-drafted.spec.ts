import { CopyPermit } from '../../../src/modules/permits/draft/copy-permit';
import { outcome, PermitWorld, PLACE, reasons, REGION, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());

const METRES_PER_DEGREE = 111_195;
/** The box around 411003 ends here. */
const NORTH = 34.18808;
const drafting = (place: object, by: Role = 'manager') =>
  world.creating({ place: { name: '甲', ...PLACE, ...place } }, by);

describe('D7 an enterprise asks for a radius of 50 to 300 m (rule place.radius)', () => {
  it.each<[number, Role, string | undefined, string[]]>([
    [49, 'manager', undefined, ['field.too-small']],
    [50, 'manager', undefined, ['allowed']],
    [300, 'manager', undefined, ['allowed']],
    [301, 'manager', undefined, ['place.radius-too-wide']],
    [2000, 'manager', '料场很大', ['place.radius-too-wide']],
    [301, 'admin', undefined, ['place.radius-reason-missing']],
    [301, 'admin', '料场很大', ['allowed']],
    [49, 'admin', '料场很小', ['field.too-small']],
  ])('%d m, asked for by %s', async (radiusM, by, radiusReason, expected) => {
    expect(await reasons(drafting({ radiusM, radiusReason }, by))).toEqual(expected);
  });

  it('is 100 m without a word', async () => {
    expect((await world.create({ place: { name: '甲', ...PLACE } })).place.radiusM).toBe(100);
  });

  it('an official’s radius is kept with its reason; a copy keeps to what an enterprise may ask for', async () => {
    const { id } = await world.create({ enterpriseId: 'E1', place: { name: '甲', ...PLACE, radiusM: 500, radiusReason: '料场很大' } }, 'admin'); // prettier-ignore
    const [row] = await world.sql('select radius_m, radius_reason from permits where id = $1', [id]);
    expect(row).toEqual({ radius_m: 500, radius_reason: '料场很大' });
    const copied = await world.get(CopyPermit).execute(world.asked('admin'), id, {});
    expect(copied).toMatchObject({ ok: true, value: { place: { radiusM: 300 } } });
  });
});

describe('F11 a place that cannot be meant', () => {
  it.each<[string, object, string]>([
    ['0,0', { lat: 0, lng: 0 }, 'invalid place.impossible'],
    ['a few metres from 0,0', { lat: 0.00002, lng: -0.00002 }, 'invalid place.impossible'],
    ['in Beijing', { lat: 39.9, lng: 116.4 }, 'invalid place.beyond-region'],
    ['49.9 km north of the county', { lat: NORTH + 49_900 / METRES_PER_DEGREE }, 'allowed'],
    ['50.1 km north of the county', { lat: NORTH + 50_100 / METRES_PER_DEGREE }, 'invalid place.beyond-region'],
    ['with both numbers swapped', { lat: 34.12, lng: -113.82 }, 'invalid place.beyond-region'],
  ])('%s', async (_, place, expected) => expect(await outcome(drafting(place))).toBe(expected));

  it('is not asked where nothing is known of the region', async () => {
    await world.sql(`delete from region_bounds where region_code = $1`, [REGION]);
    expect(await outcome(drafting({ lat: 39.9, lng: 116.4 }))).toBe('allowed');
    await world.sql(`insert into region_bounds values ('41', 31, 110, 36.5, 117)`);
    expect(await outcome(drafting({ lat: 39.9, lng: 116.4 }))).toBe('invalid place.beyond-region');
    expect(await outcome(drafting({ lat: 36.4, lng: 114 }))).toBe('allowed');
  });

  it('all that is wrong is named at once', async () => {
    expect(await reasons(drafting({ lat: 0, lng: 0, radiusM: 400 }))).toEqual([
      'place.impossible',
      'place.radius-too-wide',
    ]);
    expect(await outcome(drafting({ lat: 0, lng: 0, radiusM: 400 }))).toBe('invalid request.invalid');
  });
});
