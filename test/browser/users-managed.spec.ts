import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, signIn, type Site } from '../support/site';
import { Chromium, DESK, keepScreenshot, PHONE, usernameOf } from './chromium';

jest.setTimeout(90_000);

/** An administrator opens an account, changes it, gives a password, shuts it and opens it again. */
describe('accounts on the console', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let admin: Page;
  let username: string;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    username = await usernameOf(await newUser(app, site.admin, ['inspector'], { regionCode: '411003' }));
    chromium = await Chromium.open(app.url);
    admin = await chromium.person(DESK);
    await admin.goto('/login');
    await logInByKeyboard(admin);
  }, 120_000);

  /** The first field has the focus, arrow keys go from tab to tab, Enter sends: no mouse is needed. */
  async function logInByKeyboard(page: Page): Promise<void> {
    const focused = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLInputElement).name || document.activeElement!.id); // prettier-ignore
    await page.waitForSelector('[name=username]:focus');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('#tab-code[aria-selected=true]:focus');
    expect(await page.locator('[name=phone]').count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('#tab-password[aria-selected=true]:focus');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('username');
    await page.keyboard.type('admin');
    await page.keyboard.press('Tab');
    await page.keyboard.type(app.adminPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => !address.pathname.startsWith('/login'));
  }
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });

  const openRow = async (): Promise<void> => {
    await admin.goto('/console/users');
    await admin.locator('tr', { hasText: username }).locator('[data-test=open-user]').click();
    await admin.locator('.el-drawer [name=name]').waitFor();
  };
  const sure = async (): Promise<void> => {
    await admin.locator('.el-message-box .el-button--primary').click();
    // a box that still fades away would take the next one's click
    await admin.locator('.el-message-box').waitFor({ state: 'hidden' });
  };

  it('a row opens, and the name and the phone are changed', async () => {
    await openRow();
    await keepScreenshot(admin, 'user-opened');
    await admin.fill('.el-drawer [name=phone]', '12345');
    await admin.click('.el-drawer [data-test=save]');
    await admin.getByText('应为 11 位手机号码').first().waitFor();
    await admin.fill('.el-drawer [name=phone]', '19900008888');
    await admin.fill('.el-drawer [name=name]', '李检查');
    await admin.click('.el-drawer [data-test=save]');
    await admin.locator('tr', { hasText: username }).getByText('199****8888').waitFor();
    await admin.locator('tr', { hasText: username }).getByText('李检查').waitFor();
  });

  it('a temporary password is shown once; the person changes it before anything else opens', async () => {
    await openRow();
    await admin.click('[data-test=reset]');
    await sure();
    const temporary = await admin.locator('[data-test=temporary-password]').innerText();
    await keepScreenshot(admin, 'user-temporary-password');
    const phone = await chromium.person(PHONE);
    await phone.goto('/login');
    await phone.fill('[name=username]', username);
    await phone.fill('[name=password]', temporary);
    await phone.click('button[type=submit]');
    await phone.waitForURL(/\/password/);
    await phone.getByText('请先改成自己的密码').waitFor();
    await phone.goto('/m/inspect');
    await phone.waitForURL(/\/password/);
    await phone.click('button[type=submit]');
    await phone.getByText('请填写当前密码').waitFor();
    expect(await phone.evaluate<string>('document.activeElement.name')).toBe('current');
    await keepScreenshot(phone, 'password-first');
    await phone.fill('[name=current]', temporary);
    await phone.fill('[name=next]', 'My-Own-Words-7');
    await phone.fill('[name=again]', 'My-Own-Words-8');
    await phone.click('button[type=submit]');
    await phone.getByText('两次输入的新密码不一样').waitFor();
    await phone.fill('[name=again]', 'My-Own-Words-7');
    await phone.click('button[type=submit]');
    await phone.waitForURL(/\/m\/inspect/);
  });

  it('is shut, and its person is signed out; then it is opened again', async () => {
    const phone = await chromium.person(PHONE);
    await phone.goto('/login');
    await phone.fill('[name=username]', username);
    await phone.fill('[name=password]', 'My-Own-Words-7');
    await phone.click('button[type=submit]');
    await phone.waitForURL(/\/m\/inspect/);
    await openRow();
    await admin.click('[data-test=turn]');
    await sure();
    await admin.locator('.el-drawer').getByText('已停用').waitFor();
    await keepScreenshot(admin, 'user-disabled');
    await phone.reload();
    await phone.waitForURL(/\/login/);
    await admin.click('[data-test=turn]');
    await sure();
    await admin.locator('.el-drawer').getByText('使用中').waitFor();
    await signIn(app, username, 'My-Own-Words-7');
  });

  it('one’s own roles cannot be touched there', async () => {
    await admin.goto('/console/users');
    await admin.locator('tr', { hasText: 'admin' }).locator('[data-test=open-user]').first().click();
    await admin.getByText('请由另一名管理员修改').waitFor();
    expect(await admin.locator('[data-test=turn]').count()).toBe(0);
  });

  it('no page complained', () => {
    expect(chromium.complaints).toEqual([]);
  });
});
