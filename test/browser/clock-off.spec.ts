import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { inventedPhone } from '../support/people';
import { newWelder, POINT, signIn, type Person } from '../support/site';
import { Chromium, keepScreenshot, PHONE } from './chromium';

const MINUTE = 60_000;

jest.setTimeout(120_000);

/** F6: whatever a phone thinks the time is, "from now" is the platform's now. */
describe('F6 a phone whose clock is wrong', () => {
  let app: TestApp;
  let admin: Person;
  let chromium: Chromium;

  beforeAll(async () => {
    app = await startApp();
    admin = await signIn(app, 'admin', app.adminPassword);
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });

  async function declare(page: Page, phone: string): Promise<{ plannedStart: string }> {
    await page.getByText('已取得当前位置').waitFor();
    await page.locator('[data-kind=none]').click();
    await page.fill('[name=place]', '建设路 12 号路边');
    await page.fill('[name=content]', '焊接护栏');
    await page.fill('[name=occupierPhone]', phone);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/permits') && response.request().method() === 'POST'),
      page.locator('[data-test=send]').click(),
    ]);
    expect(answer.status()).toBe(201);
    return (await answer.json()) as { plannedStart: string };
  }

  it.each([
    ['15 minutes behind', -15 * MINUTE, '慢了 15 分钟', 0],
    ['15 minutes ahead', 15 * MINUTE, '快了 15 分钟', 0.02],
    ['a day ahead', 24 * 60 * MINUTE, '快了 1440 分钟', 0.04],
  ])('%s: the declaration begins now, and the phone is told', async (_, off, words, north) => {
    const welder = await newWelder(app, admin);
    const page = await chromium.at(welder.person, '/m/declare', PHONE);
    // each at a place of its own: the third small job at one place in a week is none
    await page.context().setGeolocation({ latitude: POINT.lat + north, longitude: POINT.lng, accuracy: 12 });
    await page.context().clock.install({ time: Date.now() + off });
    await page.goto('/m/declare');
    await page.getByText(words).waitFor();
    await keepScreenshot(page, `clock-off-${off}`);
    const { plannedStart } = await declare(page, inventedPhone(7_000 + Math.abs(off / MINUTE)));
    expect(Math.abs(Date.parse(plannedStart) - Date.now())).toBeLessThan(2 * MINUTE);
    await page.context().close();
  });
});
