import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { newSite, type Site } from '../support/site';
import { Chromium, DESK, keepLongScreenshot } from './chromium';

jest.setTimeout(90_000);

describe('a permit is submitted with nothing filled in', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chromium = await Chromium.open(app.url);
    page = await chromium.at(site.manager, '/console/permits/new', DESK);
    await page.getByText('一般动火作业').click();
    await page.locator('[data-test=question-public-present]').waitFor();
    await page.locator('[data-test=submit]').click();
    await page.getByText('请选择监护人').waitFor(); // the last of them
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });

  const errorUnder = async (label: string): Promise<string> => {
    const field = page.locator('.el-form-item', {
      has: page.locator('.el-form-item__label', { hasText: new RegExp(`^\\s*${label}(\\s*$|（)`) }),
    });
    const error = field.first().locator('.el-form-item__error');
    return (await error.count()) > 0 ? (await error.first().innerText()).trim() : '';
  };

  it.each([
    ['地点', '请写明作业地点'],
    ['坐标', '请在地图上点选作业点'],
    ['内容', '请写明作业内容'],
    ['动火方式', '请选择动火方式'],
    ['焊工', '请至少选一名焊工'],
    ['监护人', '请选择监护人'],
  ])('under %s it says: %s', async (label, words) => expect(await errorUnder(label)).toContain(words));

  it.each(['计划开始', '时长', '设备', '施工（承包）单位'])(
    '%s is right as it is: nothing stands under it',
    async (label) => {
      await page.locator('.el-form-item__label', { hasText: label }).first().waitFor();
      expect(await errorUnder(label)).toBe('');
    },
  );

  it('the page goes to the first thing that is missing, and the keyboard is there', async () => {
    await keepLongScreenshot(page, 'permit-form-errors');
    await page.locator('[data-test=submit]').click();
    await page.waitForFunction(`document.activeElement?.closest('[data-wrong], .is-error')`);
    const first = await page.evaluate<boolean>(
      `document.querySelector('[data-wrong], .el-form-item.is-error').contains(document.activeElement)`,
    );
    expect(first).toBe(true);
  });

  it('the level is proposed with the answer that asks for it', async () => {
    await page.locator('[data-test=question-public-present]').getByText('是').click();
    await page.locator('[data-test=level]').getByText('因为：').waitFor();
    expect(await page.locator('[data-test=level]').innerText()).not.toMatch(/有 \d 项/);
  });

  it('no page complained', () => expect(chromium.complaints).toEqual([]));
});
