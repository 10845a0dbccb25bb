import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { allNo } from '../support/answers';
import { activate, draftPermit, newSite, newWelder, POINT, type Person, type Site } from '../support/site';
import { Chromium, DESK, keepScreenshot, PHONE } from './chromium';
import { takePhoto } from './permit-sheet';

jest.setTimeout(90_000);

/** Journey 2, what happens besides the straight way: a visit before signing, people added, more time. */
describe('a permit is seen on site, added to, and goes on', () => {
  let app: TestApp;
  let chromium: Chromium;

  beforeAll(async () => {
    app = await startApp();
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  const at = (person: Person, path: string, size = DESK): Promise<Page> => chromium.at(person, path, size);

  it('who issues for a building site has to stand there first', async () => {
    const site = await newSite(app, 'construction');
    const permit = await draftPermit(site, {
      regime: 'construction',
      level: 'second',
      answers: allNo('construction'),
      place: { name: '3 号楼 12 层钢梁', ...POINT, radiusM: 100 },
      plannedEnd: endOfWork(),
    });
    const id = String(permit['id']);
    await site.manager.must(`/permits/${id}/commands/submit`);
    const page = await at(site.safety, `/m/permits/${id}`, PHONE);
    await page.getByText('须先到现场查看再签').first().waitFor();
    await page.locator('[data-test=command-site-visit]').click();
    await takePhoto(page, app);
    await keepScreenshot(page, 'site-visit-phone');
    await page.locator('[data-test=send]').click();
    await page.locator('[data-test=send]').waitFor({ state: 'detached' });
    const seen = (await site.safety.get(`/permits/${id}`)).body as { siteVisits: unknown[] };
    expect(seen.siteVisits).toHaveLength(1);
  });

  it('what is discharged near by forbids hot work at a chemical plant, in words and in red', async () => {
    const site = await newSite(app, 'chemical');
    await site.manager.must('/nearby-activities', {
      kind: 'gas-discharge',
      placeName: '三号放空管',
      lat: POINT.lat + 0.0001,
      lng: POINT.lng,
      radiusM: 0,
      startsAt: new Date(Date.now()).toISOString(),
      endsAt: new Date(Date.now() + 12 * 3_600_000).toISOString(),
    });
    const page = await at(site.manager, '/console/permits/new');
    await page.getByText('危险化学品企业动火作业').click();
    await page.locator('[data-test=question-running-equipment]').getByText('是').click();
    await page.locator('[data-test=level]').getByText('特级动火').first().waitFor();
    await page.getByRole('button', { name: '我的位置' }).click();
    const conflict = page.locator('[data-test=conflicts] .block');
    await conflict.getByText('30 米内排放可燃气体').waitFor();
    await conflict.scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'permit-form-blocked');
    expect(await page.locator('[data-test=submit]').isDisabled()).toBe(true);
    expect(await page.locator('[data-test=save-draft]').isDisabled()).toBe(false);
  });

  describe('while work goes on', () => {
    let site: Site;
    let path: string;

    beforeAll(async () => {
      site = await newSite(app);
      const id = String((await draftPermit(site))['id']);
      await activate(site, id);
      path = `/console/permits/${id}`;
    }, 60_000);

    it('one asks for another welder, a second person confirms', async () => {
      const helper = await newWelder(app, site.admin, { enterpriseId: site.enterpriseId });
      const name = ((await site.admin.get(`/welders/${helper.id}`)).body as { name: string }).name;
      const asking = await at(site.manager, path);
      await asking.locator('[data-test=command-amend]').click();
      await asking.locator('.el-dialog label', { hasText: '增加焊工' }).locator('.el-select').click();
      // a tap while the list still fills may miss: whoever sees no name in the field taps again
      const chosen = asking.locator('.el-dialog .el-tag', { hasText: name });
      for (let taps = 0; taps < 3 && !(await chosen.isVisible()); taps += 1) {
        await asking.locator('.el-select-dropdown:visible').getByText(name).click();
        await chosen.waitFor({ timeout: 3_000 }).catch(() => undefined);
      }
      await asking.keyboard.press('Escape');
      await keepScreenshot(asking, 'permit-amend');
      await asking.locator('[data-test=send]').click();
      await asking.locator('[data-test=send]').waitFor({ state: 'hidden' });

      const confirming = await at(site.safety, path);
      await confirming.getByRole('button', { name: '确认增补' }).click();
      await confirming.locator('.el-dialog').getByText(name).waitFor();
      await confirming.locator('[data-test=send]').click();
      await confirming.locator('.facts').getByText(name).waitFor();
    });

    it('more time is a new permit, linked to the one it goes on from', async () => {
      const page = await at(site.manager, path);
      await page.locator('[data-test=extend]').click();
      await keepScreenshot(page, 'permit-extend');
      await page.locator('[data-test=send]').click();
      await page.getByText('本票为延期，查看原作业票').waitFor();
      await page.getByText('本票为延期，查看原作业票').click();
      await page.waitForURL(`**${path}`);
      await page.getByText('已延期，查看接续的作业票').waitFor();
    });
  });
});

/** A building site's permit ends on its day: two hours from now, or at the last minute before midnight in China. */
function endOfWork(): string {
  const inTwoHours = Date.now() + 2 * 3_600_000;
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  return new Date(Math.min(inTwoHours, Date.parse(`${day}T23:59:00+08:00`))).toISOString();
}
