import { DesignateArea } from '../../../src/modules/registry/areas/designate-area';
import { FindDesignatedAreas } from '../../../src/modules/registry/areas/find-designated-areas';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { admin, Desk, manager, must, official, refusal } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RegistryModule);
  await desk.enterprise('E1', '411003101');
  await desk.enterprise('E2', '411003102');
});
afterAll(() => desk?.close());

const request = (change = {}) => ({
  name: '焊接车间',
  enterpriseId: 'E1',
  lat: 34.1,
  lng: 113.8,
  radiusM: 50,
  ...change,
});
const designate = (change = {}, caller = admin) => desk.get(DesignateArea).execute(desk.asked(caller), request(change));

describe('a designated area', () => {
  it('lies in its enterprise’s region and holds from now on', async () => {
    expect(must(await designate())).toMatchObject({
      regionCode: '411003101',
      validFrom: '2026-11-24T08:00:00.000Z',
      validTo: null,
      radiusM: 50,
    });
  });

  it.each([
    ['an unknown enterprise', { enterpriseId: 'NONE' }, admin, 'invalid enterprise.unknown'],
    ['another region’s enterprise', {}, official('regulator', '411002'), 'invalid enterprise.unknown'],
    [
      'an end before the beginning',
      { validTo: '2026-11-24T07:59:59Z' },
      admin,
      'invalid designated-area.dates-reversed',
    ],
    ['an end at the beginning', { validTo: '2026-11-24T08:00:00Z' }, admin, 'invalid designated-area.dates-reversed'],
    ['an end after the beginning', { validTo: '2026-11-24T16:00:01+08:00' }, admin, 'allowed'],
  ])('%s', async (_, change, caller, expected) => expect(await refusal(designate(change, caller))).toBe(expected));

  it('is its enterprise’s and its region’s to see', async () => {
    const { id } = must(await designate({ enterpriseId: 'E2' }));
    const sees = async (caller: typeof admin, query = {}): Promise<boolean> =>
      (await desk.get(FindDesignatedAreas).list(desk.asked(caller), { limit: 100, ...query })).items.some(
        (area) => area.id === id,
      );
    expect(await sees(manager('E2'))).toBe(true);
    expect(await sees(manager('E1'))).toBe(false);
    expect(await sees(official('inspector', '4110'))).toBe(true);
    expect(await sees(official('inspector', '411003101'))).toBe(false);
    expect(await sees(admin, { enterpriseId: 'E1' })).toBe(false);
  });
});
