import { DAILY, FIGURES, REGISTERS } from './console-addresses';
import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { draftPermit, newSite, newUser, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import { stumblingBlocks } from './accessible';
import { Chromium, DESK, isTooWide, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';

jest.setTimeout(120_000);

/** An administrator signs nothing, belongs to no firm, and has no such pages. */
const OF_SIGNATORIES = ['/console/approvals', '/console/delegations', '/console/firm'];

/** Every page of the console, as an administrator sees it. */
describe('the console', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let admin: Page;
  const detail: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    const permit = String((await draftPermit(site))['id']);
    await site.manager.must(`/permits/${permit}/commands/submit`);
    const chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.event('arc-start');
    const violation = await raised();
    await chip.close();
    detail.push(
      `/console/permits/${permit}`,
      `/console/machines/${site.machineId}`,
      `/console/welders/${site.welderId}`,
      `/console/violations/${violation}`,
      `/console/enterprises/${site.enterpriseId}`,
      `/console/chips/${site.chipNo}`,
    );
    chromium = await Chromium.open(app.url);
    admin = await chromium.person(DESK);
    await admin.goto('/login');
    await admin.fill('[name=username]', 'admin');
    await admin.fill('[name=password]', app.adminPassword);
    await admin.click('button[type=submit]');
    await admin.waitForURL('**/console/today');
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });

  async function raised(): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const { items } = (await site.admin.get('/violations')).body as { items: { id: string }[] };
      if (items[0]) return items[0].id;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('nothing was raised');
  }
  let manager: Page | null = null;
  const ofManager = async (): Promise<Page> => (manager ??= await chromium.at(site.manager, '/console', DESK));
  const opened = new Set<Page>();
  /** As a link does it, without loading the app anew; each page has a title of its own. */
  const follow = async (page: Page, path: string): Promise<void> => {
    const before = { title: await page.title(), path: new URL(page.url()).pathname };
    if (before.path === path) return void (await page.goto(path));
    const go = `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate', { state: null }))`;
    await page.evaluate(go);
    for (let tries = 0; (await page.title()) === before.title; tries += 1) {
      if (tries > 100) throw new Error(`${path} has the title of ${before.path}, or never came`);
      await page.waitForTimeout(100);
    }
  };
  const open = async (path: string, page = admin): Promise<void> => {
    if (opened.has(page)) await follow(page, path);
    else await page.goto(path);
    opened.add(page);
    await page.locator('h1').first().waitFor();
    await page.waitForTimeout(600); // a page that listens is never idle
  };

  const titles = new Map<string, string>();
  it.each([
    ["of the day's work", () => DAILY],
    ['of the registers and rules', () => REGISTERS],
    ['of figures and trails', () => FIGURES],
    ['of one thing', () => detail],
  ])('each page %s has a title of its own, and nothing that a screen reader stumbles over', async (_, paths) => {
    const found: Record<string, string[]> = {};
    for (const path of paths()) {
      const page = OF_SIGNATORIES.includes(path) ? await ofManager() : admin;
      await open(path, page);
      await admin.waitForTimeout(300);
      titles.set(path, await page.title());
      const blocks = await stumblingBlocks(page);
      if (await isTooWide(page)) blocks.push('wider than the screen');
      if (blocks.length > 0) found[path] = blocks;
    }
    expect(found).toEqual({});
    expect(paths().length).toBeGreaterThan(0);
    for (const title of titles.values()) expect(title).toMatch(/^\S.* · 焊安$/);
    expect(new Set(titles.values()).size).toBe(titles.size);
  });

  it('live list: the last day stands there on entry, with firm and place, and follows the chosen town', async () => {
    await open('/console');
    const live = admin.locator('[data-test=live]');
    const raisedRow = live.locator('li', { hasText: '发现问题' }).first();
    await raisedRow.getByText('不入平台作业').waitFor();
    expect(await raisedRow.innerText()).toMatch(/测试企业/);
    await live.locator('li', { hasText: '作业票变动' }).first().getByText('审批中').waitFor();
    await keepScreenshot(admin, 'overview-live');
    expect((await site.admin.get('/statistics/news?regionCode=411003100')).body).toEqual({ items: [] });
  });

  it('a firm opens from its row and shows what belongs to it; machine and welder say whose they are', async () => {
    await open('/console/enterprises');
    await admin
      .getByRole('link', { name: /测试企业/ })
      .first()
      .click();
    await admin.waitForURL('**/console/enterprises/*');
    for (const words of ['不入平台作业', '测试车间', 'ZX7-400', '测试焊工'])
      await admin
        .getByRole('link', { name: new RegExp(words) })
        .first()
        .waitFor();
    await keepScreenshot(admin, 'firm');
    for (const path of [`/console/machines/${site.machineId}`, `/console/welders/${site.welderId}`]) {
      await open(path);
      await admin
        .locator('.facts')
        .getByRole('link', { name: /测试企业/ })
        .waitFor();
      await admin.locator('.facts').getByText('建安区').waitFor();
    }
    await keepScreenshot(admin, 'welder-of-firm');
  });

  it('an inspector lands on the console at a desk, and on the phone page on the phone', async () => {
    const username = await usernameOf(await newUser(app, site.admin, ['inspector'], { regionCode: '411003' }));
    for (const [size, home] of [
      [DESK, '/console/today'],
      [PHONE, '/m/inspect'],
    ] as const) {
      const page = await chromium.person(size);
      await logIn(page, username);
      await page.waitForURL(`**${home}`);
    }
  });

  it('no page complained', () => expect(chromium.complaints).toEqual([]));
});
