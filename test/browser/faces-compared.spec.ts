import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, newUser, POINT, type Person, type Site } from '../support/site';
import { Chromium, DESK, isTooWide, keepLongScreenshot, keepScreenshot, PHONE } from './chromium';
import { takePhoto } from './permit-sheet';

jest.setTimeout(120_000);

/** Who stands at the torch is compared with the certificate, at the start and once more while the work goes on. */
describe('M20 the photo of the work beside that of the certificate', () => {
  let app: TestApp;
  let site: Site;
  let inspector: Person;
  let machineCode: string;
  let chromium: Chromium;
  let jobId: string;

  const photoOf = async ({ token }: Person): Promise<string> => {
    const file = await app.request
      .post('/api/v1/files')
      .set('authorization', `Bearer ${token}`)
      .attach('file', await app.photo(), 'face.jpg');
    return (file.body as { id: string }).id;
  };
  const start = async (permitId: string): Promise<string> => {
    const photoId = await photoOf(site.welder);
    const job = await site.welder.must('/jobs', { machineCode, permitId, ...POINT, photoId, identity: { photoId } });
    return String(job['id']);
  };
  const stateOf = async (id: string) => ((await site.safety.get(`/jobs/${id}`)).body as { state: string }).state;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    const { enterpriseId, admin } = site;
    const gasSet = {
      model: '氧炔焊割',
      process: 'GAS',
      enterpriseId,
      regionCode: '411003',
      inspectionDueOn: '2030-01-01',
    };
    const machine = await admin.must('/machines', gasSet);
    machineCode = String(machine['code']);
    inspector = await newUser(app, admin, ['inspector'], { regionCode: '411003' });
    await app.sql('update certificates set photo_id = $1', [await photoOf(admin)]);
    const permit = await draftPermit(site, { machineIds: [String(machine['id'])] });
    await activate(site, String(permit['id']));
    jobId = await start(String(permit['id']));
    chromium = await Chromium.open(app.url);
  }, 180_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  describe('on the phone of the safety officer', () => {
    let page: Page;

    it('waits in the list, and shows both photos side by side', async () => {
      page = await chromium.at(site.safety, '/m/approve', PHONE);
      await page.locator('[data-test=photos-waiting]').getByText('有 1 张照片等您复核').waitFor();
      await keepLongScreenshot(page, 'photos-home-phone');
      await page.goto('/m/photos');
      await page.locator('.row-link').first().waitFor();
      await keepScreenshot(page, 'photos-list-phone');
      await page.locator('.row-link').first().click();
      await page.locator('[data-test=photo-look] img').nth(1).waitFor();
      expect(await page.locator('[data-test=photo-look] img').count()).toBe(2);
      expect(await isTooWide(page)).toBe(false);
      await keepLongScreenshot(page, 'photo-look-phone');
    });

    it('who cannot tell hands it on; the work goes on', async () => {
      await page.locator('[data-test=unclear]').click();
      await page.getByText('本单位无法判断，已转交监管人员复核。').waitFor();
      await keepLongScreenshot(page, 'photo-passed-on-phone');
      expect(await stateOf(jobId)).toBe('running');
      await page.goto('/m/photos');
      await page.getByText('现在没有等您复核的照片').waitFor();
      await keepScreenshot(page, 'photos-none-phone');
    });
  });

  it('a running job shows that one more photo is asked for, and takes it', async () => {
    await app.sql(
      `insert into job_photo_asks (job_id, region_code, enterprise_id, welder_id, ask_at, answer_minutes, for_grid)
       select id, region_code, enterprise_id, welder_id, reserved_at, 10, false from jobs where id = $1`,
      [jobId],
    );
    const page = await chromium.at(site.welder, `/m/jobs/${jobId}`, PHONE);
    await page.locator('[data-test=photo-asked]').waitFor({ timeout: 40_000 });
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'photo-asked-phone');
    await takePhoto(page, app);
    await page.locator('[data-test=send-photo]').click();
    await page.locator('[data-test=photo-sent]').waitFor();
    await keepLongScreenshot(page, 'photo-answered-phone');
  });

  it('the inspector decides at the desk: another person, so the job stops', async () => {
    const page = await chromium.at(inspector, '/console/photos', DESK);
    await page.locator('[data-test=look]').nth(1).waitFor();
    await keepScreenshot(page, 'photos-desk');
    const passedOn = page.locator('.el-table__row', { hasText: '已转交监管人员' });
    await passedOn.locator('[data-test=look]').click();
    await page.locator('[data-test=photo-look] img').nth(1).waitFor();
    await keepScreenshot(page, 'photo-look-desk');
    await page.locator('[data-test=doubt]').click();
    await page.getByText('设备将立即断电').waitFor();
    expect(await stateOf(jobId)).toBe('running');
    await page.locator('[data-test=doubt-sure]').click();
    await page.locator('[data-test=verdict]').getByText('不属实').waitFor();
    expect(await stateOf(jobId)).toBe('stopped');
    await keepScreenshot(page, 'photo-doubted-desk');
  });
});
