import type { BrowserContext, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { draftPermit, newSite, newUser, POINT, type Person, type Site } from '../support/site';
import { Chromium, isTooWide, keepLongScreenshot, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';
import { Network } from './network';
import { give, send, takePhoto } from './permit-sheet';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(120_000);

/** What is typed on site without network is neither lost nor sent twice, wherever the line breaks. */
describe('a phone without network keeps what was typed until it arrived', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let inspector: Person;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  interface Phone {
    page: Page;
    readonly context: BrowserContext;
    readonly network: Network;
  }
  async function phoneOf(person: Person, path: string): Promise<Phone> {
    const page = await chromium.at(person, path, PHONE);
    return { page, context: page.context(), network: await Network.of(page.context()) };
  }
  const outbox = (page: Page) => page.locator('[data-test=outbox]');
  /** The app is closed and opened again: what waits must come from the disk. */
  async function reopened(phone: Phone, path: string): Promise<void> {
    await phone.page.close();
    phone.page = await phone.context.newPage();
    await phone.page.goto(path);
  }
  /** The line is back; nobody taps anything. */
  async function goesByItself({ page, network }: Phone): Promise<void> {
    network.up();
    await outbox(page).waitFor({ state: 'detached', timeout: 30_000 });
  }

  interface Found {
    readonly id: string;
    readonly description: string;
    readonly photoIds: string[];
    readonly lat: number;
    readonly foundAt: string;
  }
  const recorded = async (kind: string, words: string): Promise<Found[]> => {
    const { items } = (await site.admin.get(`/violations?kind=${kind}&limit=50`)).body as { items: Found[] };
    return items.filter(({ description }) => description === words);
  };

  describe('an inspector’s record with a photo', () => {
    const cuts: [string, (network: Network) => void][] = [
      ['before anything was sent', (network) => network.down()],
      ['after the photo arrived, before the phone heard so', (network) => network.loseAnswerOf(/\/files$/)],
      ['after the record arrived, before the phone heard so', (network) => network.loseAnswerOf(/\/violations$/)],
    ];

    it.each(cuts)('cut %s', async (name, cut) => {
      const phone = await phoneOf(inspector, '/m/inspect/record');
      const { page } = phone;
      await page.locator('[data-test=kind-no-permit]').click();
      await takePhoto(page, app);
      await page.fill('[name=note]', name);
      await page.getByText('已定位').waitFor();
      cut(phone.network);
      const typedAt = Date.now();
      await page.locator('[data-test=send]').click();
      await page.getByText('已保存在本机').waitFor();
      await outbox(page).getByText('待发送 1 条').waitFor();
      await keepScreenshot(page, 'record-kept-phone');
      await page.waitForTimeout(1_500);
      await reopened(phone, '/m/outbox');
      phone.network.up();
      await phone.page.locator('main').getByText('没有待发送的内容').waitFor({ timeout: 30_000 });

      const found = await recorded('no-permit', name);
      expect(found).toHaveLength(1);
      const record = (await site.admin.get(`/violations/${found[0]?.id}`)).body as Found;
      expect(record.photoIds).toHaveLength(1);
      expect(record.lat).toBeCloseTo(POINT.lat, 4);
      expect(Math.abs(Date.parse(record.foundAt) - typedAt)).toBeLessThan(1_200);
      await phone.context.close();
    });

    it('what was typed and not sent is there again after a reload, with its photo', async () => {
      const { page, context } = await phoneOf(inspector, '/m/inspect/record');
      await page.locator('[data-test=kind-uncertified]').click();
      await page.fill('[name=note]', '话没说完');
      await takePhoto(page, app);
      await page.waitForTimeout(300);
      await page.reload();
      await page.locator('[data-test=kind-uncertified][aria-pressed=true]').waitFor();
      expect(await page.inputValue('[name=note]')).toBe('话没说完');
      await page.getByText('重拍').waitFor();
      await context.close();
    });

    it('waits for its own person where another signs in on the same phone', async () => {
      const phone = await phoneOf(inspector, '/m/inspect/record');
      const { page, network } = phone;
      await page.locator('[data-test=kind-other]').click();
      await page.fill('[name=note]', '只归本人');
      network.down();
      await page.locator('[data-test=send]').click();
      await page.getByText('已保存在本机').waitFor();
      await page.locator('[data-test=account]').click();
      await page.getByText('还有 1 条内容没有发送').waitFor();
      await keepScreenshot(page, 'account-menu-phone');
      network.downForRecords();
      await page.locator('[data-test=logout]').click();
      await page.waitForURL('**/login');
      await logIn(page, await usernameOf(site.watcher));
      network.up();
      await page.waitForTimeout(3_000);
      expect(await outbox(page).count()).toBe(0);
      const arrived = async (): Promise<number> => (await recorded('other', '只归本人')).length;
      expect(await arrived()).toBe(0);
      await page.locator('[data-test=account]').click();
      await page.locator('[data-test=logout]').click();
      await page.waitForURL('**/login');
      await logIn(page, await usernameOf(inspector));
      await outbox(page).waitFor({ state: 'detached', timeout: 30_000 });
      for (let tries = 0; (await arrived()) === 0 && tries < 50; tries += 1) await page.waitForTimeout(200);
      expect(await arrived()).toBe(1);
      await phone.context.close();
    });
  });

  describe('a watcher', () => {
    let phone: Phone;
    let permitId: string;

    const permit = async (): Promise<Record<string, unknown>> =>
      (await site.watcher.get(`/permits/${permitId}`)).body as Record<string, unknown>;
    const historyOf = async (command: string): Promise<unknown[]> =>
      ((await permit())['history'] as { command: string }[]).filter((entry) => entry.command === command);

    beforeAll(async () => {
      const draft = await draftPermit(site, {
        place: { name: '四号车间', ...POINT, radiusM: 100 },
        gases: ['methane'],
        submit: true,
      });
      permitId = String(draft['id']);
      for (const signer of [site.safety, site.head]) {
        const { commands } = (await signer.get(`/permits/${permitId}`)).body as { commands: string[] };
        if (commands.includes('approve'))
          await signer.must(`/permits/${permitId}/commands/approve`, { ...POINT, accuracyM: 8 });
      }
      await site.safety.must(`/permits/${permitId}/commands/issue`);
      await site.watcher.must(`/permits/${permitId}/commands/fire-watch-on`, { ...POINT, accuracyM: 8 });
      phone = await phoneOf(site.watcher, `/m/permits/${permitId}`);
    });
    afterAll(() => phone.context.close());

    it('confirms the measures', async () => {
      const { page, network } = phone;
      await give(page, 'measures');
      const ticks = page.locator('.sheet input[type=checkbox]');
      await ticks.first().waitFor();
      network.down();
      for (let i = 0; i < (await ticks.count()); i += 1) await ticks.nth(i).check();
      await send(page);
      await page.locator('[data-test=waiting-here]').getByText('安全措施已保存在本机').waitFor();
      await keepLongScreenshot(page, 'measures-kept-phone');
      expect(await isTooWide(page)).toBe(false);
      expect(await historyOf('measures')).toHaveLength(0);
      await goesByItself(phone);
      await page.getByText('安全措施已全部确认').first().waitFor();
      expect(await historyOf('measures')).toHaveLength(1);
    });

    it('enters a gas test whose answer is lost', async () => {
      const { page, network } = phone;
      await give(page, 'gas-test');
      await page.fill('[name=gas-methane-middle]', '0.1');
      network.loseAnswerOf(/gas-test$/);
      const sampledAt = Date.now();
      await send(page);
      await page.locator('[data-test=waiting-here]').getByText('气体检测已保存在本机').waitFor();
      await page.waitForTimeout(1_500);
      await reopened(phone, '/m/outbox');
      await goesByItself(phone);
      const tests = (await permit())['gasTests'] as { sampledAt: string }[];
      expect(tests).toHaveLength(1);
      expect(Math.abs(Date.parse(tests[0]?.sampledAt ?? '') - sampledAt)).toBeLessThan(1_500);
    });

    it('reads why the platform did not take a reading, changes it and sends it', async () => {
      const { page, network } = phone;
      await page.goto(`/m/permits/${permitId}`);
      await give(page, 'gas-test');
      await page.fill('[name=gas-methane-middle]', '0.2');
      await page.fill('[name=instrument]', 'GT-0117');
      await page.fill('[name=calibration-due-on]', '2020-01-01');
      network.down();
      await send(page);
      await page.locator('[data-test=waiting-here]').waitFor();
      network.up();
      await page.locator('[data-test=waiting-here]').getByText('平台没有接收').waitFor({ timeout: 30_000 });
      await outbox(page).click();
      await page.locator('[data-test=outbox-item]').getByText('平台未接收').waitFor();
      await keepScreenshot(page, 'outbox-refused-phone');
      await page.locator('[data-test=outbox-change]').click();
      await page.locator('[name=gas-methane-middle]').waitFor();
      expect(await page.inputValue('[name=gas-methane-middle]')).toBe('0.2');
      await page.fill('[name=calibration-due-on]', '2030-01-01');
      await page.locator('[data-test=send]').click();
      await page.locator('[data-test=send]').waitFor({ state: 'hidden' });
      await outbox(page).waitFor({ state: 'detached' });
      expect((await permit())['gasTests']).toHaveLength(2);
    });

    it('shows presence: it counts from when it was shown, and once', async () => {
      await site.manager.must(`/permits/${permitId}/commands/start`);
      const { page, network } = phone;
      await page.goto(`/m/permits/${permitId}`);
      await page.locator('[data-test=tap-panel]').waitFor();
      for (const cut of [() => network.down(), () => network.loseAnswerOf(/watch-tap$/)]) {
        const before = (await historyOf('watch-tap')).length;
        cut();
        const tappedAt = Date.now();
        await page.locator('[data-test=command-watch-tap]').click();
        await page.locator('[data-test=waiting-here]').getByText('平台现在收不到您的报到').waitFor();
        await keepLongScreenshot(page, 'tap-kept-phone');
        await page.waitForTimeout(2_000);
        await goesByItself(phone);
        expect(await historyOf('watch-tap')).toHaveLength(before + 1);
        const next = Date.parse(String((await permit())['nextTapAt']));
        expect(Math.abs(next - 3_600_000 - tappedAt)).toBeLessThan(1_800);
      }
    });

    it('is not told that something is kept where nothing is', async () => {
      const { page, context } = phone;
      await context.setOffline(true);
      await page.getByText('无网络').waitFor();
      expect(await page.getByText('已保存在本机').count()).toBe(0);
      await keepScreenshot(page, 'no-network-phone');
      await context.setOffline(false);
      await page.getByText('无网络').waitFor({ state: 'detached', timeout: 15_000 });
    });
  });
});
