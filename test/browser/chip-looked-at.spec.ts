import { startApp, type TestApp } from '../support/app';
import { allNo } from '../support/answers';
import { inventedPhone } from '../support/people';
import { newSite, newUser, newWelder, POINT, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import { Chromium, DESK, logIn, PHONE, usernameOf } from './chromium';

describe('a chip that is looked at, and texts that are stopped', () => {
  let app: TestApp;
  let chromium: Chromium;
  let site: Site;
  beforeAll(async () => {
    app = await startApp();
    chromium = await Chromium.open(app.url);
    site = await newSite(app);
  }, 120_000);
  afterAll(async () => {
    await chromium?.close();
    await app?.close();
  });

  it('C10, C11 says how it does; the machine’s page shows its arcs', async () => {
    const technician = await newUser(app, site.admin, ['technician', 'inspector'], { regionCode: '411003' });
    const chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.event('arc-start');
    await chip.ackOf(await chip.event('arc-stop'));
    const page = await chromium.person(DESK);
    await logIn(page, await usernameOf(technician));
    await page.waitForURL((url) => !url.pathname.includes('login'));
    await page.goto(`/console/chips/${site.chipNo}`);
    await page.getByText('1.0.0 / T1').waitFor();
    await page.locator('[data-test=alarms]').getByText('不入平台作业').waitFor();
    await page.locator('input[name=reason]').fill('现场核对，主板更换');
    await page.getByRole('button', { name: '复位启动序号' }).click();
    await page.locator('[data-test=resets]').getByText('主板更换').waitFor();
    await page.goto(`/console/machines/${site.machineId}`);
    await page.locator('[data-test=arcs]').getByText('不入平台作业').waitFor();
    await chip.close();
    expect(chromium.complaints).toEqual([]);
  });

  it('S2 the occupier stops the texts and allows them again', async () => {
    const phone = inventedPhone(8_888);
    const welder = await newWelder(app, site.admin);
    await welder.person.must('/permits', {
      ...{ regime: 'small', content: '焊接货架', method: '电焊', welderIds: [welder.id], machineIds: [] },
      ...{ place: { name: '测试小店', ...POINT, radiusM: 50 }, answers: allNo('small'), occupierPhone: phone },
      ...{ plannedEnd: new Date(Date.now() + 7_200_000).toISOString(), submit: true },
      plannedStart: new Date().toISOString(),
    });
    const link = /\/o\/[\w-]+\/[\w-]+/.exec(app.lastTextTo(phone))?.[0] ?? '';
    const page = await chromium.person(PHONE);
    await page.goto(link);
    await page.locator('[data-test=stop]').click();
    await page.locator('[data-test=stopped]').waitFor();
    await page.locator('[data-test=send-code]').click();
    await page.locator('input[name=resume-code]').waitFor();
    await page.locator('input[name=resume-code]').fill(/\d{6}/.exec(app.lastTextTo(phone))?.[0] ?? '');
    await page.locator('[data-test=resume]').click();
    await page.locator('[data-test=stop]').waitFor();
    expect(chromium.complaints).toEqual([]);
  });
});
