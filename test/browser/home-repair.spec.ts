import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { inventedPhone } from '../support/people';
import { importChip, newWelder, signIn } from '../support/site';
import { TestChip } from '../support/test-chip';
import { Chromium, isTooWide, keepLongScreenshot, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';
import { Effort } from './effort';
import { takePhoto } from './permit-sheet';

const OCCUPIER = inventedPhone(8_887);
const MINUTE = 60_000;
const THREE_MINUTES = 180;

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Journey: a self-employed welder with a set of their own mends a railing at somebody's home, and does it by the law. */
describe('a home repair, from the declaration to the closed permit', () => {
  let app: TestApp;
  let chromium: Chromium;
  let chip: TestChip;
  let page: Page;
  let effort: Effort;
  let machineCode: string;
  let permitPath: string;

  beforeAll(async () => {
    app = await startApp();
    const admin = await signIn(app, 'admin', app.adminPassword);
    const welder = await newWelder(app, admin);
    const set = { model: 'ZX7-200', process: 'MMA', ownerWelderId: welder.id, regionCode: '411003', inspectionDueOn: '2030-01-01' }; // prettier-ignore
    const machine = await admin.must('/machines', set);
    machineCode = String(machine['code']);
    const secret = await importChip(app, admin);
    await admin.must(`/machines/${String(machine['id'])}/chip`, { chipNo: secret.chipNo });
    chip = await TestChip.connect(app.mqttPort, secret);
    await chip.birth();
    await chip.command('time');
    chromium = await Chromium.open(app.url);
    page = await chromium.person(PHONE);
    await logIn(page, await usernameOf(welder.person));
    effort = new Effort(page);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await chip.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  it('is found on the first page and declared on one', async () => {
    await page.goto('/m');
    await effort.tap('a[href="/m/declare"]');
    await page.getByText('已取得当前位置').waitFor();
    await effort.tap('[data-kind=none]');
    await effort.type('[name=place]', '建安小区 3 号楼 2 单元 501 阳台');
    await effort.type('[name=content]', '焊接阳台护栏');
    await effort.type('[name=occupierPhone]', OCCUPIER);
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'home-declare-phone');
    await effort.tap('[data-test=send]');
    await page.waitForURL(/\/occupier$/);
    permitPath = new URL(page.url()).pathname.replace('/occupier', '');
  });

  it('is confirmed by the occupier with the link of the message, in one tap', async () => {
    const link = /\/o\/\S+?(?=\s)/.exec(app.lastTextTo(OCCUPIER))?.[0] ?? '';
    const owner = new Effort(await chromium.person(PHONE));
    await owner.page.goto(link);
    await owner.page.getByText('焊接阳台护栏').waitFor();
    expect(await isTooWide(owner.page)).toBe(false);
    await keepLongScreenshot(owner.page, 'home-occupier-phone');
    await owner.tap('[data-test=confirm]');
    await owner.page.locator('[data-test=confirmed]').waitFor();
    await keepScreenshot(owner.page, 'home-occupier-done-phone');
    expect([owner.taps, owner.fields]).toEqual([1, 0]);
  });

  it('has its measures seen one by one', async () => {
    await page.goto(permitPath);
    await page.getByText('已签发，待开工').first().waitFor();
    const step = page.locator('[data-test=measure-steps]');
    while ((await step.count()) > 0) {
      const words = await page.locator('[data-test=measure]').innerText();
      await effort.tap('[data-test=measure-done]');
      await page.getByText(words).and(page.locator('[data-test=measure]')).waitFor({ state: 'detached' });
    }
    await page.getByText('安全措施已全部确认').first().waitFor();
    await keepLongScreenshot(page, 'home-ready-phone');
  });

  it('gets power when the welder scans the set', async () => {
    await page.goto(`/c/${machineCode}`);
    await page.getByText('建安小区').first().waitFor();
    await keepLongScreenshot(page, 'home-start-phone');
    await effort.tap('[data-test=start]');
    const unlock = await chip.command('unlock');
    await chip.reply(unlock, { ok: true, relay: 'closed' });
    await page.locator('[data-test=running]').waitFor();
    await keepLongScreenshot(page, 'home-running-phone');
  });

  it('was legal work within three minutes of the welder’s time', () => {
    process.stdout.write(`${effort.report('home repair, until power')}\n`);
    expect(effort.seconds).toBeLessThan(THREE_MINUTES);
  });

  it('is finished, watched and closed on the spot', async () => {
    await effort.tap('[data-test=finish]');
    await effort.tap('[data-test=finish-sure]');
    const lock = await chip.command('lock');
    await chip.reply(lock, { ok: true, relay: 'open' });
    await page.getByText('已结束').waitFor();
    await keepLongScreenshot(page, 'home-job-done-phone');

    await page.goto(permitPath);
    await effort.tap('[data-test=command-finish]');
    await effort.tap('[data-test=send]');
    await page.locator('[role=timer]').waitFor();
    await keepLongScreenshot(page, 'home-watch-phone');
    await app.elapse(31 * MINUTE);
    await chromium.elapse(31 * MINUTE);
    await page.reload();
    await effort.tap('[data-test=command-close]');
    await effort.tap('[name=no-residual-fire]');
    effort.taps += 1; // the camera's own button
    await takePhoto(page, app);
    await keepLongScreenshot(page, 'home-close-phone');
    await effort.tap('[data-test=send]');
    await page.getByText('已关闭').first().waitFor();
    await keepLongScreenshot(page, 'home-closed-phone');
    process.stdout.write(`${effort.report('home repair, until closed')}\n`);
  });
});
