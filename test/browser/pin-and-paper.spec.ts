import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, newUser, PASSWORD, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import { Chromium, DESK, isTooWide, keepLongScreenshot, keepScreenshot, PHONE } from './chromium';

let app: TestApp;
let site: Site;
let chip: TestChip;
let chromium: Chromium;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  chip = await TestChip.connect(app.mqttPort, site);
  await chip.birth();
  await chip.command('time');
  await activate(site, String((await draftPermit(site))['id']));
  chromium = await Chromium.open(app.url);
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  await chip?.close();
  await app?.close();
});

describe('a welder’s PIN', () => {
  let page: Page;

  it('is asked for only where the place asks who is at the machine', async () => {
    page = await chromium.at(site.welder, `/c/${site.machineCode}`, PHONE);
    await page.locator('[data-test=start]').waitFor();
    expect(await page.locator('[data-test=identity]').count()).toBe(0);
    await app.sql(`insert into roll_out_modes (id, region_code, topic, mode, valid_from) values ('R1', '411003', 'identity', 'enforce', now() - interval '1 day')`); // prettier-ignore
    await page.reload();
    await page.locator('[data-test=identity]').waitFor();
    expect(await page.locator('[data-test=start]').isDisabled()).toBe(true);
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'identity-asked');
  });

  it('is set in the welder’s own account', async () => {
    await page.getByText('还没有身份密码').click();
    await page.getByText('您还没有设置身份密码').waitFor();
    const fill = async (pin: string): Promise<void> => {
      await page.locator('input[name=pin]').fill(pin);
      await page.locator('input[name=again]').fill(pin);
      await page.locator('input[name=password]').fill(PASSWORD);
      await page.locator('[data-test=save-pin]').click();
    };
    await fill('123456');
    await page.getByText('容易被猜到').first().waitFor();
    await fill('274918');
    await page.locator('[data-test=pin-saved]').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'pin-set');
  });

  it('wrong, it says what to do; right, the machine gets power', async () => {
    await page.goto(`/c/${site.machineCode}`);
    await page.locator('input[name=pin]').fill('274919');
    await page.locator('[data-test=start]').click();
    await page.locator('[data-test=refused]').getByText('身份密码不对').waitFor();
    await keepScreenshot(page, 'pin-wrong');
    await page.locator('input[name=pin]').fill('274918');
    await page.locator('[data-test=start]').click();
    await page.waitForURL(/\/m\/jobs\//);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('274918');
  });
});

it('a welder finds the watcher and the leader in the long form', async () => {
  const page = await chromium.at(site.welder, '/m', PHONE);
  page.setDefaultTimeout(10_000);
  await page.locator('a[href="/m/apply"]').click();
  await page.getByText('一般动火作业').click();
  await page.locator('.el-form-item', { hasText: '监护人' }).first().locator('.el-select').click();
  await page.locator('.el-select-dropdown__item', { hasText: '测试fire-watcher' }).first().click();
  expect(await isTooWide(page)).toBe(false);
  await keepLongScreenshot(page, 'apply-welder');
});

describe('paper while the platform is down', () => {
  it('a regulator issues forms and sees outages at the desk', async () => {
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    await regulator.must('/outages', {
      from: new Date(Date.now() - 3 * 3_600_000).toISOString(),
      to: new Date(Date.now() + 3_600_000).toISOString(),
      reason: '机房停电检修',
    });
    const page = await chromium.at(regulator, '/console/outages', DESK);
    await page.getByText('机房停电检修').waitFor();
    await page.locator('[data-test=issue]').click();
    await page.getByText('区域', { exact: true }).first().click();
    await page.locator('[data-test=save-block]').click();
    await page.locator('[data-test=paper-blocks]').getByText('ZP-000001').waitFor();
    await page.locator('[data-test=declare]').click();
    await page.locator('[data-test=save-outage]').waitFor();
    await keepScreenshot(page, 'outages-desk');
  });

  it('the welder copies the form on the phone', async () => {
    const page = await chromium.at(site.welder, '/m/paper?number=ZP-000002', PHONE);
    page.setDefaultTimeout(10_000);
    const at = (hoursAgo: number): string =>
      new Date(Date.now() - hoursAgo * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 16);
    await page.locator(`input[name="welder-${site.welderId}"]`).check();
    await page.locator('textarea[name=machines]').fill(site.machineCode);
    await page.locator('input[name=place]').fill('东街车间');
    await page.getByText('我现在就在作业地点').click();
    await page.getByText('已取得位置').waitFor();
    await page.locator('input[name=content]').fill('焊接支架');
    await page.locator('input[name=from]').fill(at(2));
    await page.locator('input[name=to]').fill(at(1));
    await page.locator('input[name=watcher]').fill('测试监护人');
    await page.locator('input[name=approver]').fill('测试负责人');
    await page.locator('[data-test=photo]').setInputFiles({ name: 'paper.jpg', mimeType: 'image/jpeg', buffer: await app.photo() }); // prettier-ignore
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'paper-phone');
    await page.locator('[data-test=send-paper]').click();
    await page.locator('[data-test=paper-done]').waitFor();
    expect(await page.locator('[data-test=paper-done]').innerText()).toContain('ZP-000002');
  });
});
