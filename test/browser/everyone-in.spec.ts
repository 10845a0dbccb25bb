import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { TestChip } from '../support/test-chip';
import { Chromium, DESK, isTooWide, keepLongScreenshot, keepScreenshot, PHONE } from './chromium';
import { give, send } from './permit-sheet';
import { openMenu, People, somebody } from './everyone/people';
import * as work from './everyone/work';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(180_000);

const MINUTE = 60_000;
const COUNTY = ['河南省', '许昌市', '建安区'];
const FIRM = '顺达金属制品厂';
const PLACE = '一号车间';
const CAMPAIGN = '全员培训第一期';
const QUESTIONS = 5;
const CHIP = { chipNo: 'H2TEST000009', secretHex: '5a'.repeat(32) };

/** From an empty database to power at the torch, by people at their screens alone: nobody asks the platform by another way. */
describe('everyone comes in, and a welder has power', () => {
  const regulator = somebody(9001, '周监管', 'zhou');
  const grid = somebody(9002, '孙网格', 'sun');
  const technician = somebody(9003, '钱装配', 'qian');
  const boss = somebody(9004, '赵老板', 'zhao');
  const welder = somebody(9005, '李师傅', 'li');
  const safety = somebody(9006, '吴安全', 'wu');
  const head = somebody(9007, '郑总', 'zheng');
  const watcher = somebody(9008, '王监护', 'wang');
  let app: TestApp;
  let chromium: Chromium;
  let people: People;
  let chip: TestChip | undefined;
  let adminDesk: Page;
  let officialDesk: Page;
  let gridPhone: Page;
  let bossDesk: Page;
  let welderPhone: Page;
  let sticker: string;

  beforeAll(async () => {
    app = await startApp();
    chromium = await Chromium.open(app.url);
    people = new People(app, chromium);
  }, 120_000);
  afterAll(async () => {
    await chromium?.close();
    await chip?.close();
    await app?.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  /** Each stage stands on the one before: the first that fails is the one to read. */
  let reached = 0;
  let stages = 0;
  const stage = (name: string, act: () => Promise<void>): void => {
    const before = stages++;
    it(name, async () => {
      if (reached !== before) throw new Error('an earlier stage failed');
      await act();
      reached += 1;
    });
  };

  stage('the administrator invites a regulator, who invites a grid worker and a technician', async () => {
    adminDesk = await people.signsInAsAdmin(app.adminPassword);
    await people.invites(adminDesk, regulator, ['监管人员'], COUNTY);
    officialDesk = await people.accepts(regulator, DESK);
    await people.invites(officialDesk, grid, ['网格员'], ['将官池镇']);
    await people.invites(officialDesk, technician, ['安装技术员']);
    gridPhone = await people.accepts(grid);
  });

  stage('a firm and a welder register by themselves; the grid worker confirms both on the phone', async () => {
    await people.registers(boss, FIRM);
    await people.registers(welder);
    await people.confirmsRegistrations(gridPhone, [FIRM, welder.name]);
  });

  stage('the boss invites who signs and who watches; the regulator confirms who signs', async () => {
    bossDesk = await people.signsInByCode(boss, DESK);
    await people.invites(bossDesk, safety, ['安全员']);
    await people.invites(bossDesk, head, ['单位负责人']);
    await people.invites(bossDesk, watcher, ['监护人']);
    for (const one of [safety, head, watcher]) await (await people.accepts(one)).context().close();
    for (const one of [boss, safety, head]) await people.confirmsSeat(officialDesk, one);
    await openMenu(bossDesk, '/console/users');
    await bossDesk.getByText('已确认身份').nth(2).waitFor();
    await keepScreenshot(bossDesk, 'everyone-firm');
  });

  stage('the boss registers the welder, who says on the phone that it is so', async () => {
    await people.registersWelder(bossDesk, welder);
    welderPhone = await people.signsInByCode(welder, PHONE);
    await people.confirmsEmployer(welderPhone, FIRM);
  });

  stage('the machine is collected on the phone with its sticker, and gets a chip', async () => {
    const gridDesk = await people.signsIn(grid, DESK);
    sticker = await work.printsStickers(gridDesk);
    await work.collectsMachine(gridPhone, app, sticker, FIRM);
    await work.importsChip(adminDesk, CHIP);
    chip = await TestChip.connect(app.mqttPort, CHIP);
    await chip.birth();
    await chip.command('time');
    await work.fitsChip(await people.accepts(technician), app, chip, sticker);
  });

  stage('the certificate is verified and the training passed', async () => {
    await work.recordsCertificate(bossDesk, app, welder);
    await work.verifiesCertificate(officialDesk, welder);
    const bank = await work.beginsTraining(officialDesk, CAMPAIGN, QUESTIONS);
    await work.passesTraining(welderPhone, CAMPAIGN, bank, QUESTIONS);
    await keepScreenshot(welderPhone, 'everyone-trained-phone');
  });

  stage('the permit is asked for, signed by two, issued, and watched', async () => {
    await work.asksPermit(bossDesk, PLACE, welder, watcher);
    const safetyPhone = await people.signsIn(safety, PHONE);
    await work.approves(safetyPhone, PLACE);
    const headPhone = await people.signsIn(head, PHONE);
    await work.approves(headPhone, PLACE);
    await give(headPhone, 'issue');
    await send(headPhone);
    const watcherPhone = await people.signsIn(watcher, PHONE);
    await pass(45 * MINUTE); // the form proposes a start half an hour ahead
    await work.watches(watcherPhone, app, PLACE);
  });

  stage('the welder types the code and has power', async () => {
    if (!chip) throw new Error('no chip was fitted');
    await chip.birth();
    await work.getsPower(welderPhone, chip, sticker);
    expect(await isTooWide(welderPhone)).toBe(false);
    await keepLongScreenshot(welderPhone, 'everyone-power-phone');
    await openMenu(officialDesk, '/console/jobs');
    await officialDesk.locator('tbody tr', { hasText: '李' }).first().waitFor();
    await keepScreenshot(officialDesk, 'everyone-jobs');
  });

  async function pass(ms: number): Promise<void> {
    await chromium.elapse(ms);
    if (chip) chip.aheadMs += ms;
    await app.elapse(ms);
  }
});
