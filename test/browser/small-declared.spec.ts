import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { inventedPhone } from '../support/people';
import { newWelder, signIn, type Person } from '../support/site';
import { Chromium, isTooWide, keepLongScreenshot, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';

const OCCUPIER = inventedPhone(8_888);

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Journey 2, the small shop: a declaration on one page, and yesterday's again in two taps. */
describe('a self-employed welder declares a small job', () => {
  let app: TestApp;
  let admin: Person;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    admin = await signIn(app, 'admin', app.adminPassword);
    const welder = await newWelder(app, admin);
    chromium = await Chromium.open(app.url);
    page = await chromium.person(PHONE);
    await logIn(page, await usernameOf(welder.person));
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  const code = (): string => app.lastTextTo(OCCUPIER).match(/\d{6}/)?.[0] ?? '';

  it('says where, what, how long and who is there, on one page', async () => {
    await page.goto('/m/declare');
    await page.getByText('已取得当前位置').waitFor();
    await keepScreenshot(page, 'declare-kinds-phone');
    await page.locator('[data-kind=small-venue]').click();
    await page.fill('[name=place]', '七一路 88 号 王记面馆后厨');
    await page.fill('[name=content]', '焊接排烟罩支架');
    await page.fill('[name=occupierPhone]', OCCUPIER);
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'declare-phone');
    await page.locator('[data-test=send]').click();
    await page.waitForURL(/\/occupier$/);
  });

  it('is confirmed by the occupier, who needs no account', async () => {
    const occupier = await chromium.person(PHONE);
    await occupier.goto(new URL(page.url()).pathname);
    await occupier.locator('[name=code]').waitFor();
    await keepScreenshot(occupier, 'occupier-phone');
    await occupier.fill('[name=code]', code());
    await occupier.locator('[data-test=confirm]').click();
    await occupier.locator('[data-test=confirmed]').getByText('王记面馆').waitFor();
    expect(await isTooWide(occupier)).toBe(false);
    await keepScreenshot(occupier, 'occupier-confirmed-phone');
    await page.goto(new URL(page.url()).pathname.replace('/occupier', ''));
    await page.getByText('已签发，待开工').first().waitFor();
    await keepLongScreenshot(page, 'declared-phone');
  });

  it('screens 4: its measures are shown one by one and confirmed by the welder’s name', async () => {
    const step = page.locator('[data-test=measure-steps]');
    const shown: string[] = [];
    await keepScreenshot(page, 'measure-steps-phone');
    while ((await step.count()) > 0) {
      const words = await page.locator('[data-test=measure]').innerText();
      shown.push(words);
      await page.locator('[data-test=measure-done]').click();
      await page.getByText(words).and(page.locator('[data-test=measure]')).waitFor({ state: 'detached' });
    }
    expect(new Set(shown).size).toBeGreaterThan(5);
    await page.getByText('安全措施已全部确认').first().waitFor();
    await keepLongScreenshot(page, 'measures-done-phone');
  });

  it('is asked for again in two taps', async () => {
    await page.goto('/m/declare');
    await page.locator('[data-test=again]').click();
    await page.locator('[data-test=send-again]').waitFor();
    await keepScreenshot(page, 'declare-again-phone');
    await page.locator('[data-test=send-again]').click();
    await page.waitForURL(/\/occupier$/);
    await page.fill('[name=code]', code());
    await page.locator('[data-test=confirm]').click();
    await page.getByText('已签发，待开工').first().waitFor();
  });
});
