import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { inventedPhone } from '../support/people';
import { newUser, newWelder, signIn, type Person } from '../support/site';
import { Chromium, isTooWide, keepLongScreenshot, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';

const OCCUPIER = inventedPhone(8_889);
/** What a person takes for one tap, or for one field of a form. */
const TAP_S = 4;
const FIELD_S = 20;
const THREE_MINUTES = 180;

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** D23, screens 4, 10 and 11: a noodle shop where people sleep finds its legal way, on the smallest phone. */
describe('a live-in noodle shop', () => {
  let app: TestApp;
  let chromium: Chromium;
  let admin: Person;
  let page: Page;
  let grid: Person;
  /** Of the applicant's own time. */
  let seconds = 0;
  const tap = async (selector: string): Promise<void> => {
    seconds += TAP_S;
    await page.locator(selector).click();
  };
  const type = async (selector: string, words: string): Promise<void> => {
    seconds += FIELD_S;
    await page.fill(selector, words);
  };

  beforeAll(async () => {
    app = await startApp();
    admin = await signIn(app, 'admin', app.adminPassword);
    grid = await newUser(app, admin, ['grid-worker'], { regionCode: '411003' });
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

  it('is told at once what is no small job, and who asks whom', async () => {
    await page.goto('/m/declare');
    await page.locator('[data-kind=confined-space]').click();
    await page.locator('[data-test=beyond-small] h2').getByText('不能按小型作业申报').waitFor();
    expect(await page.locator('[data-test=send]').count()).toBe(0);
    expect(await page.locator('[data-test=message]').innerText()).toContain('一般动火作业');
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'declare-beyond-phone');
    await page.locator('[data-kind=confined-space]').click();
    await page.locator('[data-test=beyond-small]').waitFor({ state: 'detached' });
  });

  it('cannot leave the kind of place open', async () => {
    await page.locator('[data-test=send]').click();
    await page.getByText('请选择地方').waitFor();
    await keepScreenshot(page, 'declare-kind-missing-phone');
  });

  it('is declared within three minutes of the applicant’s time', async () => {
    await tap('[data-kind=small-venue]');
    await tap('[data-kind=live-in-business]');
    await page.locator('[data-test=raised-note]').getByText('网格员到现场').waitFor();
    await type('[name=place]', '七一路 88 号 王记面馆后厨');
    await type('[name=content]', '焊接排烟罩支架');
    await type('[name=occupierPhone]', OCCUPIER);
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'declare-raised-phone');
    await tap('[data-test=send]');
    await page.waitForURL(/\/occupier$/);
    await page.goto(new URL(page.url()).pathname.replace('/occupier', ''));
    await page.locator('[data-test=occupier-wait] [data-test=enter-code]').waitFor();
    await keepLongScreenshot(page, 'occupier-wait-phone');
    expect(seconds).toBeLessThan(THREE_MINUTES);
  });

  it('is confirmed by the owner with the link of the message, who says that they stay', async () => {
    const link = /\/o\/\S+?(?=\s)/.exec(app.lastTextTo(OCCUPIER))?.[0] ?? '';
    const owner = await chromium.person(PHONE);
    await owner.goto(link);
    await owner.getByText('焊接排烟罩支架').waitFor();
    expect(await owner.locator('[data-test=confirm]').isDisabled()).toBe(true);
    await keepLongScreenshot(owner, 'occupier-link-phone');
    await owner.locator('[data-test=on-the-spot]').getByText('当场确认').waitFor();
    await owner.locator('[name=watches]').click();
    await owner.locator('[data-test=confirm]').click();
    await owner.locator('[data-test=confirmed]').getByText('等网格员').waitFor();
    expect(await isTooWide(owner)).toBe(false);
    await keepScreenshot(owner, 'occupier-link-done-phone');
    await page.locator('[data-test=grid-wait]').getByText('等网格员到现场确认').waitFor();
    await keepLongScreenshot(page, 'grid-wait-phone');
  });

  it('is found by the grid worker, who visits and confirms', async () => {
    const phone = await chromium.at(grid, '/m/inspect', PHONE);
    await phone.locator('[data-test=small-to-see]').getByText('王记面馆').waitFor();
    await keepScreenshot(phone, 'grid-to-see-phone');
    await phone.locator('[data-test=small-to-see]').getByText('王记面馆').click();
    await phone.locator('[data-test=command-site-visit]').click();
    await keepScreenshot(phone, 'grid-visit-phone');
    await phone.locator('[data-test=send]').click();
    await phone.locator('[data-test=send]').waitFor({ state: 'detached' });
    await phone.locator('[data-test=command-approve]').click();
    await phone.locator('[data-test=send]').click();
    await phone.getByText('已签发，待开工').first().waitFor();
    await keepLongScreenshot(phone, 'grid-approved-phone');
    await page.getByText('已签发，待开工').first().waitFor();
    await page.locator('[data-test=measure-steps]').waitFor();
    await keepLongScreenshot(page, 'live-in-issued-phone');
  });
});

describe('screens 11: a welder whose phone gives no position', () => {
  let app: TestApp;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    const admin = await signIn(app, 'admin', app.adminPassword);
    const welder = await newWelder(app, admin);
    chromium = await Chromium.open(app.url);
    page = await chromium.person(PHONE);
    await page.context().clearPermissions();
    await logIn(page, await usernameOf(welder.person));
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });

  it('sets the place by hand, and the permit says so', async () => {
    await page.goto('/m/declare');
    await page.locator('[data-kind=none]').click();
    await page.fill('[name=place]', '建安大道 6 号地下室门口');
    await page.locator('[data-test=open-pin]').click();
    const map = page.locator('[data-test=place-pin] .map');
    await map.locator('.leaflet-control-zoom').waitFor();
    await map.click({ position: { x: 140, y: 130 } });
    await page.locator('[data-test=by-hand]').waitFor();
    await keepLongScreenshot(page, 'declare-pin-phone');
    await page.fill('[name=content]', '焊接护栏');
    await page.fill('[name=occupierPhone]', OCCUPIER);
    await page.locator('[data-test=send]').click();
    await page.waitForURL(/\/occupier$/);
    await page.goto(new URL(page.url()).pathname.replace('/occupier', ''));
    await page.getByText('手工标注').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'declared-by-hand-phone');
  });
});
