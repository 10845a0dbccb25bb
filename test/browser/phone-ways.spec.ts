import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, POINT, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import { Chromium, isTooWide, keepLongScreenshot, keepScreenshot, PHONE } from './chromium';
import { Network } from './network';
import { give } from './permit-sheet';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Small things that leave somebody standing on a site: a key that does nothing, a page without a way on, a warning nobody shows. */
describe('a phone always has a way on', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let permitId: string;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    const draft = await draftPermit(site, { place: { name: '五号车间', ...POINT, radiusM: 100 }, gases: ['methane'] });
    permitId = String(draft['id']);
    await activate(site, permitId);
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  it('screens 14: the key of the keyboard opens a code that was typed', async () => {
    const page = await chromium.at(site.watcher, '/m/scan', PHONE);
    await page.fill('[name=typed-code]', site.machineCode);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/c/${site.machineCode}`);
    await page.close();
  });

  it('screens 21: an unknown code offers to scan and type another, and a way home', async () => {
    const page = await chromium.person(PHONE);
    await page.goto('/c/ZZZZZZZZZZ');
    await page.locator('[data-test=unknown-code]').getByText('ZZZZZZZZZZ').waitFor();
    expect(await page.getByText('再试一次').count()).toBe(0);
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'unknown-code-phone');
    await page.locator('[data-test=scan-again]').click();
    await page.getByText('拍照识别').waitFor();
    await page.fill('[name=typed-code]', site.machineCode);
    await page.keyboard.press('Enter');
    await page.getByText('登录后开工').waitFor();
    await page.close();
  });

  it('screens 20: an earlier declaration that is not there leads to a new one', async () => {
    const page = await chromium.at(site.welder, '/m/declare?again=nothing', PHONE);
    await page.locator('[data-test=again-lost]').waitFor();
    await keepScreenshot(page, 'again-lost-phone');
    await page.locator('[data-test=again-lost] button').click();
    await page.locator('[data-field=kinds]').waitFor();
    await page.close();
  });

  describe('on a permit', () => {
    let page: Page;

    beforeAll(async () => {
      page = await chromium.at(site.watcher, '/m/watch', PHONE);
      await page.getByText('五号车间').first().click();
      await page.locator('[data-test=command-gas-test]').waitFor();
    });

    it('screens 15: the back key closes the sheet and not the page; what was typed is there again', async () => {
      await give(page, 'gas-test');
      await page.fill('[name=gas-methane-middle]', '0.3');
      await page.goBack();
      await page.locator('[name=gas-methane-middle]').waitFor({ state: 'detached' });
      expect(new URL(page.url()).pathname).toBe(`/m/permits/${permitId}`);
      await give(page, 'gas-test');
      expect(await page.inputValue('[name=gas-methane-middle]')).toBe('0.3');
      await page.reload();
      await page.locator('[name=gas-methane-middle]').waitFor();
      expect(await page.inputValue('[name=gas-methane-middle]')).toBe('0.3');
      await page.goBack();
      await page.locator('[name=gas-methane-middle]').waitFor({ state: 'detached' });
    });

    it('screens 15: so does it with the account', async () => {
      await page.locator('[data-test=account]').click();
      await page.locator('[data-test=logout]').waitFor();
      await keepScreenshot(page, 'account-phone');
      await page.goBack();
      await page.locator('[data-test=logout]').waitFor({ state: 'hidden' });
      expect(new URL(page.url()).pathname).toBe(`/m/permits/${permitId}`);
    });

    it('screens 6: a stop that the platform does not hear says that the power is still on', async () => {
      const network = await Network.of(page.context());
      network.down();
      await page.locator('[data-test=command-suspend]').focus();
      await page.keyboard.down('Enter');
      await page.waitForTimeout(1_300);
      await page.keyboard.up('Enter');
      await page.locator('[data-test=stop-unheard]').getByText('设备没有断电').waitFor();
      await keepScreenshot(page, 'stop-unheard-phone');
      network.up();
      await page.close();
    });
  });

  describe('screens 1: a welder whose position says that they may be beyond the place', () => {
    let page: Page;
    let chip: TestChip;

    beforeAll(async () => {
      chip = await TestChip.connect(app.mqttPort, site);
      await chip.birth();
    });
    afterAll(() => chip.close());

    it('is told on the running page what the platform noted, and can locate again', async () => {
      page = await chromium.at(site.welder, `/c/${site.machineCode}`, PHONE);
      await page.context().setGeolocation({ latitude: POINT.lat + 0.0012, longitude: POINT.lng, accuracy: 60 });
      await page.reload();
      await page.getByText('已定位').waitFor();
      await keepScreenshot(page, 'start-phone');
      await page.locator('[data-test=start]').dblclick();
      const unlock = await chip.command('unlock');
      await chip.reply(unlock, { ok: true, relay: 'closed' });
      await page.locator('[data-test=running]').waitFor();
      const noted = page.locator('[data-test=decided]');
      await noted.locator('[data-code="place.outside-site"]').getByText('怎么办').waitFor();
      expect(await isTooWide(page)).toBe(false);
      await keepLongScreenshot(page, 'job-noted-phone');
      await page.context().setGeolocation({ latitude: POINT.lat, longitude: POINT.lng, accuracy: 10 });
      await page.locator('[data-test=locate-again]').click();
      await page.locator('[data-test=located-again]').getByText('范围内').waitFor({ timeout: 30_000 });
    });

    it('screens 19: what failed without network is no error any more once it is back, and nothing moved', async () => {
      await page.evaluate(`window.shifts = 0; new PerformanceObserver((list) => {
        for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts += one.value;
      }).observe({ type: 'layout-shift', buffered: false })`);
      const network = await Network.of(page.context());
      network.down();
      await page.getByText('无网络').waitFor({ timeout: 15_000 });
      expect(await page.evaluate('window.shifts')).toBeLessThan(0.02);
      await page.locator('[data-test=finish]').click();
      await page.goBack();
      await page.locator('[data-test=finish-sure]').waitFor({ state: 'hidden' });
      await page.locator('[data-test=finish]').click();
      await page.locator('[data-test=finish-sure]').click();
      await page.getByText('连接不上平台').waitFor();
      await keepLongScreenshot(page, 'job-no-network-phone');
      network.up();
      await page.getByText('连接不上平台').waitFor({ state: 'detached', timeout: 30_000 });
      await page.getByText('无网络').waitFor({ state: 'detached' });
      await page.locator('[data-test=running]').waitFor();
    });
  });
});
