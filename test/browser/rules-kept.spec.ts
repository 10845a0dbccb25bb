import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { signIn, type Person } from '../support/site';
import { Chromium, DESK, keepLongScreenshot, keepScreenshot } from './chromium';

jest.setTimeout(90_000);

/** Journey 8: rules, special periods, holidays and roll-out modes, kept by date. */
describe('an administrator plans a rule ahead of its date', () => {
  let app: TestApp;
  let admin: Person;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    admin = await signIn(app, 'admin', app.adminPassword);
    chromium = await Chromium.open(app.url);
    page = await chromium.person(DESK);
    await page.goto('/login');
    await page.fill('[name=username]', 'admin');
    await page.fill('[name=password]', app.adminPassword);
    await page.click('button[type=submit]');
    await page.waitForURL('**/console/today');
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  it('reads each rule with its source and how sure that is', async () => {
    await page.goto('/console/rules');
    await page.getByText('作业后留守时间').waitFor();
    await page.getByText('未确认').first().waitFor();
    await keepScreenshot(page, 'rules');
  });

  it('sees what would change and whom it concerns, then decides', async () => {
    await page.getByText('监护人培训要求').click();
    await page.locator('[data-test=plan]').click();
    const form = page.locator('.el-drawer');
    await form.locator('.el-form-item', { hasText: '生效日期' }).locator('input').fill('2031-01-01');
    await page.keyboard.press('Enter');
    await form.locator('.el-form-item', { hasText: '内容' }).locator('.el-select').click();
    await page.locator('.el-select-dropdown:visible').getByText('强制', { exact: true }).click();
    await form.locator('[name=source]').fill('测试文件 第 1 条');
    await page.locator('[data-test=preview]').click();
    const preview = page.locator('[data-test=preview-panel]');
    await preview.getByText('强制').waitFor();
    await preview.scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'rule-preview');
    await page.locator('[data-test=save]').click();
    await page.getByText('未生效').waitFor();
    await page.getByText('2031/01/01 起').waitFor();
    const { items } = (await admin.get('/rules/permit.watcher-training/versions')).body as {
      items: { stage: string; value: string }[];
    };
    expect(items.map(({ stage, value }) => ({ stage, value }))).toContainEqual({ stage: 'planned', value: 'enforce' });
  });

  it('takes it back before it begins', async () => {
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('未生效').waitFor({ state: 'detached' });
  });

  it('declares a special period, and a year without holiday table says so', async () => {
    await page.goto('/console/rules/special-periods');
    await page.locator('[data-test=add]').click();
    await page.fill('[name=name]', '春节烟花爆竹管控期');
    await page.locator('.el-form-item', { hasText: '到' }).last().locator('input').fill(inAMonth());
    await page.keyboard.press('Enter');
    await page.locator('[data-test=save]').click();
    await page.getByText('春节烟花爆竹管控期').first().waitFor();

    await page.goto('/console/rules/calendar');
    await page.locator('.el-input-number input').fill('2040');
    await page.keyboard.press('Enter');
    await page.getByText('还没有这一年的节假日表').waitFor();
    await keepLongScreenshot(page, 'holidays-unknown-year');
  });
});

/** As it is typed: a day in China, at midnight. */
function inAMonth(): string {
  const day = new Date(Date.now() + 30 * 86_400_000);
  return `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(day)} 00:00`;
}
