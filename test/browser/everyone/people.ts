import type { Page } from 'playwright-core';
import type { TestApp } from '../../support/app';
import { inventedIdNumber, inventedPhone } from '../../support/people';
import { PASSWORD } from '../../support/site';
import { type Chromium, chooseRegion, DESK, logIn, PHONE } from '../chromium';

/** Somebody of the story: a name, a phone, an identity card. */
export interface Somebody {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly username: string;
}

export const somebody = (n: number, name: string, username: string): Somebody => ({
  ...{ name, username },
  ...{ phone: inventedPhone(n), idNumber: inventedIdNumber(n) },
});

/** What people do with accounts, each act as a person does it: by pages, texts and fingers. */
export class People {
  constructor(
    private readonly app: TestApp,
    private readonly chromium: Chromium,
  ) {}

  /** The six digits of the latest text to a phone. */
  codeOf = ({ phone }: Somebody): string => /\d{6}/.exec(this.app.lastTextTo(phone))?.[0] ?? '';

  async signsIn({ username }: { username: string }, size: { width: number; height: number }): Promise<Page> {
    const page = await this.chromium.person(size);
    await page.goto('/');
    await logIn(page, username);
    return page;
  }

  async signsInAsAdmin(password: string): Promise<Page> {
    const page = await this.chromium.person(DESK);
    await page.goto('/');
    await page.fill('[name=username]', 'admin');
    await page.fill('[name=password]', password);
    await page.click('button[type=submit]');
    await page.waitForURL((address) => !address.pathname.startsWith('/login'));
    return page;
  }

  /** With a code by text, as whoever has no password yet. */
  async signsInByCode(who: Somebody, size: { width: number; height: number }): Promise<Page> {
    const page = await this.chromium.person(size);
    await page.goto('/login');
    await page.getByRole('tab').nth(1).click();
    await page.fill('[name=phone]', who.phone);
    await page.locator('.send').click();
    await this.textFor(who, page);
    await page.fill('[name=code]', this.codeOf(who));
    await page.click('button[type=submit]');
    await page.waitForURL((address) => !address.pathname.startsWith('/login'));
    return page;
  }

  /** From the list of accounts, where whoever answers for people looks first. */
  async invites(page: Page, who: Somebody, roles: readonly string[], region: readonly string[] = []): Promise<void> {
    await openMenu(page, '/console/users');
    await page.locator('[data-test=invitations]').click();
    await page.locator('[data-test=invite]').click();
    const form = page.locator('.el-drawer');
    await form.locator('[data-test=roles]').click();
    for (const role of roles) await page.getByRole('option', { name: role, exact: true }).click();
    await page.keyboard.press('Escape');
    await form.locator('[name=phone]').fill(who.phone);
    await form.locator('[name=name]').fill(who.name);
    if (region.length > 0) await chooseRegion(page, form, region);
    await form.locator('[data-test=save]').click();
    await page.locator('[data-test=link]').waitFor();
    await page.locator('.given button').click();
  }

  /** Opens the link of the text, proves the phone, and is in. */
  async accepts(who: Somebody, size = PHONE): Promise<Page> {
    const page = await this.chromium.person(size);
    await page.goto(this.linkOf(who));
    await page.getByText('获取验证码').click();
    await page.getByText('验证码已发到').waitFor();
    await page.fill('[name=phoneCode]', this.codeOf(who));
    await page.fill('[name=name]', who.name);
    await page.fill('[name=username]', who.username);
    await page.fill('[name=password]', PASSWORD);
    if ((await page.locator('[name=idNumber]').count()) > 0) await page.fill('[name=idNumber]', who.idNumber);
    await page.getByText('接受并进入').click();
    await page.locator('[data-test=accepted]').waitFor();
    await page.getByText('进入', { exact: true }).click();
    await page.waitForURL((address) => !address.pathname.startsWith('/m/join'));
    return page;
  }

