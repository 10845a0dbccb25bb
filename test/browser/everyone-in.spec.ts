import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { Chromium, DESK, keepScreenshot, PHONE } from './chromium';
import { chooseRegion, openMenu, People, somebody } from './everyone/people';

jest.setTimeout(180_000);

const COUNTY = ['河南省', '许昌市', '建安区'];
const FIRM = '顺达金属制品厂';

/** From an empty database to power at a torch, by people at their screens alone: nobody asks the platform by another way. */
describe('everyone comes in, and a welder has power', () => {
  let app: TestApp;
  let chromium: Chromium;
  let people: People;
  const regulator = somebody(9001, '周监管', 'zhou');
  const grid = somebody(9002, '孙网格', 'sun');
  const technician = somebody(9003, '钱装配', 'qian');
  const boss = somebody(9004, '赵老板', 'zhao');
  const welder = somebody(9005, '李师傅', 'li');
  const safety = somebody(9006, '吴安全', 'wu');
  const head = somebody(9007, '郑总', 'zheng');
  const watcher = somebody(9008, '王监护', 'wang');
  let admin: Page;
  let official: Page;
  let gridPhone: Page;
  let bossDesk: Page;
  let welderPhone: Page;

  beforeAll(async () => {
    app = await startApp();
    chromium = await Chromium.open(app.url);
    people = new People(app, chromium);
  }, 120_000);
  afterAll(async () => {
    await chromium?.close();
    await app?.close();
  });
  let broken = false;
  const stage = (name: string, act: () => Promise<void>): void =>
    it(name, async () => {
      if (broken) throw new Error('An earlier stage failed.');
      broken = true;
      try { await act(); } catch (e) { await DEBUG(); throw e; }
      broken = false;
    });
  async function DEBUG() {
    let n = 0;
    for (const c of (chromium as any).browser.contexts()) for (const p of c.pages()) await p.screenshot({ path: `/tmp/jr-${n++}.png` });
  }
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  stage('the administrator invites a regulator, who invites a grid worker and a technician', async () => {
    admin = await chromium.person(DESK);
    await admin.goto('/');
    await admin.fill('[name=username]', 'admin');
    await admin.fill('[name=password]', app.adminPassword);
    await admin.click('button[type=submit]');
    await admin.waitForURL((address) => !address.pathname.startsWith('/login'));
    await people.invites(admin, regulator, ['监管人员'], COUNTY);
    official = await people.accepts(regulator, DESK);
    await people.invites(official, grid, ['网格员'], ['将官池镇']);
    await people.invites(official, technician, ['安装技术员']);
    gridPhone = await people.accepts(grid);
  });

  stage('a firm and a welder register by themselves; the grid worker confirms both on the phone', async () => {
    await people.registers(boss, FIRM);
    await people.registers(welder);
    await gridPhone.goto('/');
    await gridPhone.locator('a[href="/m/registrations"]').click();
    for (const who of [FIRM, welder.name]) {
      const one = gridPhone.locator('[data-test=registration]', { hasText: who });
      await one.locator('.head').click();
      await one.locator('[data-test=confirm]').click();
      await one.waitFor({ state: 'detached' });
    }
  });

  stage('the boss invites who signs and who watches; the regulator confirms who signs', async () => {
    bossDesk = await people.signsInByCode(boss, DESK);
    await people.invites(bossDesk, safety, ['安全员']);
    await people.invites(bossDesk, head, ['单位负责人']);
    await people.invites(bossDesk, watcher, ['监护人']);
    for (const one of [safety, head, watcher]) await (await people.accepts(one)).context().close();
    for (const one of [boss, safety, head]) await people.confirmsSeat(official, one);
    await openMenu(bossDesk, '/console/users');
    await keepScreenshot(bossDesk, 'everyone-firm-desk');
  });

  stage('the welder joins the firm with the account that is there, and shows the certificate', async () => {
    await openMenu(bossDesk, '/console/welders');
    await bossDesk.getByRole('button', { name: '登记焊工' }).click();
    const form = bossDesk.locator('.el-drawer');
    await form.locator('[name=name]').fill(welder.name);
    await form.locator('[name=idNumber]').fill(welder.idNumber);
    await form.locator('[name=phone]').fill(welder.phone);
    await chooseRegion(bossDesk, form, [...COUNTY, '将官池镇']);
    await form.locator('[data-test=save]').click();
    await bossDesk.waitForURL(/welders\/\w{26}/);
    welderPhone = await people.signsInByCode(welder, PHONE);
    await welderPhone.waitForTimeout(1500);
    await keepScreenshot(welderPhone, 'everyone-welder-phone');
    await welderPhone.locator('[data-test=today] a', { hasText: '雇佣关系' }).click();
    await welderPhone.waitForTimeout(1500);
    await keepScreenshot(welderPhone, 'everyone-claim-phone');
    await welderPhone.locator('[data-test=confirm]').click();
    await welderPhone.getByText('目前没有等您确认').waitFor();
    await gridPhone.goto('/');
    await gridPhone.waitForTimeout(1500);
    await keepScreenshot(gridPhone, 'everyone-grid-phone');
    await openMenu(bossDesk, '/console/welders');
    await bossDesk.waitForTimeout(1500);
    await keepScreenshot(bossDesk, 'everyone-welders-desk');
  });
});
export { PHONE };
