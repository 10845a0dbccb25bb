import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { inventedPhone } from '../support/people';
import {
  activate,
  confirmAll,
  draftPermit,
  importChip,
  newSite,
  newUser,
  POINT,
  type Person,
  type Site,
} from '../support/site';
import { TestChip } from '../support/test-chip';
import { stumblingBlocks } from './accessible';
import { Chromium, isTooWide, keepScreenshot, PHONE } from './chromium';
import { Network } from './network';
import { give, holdStop, send, takePhoto } from './permit-sheet';

const OCCUPIER = inventedPhone(8_886);

/** A real browser on a busy machine takes its time. */
jest.setTimeout(120_000);

/** Every page of the phone as those who use it see it, with its sheets open. */
describe('the phone', () => {
  let app: TestApp;
  let site: Site;
  let chip: TestChip;
  let chromium: Chromium;
  let inspector: Person;
  let burning: string;
  let watched: string;
  let signboard: string;
  let waiting: string;
  let campaign: string;
  let found: Record<string, string[]> = {};

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    const seen = { kind: 'no-permit', machineId: site.machineId, ...POINT, description: '无票' };
    await inspector.must('/violations', seen);
    const permit = (name: string, more = {}): Promise<Record<string, unknown>> =>
      draftPermit(site, { place: { name, ...POINT, radiusM: 100 }, ...more });
    const other = await newUser(app, site.admin, ['fire-watcher'], { enterpriseId: site.enterpriseId });
    burning = String((await permit('一号车间', { fireWatchId: other.userId }))['id']);
    await activate({ ...site, watcher: other }, burning);
    const draft = await permit('二号车间', { gases: ['methane'] });
    [watched, signboard] = [String(draft['id']), String(draft['code'])];
    await site.manager.must(`/permits/${watched}/commands/submit`);
    for (const signer of [site.safety, site.head]) await signer.must(`/permits/${watched}/commands/approve`);
    await site.head.must(`/permits/${watched}/commands/issue`);
    waiting = String((await permit('三号车间'))['id']);
    await site.manager.must(`/permits/${waiting}/commands/submit`);
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const sections = [{ title: '动火前', text: '清理可燃物，备好灭火器。' }];
    const dueOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const training = { name: '全员培训', dueOn, sections, questionCount: 3, passPercent: 80 };
    campaign = String((await regulator.must('/training/campaigns', training))['id']);
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await chip.close();
    await app.close();
  });
  afterEach(() => {
    const [blocks, complaints] = [found, chromium.complaints.splice(0)];
    found = {};
    expect([blocks, complaints]).toEqual([{}, []]);
  });

  /** What stands there now is complete, fits, and is read aloud without stumbling. */
  async function look(page: Page, name: string): Promise<void> {
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await page.locator('.wait[role=status]').first().waitFor({ state: 'detached' });
    await page.waitForTimeout(250); // a sheet slides in; a page that listens is never idle
    await keepScreenshot(page, `phone-${name}`);
    const blocks = await stumblingBlocks(page);
    if (await isTooWide(page)) blocks.push('wider than the screen');
    if (blocks.length > 0) found[name] = blocks;
  }
  async function lookAt(page: Page, pages: Record<string, string>): Promise<void> {
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path);
      await look(page, name);
    }
  }
  /** A sheet, as somebody sees it who opens it, and closed again. */
  async function lookInto(page: Page, button: string, name: string): Promise<void> {
    await page.locator(button).click();
    await page.locator('.sheet').waitFor();
    await look(page, name);
    await page.goBack();
    await page.locator('.sheet').waitFor({ state: 'hidden' });
    await page.waitForTimeout(400); // and its shade, which would swallow the next touch
  }

  it('signed out', async () => {
    const page = await chromium.person(PHONE);
    await lookAt(page, {
      ...{ login: '/login', machine: `/c/${site.machineCode}`, signboard: `/c/${signboard}` },
      ...{ 'bad-code': '/c/ZZZZZZZZZZ', missing: '/m/nowhere', register: '/m/register', about: '/about-sticker' },
    });
    await page.context().close();
  });

  it('a welder, from the first page to the power and back', async () => {
    const page = await chromium.at(site.welder, '/m', PHONE);
    await lookAt(page, {
      ...{ welder: '/m', scan: '/m/scan', declare: '/m/declare', apply: '/m/apply', pin: '/m/pin' },
      ...{ paper: '/m/paper?number=ZP-000001', 'outbox-empty': '/m/outbox' },
      ...{ start: `/c/${site.machineCode}` },
    });
    await lookInto(page, '[data-test=account]', 'account');
    await page.locator('[data-test=account]').click();
    await page.locator('[data-test=password]').click();
    await look(page, 'password');
    await page.locator('[data-test=back]').click();
    await page.locator('[data-test=start]').click();
    const unlock = await chip.command('unlock');
    await look(page, 'job-waiting');
    await chip.reply(unlock, { ok: true, relay: 'closed' });
    await page.locator('[data-test=running]').waitFor();
    await chip.event('arc-start');
    await page.getByText('正在燃弧').first().waitFor();
    await look(page, 'job-arc');
    await page.locator('[data-test=finish]').click();
    await look(page, 'job-finish');
    await page.locator('[data-test=finish-sure]').click();
    await chip.reply(await chip.command('lock'), { ok: true, relay: 'open' });
    await page.getByText('已结束').waitFor();
    await look(page, 'job-done');
    await page.context().close();
  });

  it('a welder who learns, and answers for an employer', async () => {
    const page = await chromium.at(site.welder, '/m', PHONE);
    await lookAt(page, {
      ...{ claims: '/m/claims', employers: '/m/employers', handovers: '/m/handovers' },
      ...{ help: '/m/help', training: '/m/training', procedures: '/m/training/procedures' },
      ...{ 'training-sign': '/m/training/sign-in', campaign: `/m/training/campaigns/${campaign}` },
      ...{ quiz: `/m/training/campaigns/${campaign}/quiz` },
    });
    await page.context().close();
  });

  it('a welder who is refused, and an occupier who is asked', async () => {
    const page = await chromium.at(site.welder, '/m/declare', PHONE);
    await page.getByText('已取得当前位置').waitFor();
    await page.locator('[data-kind=none]').click();
    await page.fill('[name=place]', '建安小区 3 号楼 501');
    await page.fill('[name=content]', '焊接护栏');
    await page.fill('[name=occupierPhone]', OCCUPIER);
    await page.locator('[data-test=send]').click();
    await page.waitForURL(/\/occupier$/);
    await look(page, 'occupier-code');
    await page.goto(new URL(page.url()).pathname.replace('/occupier', ''));
    await look(page, 'occupier-waits');
    const owner = await chromium.person(PHONE);
    await lookAt(owner, { occupier: /\/o\/\S+?(?=\s)/.exec(app.lastTextTo(OCCUPIER))?.[0] ?? '' });
    await owner.locator('[data-test=confirm]').click();
    await owner.locator('[data-test=confirmed]').waitFor();
    await look(owner, 'occupier-done');
    await page.reload();
    await page.locator('[data-test=measure-steps]').waitFor();
    await look(page, 'measure-steps');
    await owner.context().close();

    await page.context().setGeolocation({ latitude: POINT.lat + 1, longitude: POINT.lng, accuracy: 10 });
    await page.goto(`/c/${site.machineCode}`);
    await page.getByText('已定位').waitFor();
    await page.locator('[data-test=start]').click();
    await page.locator('[data-test=refused]').waitFor();
    await look(page, 'refused');
    await page.locator('[data-test=ask-help]').click();
    await page.locator('[data-test=help-state]').waitFor();
    await look(page, 'help-asked');
    await page.context().close();
  });

  it('a watcher, from signing on to the watch', async () => {
    const page = await chromium.at(site.watcher, '/m/watch', PHONE);
    const network = await Network.of(page.context());
    await lookAt(page, {
      watch: '/m/watch',
      'scan-permit': `/c/${signboard}`,
      'permit-issued': `/m/permits/${watched}`,
    });
    await give(page, 'fire-watch-on');
    await takePhoto(page, app);
    await look(page, 'sign-on');
    await send(page);
    await lookInto(page, '[data-test=command-measures]', 'measures');
    await give(page, 'gas-test');
    await page.fill('[name=gas-methane-middle]', '0.6');
    await look(page, 'gas-too-much');
    await page.fill('[name=gas-methane-middle]', '0.1');
    await page.fill('[name=instrument]', 'GT-0117');
    await page.fill('[name=calibration-due-on]', '2020-01-01');
    network.down();
    await send(page);
    await look(page, 'gas-kept');
    await page.locator('[data-test=outbox]').click();
    await look(page, 'outbox-waiting');
    await lookAt(page, { unreachable: '/m/outbox' });
    network.up();
    await page.locator('[data-test=outbox-item]').getByText('平台未接收').waitFor({ timeout: 30_000 });
    await look(page, 'outbox-refused');
    await lookAt(page, { 'gas-refused': `/m/permits/${watched}` });

    const { body } = await site.watcher.get(`/permits/${watched}`);
    await site.watcher.must(`/permits/${watched}/commands/measures`, confirmAll(body as Record<string, unknown>));
    await page.goto(`/m/permits/${watched}`);
    await lookInto(page, '[data-test=command-start]', 'start-work');
    await site.watcher.must(`/permits/${watched}/commands/start`);
    await page.locator('[data-test=tap-panel]').waitFor();
    await look(page, 'permit-active');
    await lookInto(page, '[data-test=command-fire-watch-off]', 'sign-off');
    await lookInto(page, '[data-test=command-finish]', 'finish');
    await holdStop(page);
    await page.locator('[data-test=stop-reason]').waitFor();
    await look(page, 'suspended');
    await site.watcher.must(`/permits/${watched}/commands/finish`);
    await page.locator('[data-test=watch]').waitFor();
    await look(page, 'fire-watch');
    await page.context().close();
  });

  it('a safety officer', async () => {
    const page = await chromium.at(site.safety, '/m/approve', PHONE);
    await lookAt(page, { approve: '/m/approve', areas: '/m/areas', sites: '/m/sites', photos: '/m/photos' });
    await lookAt(page, { 'permit-submitted': `/m/permits/${waiting}` });
    await lookInto(page, '[data-test=command-approve]', 'signing');
    await lookInto(page, '[data-test=command-reject]', 'rejecting');
    await page.context().close();
  });

  it('an inspector and a grid worker', async () => {
    const start = { machineCode: site.machineCode, permitId: burning, ...POINT };
    await chip.birth(); // on a busy machine the pages before took longer than a chip may be silent
    const job = await site.welder.must('/jobs', start);
    await inspector.must(`/jobs/${String(job['id'])}/stop`, { reason: '现场无监护' });
    const page = await chromium.at(inspector, '/m/inspect', PHONE);
    await page.locator('[data-test=stops-waiting]').getByText('现场无监护').waitFor();
    await page.locator('[data-test=violations] a').first().waitFor();
    await lookAt(page, { inspect: '/m/inspect', record: '/m/inspect/record', cases: '/m/violations' });
    await lookAt(page, { 'machine-inspected': `/c/${site.machineCode}`, 'signboard-inspected': `/c/${signboard}` });
    await page.goto('/m/inspect');
    await page.locator('[data-test=violations] a').first().click();
    await look(page, 'case');
    await page.locator('[data-test=command-assign]').click();
    await look(page, 'case-assign');
    await page.context().close();
    const worker = await newUser(app, site.admin, ['grid-worker'], { regionCode: '411003100' });
    const grid = await chromium.at(worker, '/m/inspect', PHONE);
    await lookAt(grid, {
      ...{ grid: '/m/inspect', 'grid-workshops': '/m/workshops', registrations: '/m/registrations' },
      ...{ collect: '/m/collect', 'collect-machine': '/m/collect/machine' },
      ...{ 'collect-welder': '/m/collect/welder', 'collect-enterprise': '/m/collect/enterprise' },
    });
    await grid.context().close();
  });

  it('a technician, and the chips looked at on a phone', async () => {
    const technician = await newUser(app, site.admin, ['technician'], { regionCode: '411003' });
    const bare = { model: 'NBC-350', process: 'GMAW', enterpriseId: site.enterpriseId, regionCode: '411003' };
    const machine = await site.admin.must('/machines', bare);
    const { chipNo } = await importChip(app, site.admin);
    const fitting = await technician.must(`/machines/${String(machine['id'])}/fitting`, { chipNo });
    const page = await chromium.at(technician, '/m/fit', PHONE);
    await lookAt(page, {
      ...{ fit: '/m/fit', 'fit-start': `/m/fit/start?machine=${String(machine['code'])}` },
      ...{ 'fit-steps': `/m/fit/${String(fitting['id'])}` },
      ...{ chips: '/console/chips', chip: `/console/chips/${site.chipNo}` },
    });
    await page.context().close();
  });

  it('a trainer before the class', async () => {
    const trainer = await newUser(app, site.admin, ['trainer'], { regionCode: '411003' });
    const times = {
      startsAt: new Date(Date.now()).toISOString(),
      endsAt: new Date(Date.now() + 7_200_000).toISOString(),
    };
    const session = { campaignId: campaign, placeName: '培训中心', instructor: '张老师', capacity: 20, ...times };
    const id = String((await trainer.must('/training/sessions', session))['id']);
    const page = await chromium.at(trainer, '/m/training/teach', PHONE);
    await lookAt(page, { teach: '/m/training/teach', class: `/m/training/teach/${id}` });
    await page.context().close();
  });
});
