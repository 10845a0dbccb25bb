import { startApp, type TestApp } from '../support/app';
import { newSite, newWelder, type Site } from '../support/site';
import { Chromium, isTooWide, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';

describe('a welder without certificate and permit scans a machine', () => {
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

  it('anyone sees whether the machine is in order, and nothing about people', async () => {
    const page = await chromium.person(PHONE);
    await page.goto(`/c/${site.machineCode}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('登录后开工').isVisible()).toBe(true);
    expect(await page.locator('[data-test=start]').count()).toBe(0);
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'scan-public');
  });

  it('reads every reason with what to do about it, and gets no power', async () => {
    const stranger = await newWelder(app, site.admin, { certified: false });
    const page = await chromium.person(PHONE);
    await page.goto(`/c/${site.machineCode}`);
    await page.getByText('登录后开工').click();
    await page.waitForURL(/\/login/); // the page comes with a script of its own: its address follows the click
    await logIn(page, await usernameOf(stranger.person));
    await page.locator('[data-test=start]').click();
    const findings = page.locator('[data-test=refused] [data-code]');
    await findings.first().waitFor();
    const codes = await findings.evaluateAll((all) => all.map((one) => one.getAttribute('data-code')));
    expect(codes).toEqual(expect.arrayContaining(['certificate.missing', 'permit.missing']));
    expect(await findings.first().getAttribute('class')).toContain('red'); // what blocks comes first
    const others = page.locator('[data-test=other-findings] summary');
    if ((await others.count()) > 0) await others.click();
    for (const text of await findings.allInnerTexts()) expect(text).toContain('怎么办');
    expect(page.url()).toContain(`/c/${site.machineCode}`);
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'welder-refused');
    expect(chromium.complaints).toEqual([]);
  });
});
