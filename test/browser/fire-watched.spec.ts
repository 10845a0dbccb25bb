import { allNo } from '../support/answers';
import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, POINT, signForm, type Site } from '../support/site';
import { Chromium, isTooWide, keepLongScreenshot, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';
import { give, holdStop, send, takePhoto } from './permit-sheet';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Journey 3: the fire watcher on the phone, at a chemical plant where the gas must be measured. */
describe('a fire watcher guards hot work from the first scan to the closed permit', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let page: Page;
  let permitId: string;
  let permitCode: string;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app, 'chemical');
    ({ id: permitId, code: permitCode } = await issuedPermit());
    chromium = await Chromium.open(app.url);
    page = await chromium.person(PHONE);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  /** Whoever's turn it is signs: how many that are depends on the hour and the day on which the test runs. */
  async function issuedPermit(): Promise<{ id: string; code: string }> {
    const applicant = await newUser(app, site.admin, ['enterprise-manager'], { enterpriseId: site.enterpriseId });
    const draft = await applicant.must('/permits', {
      regime: 'chemical',
      enterpriseId: site.enterpriseId,
      place: { name: '原料罐区三号泵', ...POINT, radiusM: 100, kinds: ['confined-space'] },
      content: '更换泵出口法兰',
      method: '焊条电弧焊',
      plannedStart: new Date(Date.now()).toISOString(),
      plannedEnd: new Date(Date.now() + 7 * HOUR).toISOString(),
      welderIds: [site.welderId],
      machineIds: [site.machineId],
      fireWatchId: site.watcher.userId,
      gases: ['methane', 'toluene'],
      answers: allNo('chemical'),
      submit: true,
    });
    const id = String(draft['id']);
    for (const signer of [site.manager, site.safety, site.head]) {
      const { commands } = (await signer.get(`/permits/${id}`)).body as { commands: string[] };
      if (commands.includes('approve'))
        await signer.must(`/permits/${id}/commands/approve`, { ...POINT, accuracyM: 8 });
    }
    await site.safety.must(`/permits/${id}/commands/issue`);
    await signForm(site, id);
    return { id, code: String(draft['code']) };
  }

  it('anyone who scans the signboard sees who signed, what is allowed and how long', async () => {
    const passerBy = await chromium.person(PHONE);
    await passerBy.goto(`/c/${permitCode}`);
    await passerBy.locator('[data-test=signboard]').getByText('已签发').waitFor();
    await passerBy.getByText('更换泵出口法兰').waitFor();
    expect(await passerBy.getByText('测试fire-watcher').count()).toBe(0); // full names are for those concerned
    expect(await passerBy.locator('[data-test=open-permit]').count()).toBe(0);
    expect(await isTooWide(passerBy)).toBe(false);
    await keepLongScreenshot(passerBy, 'signboard-phone');
  });

  it('the watcher signs on with a photo and the place', async () => {
    await logIn(page, await usernameOf(site.watcher));
    await page.goto(`/c/${permitCode}`);
    await page.locator('[data-test=open-permit]').click();
    await give(page, 'fire-watch-on');
    await takePhoto(page, app);
    await keepScreenshot(page, 'watch-on-phone');
    await send(page);
    await page.getByText('监护人已到岗').waitFor();
    await keepLongScreenshot(page, 'watch-steps-phone');
  });

  it('ticks the measures one by one', async () => {
    await give(page, 'measures');
    const ticks = page.locator('.sheet input[type=checkbox]');
    for (let i = 0; i < (await ticks.count()); i += 1) await ticks.nth(i).check();
    await page.fill('[name=number-blinds-fitted]', '3');
    await keepScreenshot(page, 'watch-measures-phone');
    await send(page);
    await page.getByText('安全措施已全部确认').first().waitFor();
    const { measures } = (await site.watcher.get(`/permits/${permitId}`)).body as {
      measures: { code: string; number: number | null }[];
    };
    expect(measures.find(({ code }) => code === 'blinds-fitted')).toMatchObject({ number: 3 });
  });

  it('enters the gas test with each limit beside its field', async () => {
    await give(page, 'gas-test');
    await page.fill('[name=gas-methane-middle]', '0.6');
    await page.getByText('不合格', { exact: true }).waitFor();
    await keepLongScreenshot(page, 'watch-gas-too-much-phone');
    await page.fill('[name=gas-methane-middle]', '0.1');
    await page.fill('[name=gas-toluene-middle]', '0.05');
    await page.fill('[name=gas-oxygen-middle]', '20.8');
    await page.fill('[name=instrument]', 'GT-0117');
    await page.fill('[name=calibration-due-on]', '2030-01-01');
    await keepScreenshot(page, 'watch-gas-phone');
    await send(page);
    await page.getByText('气体检测合格').first().waitFor();
  });

  it('starts the work, and answers when asked whether still there', async () => {
    await give(page, 'start');
    await send(page);
    await page.getByText('作业中').first().waitFor();
    await page.locator('[data-test=tap-panel]').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'watch-active-phone');

    await gasTest();
    await app.elapse(14 * MINUTE);
    await gasTest();
    await give(page, 'watch-tap');
    await page.waitForResponse((answer) => answer.url().endsWith('/commands/watch-tap') && answer.ok());
  });

  /** Special-level work is measured all the time; the watcher of this test must not lose it to that. */
  const gasTest = (): Promise<unknown> =>
    site.safety.must(`/permits/${permitId}/commands/gas-test`, {
      sampledAt: new Date(Date.now()).toISOString(),
      readings: [
        { gas: 'methane', value: 0.1, unit: '%vol' },
        { gas: 'toluene', value: 0.05, unit: '%vol' },
        { gas: 'oxygen', value: 20.8, unit: '%vol' },
      ],
    });

  it('stops with one red button that is held, says why afterwards, and looks at the measures anew', async () => {
    await page.locator('[data-test=command-suspend]').click(); // a slip
    await keepScreenshot(page, 'watch-stop-phone');
    expect(await stateNow()).toBe('active');
    await holdStop(page);
    await page.locator('[data-test=stop-reason]').waitFor();
    expect(await stateNow()).toBe('suspended');
    await keepScreenshot(page, 'watch-suspended-phone');
    await page.getByRole('button', { name: '现场发现险情' }).click();
    await page.locator('[data-test=stop-reason]').waitFor({ state: 'hidden' });
    await page.getByText('现场发现险情').first().waitFor();

    await gasTest();
    await page.reload();
    await give(page, 'measures');
    const ticks = page.locator('.sheet input[type=checkbox]');
    await ticks.first().waitFor();
    for (let i = 0; i < (await ticks.count()); i += 1) await ticks.nth(i).check();
    await send(page);
    await give(page, 'resume');
    await send(page);
    await page.getByText('作业中').first().waitFor();
  });

  const stateNow = async (): Promise<unknown> =>
    ((await site.watcher.get(`/permits/${permitId}`)).body as { state: string }).state;

  it('finishes, waits the watch out, and closes with a photo', async () => {
    await give(page, 'finish');
    await send(page);
    await page.locator('[data-test=watch]').waitFor();
    expect(await page.locator('[data-test=command-close]').count()).toBe(0);
    await keepScreenshot(page, 'watch-timer-phone');
    expect(await page.locator('a[href="tel:119"]').count()).toBe(1);
    await holdStop(page, 'smoke-call');
    await page.locator('[data-test=smoke-told]').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'watch-smoke-phone');
    const told = await app.sql(`select action from audit_entries where action = 'permit.residual-fire' and entity_id = '${permitId}'`); // prettier-ignore
    expect(told).toHaveLength(1);
    expect(await stateNow()).toBe('fire_watch');
    await app.elapse(61 * MINUTE);
    await page.reload();
    await give(page, 'close');
    await page.locator('[name=no-residual-fire]').check();
    await takePhoto(page, app);
    await keepScreenshot(page, 'watch-close-phone');
    await send(page);
    await page.getByText('已关闭').first().waitFor();
    const { state } = (await site.watcher.get(`/permits/${permitId}`)).body as { state: string };
    expect(state).toBe('closed');
  });
});
