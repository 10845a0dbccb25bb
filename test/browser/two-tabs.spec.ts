import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, type Site } from '../support/site';
import { Chromium, DESK, logIn, usernameOf } from './chromium';

/** The page is there once it shows whose session it is, or asks for one. */
async function isSignedIn(page: Page): Promise<void> {
  await page.locator('button.me, [name=password]').first().waitFor();
  expect(await page.locator('[name=password]').count()).toBe(0);
}

/** As the finding was seen: a page that is opened or reloaded twice, or whose answer comes late. */
describe('F1 two tabs of one browser', () => {
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

  it('stay signed in when both are reloaded together, five times', async () => {
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const one = await chromium.person(DESK);
    await logIn(one, await usernameOf(regulator));
    const two = await one.context().newPage();
    for (let turn = 0; turn < 5; turn += 1) {
      await Promise.all([one.goto('/console'), two.goto('/console')]);
      for (const page of [one, two]) await isSignedIn(page);
    }
  }, 120_000);

  it('stays signed in when it is reloaded before the answer to its refresh has come', async () => {
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const page = await chromium.person(DESK);
    await logIn(page, await usernameOf(regulator));
    let lost = 0;
    await page.route('**/api/v1/auth/refresh', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      const headers = await route.request().allHeaders(); // with the cookie
      await fetch(route.request().url(), { method: 'POST', headers: { cookie: headers['cookie'] ?? '' } });
      return route.abort();
    });
    await page.goto('/console');
    await page.waitForTimeout(700);
    await page.reload();
    await isSignedIn(page);
    expect(lost).toBe(1);
  }, 60_000);
});
