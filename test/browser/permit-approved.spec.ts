import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { draftPermit, newSite, POINT, type Person, type Site } from '../support/site';
import { choose, Chromium, DESK, holds, isTooWide, keepLongScreenshot, keepScreenshot, PHONE, sign } from './chromium';
import { downloaded } from './permit-sheet';

const HOUR = 3_600_000;

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Journey 2: an enterprise at its desk, its approvers at the desk and on the way. */
describe('a permit is asked for on one page, signed by two people and issued', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let permitPath: string;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chromium = await Chromium.open(app.url);
    await site.manager.must('/nearby-activities', {
      kind: 'gas-discharge',
      placeName: '喷漆房排风口',
      lat: POINT.lat + 0.0002,
      lng: POINT.lng,
      radiusM: 0,
      startsAt: new Date(Date.now() - HOUR).toISOString(),
      endsAt: new Date(Date.now() + 8 * HOUR).toISOString(),
    });
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  const at = (person: Person, path: string, size = DESK): Promise<Page> => chromium.at(person, path, size);

  /** What speaks against it, why this level, and who welds stand above the button that signs. */
  const readsBeforeSigning = async (page: Page): Promise<void> => {
    const button = await page.locator('[data-test=command-approve]').boundingBox();
    for (const words of [
      page.locator('[data-test=conflicts]').getByText('喷漆房排风口'),
      page.getByText('作业时有顾客、学生、病人或住户等人员在场').first(),
      page.locator('[data-test=certificates]').getByText('特种作业操作证').first(),
    ]) {
      await words.waitFor();
      const read = await words.boundingBox();
      expect(read?.y).toBeLessThan(button?.y ?? 0);
    }
  };

  it('the manager fills one form; level and conflicts are told before submitting', async () => {
    const page = await at(site.manager, '/console/permits/new');
    await page.getByText('一般动火作业').click();
    await page.locator('[data-test=level]').getByText('一般', { exact: true }).first().waitFor();
    await page.locator('[data-test=question-public-present]').getByText('是').click();
    await page.locator('[data-test=level]').getByText('升级管理').first().waitFor();
    expect(await page.getByText('（还没有回答）').count()).toBe(3); // D12: nothing is preset
    for (const question of ['combustibles-stay', 'flammables-held', 'height-or-confined'])
      await page.locator(`[data-test=question-${question}]`).getByText('否').click();

    await page.fill('[name=content]', '焊接货架立柱底座，共 6 处');
    await choose(page, '动火方式', '焊条电弧焊');
    await page.fill('[name=place]', '二号车间东侧');
    await page.getByRole('button', { name: '我的位置' }).click();
    const conflicts = page.locator('[data-test=conflicts]');
    await conflicts.getByText('30 米内排放可燃气体').waitFor();
    await keepLongScreenshot(page, 'permit-form-conflict');

    await choose(page, '焊工');
    await choose(page, '监护人');
    // What was typed survives a closed page.
    await page.reload();
    await holds(page, '[name=content]', '货架立柱');
    await page.locator('.el-select__selected-item', { hasText: '测试fire-watcher' }).waitFor();
    await keepLongScreenshot(page, 'permit-form');
    await page.locator('[data-test=submit]').click();
    await page.waitForURL(/\/console\/permits\/[0-9A-Z]{26}$/);
    permitPath = new URL(page.url()).pathname;
    await page.getByText('审批中').first().waitFor();
    expect(await page.locator('[data-test=command-approve]').count()).toBe(0);
  });

  it('the safety officer finds it in the queue and signs by hand', async () => {
    const page = await at(site.safety, '/console/approvals');
    await page.locator('[data-test=queue]').getByText('二号车间东侧').click();
    await page.locator('[data-test=command-approve]').waitFor();
    await readsBeforeSigning(page);
    await keepLongScreenshot(page, 'approve-permit-desk');
    await page.locator('[data-test=command-approve]').click();
    await sign(page);
    await keepScreenshot(page, 'permit-sign-desk');
    await page.locator('[data-test=send]').click();
    await page.locator('[data-test=command-approve]').waitFor({ state: 'detached' });
    await page.locator('img[alt*="签名"]').waitFor();
  });

  it('the head signs and issues it on the phone', async () => {
    const page = await at(site.head, '/m/approve', PHONE);
    await page.getByText('二号车间东侧', { exact: true }).waitFor();
    await keepScreenshot(page, 'approve-queue-phone');
    await page.getByText('二号车间东侧', { exact: true }).click();
    await page.locator('[data-test=command-approve]').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await readsBeforeSigning(page);
    await keepLongScreenshot(page, 'approve-permit-phone');
    await page.locator('[data-test=command-approve]').click();
    await sign(page);
    await keepScreenshot(page, 'approve-sign-phone');
    await page.locator('[data-test=send]').click();
    await page.locator('[data-test=command-issue]').click();
    await page.locator('[data-test=send]').click();
    await page.getByText('已签发，待开工').first().waitFor();
  });

  it('stands on the board, in the calendar and on the map, and prints', async () => {
    const page = await at(site.manager, '/console/permits');
    await page.getByText('二号车间东侧').waitFor();
    await keepScreenshot(page, 'permit-board');
    await page.locator('[data-test=view-calendar]').click();
    await page.getByText('二号车间东侧').first().waitFor();
    await keepScreenshot(page, 'permit-calendar');
    await page.locator('[data-test=view-map]').click();
    await page.locator('.leaflet-interactive').first().waitFor();
    await keepScreenshot(page, 'permit-map');
    await page.locator('[data-test=view-list]').click();
    await page.getByText('二号车间东侧').waitFor();
    expect((await downloaded(page, '[data-test=export]')).suggestedFilename()).toBe('permits.xlsx');

    await page.goto(permitPath);
    expect((await downloaded(page, '[data-test=print]')).suggestedFilename()).toMatch(/\.pdf$/);
    await keepLongScreenshot(page, 'permit-issued');
  });

  it('is copied as a draft that opens on the form again', async () => {
    const page = await at(site.manager, permitPath);
    await page.locator('[data-test=copy]').click();
    await page.waitForURL(/\/edit$/);
    await holds(page, '[name=place]', '二号车间东侧');
    await page.fill('[name=place]', '二号车间西侧');
    await page.locator('[data-test=save-draft]').click();
    await page.waitForURL(/\/console\/permits\/[0-9A-Z]{26}$/);
    await page.getByText('草稿').first().waitFor();
    await page.getByText('二号车间西侧').first().waitFor();
  });

  it('is returned with a reason, and the applicant reads it', async () => {
    const id = String((await draftPermit(site, { place: { name: '三号车间', ...POINT, radiusM: 60 } }))['id']);
    await site.manager.must(`/permits/${id}/commands/submit`);
    const page = await at(site.safety, `/m/permits/${id}`, PHONE);
    await page.locator('[data-test=command-return]').click();
    await page.getByRole('button', { name: '措施不够' }).click();
    await keepScreenshot(page, 'permit-return-phone');
    await page.locator('[data-test=send]').click();
    await page.getByText('已退回修改').first().waitFor();

    const desk = await at(site.manager, `/console/permits/${id}`);
    await desk.getByText('措施不够').first().waitFor();
    expect(await desk.locator('[data-test=edit]').count()).toBe(1);
  });
});
