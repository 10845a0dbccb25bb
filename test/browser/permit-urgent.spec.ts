import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, type Site } from '../support/site';
import { choose, Chromium, DESK, isTooWide, keepLongScreenshot, keepScreenshot, logIn, PHONE, sign, usernameOf } from './chromium'; // prettier-ignore
import { give, send } from './permit-sheet';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Journey 2, at night: a leader alone lets the work begin, the others sign within a day (rule `permit.urgent`). */
describe('urgent work begins on a leader’s signature, and the others follow', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  describe('signed in time', () => {
    let path: string;
    let number: string;

    it('the manager says on the form why it cannot wait', async () => {
      const page = await chromium.at(site.manager, '/console/permits/new', DESK);
      await page.getByText('一般动火作业').click();
      for (const question of ['combustibles-stay', 'public-present', 'flammables-held', 'height-or-confined'])
        await page.locator(`[data-test=question-${question}]`).getByText('否').click();
      await page.fill('[name=content]', '补焊主蒸汽管弯头');
      await choose(page, '动火方式', '焊条电弧焊');
      await page.fill('[name=place]', '锅炉房主蒸汽管');
      await page.getByRole('button', { name: '我的位置' }).click();
      await choose(page, '焊工');
      await choose(page, '监护人');
      await page.getByText('紧急作业（夜间抢修等）').click();
      await page.locator('[data-test=submit]').click();
      await page.getByText('请写明紧急原因').waitFor();
      await page.fill('[name=urgent-reason]', '主蒸汽管泄漏，须连夜抢修');
      await keepLongScreenshot(page, 'urgent-form');
      await page.locator('[data-test=submit]').click();
      await page.waitForURL(/\/console\/permits\/[0-9A-Z]{26}$/);
      path = new URL(page.url()).pathname;
      number = (await page.locator('.page-head .number').innerText()).trim();
      // Nobody but the leader is waited for, and nobody owes anything yet.
      await page.locator('[data-test=awaited]').getByText('值班领导').waitFor();
      expect(await page.locator('[data-test=awaited]').count()).toBe(1);
      expect(await page.getByText('前补签').count()).toBe(0);
      await keepScreenshot(page, 'urgent-asked');
    });

    it('the leader, far away, signs and issues it on the phone', async () => {
      const page = await chromium.at(site.head, '/m/approve', PHONE);
      await page.locator('.row-link', { hasText: '锅炉房主蒸汽管' }).getByText('紧急').waitFor();
      await keepScreenshot(page, 'urgent-queue-phone');
      await page.getByText('锅炉房主蒸汽管', { exact: true }).click();
      await page.getByText('主蒸汽管泄漏，须连夜抢修').waitFor();
      await give(page, 'approve');
      await sign(page);
      await send(page);
      await give(page, 'issue');
      await send(page);
      await page
        .locator('[data-test=notice]')
        .getByText(/还差安全管理人员签字，须在 .+ 前补签（还剩 23 小时 59 分）/)
        .waitFor();
      expect(await isTooWide(page)).toBe(false);
      await keepLongScreenshot(page, 'urgent-issued-phone');
    });

    it('who owes the full signature reads on the desk until when', async () => {
      const page = await chromium.at(site.safety, '/console/approvals', DESK);
      const row = page.locator('[data-test=queue] tr', { hasText: '锅炉房主蒸汽管' });
      await row.getByText(/须在 .+ 前补签/).waitFor();
      await keepScreenshot(page, 'urgent-owed-queue');
      await row.getByText('锅炉房主蒸汽管').click();
      await page
        .locator('[data-test=status]')
        .getByText(/还差安全管理人员签字，须在 .+ 前补签/)
        .waitFor();
      await page.locator('[data-test=awaited]').getByText('测试safety-officer').waitFor();
      await keepLongScreenshot(page, 'urgent-owed');
    });

    it('and signs on the phone; then nothing is owed any more', async () => {
      const page = await chromium.at(site.safety, '/m/approve', PHONE);
      await page.getByText('锅炉房主蒸汽管', { exact: true }).click();
      await page.locator('[data-test=command-countersign]').waitFor();
      await keepScreenshot(page, 'urgent-owed-phone');
      await give(page, 'countersign');
      await sign(page);
      await keepScreenshot(page, 'urgent-countersign-phone');
      await send(page);
      await page.locator('[data-test=notice]').waitFor({ state: 'detached' });
      expect(await page.locator('[data-test=command-countersign]').count()).toBe(0);
      await keepLongScreenshot(page, 'urgent-countersigned-phone');
      await page.goto('/m/approve');
      await page.getByText('没有等您审批的作业票').waitFor();

      const desk = await chromium.at(site.manager, path, DESK);
      await desk.getByText('签字已补齐').waitFor();
      expect(await desk.locator('[data-test=awaited]').count()).toBe(0);
      await desk.getByText(number).first().waitFor();
      await keepLongScreenshot(desk, 'urgent-countersigned');
    });
  });

  describe('forgotten', () => {
    let id: string;
    let page: Page;

    beforeAll(async () => {
      const draft = await draftPermit(site, { urgent: true, urgentReason: '冷却水管爆裂', content: '补焊冷却水管' });
      id = String(draft['id']);
      await activate(site, id, [site.head]);
      await site.watcher.must(`/permits/${id}/commands/finish`);
      await elapse(31 * MINUTE);
      await site.watcher.must(`/permits/${id}/commands/close`, { residualFire: false });
    }, 60_000);

    const elapse = async (ms: number): Promise<void> => {
      await app.elapse(ms);
      await chromium.elapse(ms);
    };

    it('is red in the last hours, though the work is long over', async () => {
      page = await chromium.person(PHONE);
      await logIn(page, await usernameOf(site.safety));
      await elapse(21 * HOUR);
      await page.goto(`/m/permits/${id}`);
      await page
        .locator('[data-test=notice].red')
        .getByText(/前补签（还剩 2 小时 2\d 分）/)
        .waitFor();
    });

    it('says that it is overdue, and may still be signed', async () => {
      await elapse(4 * HOUR);
      await page.reload();
      await page
        .locator('[data-test=notice].red')
        .getByText(/已逾期 1 小时 3\d 分，请立即补签/)
        .waitFor();
      await keepLongScreenshot(page, 'urgent-overdue-phone');
      const desk = await chromium.at(site.manager, `/console/permits/${id}`, DESK);
      await desk
        .locator('[data-test=status]')
        .getByText(/应在 .+ 前补签，已逾期/)
        .waitFor();
      await keepLongScreenshot(desk, 'urgent-overdue');

      await give(page, 'countersign');
      await send(page);
      await page.locator('[data-test=notice]').waitFor({ state: 'detached' });
    });
  });
});
