import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { certifyWatcher, newSite, newUser, POINT, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import { nextWorkday } from '../support/workday';
import { choose, Chromium, DESK, isTooWide, keepLongScreenshot, keepScreenshot, PHONE, sign } from './chromium';
import { downloaded, give, send, takePhoto } from './permit-sheet';

const MINUTE = 60_000;

/** A real browser on a busy machine takes its time. */
jest.setTimeout(120_000);

/** Journey: hot work at a chemical plant, from the form to the closed permit, each person on their own device. */
describe('a chemical plant, first level', () => {
  let app: TestApp;
  let chromium: Chromium;
  let chip: TestChip;
  let site: Site;
  let asker: Person;
  let watching: Page;
  let welding: Page;
  let aheadMs: number;
  let permitId: string;
  let begun: number;

  const pass = async (ms: number): Promise<void> => {
    aheadMs += ms;
    chip.aheadMs = aheadMs;
    await chromium.elapse(ms);
    await app.elapse(ms);
    await chip.birth();
  };
  const onPhone = (person: Person): Promise<Page> => chromium.at(person, `/m/permits/${permitId}`, PHONE);

  beforeAll(async () => {
    begun = performance.now();
    app = await startApp();
    aheadMs = nextWorkday(Date.now()) - Date.now();
    await app.elapse(aheadMs);
    site = await newSite(app, 'chemical');
    asker = await newUser(app, site.admin, ['safety-officer'], { enterpriseId: site.enterpriseId });
    await certifyWatcher(app, site.safety, site.watcher);
    const plant = await site.admin.must('/sites', { name: '一号装置区', enterpriseId: site.enterpriseId, kinds: [], ...POINT, radiusM: 200 }); // prettier-ignore
    await site.admin.must(`/sites/${String(plant['id'])}/confirm`);
    chip = await TestChip.connect(app.mqttPort, site);
    chip.aheadMs = aheadMs;
    await chip.birth();
    await chip.command('time');
    chromium = await Chromium.open(app.url);
    await chromium.elapse(aheadMs);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await chip.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  it('is asked for in the console: only the chemical permit is offered, and every field of form A.1 is there', async () => {
    const page = await chromium.at(asker, '/console/permits/new', DESK);
    await page.locator('[data-test=question-hazardous-place]').waitFor();
    expect(await page.locator('input[name=regime]').count()).toBe(1);
    await page.locator('[data-test=question-hazardous-place]').getByText('是').click();
    for (const code of ['running-equipment', 'tank-farm-dike', 'pipe-rack'])
      await page.locator(`[data-test=question-${code}]`).getByText('否').click();
    await page.locator('[data-test=level]').getByText('一级动火').first().waitFor();
    await page.fill('[name=content]', '更换 P-301 出口管线法兰');
    await choose(page, '动火方式', '焊条电弧焊');
    await choose(page, '需检测的气体', '甲烷');
    await page.getByRole('button', { name: '我的位置' }).click();
    await page.locator('[data-test^=site-]', { hasText: '一号装置区' }).click();
    await page.fill('[name=place]', '一号装置区 P-301 泵出口');
    await choose(page, '焊工');
    await choose(page, '设备');
    await choose(page, '监护人');
    await page.locator('[data-test=standard-form] summary').click();
    await page.fill('[name=risk-analysis]', '物料泄漏着火；已断开、加盲板、置换，现场配灭火毯');
    await keepLongScreenshot(page, 'chemical-form');
    await page.locator('[data-test=submit]').click();
    await page.waitForURL(/\/console\/permits\/[0-9A-Z]{26}$/);
    permitId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByText('审批中').first().waitFor();
    await keepLongScreenshot(page, 'chemical-submitted');
  });

  it('is signed at the place of work, on the phone: not from the desk', async () => {
    const far = await onPhone(site.manager);
    await far.context().setGeolocation({ latitude: POINT.lat + 0.05, longitude: POINT.lng, accuracy: 10 });
    await give(far, 'approve');
    await far.locator('[data-test=send]').click();
    await far.locator('.sheet [role=alert]').first().waitFor();
    await keepScreenshot(far, 'chemical-sign-far-phone');
    await far.close();

    for (const [signer, name] of [[site.manager, 'unit'], [site.safety, 'safety']] as const) {
      const page = await onPhone(signer);
      await keepLongScreenshot(page, `chemical-to-sign-${name}-phone`);
      await give(page, 'approve');
      await sign(page);
      await keepScreenshot(page, `chemical-sign-${name}-phone`);
      await send(page);
      expect(await isTooWide(page)).toBe(false);
      await page.close();
    }
    const { signatures, siteVisits } = (await asker.get(`/permits/${permitId}`)).body as { signatures: unknown[]; siteVisits: unknown[] };
    expect([signatures.length, siteVisits.length]).toEqual([2, 2]);
  }); // prettier-ignore

  it('is issued by the safety officer, briefed and checked', async () => {
    const safety = await onPhone(site.safety);
    await give(safety, 'issue');
    await send(safety);
    await safety.getByText('已签发，待开工').first().waitFor();
    for (const [who, command] of [[asker, 'briefing'], [site.watcher, 'briefing-received'], [site.head, 'shift-check']] as const) {
      const page = await onPhone(who);
      await give(page, command);
      await send(page);
      await page.close();
    }
  }); // prettier-ignore

  it('the watcher comes on duty, goes through the measures, measures the gas and starts the work', async () => {
    await pass(45 * MINUTE); // the planned start is half an hour ahead
    watching = await onPhone(site.watcher);
    await give(watching, 'fire-watch-on');
    await takePhoto(watching, app);
    await send(watching);
    await give(watching, 'measures');
    const ticks = watching.locator('.sheet input[type=checkbox]');
    for (let i = 0; i < (await ticks.count()); i += 1) await ticks.nth(i).check();
    await send(watching);
    await watching.getByText('安全措施已全部确认').first().waitFor();
    await give(watching, 'gas-test');
    await watching.fill('[name=gas-methane-middle]', '0.1');
    await watching.fill('[name=instrument]', 'GT-0117');
    await watching.fill('[name=calibration-due-on]', '2030-01-01');
    await send(watching);
    await watching.getByText('气体检测合格').first().waitFor();
    await keepLongScreenshot(watching, 'chemical-ready-phone');
    await give(watching, 'start');
    await send(watching);
    await watching.getByText('作业中').first().waitFor();
  });

  it('the welder scans the machine and welds', async () => {
    welding = await chromium.at(site.welder, `/c/${site.machineCode}`, PHONE);
    await welding.locator('[data-test=start]').click();
    const unlock = await chip.command('unlock');
    await chip.reply(unlock, { ok: true, relay: 'closed' });
    await welding.locator('[data-test=running]').waitFor();
    const job = welding.url().split('/').at(-1);
    await chip.event('arc-start', { job });
    await welding.getByText('正在燃弧').waitFor({ timeout: 20_000 });
    await keepLongScreenshot(welding, 'chemical-welding-phone');
    await chip.ackOf(await chip.event('arc-stop', { job }));
    await welding.locator('[data-test=finish]').click();
    await welding.locator('[data-test=finish-sure]').click();
    const lock = await chip.command('lock');
    await chip.reply(lock, { ok: true, relay: 'open' });
    await welding.getByText('已结束').waitFor();
  });

  it('is watched, and closed on the spot', async () => {
    await give(watching, 'finish');
    await send(watching);
    await watching.locator('[role=timer]').waitFor();
    await keepLongScreenshot(watching, 'chemical-watch-phone');
    await pass(31 * MINUTE);
    await watching.reload();
    await give(watching, 'close');
    await watching.locator('[name=no-residual-fire]').check();
    await takePhoto(watching, app);
    await keepLongScreenshot(watching, 'chemical-close-phone');
    await send(watching);
    await watching.getByText('已关闭').first().waitFor();
  });

  it('stands on paper with every name, and left no case behind', async () => {
    const desk = await chromium.at(asker, `/console/permits/${permitId}`, DESK);
    await desk.getByText('已关闭').first().waitFor();
    expect((await downloaded(desk, '[data-test=print]')).suggestedFilename()).toMatch(/\.pdf$/);
    await keepLongScreenshot(desk, 'chemical-closed');
    const { items } = (await site.admin.get('/violations')).body as { items: { kind: string }[] };
    expect(items.map(({ kind }) => kind)).toEqual([]);
    const ran = Math.round((performance.now() - begun) / 1_000);
    process.stdout.write(`chemical plant, from the form to the closed permit: the test ran ${ran} s\n`);
  }); // prettier-ignore
});
