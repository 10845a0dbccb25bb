import { startApp, type TestApp } from '../../support/app';
import { newSite, newUser, type Person, type Site } from '../../support/site';
import { TestChip } from '../../support/test-chip';

/** C11: somebody at the chip says that its counter is right, and the platform's memory of it is not. */
describe('a technician resets the boot number of a chip', () => {
  let app: TestApp;
  let site: Site;
  let technician: Person;
  const open: TestChip[] = [];

  beforeAll(async () => {
    app = await startApp();
  }, 120_000);
  beforeEach(async () => {
    site = await newSite(app);
    technician = await newUser(app, site.admin, ['technician'], { regionCode: '411003' });
  }, 60_000);
  afterEach(async () => {
    for (const chip of open.splice(0)) await chip.close();
  });
  afterAll(() => app.close());

  const starts = async (boot: number): Promise<TestChip> => {
    const chip = await TestChip.connect(app.mqttPort, site, boot);
    open.push(chip);
    await chip.birth();
    return chip;
  };
  const reset = (who: Person, reason = '更换主板，计数重新开始') =>
    who.post(`/chips/${site.chipNo}/reset-boot`, { reason });
  const state = async (): Promise<Record<string, unknown>> =>
    (await technician.get(`/chips/${site.chipNo}/state`)).body as Record<string, unknown>;

  it('whose counter jumped by right: the next number is believed, once', async () => {
    await (await starts(1)).ackOf(await open[0]!.event('fault'));
    const jumped = await starts(50_000);
    await jumped.event('fault');
    await expect(jumped.ackOf(1, 1_500)).rejects.toThrow('no acknowledgement');
    expect((await reset(technician)).body).toMatchObject({ bootBefore: 1, bootAfter: 1 });
    await jumped.ackOf(await jumped.event('fault'));
    expect(await state()).toMatchObject({ boot: 50_000, resets: [{ bootBefore: 1, byUserId: technician.userId }] });
    const again = await starts(90_000);
    await again.event('fault');
    await expect(again.ackOf(1, 1_500)).rejects.toThrow('no acknowledgement');
  }, 30_000);

  it('that was believed beyond reason before: it goes back to the latest that came without a jump', async () => {
    await (await starts(3)).ackOf(await open[0]!.event('fault'));
    await app.sql('update chip_states set boot = 2147483646 where chip_no = $1', [site.chipNo]);
    expect((await reset(technician)).body).toMatchObject({ bootBefore: 2_147_483_646, bootAfter: 3 });
    const next = await starts(4);
    await next.ackOf(await next.event('fault'));
    expect(await state()).toMatchObject({ boot: 4 });
  });

  it('that counted a few hundred too far: the next birth says where its counter stands', async () => {
    await (await starts(7)).ackOf(await open[0]!.event('fault'));
    await (await starts(519)).ackOf(await open[1]!.event('fault'));
    await starts(8);
    expect(await state()).toMatchObject({ boot: 519 });
    expect((await reset(technician)).status).toBe(200);
    const right = await starts(9);
    await right.ackOf(await right.event('fault'));
    expect(await state()).toMatchObject({ boot: 9, online: true });
    const next = await starts(10);
    await next.ackOf(await next.event('fault'));
    expect(await state()).toMatchObject({ boot: 10 });
  });

  it('with a reason, in their region, not while it works, and never by others', async () => {
    await (await starts(1)).ackOf(await open[0]!.event('fault'));
    const elsewhere = await newUser(app, site.admin, ['technician'], { regionCode: '411002' });
    expect((await reset(elsewhere)).status).toBe(404);
    expect((await reset(site.manager)).status).toBe(403);
    expect((await reset(technician, '')).status).toBe(422);
    expect((await reset(technician)).status).toBe(200);
    const trail = await app.sql<{ after: object }>(
      `select after from audit_entries where action = 'chip.boot-reset' and entity_id = $1`,
      [site.chipNo],
    );
    expect(trail).toHaveLength(1);
    expect(trail[0]?.after).toMatchObject({ byUser: technician.userId, bootBefore: 1, bootAfter: 1 });
  });
});
