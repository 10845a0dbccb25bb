import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { inventedIdNumber } from '../support/people';
import { newSite, newUser, type Person, type Site } from '../support/site';
import { Chromium, DESK, isTooWide, keepLongScreenshot, keepScreenshot, PHONE, sign } from './chromium';
import { Network, withoutNetwork } from './network';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(240_000);

/** Two grid workers in a cellar: nothing collected is lost, doubled or left without its photo. */
describe('collecting without network', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let zhang: Person;
  let li: Person;
  let owner: string;
  let codes: string[];
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    zhang = await newUser(app, site.admin, ['grid-worker'], { regionCode: '411003101' });
    li = await newUser(app, site.admin, ['grid-worker'], { regionCode: '411003101' });
    owner = '顺达焊接铺';
    await site.admin.must('/enterprises', { name: owner, regionCode: '411003101', industry: 'repair', contactName: '王', contactPhone: '19900009001' }); // prettier-ignore
    await zhang.must('/codes/blank', { count: 12 });
    codes = (await app.sql<{ code: string }>('select code from codes where roll_id is not null order by code')).map(({ code }) => code); // prettier-ignore
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium?.close();
    await app?.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  async function phoneOf(person: Person, path: string): Promise<{ page: Page; network: Network }> {
    const page = await chromium.at(person, path, PHONE);
    return { page, network: await Network.of(page.context()) };
  }
  const photo = async (page: Page, nth = 0): Promise<void> => {
    const file = { name: 'plate.jpg', mimeType: 'image/jpeg', buffer: await app.photo() };
    await page.locator('[data-test=photo]').nth(nth).setInputFiles(file);
    await page.locator('.photo.filled').nth(nth).waitFor();
  };
  async function chooseOwner(page: Page): Promise<void> {
    await page.fill('[name=owner-words]', owner);
    await page.getByText('查', { exact: true }).click();
    await page.locator('[data-test=found-owner]').first().click();
  }
  async function saveKept(page: Page): Promise<void> {
    await page.locator('[data-test=save]').click();
    await page.getByText('已保存在本机').waitFor();
    await page.locator('[data-test=another]').click();
  }
  const arrived = async (sql: string, params: unknown[] = []): Promise<number> =>
    Number((await app.sql<{ n: string }>(sql, params))[0]?.n);

  it('ten machines and five welders, the app closed in the middle: all there once, with photos', async () => {
    const phone = await phoneOf(zhang, '/m/inspect');
    let { page } = phone;
    await page.locator('[data-test=collect]').click();
    await page.locator('[data-test=collect-machine]').click();
    await chooseOwner(page);
    await page.getByText('已定位').waitFor();
    phone.network.down();
    for (let n = 0; n < 10; n += 1) {
      await page.fill('[name=sticker]', codes[n] ?? '');
      await photo(page);
      await page.fill('[name=model]', 'ZX7-400');
      if (n === 4) {
        await page.waitForTimeout(400);
        await page.close();
        page = await chromiumPage(page);
        expect(await page.inputValue('[name=sticker]')).toBe(codes[n]);
        expect(await page.inputValue('[name=model]')).toBe('ZX7-400');
        await page.locator('.photo.filled').waitFor();
        await page.getByText('已定位').waitFor();
      }
      await page.fill('[name=serial]', `OFF${100 + n * 7}`);
      await sign(page);
      if (n === 0) {
        expect(await isTooWide(page)).toBe(false);
        await keepLongScreenshot(page, 'collect-machine-phone');
      }
      await saveKept(page);
    }
    await page.goto('/m/collect/welder');
    for (let n = 0; n < 5; n += 1) {
      await page.fill('[name=name]', `离线焊工${n}`);
      await page.fill('[name=phone]', `1990000${7100 + n}`);
      await page.fill('[name=id-number]', inventedIdNumber(7100 + n));
      await photo(page);
      if (n === 0) await keepLongScreenshot(page, 'collect-welder-phone');
      await saveKept(page);
    }
    await page.goto('/m/outbox');
    await page.locator('[data-test=outbox-item]').nth(14).waitFor();
    await keepScreenshot(page, 'collect-outbox-phone');
    await withoutNetwork(page, async () => {
      for (const [path, words] of [
        ['/m/outbox', '待发送'],
        ['/m/inspect/record', '什么问题'],
        ['/m/collect', '现场采集'],
      ] as const) {
        await page.goto(path);
        await page.locator('main').getByText(words).first().waitFor();
        await page.locator('[data-test=outbox]').getByText('待发送 15 条').waitFor();
      }
      await page.reload();
      await page.locator('[data-test=collect-machine]').click();
      await page.locator('[name=sticker]').waitFor();
      await keepScreenshot(page, 'collect-reloaded-offline-phone');
    });
    phone.network.up();
    await page.goto('/m/outbox');
    await page.getByText('没有待发送的内容').waitFor({ timeout: 60_000 });
    expect(await arrived(`select count(*) as n from machines where serial_number like 'OFF%'`)).toBe(10);
    expect(await arrived('select count(*) as n from machines where code = any($1)', [codes.slice(0, 10)])).toBe(10);
    expect(await arrived(`select count(*) as n from welders where name like '离线焊工%'`)).toBe(5);
    expect(await arrived(`select count(*) as n from collections where cardinality(photo_ids) = 1`)).toBe(15);
    expect(await arrived(`select count(*) as n from collections where kind = 'machine' and signature_id is not null`)).toBe(10); // prettier-ignore
    // the first one looked its owner up; from then on what the last one had is there
    const most = await app.sql(
      `select max(taps)::int as taps, max(typed_fields)::int as fields from
         (select * from collections where kind = 'machine' order by id offset 1) as later`,
    );
    expect(Number(most[0]?.['taps'])).toBeLessThanOrEqual(12);
    expect(Number(most[0]?.['fields'])).toBeLessThanOrEqual(3);
    await page.context().close();

    async function chromiumPage(closed: Page): Promise<Page> {
      const fresh = await closed.context().newPage();
      await fresh.goto('/m/collect/machine');
      return fresh;
    }
  });

  it('the same machine by two of them: one record, both credited, the question asked in plain words', async () => {
    const phones = [await phoneOf(zhang, '/m/collect/machine'), await phoneOf(li, '/m/collect/machine')];
    for (const [n, { page, network }] of phones.entries()) {
      await chooseOwner(page);
      await page.getByText('已定位').waitFor();
      network.down();
      await page.fill('[name=sticker]', codes[10 + n] ?? '');
      await photo(page);
      await page.locator('[name=illegible]').check();
      await saveKept(page);
      await page.goto('/m/outbox');
    }
    const [first, second] = phones;
    first?.network.up();
    await first?.page.getByText('没有待发送的内容').waitFor({ timeout: 30_000 });
    second?.network.up();
    const page = second?.page as Page;
    await page.locator('[data-test=maybe-known]').first().waitFor({ timeout: 30_000 });
    await page.getByText('是不是这一个').waitFor();
    await page.getByText('相距约 0 米').first().waitFor();
    await page.locator('[data-test=maybe-known] img').first().waitFor();
    await keepLongScreenshot(page, 'collect-asked-phone');
    await page.locator('[data-test=same]').first().click();
    await page.getByText('没有待发送的内容').waitFor({ timeout: 30_000 });
    const both = await app.sql<{ entity_id: string; n: number }>(
      'select entity_id, count(distinct collected_by)::int as n from collections where nameplate = $1 group by 1',
      ['none-legible'],
    );
    expect(both).toEqual([{ entity_id: expect.any(String), n: 2 }]);
    const sticker = await app.request.get(`/api/v1/codes/${codes[11]}`);
    expect(sticker.body).toMatchObject({ kind: 'machine', replacedBy: codes[10] });
    for (const phone of phones) await phone.page.context().close();
  });

  it('the county sees who collected what, and the rolls', async () => {
    const county = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const page = await chromium.at(county, '/console/collections', DESK);
    await page.locator('[data-test=who] tbody tr').nth(1).waitFor();
    await page.locator('[data-test=totals]').getByText('11', { exact: true }).waitFor();
    await keepScreenshot(page, 'collected-desk');
    await page.goto('/console/code-rolls');
    await page.getByText('12 / 12').waitFor();
    await keepScreenshot(page, 'rolls-desk');
    await page.context().close();
  });
});
