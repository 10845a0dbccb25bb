import type { Page } from 'playwright-core';
import { allNo } from '../support/answers';
import { startApp, type TestApp } from '../support/app';
import { inventedPhone } from '../support/people';
import { newSite, newUser, newWelder, POINT, type Person, type Site } from '../support/site';
import { nextWorkday } from '../support/workday';
import { choose, Chromium, DESK, isTooWide, keepLongScreenshot, logIn, PHONE, usernameOf } from './chromium';

const HOUR = 3_600_000;
const PLANT = { lat: POINT.lat + 0.02, lng: POINT.lng };
/** Minutes after midnight in China, from ten o'clock on. */
const TEN = { from: '09:00', to: '21:30' };

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Journey: who asks for a permit would rather not say what the place is; the confirmed site says it. */
describe('the form takes kinds, hours and regime from the site', () => {
  let app: TestApp;
  let chromium: Chromium;
  let shop: Site;
  let contractor: Site;
  let welder: Person;
  let now: number;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    now = nextWorkday(Date.now());
    await app.elapse(now - Date.now());
    shop = await newSite(app, 'commerce');
    contractor = await newSite(app);
    const plant = await newSite(app, 'chemical');
    const confirmed = async (site: object): Promise<void> => {
      const { id } = await shop.admin.must('/sites', site as Record<string, unknown>);
      await shop.admin.must(`/sites/${String(id)}/confirm`);
    };
    await confirmed({ name: '春秋商场', enterpriseId: shop.enterpriseId, kinds: ['crowded', 'small-venue'], ...POINT, radiusM: 120, openingHours: TEN }); // prettier-ignore
    await confirmed({ name: '南岭储罐区', enterpriseId: plant.enterpriseId, kinds: [], ...PLANT, radiusM: 300 });
    welder = (await newWelder(app, shop.admin)).person;
    await newUser(app, shop.admin, ['grid-worker'], { regionCode: '411003' });
    chromium = await Chromium.open(app.url);
    await chromium.elapse(now - Date.now());
    page = await chromium.at(contractor.manager, '/console/permits/new', DESK);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  const kind = (name: string) => page.locator('.kinds .el-checkbox', { hasText: name });
  const regimes = () => page.locator('input[name=regime]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)); // prettier-ignore

  it('shows the site on the map and takes its kinds and hours', async () => {
    await page.getByText('一般动火作业').click();
    await page.getByRole('button', { name: '我的位置' }).click();
    await page.locator('[data-test^=site-]', { hasText: '春秋商场' }).click();
    await page.getByText('场所类别由「春秋商场」带入').waitFor();
    for (const one of ['人员密集场所', '九小场所']) {
      expect(await kind(one).locator('input').isChecked()).toBe(true);
      expect(await kind(one).locator('input').isDisabled()).toBe(true);
    }
    await page.locator('[data-test=closed-hours]', { hasText: '09:00 至 21:30' }).first().waitFor();
    await page.locator('.map .leaflet-interactive').nth(1).waitFor({ state: 'attached' }); // the point, and the site
    await keepLongScreenshot(page, 'site-taken-over');
  });

  it('unticking does nothing', async () => {
    await kind('人员密集场所').click({ force: true });
    expect(await kind('人员密集场所').locator('input').isChecked()).toBe(true);
  });

  it('offers the regimes that the place allows: at the shop, and at the plant', async () => {
    expect(await regimes()).toEqual(['general', 'small']);
    await page.getByLabel('纬度').fill(String(PLANT.lat));
    await page.getByLabel('纬度').press('Tab');
    await page.getByText('只能办理「危险化学品企业动火作业」票').waitFor();
    expect(await regimes()).toEqual(['chemical']);
    await page.getByText('其他种类不能选').waitFor();
    await keepLongScreenshot(page, 'site-plant');
  });

  it('over the API too: regime and hours are refused, kinds are put back', async () => {
    const ask = async (change: Record<string, unknown>) => {
      const answer = await contractor.manager.post('/permits', {
        regime: 'general',
        enterpriseId: contractor.enterpriseId,
        place: { name: '卸料平台', ...PLANT, radiusM: 100 },
        content: '焊接支架',
        method: '焊条电弧焊',
        plannedStart: new Date(now + 2 * HOUR).toISOString(),
        plannedEnd: new Date(now + 4 * HOUR).toISOString(),
        welderIds: [contractor.welderId],
        machineIds: [],
        fireWatchId: contractor.watcher.userId,
        answers: allNo('general'),
        ...change,
      });
      return { status: answer.status, body: answer.body as { place: { kinds: string[] } }, text: JSON.stringify(answer.body) }; // prettier-ignore
    };
    const atPlant = await ask({});
    expect([atPlant.status, atPlant.text]).toEqual([422, expect.stringContaining('permit.regime-below-site')]);
    const hosted = { enterpriseId: shop.enterpriseId, contractorId: contractor.enterpriseId };
    const place = { name: '二楼中庭', ...POINT, radiusM: 60, kinds: [] };
    const atShop = await ask({ ...hosted, place, answers: allNo('general', ['crowded', 'small-venue']) });
    expect([atShop.status, atShop.body.place.kinds.sort()]).toEqual([201, ['crowded', 'small-venue']]);
    const open = await ask({ ...hosted, place, answers: allNo('general', ['crowded', 'small-venue']), submit: true });
    expect([open.status >= 400, open.text]).toEqual([true, expect.stringContaining('permit.open-all-along')]);
  });

  it('a welder’s small declaration offers the site and takes its kinds', async () => {
    const phone = await chromium.person(PHONE);
    await logIn(phone, await usernameOf(welder));
    await phone.goto('/m/declare');
    await phone.locator('[data-test=near-site]', { hasText: '春秋商场' }).click();
    await phone.locator('[data-test=held-kinds]').getByText('春秋商场').waitFor();
    expect(await phone.locator('[data-kind=crowded]').isDisabled()).toBe(true);
    expect(await phone.locator('[data-kind=none]').count()).toBe(0);
    expect(await phone.inputValue('[name=place]')).toBe('春秋商场');
    await phone.locator('[data-test=raised-note]').getByText('09:00 至 21:30').waitFor();
    expect(await isTooWide(phone)).toBe(false);
    await keepLongScreenshot(phone, 'declare-site-phone');
    await phone.fill('[name=content]', '焊接货架');
    await phone.fill('[name=occupierPhone]', inventedPhone(8_886));
    await phone.locator('[data-test=send]').click();
    await phone.waitForURL(/\/occupier$/);
    const id = new URL(phone.url()).pathname.split('/')[3];
    const { place } = (await welder.get(`/permits/${id}`)).body as { place: { kinds: string[] } };
    expect(place.kinds.sort()).toEqual(['crowded', 'small-venue']);
  });

  it('and in a plant it says whose permit holds there, instead of a form', async () => {
    const phone = await chromium.person(PHONE);
    await phone.context().setGeolocation({ latitude: PLANT.lat, longitude: PLANT.lng, accuracy: 10 });
    await logIn(phone, await usernameOf(welder));
    await phone.goto('/m/declare');
    await phone.locator('[data-test=other-permit]').getByText('南岭储罐区').first().waitFor();
    expect(await phone.locator('[data-test=send]').count()).toBe(0);
    expect(await isTooWide(phone)).toBe(false);
    await keepLongScreenshot(phone, 'declare-plant-phone');
  });

  it('names the shop as who orders the work', async () => {
    await page.getByLabel('纬度').fill(String(POINT.lat));
    await page.getByLabel('纬度').press('Tab');
    await page.locator('[data-test=order-by-host]').click();
    await page.getByText('发包（用工）单位').waitFor();
    await choose(page, '焊工');
    await keepLongScreenshot(page, 'site-ordered-by-host');
  });
});
