import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { shanghaiDate } from '../../src/kernel/time';
import { verifyPack } from '../../src/modules/evidence/pack/verify-pack';
import { PassOnCases } from '../../src/modules/supervision/leaves/pass-on-cases';
import { startApp, type TestApp } from '../support/app';
import type { EvidenceKeys } from '../../src/modules/evidence/evidence.dto';
import { newSite, newUser, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import { Chromium, DESK, isTooWide, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';

/** A case from the list to the person who puts it right, on desk and phone. */
describe('a case of an arc that no job covers', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chromium = await Chromium.open(app.url);
    const chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.event('arc-start');
    await chip.close();
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });

  it('opens on a tap, is given to a person by the picker, and stands among their own', async () => {
    const inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    const name = await usernameOf(inspector);
    const page = await chromium.person(PHONE);
    await logIn(page, name);
    await page.waitForURL('**/m/inspect');
    await page.locator('[data-test=violations] a').first().click();
    await page.waitForURL('**/m/violations/*');
    await page.locator('[data-test=case-arcs]').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'case-phone');
    await page.locator('[data-test=command-assign]').click();
    const { user } = (await inspector.get('/me')).body as { user: { id: string } };
    await page.locator('[name=assignee-role]').selectOption('inspector');
    await page.locator(`[data-test=assignee-${user.id}]`).click();
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'case-assign');
    await page.locator('[data-test=send]').click();
    await page.locator('[data-test=command-rectify]').waitFor();
    await page.locator('[data-test=case-history]').getByText('派单', { exact: true }).waitFor();
    await page.locator('[data-test=case-history]').getByText('发现问题').waitFor();
    await page.goto('/m/inspect');
    await page.locator('[data-test=my-cases]').click();
    await page.waitForURL('**/m/violations');
    await page.locator('.page').getByText('不入平台作业', { exact: true }).waitFor();
    expect(chromium.complaints).toEqual([]);
  });

  it('D21 every kind can be recorded on the phone, the word of the measure first', async () => {
    const inspector = await newUser(app, site.admin, ['grid-worker'], { regionCode: '411003100' });
    const page = await chromium.person(PHONE);
    await logIn(page, await usernameOf(inspector));
    await page.goto('/m/inspect/record');
    await page.locator('[data-test=kind-off-platform]').waitFor();
    await page.locator('[data-test=all-kinds]').click();
    await page.locator('[data-test=kind-identity-misuse]').click();
    await page.locator('[data-value=offence]').click();
    await page.locator('[name=found-code]').fill('HA-FAKE-000001');
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'record-kinds');
    await page.locator('[data-test=send]').click();
    await page.getByText('已记录').waitFor();
    const { items } = (await site.admin.get('/violations?kind=identity-misuse')).body as { items: { grade: string; machineId: string | null }[] }; // prettier-ignore
    expect(items).toMatchObject([{ grade: 'offence', machineId: null }]);
    expect(chromium.complaints).toEqual([]);
  });

  it('tells place, firm, machine and assignee in the list of the desk, and its words in the detail', async () => {
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const page = await chromium.person(DESK);
    await logIn(page, await usernameOf(regulator));
    await page.goto('/console/violations');
    await page.getByText('不入平台作业').first().waitFor();
    await page.getByText('责任单位').first().waitFor();
    await keepScreenshot(page, 'cases-desk');
    await page.getByRole('link', { name: '不入平台作业' }).click();
    await page.locator('[data-test=case-arcs]').waitFor();
    await page.locator('[data-test=case-history]').getByText('发现问题').waitFor();
    await page.locator('[data-test=command-withdraw]').click();
    expect(await page.locator('[data-test=send]').isDisabled()).toBe(true);
    await page.locator('[name=words]').fill('误报');
    await keepScreenshot(page, 'case-desk');
    await page.locator('[data-test=send]').click();
    await page.locator('[data-test=case-history]').getByText('误报').waitFor();
    expect(chromium.complaints).toEqual([]);
  });

  /** Gives a command on the page of the case, and waits until it stands in the history. */
  async function give(page: Page, command: string, words?: string): Promise<void> {
    const steps = page.locator('[data-test=case-history] > li');
    await page.locator(`[data-test=command-${command}]`).click();
    const before = await steps.count();
    if (words !== undefined) await page.locator('[name=words]').fill(words);
    await page.locator('[data-test=send]').click();
    await steps.nth(before).waitFor();
  }

  it('from the finding over a leave and a false rectification to its closing, with the evidence to take away', async () => {
    const [officer, deputy, regulator] = await Promise.all(
      ['inspector', 'inspector', 'regulator'].map((role) => newUser(app, site.admin, [role], { regionCode: '411003' })),
    ) as [Person, Person, Person]; // prettier-ignore
    const { id } = (await regulator.must('/violations', { kind: 'no-permit', machineCode: site.machineCode, description: '现场无票动火' })) as { id: string }; // prettier-ignore
    const desk = await chromium.at(regulator, `/console/violations/${id}`, DESK);
    await desk.locator('[data-test=command-assign]').click();
    await desk.locator('[name=assignee-role]').selectOption('inspector');
    await desk.locator(`[data-test=assignee-${officer.userId}]`).click();
    await desk.locator('[data-test=send]').click();
    await desk.locator('[data-test=case-history]').getByText('派单', { exact: true }).waitFor();

    const today = shanghaiDate(Date.now());
    await officer.must('/leaves', { fromOn: today, untilOn: today, deputyId: deputy.userId });
    await app.app.get(PassOnCases).execute(Date.now());
    const phone = await chromium.at(deputy, `/m/violations/${id}`, PHONE);
    await phone.getByText('原负责人请假，由代办人接手').waitFor();
    await give(phone, 'rectify', '已督促企业补办作业票');
    expect(await isTooWide(phone)).toBe(false);
    await keepScreenshot(phone, 'case-deputy');

    await desk.reload();
    await give(desk, 'review');
    await give(desk, 'reopen', '现场仍在无票动火');
    await give(desk, 'assign', '请企业整改');
    const firm = await chromium.at(site.manager, `/console/violations/${id}`, DESK);
    await give(firm, 'rectify', '已停工，作业票已补办');
    await desk.reload();
    await give(desk, 'review');
    await give(desk, 'close');
    await desk.locator('[data-test=case-history]').getByText('退回重改').waitFor();
    await keepScreenshot(desk, 'case-closed');

    const download = desk.waitForEvent('download');
    await desk.locator('[data-test=take-pack]').click();
    const { keys } = (await app.request.get('/.well-known/hanan-evidence-keys.json')).body as EvidenceKeys;
    const { manifest, faults } = verifyPack(readFileSync(await (await download).path()), { kind: 'keys', keys });
    expect([manifest?.caseId, faults]).toEqual([id, []]);
    expect(chromium.complaints).toEqual([]);
  }, 120_000);
});
