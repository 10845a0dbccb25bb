import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, type Site } from '../support/site';
import { Chromium, choose, DESK, isTooWide, keepLongScreenshot, PHONE } from './chromium';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(120_000);

/** Journey: somebody scans a sticker and reports, without an account; the desk sends an inspector; the reporter reads what came of it. */
describe('a tip, from the scanned code to the answer', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  it('takes less than a minute, and is followed to its end', async () => {
    const phone = await chromium.person(PHONE);
    await phone.goto(`/c/${site.machineCode}`);
    const began = Date.now();
    await phone.locator('[data-test=report]').click();
    await phone.getByText('已带上您现在的位置').waitFor();
    await phone.locator('[data-test=send]').click();
    await phone.getByText('请选一项').waitFor();
    await phone.locator('[data-test=kind-no-permit]').click();
    await phone.fill('[name=text]', '二楼有人电焊，旁边堆着纸箱');
    await phone.setInputFiles('[data-test=photos]', {
      name: 'a.jpg',
      mimeType: 'image/jpeg',
      buffer: await app.photo(),
    });
    expect(await isTooWide(phone)).toBe(false);
    await keepLongScreenshot(phone, 'tip-form');
    await phone.locator('[data-test=send]').click();
    const code = await phone.locator('[data-test=tracking-code]').innerText();
    expect(Date.now() - began).toBeLessThan(60_000);
    await keepLongScreenshot(phone, 'tip-sent');

    const inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    const officer = await newUser(app, site.admin, ['tip-officer'], { regionCode: '411003' });
    const desk = await chromium.at(officer, '/console/tips', DESK);
    await desk.locator('[data-test=open-tip]').click();
    await desk.getByText('二楼有人电焊').last().waitFor();
    await keepLongScreenshot(desk, 'tip-desk');
    await desk.locator('[data-test=dispatch]').click();
    await choose(desk, '核查人', '测试inspector');
    await desk.fill('[name=task]', '查看二楼动火审批');
    await keepLongScreenshot(desk, 'tip-dispatch');
    await desk.locator('[data-test=send-out]').click();
    await desk.getByText('核查中').first().waitFor();

    const sent = await chromium.at(inspector, '/m/inspect', PHONE);
    await sent.getByText('核查：没有审批就动火').click();
    await sent.locator('[data-value=true]').click();
    await sent.fill('[name=note]', '现场动火无票');
    await keepLongScreenshot(sent, 'tip-task');
    await sent.locator('[data-test=send]').click();
    await sent.getByText('核查结果已提交').waitFor();

    await desk.reload();
    await desk.locator('[data-test=propose]').click();
    await desk.getByText('待审批').waitFor();
    await desk.locator('[data-test=close]').click();
    await desk.fill('[name=reason]', '经查属实，已责令停工整改。');
    await desk.locator('.el-dialog [data-test=send]:visible').click();
    await desk.getByText('已办结').first().waitFor();
    await keepLongScreenshot(desk, 'tip-closed');
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const ledger = await chromium.at(regulator, '/console/tip-rewards', DESK);
    await ledger.locator('[data-test=approve]').waitFor();
    await keepLongScreenshot(ledger, 'tip-rewards');

    await phone.goto('/m/tip/follow');
    await phone.fill('[name=tracking-code]', code.toLowerCase());
    await phone.locator('[data-test=look]').click();
    await phone.getByText('经查属实，已责令停工整改。').waitFor();
    await keepLongScreenshot(phone, 'tip-followed');
  });
});
