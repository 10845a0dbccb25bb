import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, newWelder, POINT, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import { Chromium, chooseRegion, DESK, isTooWide, keepLongScreenshot, keepScreenshot, PHONE } from './chromium';
import { holdStop } from './permit-sheet';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(180_000);

const TOWN = '411003101';
const VILLAGE = '411003101201';
const USCC = '91411003MA00000001';

/** Who looks after what: grids below the village, doubts in the register, machines that go from hand to hand, pupils at their school. */
describe('a county keeps what it knows in order', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let regulator: Person;
  let zhang: Person;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    await app.sql(`insert into regions (code, name, parent) values ($1, '测试村', $2) on conflict do nothing`, [VILLAGE, TOWN]); // prettier-ignore
    [regulator, zhang] = await Promise.all([
      newUser(app, site.admin, ['regulator'], { regionCode: '411003' }),
      newUser(app, site.admin, ['grid-worker'], { regionCode: TOWN, name: '张网格' }),
    ]);
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium?.close();
    await app?.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  it('a grid is drawn in a village, and somebody is appointed to it', async () => {
    const page = await chromium.at(regulator, '/console/grids', DESK);
    await page.locator('[data-test=add-grid]').click();
    const form = page.locator('.el-drawer', { has: page.locator('[name=grid-name]') });
    const [{ name: town } = { name: '' }] = await app.sql<{ name: string }>('select name from regions where code = $1', [TOWN]); // prettier-ignore
    await chooseRegion(page, form, [town, '测试村']);
    await form.locator('[name=grid-name]').fill('河湾一网格');
    const map = form.locator('.map');
    await map.locator('.leaflet-ground-pane path').first().waitFor();
    await map.scrollIntoViewIfNeeded();
    await page.waitForTimeout(500); // the drawer has come to rest
    for (const position of [{ x: 300, y: 150 }, { x: 316, y: 150 }, { x: 308, y: 166 }]) await map.click({ position }); // prettier-ignore
    await form.getByText('3').first().waitFor();
    await keepScreenshot(page, 'grid-drawn');
    await form.locator('[data-test=save-grid]').click();
    const row = page.locator('tr', { hasText: '河湾一网格' });
    await row.locator('[data-test=grid-people]').click();
    const people = page.locator('.el-drawer', { has: page.locator('[name=from-on]') });
    await people.locator('.el-select').first().click();
    await page.keyboard.type('张网格');
    await page.locator('[role=option]:visible', { hasText: '张网格' }).first().click();
    await people.locator('[data-test=appoint]').click();
    await people.locator('.posts', { hasText: '张网格' }).waitFor();
    await keepScreenshot(page, 'grid-staffed');
  });

  it('a doubt in the register goes to the grid worker, who says why it is right as it is', async () => {
    await site.admin.must('/machines', { model: 'ZX7-250', process: 'MMA', serialNumber: 'NO-PHOTO-9', enterpriseId: site.enterpriseId, regionCode: TOWN }); // prettier-ignore
    const page = await chromium.at(zhang, '/m/quality', PHONE);
    const finding = page.locator('[data-test=finding]', { hasText: 'NO-PHOTO-9' }).first();
    await finding.waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'quality-phone');
    const before = await page.locator('[data-test=finding]').count();
    await finding.getByRole('button').last().click();
    await page.fill('#accept-reason', '机器在高处，暂时拍不到铭牌');
    await page.locator('.sheet button[type=submit]').click();
    await page
      .locator('[data-test=finding]')
      .nth(before - 1)
      .waitFor({ state: 'detached' });
    const desk = await chromium.at(regulator, '/console/quality?accepted=true', DESK);
    await desk.getByText('机器在高处').first().waitFor();
    await keepScreenshot(desk, 'quality-accepted-desk');
  });

  it('a machine is lent with a last day, and counts with the borrower once they confirm', async () => {
    await app.sql('update enterprises set uscc = $1 where id = $2', [USCC, site.enterpriseId]);
    const borrower = await site.admin.must('/enterprises', { name: '顺达钢构', uscc: '91350100M000100Y43', regionCode: TOWN, industry: 'manufacturing', contactName: '王', contactPhone: '19900009003' }); // prettier-ignore
    const boss = await newUser(app, site.admin, ['enterprise-manager'], { enterpriseId: String(borrower['id']) });
    const page = await chromium.at(site.manager, `/console/machines/${site.machineId}`, DESK);
    await page.locator('[data-test=external-codes]').waitFor();
    await page.locator('[data-test=offer-machine]').click();
    const form = page.locator('.el-drawer', { has: page.locator('[name=handover-to]') });
    await form.locator('[name=handover-to]').fill('91350100M000100Y43');
    await form.locator('[name=handover-until]').fill('2030-01-31');
    await page.keyboard.press('Enter');
    await form.locator('[data-test=send-offer]').click();
    await page.locator('[data-test=machine-handovers]').getByText('顺达钢构').waitFor();
    await keepScreenshot(page, 'handover-offered');
    const phone = await chromium.at(boss, '/m/handovers', PHONE);
    await phone.locator('[data-test=handover-confirm]').click();
    await phone.locator('[data-test=handover-confirm]').waitFor({ state: 'detached' });
    expect(await isTooWide(phone)).toBe(false);
    await keepLongScreenshot(phone, 'handover-confirmed-phone');
    await page.reload();
    await page.locator('[data-test=handover-return]').click();
    await page.locator('[data-test=handover-return]').waitFor({ state: 'detached' });
  });

  it('the administrator says how the province calls our fields', async () => {
    const { id } = await site.admin.must('/exchange/partners', { name: '测试省级平台', kind: 'province', regionCode: '411003' }); // prettier-ignore
    const admin = await newUser(app, site.admin, ['admin']);
    const page = await chromium.at(admin, '/console/exchange', DESK);
    await page.locator('[data-test=troubles]').click();
    const form = page.locator('[data-test=mapping]');
    await form.locator('[name=code]').fill('sbbm');
    await form.locator('[name=status]').fill('zt');
    const codes = form.locator('li', { has: page.locator('[name=status]') }).locator('textarea');
    await codes.fill((await codes.inputValue()).replace('in-service=in-service', 'in-service=1'));
    await form.locator('.el-date-editor input').fill('2026-12-01');
    await page.keyboard.press('Enter');
    await keepScreenshot(page, 'exchange-mapping');
    await form.locator('[data-test=keep]').click();
    await page.getByText('已保存。').waitFor();
    const { body } = await site.admin.get(`/exchange/partners/${String(id)}/mappings`);
    expect(body).toMatchObject({
      items: [
        {
          ...{ kind: 'machine', validFrom: '2026-12-01' },
          fields: [
            { field: 'code', name: 'sbbm', format: 'text' },
            { field: 'status', name: 'zt', format: 'code', codes: { 'in-service': '1', scrapped: 'scrapped' } },
          ],
        },
      ],
    });
  });

  it('an instructor opens a session in the workshop, a pupil welds, and the power goes when it ends', async () => {
    await site.admin.must('/designated-areas', { name: '实训车间', enterpriseId: site.enterpriseId, ...POINT, radiusM: 50 }); // prettier-ignore
    const school = await regulator.must('/training/providers', { name: '实训焊工学校', contactName: '王校长', contactPhone: '19900009998', licence: '办学许可证 009' }); // prettier-ignore
    await regulator.put(`/training/providers/${String(school['id'])}/enterprise`, { uscc: USCC }).expect(200);
    await regulator.must(`/training/providers/${String(school['id'])}/instructors`, { welderCode: site.welderCode });
    const pupil = await newWelder(app, site.admin, { certified: false });
    const chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.command('time');
    const page = await chromium.at(site.welder, '/m/training/practice', PHONE);
    await page.fill('[name=machine]', site.machineCode);
    await page.locator('[data-test=take-machine]').click();
    await page.fill('[name=pupil]', pupil.code);
    await page.locator('[data-test=take-pupil]').click();
    await keepLongScreenshot(page, 'practice-open');
    await page.locator('[data-test=open-practice]').click();
    await page.locator('[data-test=present-until]').waitFor();
    const started = await pupil.person.must('/jobs', { machineCode: site.machineCode, ...POINT, accuracyM: 10 });
    await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
    await page.fill('[name=presence]', site.machineCode);
    await page.locator('[data-test=present]').click();
    await page.getByText('已确认在场').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'practice-running');
    await holdStop(page, 'end-practice');
    await page.locator('[data-test=open-practice]').waitFor();
    await chip.command('lock');
    const { body } = await pupil.person.get(`/jobs/${String(started['id'])}`);
    expect(body).toMatchObject({ endReason: 'practice-over' });
    await chip.close();
  });
});