  /** From the sign-in page, without anybody's help. */
  async registers(who: Somebody, firm?: string): Promise<void> {
    const page = await this.chromium.person(PHONE);
    await page.goto('/');
    await page.locator('[data-test=register]').click();
    await page.locator(`[data-test=way-${firm ? 'enterprise' : 'welder'}]`).click();
    await page.fill('[name=phone]', who.phone);
    await page.locator('[data-test=send-code]').click();
    await this.textFor(who, page);
    await page.fill('[name=code]', this.codeOf(who));
    if (firm) {
      await page.fill('[name=firmName]', firm);
      await page.selectOption('[name=industry]', 'manufacturing');
    }
    await page.fill('[name=name]', who.name);
    await page.fill('[name=idNumber]', who.idNumber);
    await choosePlace(page);
    await page.locator('[data-test=send]').click();
    await page.locator('[data-test=sent]').waitFor();
    await page.context().close();
  }

  /** One after another, on the phone. */
  async confirmsRegistrations(page: Page, names: readonly string[]): Promise<void> {
    await page.goto('/');
    await page.locator('a[href="/m/registrations"]').click();
    for (const name of names) {
      const one = page.locator('[data-test=registration]', { hasText: name });
      await one.locator('.head').click();
      await one.locator('[data-test=confirm]').click();
      await one.waitFor({ state: 'detached' });
    }
  }

  /** Where the firm stands is filled in already. */
  async registersWelder(page: Page, who: Somebody): Promise<void> {
    await openMenu(page, '/console/welders');
    await page.getByRole('button', { name: '登记焊工' }).click();
    const form = page.locator('.el-drawer');
    await form.locator('[name=name]').fill(who.name);
    await form.locator('[name=idNumber]').fill(who.idNumber);
    await form.locator('[name=phone]').fill(who.phone);
    await form.locator('[data-test=save]').click();
    await page.waitForURL(/welders\/\w{26}$/);
  }

  /** Nobody is employed by somebody else's word. */
  async confirmsEmployer(page: Page, firm: string): Promise<void> {
    await page.locator('[data-test=today] a', { hasText: firm }).click();
    await page.locator('[data-test=claim]', { hasText: firm }).locator('[data-test=confirm]').click();
    await page.getByText('目前没有等您确认的雇佣关系').waitFor();
  }

  /** The official looks at the card and types its number: from then on the signature counts. */
  async confirmsSeat(page: Page, who: Somebody): Promise<void> {
    await openMenu(page, '/console/users');
    await page.locator('tr', { hasText: who.name }).locator('[data-test=confirm-seat]').click();
    await page.locator('.el-message-box input').fill(who.idNumber);
    await page.locator('.el-message-box .el-button--primary').click();
    await page.locator('.el-message-box').waitFor({ state: 'hidden' });
    await page.locator('tr', { hasText: who.name }).getByText('已确认身份').waitFor();
  }

  private linkOf = ({ phone }: Somebody): string => /\/m\/join\/[\w-]+/.exec(this.app.lastTextTo(phone))?.[0] ?? '';

  /** A text takes its moment. */
  private async textFor(who: Somebody, page: Page): Promise<void> {
    for (let tries = 0; tries < 50 && this.codeOf(who) === ''; tries += 1) await page.waitForTimeout(100);
  }
}

/** By the console's menu, not by an address that nobody is told. */
export async function openMenu(page: Page, path: string): Promise<void> {
  if (!page.url().includes('/console')) await page.goto('/');
  const here = page.locator(`a[href="${path}"]`);
  const link = page.locator('nav').locator(here).first();
  await link.waitFor({ state: 'attached' });
  if (!(await link.isVisible())) await page.locator('nav .group', { has: here }).getByRole('button').click();
  await link.click();
  await page.waitForURL((address) => address.pathname === path);
}

/** Province, city, county and town, wherever there is a choice. */
async function choosePlace(page: Page): Promise<void> {
  for (const name of ['河南省', '许昌市', '建安区', '将官池镇']) {
    const list = page.locator('.chain select', { has: page.locator('option', { hasText: name }) });
    await list.waitFor();
    await list.selectOption({ label: name });
  }
}
