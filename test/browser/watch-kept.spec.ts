import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, newUser, POINT, type Person, type Site } from '../support/site';
import { Chromium, DESK, isTooWide, keepLongScreenshot, keepScreenshot, PHONE } from './chromium';
import { give, send, takePhoto } from './permit-sheet';

const MINUTE = 60_000;

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Journey 3, when it does not go smoothly: somebody takes over, or nobody answers. */
describe('hot work is never without a watcher', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let substitute: Person;
  let permit: { id: string; code: string };
  let watcher: Page;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    const links = { enterpriseId: site.enterpriseId, name: '孙接班' };
    substitute = await newUser(app, site.admin, ['fire-watcher'], links);
    const draft = await draftPermit(site, { place: { name: '三号车间钢平台', ...POINT, radiusM: 100 } });
    permit = { id: String(draft['id']), code: String(draft['code']) };
    await activate(site, permit.id);
    chromium = await Chromium.open(app.url);
    watcher = await chromium.at(site.watcher, `/m/permits/${permit.id}`, PHONE);
    await tapPanel(watcher).waitFor();
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  const tapPanel = (page: Page) => page.locator('[data-test=tap-panel]');
  const watcherOn = (page: Page) => page.locator('.facts div', { hasText: '监护人' });
  const elapse = async (ms: number): Promise<void> => {
    await chromium.elapse(ms);
    await app.elapse(ms);
  };

  describe('a substitute', () => {
    let page: Page;

    it('scans the signboard and takes over with a photo, while the work goes on', async () => {
      page = await chromium.at(substitute, `/c/${permit.code}`, PHONE);
      await page.getByText(/监护人 测\*+ .+ 起在岗/).waitFor();
      await keepLongScreenshot(page, 'substitute-signboard-phone');
      await page.locator('[data-test=open-permit]').click();
      await page.locator('[data-test=command-substitute-watch]').waitFor();
      expect(await tapPanel(page).count()).toBe(0);
      await keepScreenshot(page, 'substitute-permit-phone');
      await give(page, 'substitute-watch');
      await takePhoto(page, app);
      await keepScreenshot(page, 'substitute-takes-over-phone');
      await send(page);
      await tapPanel(page).getByText('您在岗监护').waitFor();
      await page.getByText('作业中').first().waitFor();
      await watcherOn(page).getByText('孙接班').waitFor();
      expect(await isTooWide(page)).toBe(false);
      await keepLongScreenshot(page, 'substitute-on-phone');
    });

    it('is whom the first watcher, the desk and the signboard name from then on', async () => {
      await tapPanel(watcher).waitFor({ state: 'detached' });
      await watcherOn(watcher).getByText('孙接班').waitFor();
      await keepScreenshot(watcher, 'substituted-phone');
      const desk = await chromium.at(site.safety, `/console/permits/${permit.id}`, DESK);
      await watcherOn(desk).getByText('孙接班').waitFor();
      await desk.getByText('接替监护').first().waitFor();
      await keepLongScreenshot(desk, 'substituted');
      const passerBy = await chromium.person(PHONE);
      await passerBy.goto(`/c/${permit.code}`);
      await passerBy.getByText(/监护人 孙\*\* .+ 起在岗/).waitFor();
    });

    it('may not just go: the work stops, until somebody watches again', async () => {
      await give(page, 'fire-watch-off');
      await page.getByText('您离岗后，作业将立即暂停').waitFor();
      await keepScreenshot(page, 'watch-off-phone');
      await send(page);
      await page.getByText('监护人离岗').first().waitFor();
      await keepLongScreenshot(page, 'watch-gone-phone');
      expect(await page.locator('[data-test=command-resume]').count()).toBe(0);
      await comeBack(watcher, 'substitute-watch');
    });
  });

  describe('a missed sign of presence', () => {
    let desk: Page;

    it('turns the watcher’s phone red, and calls the safety officer on whatever page', async () => {
      desk = await chromium.at(site.safety, '/console/machines', DESK);
      const phone = await chromium.at(site.safety, '/m/approve', PHONE);
      await elapse(61 * MINUTE);
      await tapPanel(watcher).getByText('请立即报到').waitFor();
      await keepScreenshot(watcher, 'tap-missed-phone');
      await phone.locator('[data-test=watch-call]').waitFor();
      await keepScreenshot(phone, 'watch-call-phone');
      await phone.locator('[data-test=watch-call]').click();
      await phone
        .locator('[data-test=notice]')
        .getByText(/监护人测试fire-watcher没有按时报到/)
        .waitFor();
      await keepScreenshot(phone, 'watch-called-phone');
      await desk.locator('[data-test=watch-call]').getByText('三号车间钢平台').waitFor();
      await keepScreenshot(desk, 'watch-call');
      await desk.reload();
      await desk.locator('[data-test=watch-call]').getByText('三号车间钢平台').waitFor();
    });

    it('is forgiven within the patience', async () => {
      await give(watcher, 'watch-tap');
      await tapPanel(watcher).getByText('您在岗监护').waitFor();
      await desk.locator('[data-test=watch-call]').waitFor({ state: 'detached' });
    });

    it('stops the work once the patience is over, and the desk says why', async () => {
      await elapse(60 * MINUTE);
      await desk.locator('[data-test=watch-call]').waitFor();
      await elapse(11 * MINUTE);
      await desk.locator('[data-test=watch-call]').getByText('作业已暂停').click();
      await desk.locator('[data-test=status]').getByText('监护人没有按时报到').waitFor();
      await desk.locator('.history li', { hasText: '平台自动' }).getByText('暂停作业').waitFor();
      await keepLongScreenshot(desk, 'watcher-silent');
      await watcher.getByText('监护人没有按时报到').first().waitFor();
      await keepLongScreenshot(watcher, 'watcher-silent-phone');
    });

    it('the watcher comes back, and the work goes on', async () => {
      await comeBack(watcher, 'fire-watch-on');
      await desk
        .locator('[data-test=status]')
        .getByText(/下次报到/)
        .waitFor();
    });
  });

  /** On duty again, and then on with the work. */
  async function comeBack(page: Page, command: string): Promise<void> {
    await give(page, command);
    await takePhoto(page, app);
    await send(page);
    await give(page, 'resume');
    await keepScreenshot(page, `resume-after-${command}-phone`);
    await send(page);
    await page.getByText('作业中').first().waitFor();
    await tapPanel(page).waitFor();
  }
});
