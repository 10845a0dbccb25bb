import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, newUser, type Site } from '../support/site';
import { Chromium, DESK, isTooWide, keepLongScreenshot, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(120_000);

/** A refusal goes to the duty desk and comes back as power, by two people at their screens. */
describe('a welder whose machine is overdue asks the duty desk', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    const permitId = String((await draftPermit(site, { welderIds: [site.welderId] }))['id']);
    await activate(site, permitId);
    await app.sql(`update machines set inspection_due_on = '2026-01-01' where id = $1`, [site.machineId]);
    await app.sql(`insert into chip_states (chip_no, boot, last_seen_at, relay) values ($1, 1, now() + interval '1 hour', 'open')
      on conflict (chip_no) do update set last_seen_at = excluded.last_seen_at`, [site.chipNo]); // prettier-ignore
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });

  it('is let pass for two hours, scans again and gets power', async () => {
    const phone = await chromium.person(PHONE);
    await phone.goto(`/c/${site.machineCode}`);
    await phone.locator('[data-test=about-sticker]').waitFor();
    await phone.getByText('登录后开工').click();
    await phone.waitForURL(/\/login/);
    await logIn(phone, await usernameOf(site.welder));
    await phone.locator('[data-test=start]').click();
    await phone.locator('[data-test=refused] [data-code="machine.inspection-overdue"]').waitFor();
    await phone.fill('[name=help-note]', '检测已约好明天上午');
    await phone.locator('[data-test=help] [data-test=photo]').setInputFiles({ name: 'plate.jpg', mimeType: 'image/jpeg', buffer: await app.photo() }); // prettier-ignore
    await phone.locator('[data-test=help] [data-test=call-duty]').waitFor();
    await keepLongScreenshot(phone, 'help-on-refusal');
    await phone.locator('[data-test=ask-help]').click();
    await phone.locator('[data-test=help-state][data-state=open]').waitFor();
    await keepScreenshot(phone, 'help-asked');

    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const desk = await chromium.person(DESK);
    await desk.goto('/login');
    await logIn(desk, await usernameOf(regulator));
    await desk.goto('/console/help');
    await desk.locator('[data-test=roster]').click();
    await desk.fill('[name=duty-name]', '王值班');
    await desk.fill('[name=duty-phone]', '0374-5110001');
    const days = desk.locator('.el-drawer .el-date-editor input');
    await days.nth(0).fill('2020-01-01 08:00');
    await desk.keyboard.press('Enter');
    await days.nth(1).fill('2020-01-02 08:00');
    await desk.keyboard.press('Enter');
    await desk.locator('[data-test=add-duty]').click();
    await desk.getByText('这个班次已经结束').waitFor();
    for (const [nth, day] of [
      [0, -1],
      [1, 1],
    ] as const) {
      await days.nth(nth).fill(`${new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10)} 08:00`);
      await desk.keyboard.press('Enter');
    }
    await desk.locator('[data-test=add-duty]').click();
    await desk.getByText('值班中').waitFor();
    await keepScreenshot(desk, 'duty-roster');
    await desk.locator('.el-drawer__close-btn').first().click();
    await desk.locator('[data-test=duty]').getByText('王值班').first().waitFor();
    await desk.locator('[data-test=look]').click();
    await desk.locator('[data-test=help-look] img').waitFor();
    await desk.locator('[data-test=grant]').click();
    await desk.locator('[data-test=grant-form] [data-test=grant-reason]').fill('检测机构已约明日上午');
    await keepScreenshot(desk, 'help-granted');
    await desk.locator('[data-test=grant-sure]').click();
    await desk.locator('[data-test=help-look] .gone').waitFor();

    await phone.locator('[data-test=help-state][data-state=granted]').waitFor();
    await phone.getByText('现在由 王值班 接听').waitFor();
    await keepLongScreenshot(phone, 'help-followed');
    await phone.locator('[data-test=scan-again]').click();
    await phone.locator('[data-test=start]').click();
    await phone.waitForURL(/\/m\/jobs\//);
    const jobs = await app.sql<{ n: number }>('select count(*)::int as n from jobs where machine_id = $1', [site.machineId]); // prettier-ignore
    expect(jobs).toEqual([{ n: 1 }]);
    expect(chromium.complaints).toEqual([]);
  });

  it('is foreseen before training is enforced, and asks for a signed reason', async () => {
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const desk = await chromium.person(DESK);
    await desk.goto('/login');
    await logIn(desk, await usernameOf(regulator));
    await desk.goto('/console/rules/roll-out');
    await desk.locator('[data-test=add]').click();
    await desk.locator('.el-drawer .el-select').first().click();
    await desk.getByRole('option', { name: '全员培训' }).click();
    await desk.locator('.el-drawer').getByText('强制', { exact: true }).click();
    await desk.locator('.el-drawer .el-date-editor input').fill('2030-01-01');
    await desk.keyboard.press('Enter');
    await desk.locator('[data-test=preview]').click();
    await desk.locator('[data-code="welder.training-overdue"]').waitFor();
    expect(await desk.locator('[data-test=save]').isEnabled()).toBe(false);
    await desk.locator('[data-test=tell]').click();
    await desk.getByText('已提醒').waitFor();
    await desk.locator('[data-test=reason]').fill('重大活动前全面强制');
    await keepScreenshot(desk, 'roll-out-foreseen');
    await desk.locator('[data-test=save]').click();
    await desk.getByText('理由：重大活动前全面强制').waitFor();
    await desk.goto('/console/help');
    await desk.getByText('全部', { exact: true }).click();
    await desk.locator('[data-test=look]').waitFor();
    await keepScreenshot(desk, 'help-desk');
    const passerBy = await chromium.person(PHONE);
    await passerBy.goto(`/about-sticker?code=${site.machineCode}`);
    await passerBy.locator('[data-test=hotline]').waitFor();
    expect(await isTooWide(passerBy)).toBe(false);
    await keepScreenshot(passerBy, 'about-sticker');
    expect(chromium.complaints).toEqual([]);
  });
});
