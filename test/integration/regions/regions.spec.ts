import { BrowseRegions } from '../../../src/modules/regions/browse-regions';
import { RegionsModule } from '../../../src/modules/regions/regions.module';
import { loadRegions } from '../../../seeds/reference/load-regions';
import { admin, Desk, must, official, refusal } from '../registry/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RegionsModule);
});
afterAll(() => desk?.close());

describe('the region tree', () => {
  const children = async (parent: string | null) =>
    must(await desk.get(BrowseRegions).children(desk.asked(admin), parent)).items;

  it('begins with all 34 provinces', async () => {
    const provinces = await children(null);
    expect(provinces).toHaveLength(34);
    expect(provinces).toContainEqual({
      code: '41',
      name: '河南省',
      parent: null,
      level: 'province',
      hasChildren: true,
    });
    expect(provinces).toContainEqual({
      code: '71',
      name: '台湾省',
      parent: null,
      level: 'province',
      hasChildren: false,
    });
  });

  it.each([
    ['41', { code: '4110', name: '许昌市', parent: '41', level: 'prefecture', hasChildren: true }],
    ['4110', { code: '411003', name: '建安区', parent: '4110', level: 'county', hasChildren: true }],
    ['4110', { code: '411081', name: '禹州市', parent: '4110', level: 'county', hasChildren: false }],
    ['411003', { code: '411003105', name: '张潘镇', parent: '411003', level: 'town', hasChildren: true }],
    [
      '411003001',
      { code: '411003001001', name: '十里铺居委会', parent: '411003001', level: 'village', hasChildren: false },
    ],
  ])('below %s lies %j', async (parent, child) => expect(await children(parent)).toContainEqual(child));

  it('knows the county to the last village, and lists by code', async () => {
    const towns = await children('411003');
    expect(towns).toHaveLength(18);
    expect(towns.map(({ code }) => code)).toEqual(towns.map(({ code }) => code).sort());
    const [{ villages } = { villages: 0 }] = await desk.query<{ villages: number }>(
      `select count(*)::int as villages from regions where length(code) = 12`,
    );
    expect(villages).toBe(454);
  });

  it('covers every county of the country', async () => {
    const rows = await desk.query(
      `select length(code)::int as length, count(*)::int as n from regions group by 1 order by 1`,
    );
    expect(rows.slice(0, 3)).toEqual([
      { length: 2, n: 34 },
      { length: 4, n: 342 },
      { length: 6, n: 2978 },
    ]);
  });

  it('is everybody’s to see, and refuses what is not there', async () => {
    expect(must(await desk.get(BrowseRegions).one(desk.asked(official('inspector', '110101')), '411003')).name).toBe(
      '建安区',
    );
    expect(await refusal(desk.get(BrowseRegions).one(desk.asked(admin), '411023'))).toBe('not-found region.not-found');
    expect(await refusal(desk.get(BrowseRegions).children(desk.asked(admin), '999999'))).toBe(
      'not-found region.not-found',
    );
  });

  it('loaded again adds what is missing and leaves a changed name alone', async () => {
    await desk.query(`delete from regions where code = '411003001001'`);
    await desk.query(`update regions set name = '改过的名字' where code = '411003105'`);
    await desk.run((tx) => loadRegions(tx));
    const rows = await desk.query(`select name from regions where code in ('411003001001', '411003105') order by code`);
    expect(rows).toEqual([{ name: '十里铺居委会' }, { name: '改过的名字' }]);
  });
});
