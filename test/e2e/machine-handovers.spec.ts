import { PermitsReader } from '../../src/modules/permits/permits.reader';
import { systemScope } from '../../src/platform/database/scope';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../support/app';
import { draftPermit, newSite, newWelder, type Person, type Site } from '../support/site';

describe('dealers and rental firms: sold, rented out, lent', () => {
  let app: TestApp;
  let dealer: Site;
  let builder: Site;
  let machineId: string;
  let serial = 0;
  const USCC = '91411003MA44HAN97K';

  beforeAll(async () => {
    app = await startApp();
    dealer = await newSite(app, 'commerce');
    builder = await newSite(app, 'construction');
    await app.sql('update enterprises set uscc = $2 where id = $1', [builder.enterpriseId, USCC]);
    machineId = await machine('AB-90001');
  }, 120_000);
  afterAll(() => app?.close());

  const machine = async (serialNumber: string): Promise<string> => {
    const place = { enterpriseId: dealer.enterpriseId, regionCode: '411003' };
    return String(
      (await dealer.admin.must('/machines', { model: 'ZX7-315', process: 'MMA', serialNumber, ...place }))['id'],
    );
  };
  /** Where a machine stood is of no use to whoever looks for it at another firm. */
  const NOWHERE = { lat: null, lng: null, placeName: null };
  const stands = async (id: string): Promise<void> => {
    await app.sql(`update machines set lat = 34.12, lng = 113.82, place_name = '东厂房二楼' where id = $1`, [id]);
  };
  const placeOf = async (id: string): Promise<unknown> =>
    (await app.sql('select lat, lng, place_name as "placeName" from machines where id = $1', [id]))[0];
  const day = (n: number): string => new Date(Date.now() + n * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  const offer = (id: string, body: Record<string, unknown>) =>
    dealer.manager.post(`/machines/${id}/handovers`, {
      kind: 'lease',
      to: USCC,
      untilOn: day(5),
      stickerHanded: true,
      ...body,
    });
  const answer = (who: Person, id: string, command: string, body = {}) =>
    who.post(`/machine-handovers/${id}/commands/${command}`, body);
  const sees = async (who: Person, id: string): Promise<number> => (await who.get(`/machines/${id}`)).status;
  const tasks = async (who: Person): Promise<string[]> =>
    ((await who.get('/tasks?mine=true')).body as { items: { kind: string; entity: { id: string } }[] }).items
      .filter(({ kind }) => kind.startsWith('handover-'))
      .map(({ kind, entity }) => `${kind} ${entity.id}`);

  it('where it stands is typed by whoever registers it, and typed anew or cleared later', async () => {
    const body = { model: 'ZX7-315', process: 'MMA', serialNumber: 'AB-90009', enterpriseId: dealer.enterpriseId, regionCode: '411003' }; // prettier-ignore
    const made = await dealer.admin.must('/machines', { ...body, placeName: ' 城北仓库　二号棚 ' });
    expect(made['placeName']).toBe('城北仓库 二号棚');
    const change = (placeName: unknown) =>
      app.request
        .patch(`/api/v1/machines/${String(made['id'])}`)
        .set('authorization', `Bearer ${dealer.manager.token}`)
        .send({ placeName });
    expect((await change('前店村二组').expect(200)).body).toMatchObject({ placeName: '前店村二组' });
    await change('  ').expect(422);
    expect((await change(null).expect(200)).body).toMatchObject({ placeName: null });
  });

  it('a lease waits for the receiver; meanwhile nobody offers the machine again', async () => {
    const refused: [Record<string, unknown>, string][] = [
      [{ untilOn: undefined }, 'handover.until-missing'],
      [{ untilOn: day(-1) }, 'handover.until-before'],
      [{ kind: 'sale' }, 'handover.until-of-sale'],
      [{ to: '91411003MA44HAN00X' }, 'handover.receiver-unknown'],
      [{ untilOn: '2026-02-31' }, 'request.invalid'],
    ];
    for (const [body, code] of refused) expect((await offer(machineId, body)).body).toMatchObject({ code });
    expect(
      (await builder.manager.post(`/machines/${machineId}/handovers`, { kind: 'sale', to: USCC, stickerHanded: false }))
        .status,
    ).toBe(404);
    const made = await offer(machineId, { note: '含焊枪一把' });
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'offered', commands: ['withdraw'], stickerHanded: true },
    });
    const { id } = made.body as { id: string };
    expect((await offer(machineId, {})).body).toMatchObject({ code: 'handover.open-already' });
    expect(await sees(builder.manager, machineId)).toBe(404);
    expect(await tasks(builder.manager)).toEqual([`handover-answer ${machineId}`]);
    expect((await answer(dealer.manager, id, 'confirm')).body).toMatchObject({ code: 'handover.receiver-only' });
    expect((await answer(builder.manager, id, 'refuse')).body).toMatchObject({ code: 'handover.reason-missing' });
    await stands(machineId);
    expect((await answer(builder.manager, id, 'confirm')).body).toMatchObject({ state: 'confirmed', commands: [] });
    expect(await placeOf(machineId)).toEqual(NOWHERE);
    expect(await tasks(builder.manager)).toEqual([]);
  });

  it('the user’s enterprise sees it, names it on permits and answers for its use; the owner goes on owning it', async () => {
    expect(await sees(builder.manager, machineId)).toBe(200);
    expect(await sees(dealer.manager, machineId)).toBe(200);
    const changed = await app.request
      .patch(`/api/v1/machines/${machineId}`)
      .set('authorization', `Bearer ${builder.manager.token}`)
      .send({ inspectionDueOn: day(30) });
    expect(changed.status).toBe(404);
    const draft = await draftPermit(builder, { machineIds: [machineId] });
    expect(draft['machines']).toMatchObject([{ id: machineId }]);
    const anyMachine = String((await draftPermit(builder, { machineIds: [] }))['id']);
    await app.sql(`update permits set state = 'issued', planned_start = now() where id = $1`, [anyMachine]);
    const covering = await app.app
      .get(UnitOfWork)
      .run(systemScope('test'), (tx) => app.app.get(PermitsReader).coveringMachine(tx, machineId, Date.now()));
    expect(covering.map(({ id }) => id)).toContain(anyMachine);
    const [row] = await app.sql('select enterprise_id, user_enterprise_id from machines where id = $1', [machineId]);
    expect(row).toEqual({ enterprise_id: dealer.enterpriseId, user_enterprise_id: builder.enterpriseId });
  });

  it('is overdue after its last day, and comes back by the giver’s word', async () => {
    expect(await tasks(dealer.manager)).toEqual([]);
    await app.sql(
      `update machine_handovers set from_on = current_date - 10, until_on = current_date - 3 where machine_id = $1`,
      [machineId],
    );
    expect(await tasks(dealer.manager)).toEqual([`handover-overdue ${machineId}`]);
    const list = (await dealer.manager.get('/machine-handovers?overdue=true')).body as {
      items: { id: string; overdue: boolean }[];
    };
    expect(list.items).toMatchObject([{ overdue: true }]);
    const { id } = list.items[0]!;
    expect((await answer(builder.manager, id, 'return')).body).toMatchObject({ code: 'handover.giver-only' });
    await stands(machineId);
    expect((await answer(dealer.manager, id, 'return')).body).toMatchObject({ state: 'returned' });
    expect(await placeOf(machineId)).toEqual(NOWHERE);
    expect(await sees(builder.manager, machineId)).toBe(404);
  });

  it('what is sold to a person is theirs once they confirm', async () => {
    const { person, id: welderId, code } = await newWelder(app, dealer.admin);
    const made = await offer(machineId, { kind: 'sale', untilOn: undefined, to: code });
    const { id } = made.body as { id: string };
    await stands(machineId);
    expect((await answer(person, id, 'confirm')).body).toMatchObject({ state: 'confirmed' });
    expect(await placeOf(machineId)).toEqual(NOWHERE);
    const [row] = await app.sql('select enterprise_id, owner_welder_id from machines where id = $1', [machineId]);
    expect(row).toEqual({ enterprise_id: null, owner_welder_id: welderId });
    expect(await sees(dealer.manager, machineId)).toBe(404);
    expect((await answer(dealer.manager, id, 'return')).body).toMatchObject({ code: 'handover.sold' });
    const history = (await person.get(`/machine-handovers?machineId=${machineId}`)).body as {
      items: { kind: string }[];
    };
    expect(history.items.map(({ kind }) => kind)).toEqual(['sale']);
    const trail = await app.sql<{ action: string }>(
      `select action from audit_entries where entity_id = $1 and action like 'machine.handover%' order by id`,
      [machineId],
    );
    expect(trail.map(({ action }) => action)).toEqual(
      ['offered', 'confirmed', 'returned', 'offered', 'confirmed'].map((one) => `machine.handover-${one}`),
    );
  });

  it('is confirmed by who leads the receiver, once it began, while it is the giver’s and not scrapped', async () => {
    const offered = async (body: Record<string, unknown> = {}) => {
      const id = await machine(`AB-91${String((serial += 1))}`);
      return { machine: id, id: String(((await offer(id, body)).body as { id: string }).id) };
    };
    const confirms = async (id: string, who = builder.manager) => (await answer(who, id, 'confirm')).body as unknown;
    const later = await offered({ fromOn: day(1) });
    expect(await confirms(later.id)).toMatchObject({ code: 'handover.not-begun' });
    const lease = await offered();
    await app.sql('update users set enterprise_id = $2 where id = $1', [builder.welder.userId, builder.enterpriseId]);
    expect(await confirms(lease.id, builder.welder)).toMatchObject({ code: 'handover.receiver-only' });
    expect(await tasks(builder.welder)).toEqual([]);
    expect((await builder.welder.get('/machine-handovers')).body).toMatchObject({ items: [] });
    await app.sql(`update machines set status = 'scrapped' where id = $1`, [lease.machine]);
    expect(await confirms(lease.id)).toMatchObject({ code: 'handover.machine-gone' });
    const moved = await offered();
    await app.sql('update machines set enterprise_id = $2 where id = $1', [moved.machine, builder.enterpriseId]);
    expect(await confirms(moved.id)).toMatchObject({ code: 'handover.machine-gone' });
    const own = await offered({ to: dealer.welderCode });
    await app.sql('update machine_handovers set offered_by = $2 where id = $1', [own.id, dealer.welder.userId]);
    expect(await confirms(own.id, dealer.welder)).toMatchObject({ code: 'handover.own-offer' });
  });

  describe('年检与维修', () => {
    let id: string;
    const upkeep = async (who: Person) => (await who.get(`/machines/${id}/upkeep`)).body as { dueOn: string | null; steps: string[]; checks: object[]; repairs: object[] }; // prettier-ignore
    const upload = async (who: Person): Promise<string> => {
      const request = app.request.post('/api/v1/files').set('authorization', `Bearer ${who.token}`);
      return ((await request.attach('file', await app.photo(), 'paper.jpg')).body as { id: string }).id;
    };
    const statusOf = async (): Promise<unknown> => ((await dealer.manager.get(`/machines/${id}`)).body as { status: string }).status; // prettier-ignore
    beforeAll(async () => {
      id = await machine('AB-90077');
    });

    it('each check is kept with its paper, and the latest says until when the machine is good', async () => {
      const photoId = await upload(dealer.manager);
      const check = (body: object, who = dealer.manager) => who.post(`/machines/${id}/checks`, { checker: '许昌市特种设备检测站', photoId, ...body }); // prettier-ignore
      const passed = { checkedOn: day(-10), result: 'passed', nextDueOn: day(300) };
      const refused: [object, string][] = [
        [{ ...passed, nextDueOn: undefined }, 'machine-check.next-missing'],
        [{ ...passed, nextDueOn: day(400) }, 'machine-check.next-too-late'],
        [{ ...passed, checkedOn: day(1) }, 'machine-check.in-future'],
        [{ ...passed, photoId: await upload(builder.manager) }, 'machine-check.photo-unknown'],
      ];
      for (const [body, code] of refused) expect((await check(body)).body).toMatchObject({ code });
      expect((await check(passed, builder.manager)).status).toBe(404);
      expect((await check(passed, dealer.safety)).status).toBe(403);
      expect((await check(passed)).body).toMatchObject({ dueOn: day(300), checks: [{ checker: '许昌市特种设备检测站', recordedBy: '测试enterprise-manager' }] }); // prettier-ignore
      // an older paper that is handed in late changes nothing
      expect((await check({ checkedOn: day(-400), result: 'passed', nextDueOn: day(-40) })).body).toMatchObject({ dueOn: day(300) }); // prettier-ignore
      expect((await check({ checkedOn: day(-1), result: 'failed', note: '绝缘电阻不足' })).body).toMatchObject({ dueOn: day(-2) }); // prettier-ignore
      expect((await upkeep(dealer.safety)).checks).toHaveLength(3);
      expect((await dealer.safety.get(`/files/${photoId}`)).status).toBe(200);
      expect((await builder.safety.get(`/files/${photoId}`)).status).toBe(404);
      await expect(app.sql(`update machine_checks set result = 'passed'`)).rejects.toThrow(/permission denied/);
    });

    it('a machine under repair is out of service until somebody says what was done', async () => {
      const start = { repairer: '许昌焊机维修部', fault: '主板烧毁', startedOn: day(0) };
      expect((await dealer.manager.post(`/machines/${id}/repairs`, { ...start, startedOn: day(1) })).body).toMatchObject({ code: 'machine-repair.in-future' }); // prettier-ignore
      await dealer.manager.must(`/machines/${id}/repairs`, start);
      expect(await statusOf()).toBe('repair');
      expect((await upkeep(dealer.manager)).steps).toEqual(['record-check', 'end-repair']);
      expect((await dealer.manager.post(`/machines/${id}/repairs`, start)).body).toMatchObject({ code: 'machine-repair.open-already' }); // prettier-ignore
      const back = await dealer.manager.post(`/machines/${id}/commands/return-from-repair`, { reason: '修好了' });
      expect(back).toMatchObject({ status: 409, body: { code: 'machine-repair.say-what' } });
      const end = (endedOn: string) => dealer.manager.post(`/machines/${id}/repairs/end`, { endedOn, work: '更换主板，测试正常' }); // prettier-ignore
      expect((await end(day(-1))).body).toMatchObject({ code: 'machine-repair.ends-before-start' });
      expect((await end(day(0))).body).toMatchObject({ repairs: [{ repairer: '许昌焊机维修部', endedOn: day(0), work: '更换主板，测试正常' }], steps: ['record-check', 'start-repair'] }); // prettier-ignore
      expect(await statusOf()).toBe('in-service');
      expect((await end(day(0))).body).toMatchObject({ code: 'machine-repair.none' });
      const trail = await app.sql<{ action: string }>(`select action from audit_entries where entity_id = $1 order by id`, [id]); // prettier-ignore
      expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(['machine.checked', 'machine.repair-began', 'machine.send-to-repair', 'machine.repair-ended', 'machine.return-from-repair'])); // prettier-ignore
    });
  });

  it('the database keeps one open handover of a machine', async () => {
    const id = await machine('AB-90002');
    await offer(id, {});
    const again = app.sql(
      `insert into machine_handovers select (json_populate_record(h, '{"id":"x"}')).* from machine_handovers h where machine_id = $1`,
      [id],
    );
    await expect(again).rejects.toThrow(/machine_handovers_one_open/);
  });
});
