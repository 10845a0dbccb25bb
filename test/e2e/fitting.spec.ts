import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, importChip, newSite, newUser, POINT, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

interface Fitting {
  readonly id: string;
  readonly state: string;
  readonly lacking: string[];
  readonly test: { powerOn: boolean | null; arcSeen: boolean; powerOff: boolean | null } | null;
}

describe('a technician fits a chip', () => {
  let app: TestApp;
  let site: Site;
  let technician: Person;
  let machineId: string;
  let fitting: Fitting;
  let chip: TestChip;
  let stock: { chipNo: string; secretHex: string };

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    technician = await newUser(app, site.admin, ['technician'], { regionCode: '411003' });
    const { enterpriseId } = site;
    const machine = { model: 'NBC-350', process: 'GMAW', enterpriseId, regionCode: '411003001', serialNumber: 'FIT-1' };
    machineId = String((await site.admin.must('/machines', machine))['id']);
    stock = await importChip(app, site.admin);
  }, 120_000);

  afterAll(async () => {
    await (chip as TestChip | undefined)?.close();
    await app.close();
  });

  const read = async (): Promise<Fitting> => (await technician.get(`/fittings/${fitting.id}`)).body as Fitting;
  const until = async (holds: (now: Fitting) => boolean): Promise<Fitting> => {
    for (let tries = 0; tries < 50; tries += 1) {
      const now = await read();
      if (holds(now)) return now;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`waited in vain: ${JSON.stringify(await read())}`);
  };
  const photo = async (): Promise<string> => {
    const sent = await app.request
      .post('/api/v1/files')
      .set('authorization', `Bearer ${technician.token}`)
      .attach('file', await app.photo(), 'photo.jpg');
    return String((sent.body as { id: string }).id);
  };

  it('on the day that was planned for the town', async () => {
    const unplanned = (await technician.get('/fitting-appointments/unplanned?regionCode=411003001')).body as {
      items: { id: string }[];
    };
    expect(unplanned.items.map(({ id }) => id)).toContain(machineId);
    const day = '2031-03-01';
    const plan = { machineIds: [machineId, site.machineId], day, slot: 'morning', technicianId: technician.userId };
    expect(await technician.must('/fitting-appointments', plan)).toEqual({ planned: 1, leftOut: [site.machineId] });
    expect((await technician.post('/fitting-appointments', { ...plan, day: '2020-01-01' })).body).toMatchObject({
      code: 'fitting.day-over',
    });
    const mine = await technician.get('/fitting-appointments?mine=true&state=planned');
    expect((mine.body as { items: unknown[] }).items).toMatchObject([{ machineId, day, commands: ['miss', 'cancel'] }]);
  });

  it('binds it by scanning both; a silent chip gets no test, and says what to look after', async () => {
    fitting = (await technician.must(`/machines/${machineId}/fitting`, { chipNo: stock.chipNo })) as unknown as Fitting;
    expect(fitting).toMatchObject({ state: 'open', lacking: ['photo', 'relay-test', 'arc-test'], test: null });
    const again = await technician.must(`/machines/${machineId}/fitting`, { chipNo: stock.chipNo });
    expect(again['id']).toBe(fitting.id);
    expect((await technician.post(`/fittings/${fitting.id}/test`)).body).toMatchObject({ code: 'fitting.chip-silent' });
    expect((await technician.post(`/fittings/${fitting.id}/complete`, {})).body).toMatchObject({
      code: 'fitting.incomplete',
      lacking: ['photo', 'relay-test', 'arc-test'],
    });
  });

  it('gives power for the test, sees the arc, takes the power away, and accuses nobody', async () => {
    chip = await TestChip.connect(app.mqttPort, stock);
    await chip.birth();
    await chip.command('time');
    await site.admin.must(`/machines/${machineId}/commands/suspend`, { reason: '停用整改' });
    expect((await technician.post(`/fittings/${fitting.id}/test`)).body).toMatchObject({
      code: 'fitting.machine-stopped', // a stop order is no test's to pass by
    });
    await site.admin.must(`/machines/${machineId}/commands/resume`, { reason: '整改完成' });
    const started = (await technician.post(`/fittings/${fitting.id}/test`)).body as Fitting;
    expect(started.test).toMatchObject({ powerOn: null, arcSeen: false, powerOff: null });
    await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
    await until(({ test }) => test?.powerOn === true);
    await chip.event('relay-closed');
    await chip.event('arc-start');
    await chip.ackOf(await chip.event('arc-stop'));
    expect((await until(({ test }) => test?.arcSeen === true)).test).toMatchObject({ powerOff: null });
    expect(chip.commands.filter(({ kind }) => kind === 'lock')).toEqual([]); // the closed relay is the test's
    expect((await technician.post(`/fittings/${fitting.id}/test`)).body).toMatchObject({
      code: 'fitting.test-running',
    });
    await technician.must(`/fittings/${fitting.id}/test/end`);
    await chip.reply(await chip.command('lock'), { ok: true, relay: 'open' });
    expect(await until(({ test }) => test?.powerOff === true)).toMatchObject({ lacking: ['photo'] });
    const arcs = (await site.admin.get(`/machines/${machineId}/arcs`)).body as { items: { verdicts: unknown[] }[] };
    expect(JSON.stringify(arcs.items)).toContain('"test"');
    expect((await site.admin.get('/violations')).body).toMatchObject({ items: [] });
  });

  it('is done with the photo, and the appointment with it', async () => {
    const done = await technician.must(`/fittings/${fitting.id}/complete`, { photoId: await photo(), ...POINT });
    expect(done).toMatchObject({ state: 'done', relayOk: true, arcOk: true });
    expect((await technician.post(`/fittings/${fitting.id}/test`)).body).toMatchObject({ code: 'fitting.over' });
    const mine = await technician.get('/fitting-appointments?mine=true');
    expect((mine.body as { items: unknown[] }).items).toMatchObject([{ machineId, state: 'done' }]);
  });

  it('a broken chip is replaced and blocked; what is refused half-way changes nothing', async () => {
    const replaced = await technician.post(`/chips/${stock.chipNo}/replace`, {
      byChipNo: site.chipNo,
      reason: 'broken',
    });
    expect(replaced.body).toMatchObject({ code: 'chip.already-bound' });
    expect((await technician.get(`/chips/${stock.chipNo}/life`)).body).toMatchObject({
      stays: [{ machineId, unboundAt: null }],
      blocks: [],
    });
    const fresh = await importChip(app, site.admin);
    const next = await technician.must(`/chips/${stock.chipNo}/replace`, { byChipNo: fresh.chipNo, reason: 'broken' });
    expect(next).toMatchObject({ chipNo: fresh.chipNo, replacedChipNo: stock.chipNo, state: 'open' });
    expect((await technician.get(`/chips/${stock.chipNo}/life`)).body).toMatchObject({
      blocks: [{ reason: 'broken', liftedAt: null }],
    });
    expect((await technician.post(`/chips/${stock.chipNo}/unblock`, { note: '修好了' })).status).toBe(403);
  });

  it('blocking a stolen chip ends its job at once', async () => {
    const working = await TestChip.connect(app.mqttPort, site);
    await working.birth();
    await working.command('time');
    const permitId = String((await draftPermit(site))['id']);
    await activate(site, permitId);
    await site.welder.must('/jobs', { machineCode: site.machineCode, permitId, ...POINT, accuracyM: 5 });
    await working.reply(await working.command('unlock'), { ok: true, relay: 'closed' });
    const unknown = await technician.post('/chips/block', {
      chipNos: [site.chipNo, 'NOSUCHCHIP00'],
      reason: 'stolen',
    });
    expect(unknown.body).toMatchObject({ code: 'chip.unknown', chipNo: 'NOSUCHCHIP00' });
    expect(await technician.must(`/chips/${site.chipNo}/block`, { reason: 'stolen' })).toEqual({
      blocked: [site.chipNo],
      endedJobs: 1,
    });
    await working.command('lock');
    expect((await site.admin.post(`/chips/${site.chipNo}/unblock`, { note: '已找回' })).body).toMatchObject({
      blocks: [{ reason: 'stolen' }],
    });
    await working.close();
  });

  it('a chip that another region’s people blocked is lifted there, or by the administrator', async () => {
    const { chipNo } = await importChip(app, site.admin);
    await technician.must(`/chips/${chipNo}/block`, { reason: 'stolen' });
    const stranger = await newUser(app, site.admin, ['regulator'], { regionCode: '410102' });
    expect((await stranger.post(`/chips/${chipNo}/unblock`, { note: '已找回' })).body).toMatchObject({
      code: 'chip.not-yours-to-lift',
    });
    await site.admin.must(`/chips/${chipNo}/unblock`, { note: '已找回' });
  });

  it('a cursor that nobody gave out finds nothing', async () => {
    const page = await technician.get('/fitting-appointments?cursor=abc%20def');
    expect([page.status, page.body]).toEqual([200, { items: [], nextCursor: null }]);
  });
});
