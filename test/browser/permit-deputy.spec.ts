import { execFileSync } from 'node:child_process';
import { startApp, type TestApp } from '../support/app';
import { draftPermit, newSite, newUser, POINT, type Person, type Site } from '../support/site';
import { choose, Chromium, DESK, isTooWide, keepLongScreenshot, keepScreenshot, PHONE, sign, usernameOf } from './chromium'; // prettier-ignore
import { downloaded, give, send } from './permit-sheet';

const DAY = 86_400_000;

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Journey 2, while somebody is away: another signs in their name, and both names stand on the permit. */
describe('a deputy signs for somebody who is away', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let deputy: Person;
  let id: string;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    const links = { enterpriseId: site.enterpriseId, name: '周代班' };
    deputy = await newUser(app, site.admin, ['enterprise-manager'], links);
    id = await submittedBy(site.manager, '四号车间通风管');
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  /** A permit that waits for the safety officer first. */
  async function submittedBy(applicant: Person, place: string): Promise<string> {
    const asked = { ...site, manager: applicant };
    const draft = await draftPermit(asked, { place: { name: place, ...POINT, radiusM: 60 }, submit: true });
    return String(draft['id']);
  }

  const dayFromNow = (days: number): string =>
    `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * DAY)} 00:00`;

  it('nobody but who is asked finds it in the queue', async () => {
    const page = await chromium.at(deputy, '/console/approvals', DESK);
    await page.getByText('没有等您审批的作业票').waitFor();
  });

  it('the safety officer names the deputy, with dates and a reason', async () => {
    const page = await chromium.at(site.safety, '/console/delegations', DESK);
    await page.locator('[data-test=add]').click();
    await choose(page, '由谁代签', await usernameOf(deputy));
    for (const [label, days] of [
      ['从', 0],
      ['到', 3],
    ] as const) {
      const item = page.locator('.el-form-item', { has: page.getByText(label, { exact: true }) });
      await item.locator('input').fill(dayFromNow(days));
      await page.keyboard.press('Enter');
    }
    await page.fill('[name=reason]', '出差');
    await keepScreenshot(page, 'delegation-form');
    await page.locator('[data-test=save]').click();
    await page.getByText('生效中').waitFor();
    await page.getByText('周代班').waitFor();
    await keepScreenshot(page, 'delegation-running');
  });

  it('the deputy finds it on the phone, reads for whom, and signs', async () => {
    const page = await chromium.at(deputy, '/m/approve', PHONE);
    await page.getByText('四号车间通风管', { exact: true }).click();
    await page.locator('[data-test=awaited]').first().getByText('测试safety-officer').waitFor();
    await keepLongScreenshot(page, 'deputy-permit-phone');
    await give(page, 'approve');
    await page.getByText('您代测试safety-officer签字').waitFor();
    await sign(page);
    await keepScreenshot(page, 'deputy-sign-phone');
    await send(page);
    await page.locator('.chain .signed', { hasText: '周代班' }).getByText('代 测试safety-officer 签').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'deputy-signed-phone');
  });

  it('both names stand on the desk and on the paper', async () => {
    const page = await chromium.at(site.manager, `/console/permits/${id}`, DESK);
    await page.locator('.chain .signed', { hasText: '周代班' }).getByText('代 测试safety-officer 签').waitFor();
    await keepLongScreenshot(page, 'deputy-signed');
    const paper = await (await downloaded(page, '[data-test=print]')).path();
    const words = execFileSync('pdftotext', ['-layout', paper, '-']).toString().replace(/\s/g, '');
    expect(words).toMatch(/周代班（代测试safety-officer/);
  });

  it('whose turn it was before cannot sign it any more', async () => {
    const page = await chromium.at(site.safety, `/console/permits/${id}`, DESK);
    await page.locator('.chain .signed', { hasText: '周代班' }).waitFor();
    expect(await page.locator('[data-test=command-approve]').count()).toBe(0);
  });

  it('what the deputy asks for is not signed by the deputy', async () => {
    const own = await submittedBy(deputy, '五号车间行车梁');
    const page = await chromium.at(deputy, '/m/approve', PHONE);
    await page.getByText('没有等您审批的作业票').waitFor();
    await page.goto(`/m/permits/${own}`);
    await page.getByText('您是申请人，不能审批自己的票').waitFor();
    expect(await page.locator('[data-test=command-approve]').count()).toBe(0);
    await keepLongScreenshot(page, 'deputy-own-phone');
    const answer = await deputy.command(own, 'approve');
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'permit.own-application' });

    const safety = await chromium.at(site.safety, `/m/permits/${own}`, PHONE);
    await safety.locator('[data-test=command-approve]').waitFor();
  });
});
