import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { newSite, type Person, type Site } from '../support/site';
import { Chromium, DESK, keepScreenshot, logIn, usernameOf } from './chromium';

describe('a permit is asked for on one page, signed by two people and issued', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let permitPath: string;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });

  const at = async (person: Person, path: string): Promise<Page> => {
    const page = await chromium.person(DESK);
    await logIn(page, await usernameOf(person));
    await page.goto(path);
    return page;
  };
  const choose = async (page: Page, label: string): Promise<void> => {
    await page.locator('.el-form-item', { hasText: label }).locator('.el-select').click();
    await page.locator('.el-select-dropdown:visible .el-select-dropdown__item').first().click();
    await page.keyboard.press('Escape');
  };

  it('the manager fills one form', async () => {
    const page = await at(site.manager, '/console/permits/new');
    await page.getByText('一般动火许可').click();
    await page.fill('[name=place]', '二号车间东侧');
    await page.getByRole('button', { name: '我的位置' }).click();
    await page.fill('[name=content]', '焊接货架立柱底座');
    await choose(page, '焊工');
    await choose(page, '监护人');
    await keepScreenshot(page, 'permit-form');
    await page.locator('[data-test=submit]').click();
    await page.waitForURL(/\/console\/permits\/[0-9A-Z]{26}$/);
    permitPath = new URL(page.url()).pathname;
    await page.getByText('待审批').first().waitFor();
  });

  it('nobody but the safety officer is asked first, then the head, who issues it', async () => {
    const outsider = await at(site.manager, permitPath);
    await outsider.getByText('待审批').first().waitFor();
    expect(await outsider.locator('[data-test=command-approve]').count()).toBe(0);

    for (const person of [site.safety, site.head]) {
      const page = await at(person, permitPath);
      await page.locator('[data-test=command-approve]').click();
      await page.locator('[data-test=send]').click();
      await page.locator('[data-test=command-approve]').waitFor({ state: 'detached' });
      if (person === site.head) {
        await page.locator('[data-test=command-issue]').click();
        await page.locator('[data-test=send]').click();
        await page.getByText('已签发，待开工').first().waitFor();
        await keepScreenshot(page, 'permit-issued');
      }
    }
    expect(chromium.complaints).toEqual([]);
  });
});
