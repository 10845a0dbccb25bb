import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import { Chromium, isTooWide, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';
import { withoutNetwork } from './network';

describe('a certified welder with a permit, from scan to fire watch', () => {
  let app: TestApp;
  let site: Site;
  let chip: TestChip;
  let permitId: string;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.command('time');
    permitId = String((await draftPermit(site))['id']);
    await activate(site, permitId);
    chromium = await Chromium.open(app.url);
    page = await chromium.person(PHONE);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await chip.close();
    await app.close();
  });

  it('sees the machine, the certificate and the permit at a glance', async () => {
    await page.goto(`/c/${site.machineCode}`);
    await page.getByText('登录后开工').click();
    await page.waitForURL(/\/login/);
    await logIn(page, await usernameOf(site.welder));
    await page.getByText('用哪张作业票').waitFor();
    expect(await page.getByText('熔化焊接与热切割').isVisible()).toBe(true);
    expect(await page.getByText('测试车间').isVisible()).toBe(true);
    await keepScreenshot(page, 'scan-welder');
  });

  it('waits for the chip, works when it answers, and finishes', async () => {
    await page.locator('[data-test=start]').click();
    const unlock = await chip.command('unlock');
    await page.getByText('等待芯片确认').waitFor();
    await keepScreenshot(page, 'job-waiting');
    await chip.reply(unlock, { ok: true, relay: 'closed' });
    await page.locator('[data-test=running]').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'job-running');

    await withoutNetwork(page, async () => {
      await page.reload();
      await page.locator('[data-test=running]').waitFor();
      await page.getByText('无网络').waitFor();
      await keepScreenshot(page, 'job-reloaded-offline');
    });
    await page.getByText('无网络').waitFor({ state: 'detached' });

    await page.locator('[data-test=finish]').click();
    await page.locator('[data-test=finish-sure]').click();
    const lock = await chip.command('lock');
    await chip.reply(lock, { ok: true, relay: 'open' });
    await page.getByText('已结束').waitFor();
  });

  it('sees the fire watch count down once the watcher has finished the hot work', async () => {
    await site.watcher.must(`/permits/${permitId}/commands/finish`);
    await page.locator('[data-test=watch]').waitFor();
    expect(await page.locator('[data-test=watch] [role=timer]').innerText()).toMatch(/^00:(29|30):\d\d$/);
    await keepScreenshot(page, 'job-fire-watch');
    expect(chromium.complaints).toEqual([]);
  });
});
