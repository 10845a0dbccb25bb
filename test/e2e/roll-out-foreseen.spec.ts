import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, newUser, POINT, type Person, type Site } from '../support/site';

interface Preview {
  readonly scans: number;
  readonly refused: number;
  readonly newlyRefused: number;
  readonly refusedThen: number;
  readonly needsReason: boolean;
  readonly causes: { code: string; refused: number; newlyRefused: number; message: string }[];
  readonly concerned: { code: string; kind: string; id: string; scans: number; toldAt: string | null }[];
}

const CODE = 'machine.inspection-overdue';
const COUNTY = '411003';

describe('a check is switched from observe to enforce', () => {
  let app: TestApp;
  let regulator: Person;
  let sites: Site[];
  let permits: string[];
  beforeAll(async () => {
    app = await startApp();
    sites = [await newSite(app), await newSite(app), await newSite(app)];
    regulator = await newUser(app, sites[0]!.admin, ['regulator'], { regionCode: COUNTY });
    permits = [];
    for (const site of sites) {
      const id = String((await draftPermit(site, { welderIds: [site.welderId] }))['id']);
      await activate(site, id);
      permits.push(id);
    }
    await app.sql(`insert into chip_states (chip_no, boot, last_seen_at, relay)
      select chip_no, 1, now() + interval '3 hours', 'open' from chip_bindings on conflict (chip_no) do update set last_seen_at = excluded.last_seen_at`); // prettier-ignore
    await app.sql(`update machines set inspection_due_on = '2026-01-01' where id = $1`, [sites[0]!.machineId]);
    await plan('observe', soon());
    await app.elapse(2 * 60_000);
  }, 180_000);
  afterAll(() => app?.close());

  const soon = () => new Date(Date.now() + 61_000 + shifted).toISOString();
  let shifted = 0;
  const plan = (mode: string, validFrom: string, rest = {}) =>
    regulator.post('/roll-out-modes', { topic: 'inspection', mode, regionCode: COUNTY, validFrom, ...rest });
  const previewed = async (mode: string): Promise<Preview> => {
    const answer = await regulator.post('/roll-out-modes/preview', {
      ...{ topic: 'inspection', mode, regionCode: COUNTY },
      validFrom: new Date(Date.now() + shifted + 120_000).toISOString(),
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body as Preview;
  };
  /** The same scans each time: one machine is overdue, one welder has no permit for the machine scanned. */
  const scan = async (): Promise<boolean[]> => {
    const asked: boolean[] = [];
    for (const [i, site] of sites.entries())
      for (let n = 0; n < 2; n += 1) {
        const permitId = i === 2 && n === 1 ? permits[1] : permits[i];
        const question = { machineCode: site.machineCode, permitId, ...POINT, accuracyM: 8 };
        const answer = await site.welder.post('/authorizations', question);
        if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
        asked.push((answer.body as { allowed: boolean }).allowed);
      }
    return asked;
  };

  it('the preview’s numbers equal what then happens to the same scans', async () => {
    shifted = 2 * 60_000;
    expect(await scan()).toEqual([true, true, true, true, true, false]);
    const preview = await previewed('enforce');
    expect(preview).toMatchObject({ scans: 6, refusedThen: 1, refused: 3, newlyRefused: 2, needsReason: true });
    expect(preview.causes).toMatchObject([{ code: CODE, refused: 2, newlyRefused: 2 }, {}, {}]);
    expect(preview.concerned).toMatchObject([{ code: CODE, kind: 'machine', id: sites[0]!.machineId, scans: 2 }]);
    expect(await previewed('warn')).toMatchObject({ scans: 6, refused: 1, newlyRefused: 0, needsReason: false });

    const unsigned = await plan('enforce', soon());
    expect(unsigned).toMatchObject({ status: 422, body: { code: 'mode.needs-reason' } });
    const signed = await plan('enforce', soon(), { reason: '重大活动前全面强制年检' });
    expect(signed).toMatchObject({ status: 201, body: { foreseen: { scans: 6, newlyRefused: 2 } } });
    await app.elapse(2 * 60_000);
    shifted += 2 * 60_000;
    const then = await scan();
    expect(then.filter((allowed) => !allowed)).toHaveLength(preview.refused);
    const codes = await app.sql<{ n: number }>(
      `select count(*)::int as n from (select * from decisions order by id desc limit 6) d where $1 = any(finding_codes) and not allowed`,
      [CODE],
    );
    expect(codes).toEqual([{ n: 2 }]);
  });

  it('whoever can mend it is told once a day, and the forecast says so', async () => {
    const message = { code: CODE, kind: 'machine', id: sites[0]!.machineId, validFrom: soon() };
    expect(await regulator.post('/roll-out-modes/messages', message)).toMatchObject({
      status: 201,
      body: { mender: 'enterprise' },
    });
    expect((await regulator.post('/roll-out-modes/messages', message)).status).toBe(429);
    const [told] = await app.sql<{ n: number }>('select count(*)::int as n from roll_out_messages');
    expect(told).toEqual({ n: 1 });
    await plan('observe', soon());
    expect((await previewed('enforce')).concerned[0]?.toldAt).not.toBeNull();
  });

  it('nobody looks into another county, and an enterprise foresees nothing', async () => {
    const body = { topic: 'chip', mode: 'enforce', regionCode: '411002', validFrom: soon() };
    expect((await regulator.post('/roll-out-modes/preview', body)).status).toBe(403);
    expect((await sites[0]!.manager.post('/roll-out-modes/preview', body)).status).toBe(403);
    expect((await regulator.post('/roll-out-modes/preview', { ...body, mode: 'maybe' })).status).toBe(422);
    const stranger = { code: CODE, kind: 'machine', id: 'nobody', validFrom: soon() };
    expect((await regulator.post('/roll-out-modes/messages', stranger)).status).toBe(404);
  });

  it('honest people refused are counted day by day as they are today', async () => {
    type Counted = { scans: number; refused: number; byCause: unknown[] };
    const job = await sites[1]!.welder.post('/jobs', { machineCode: sites[1]!.machineCode, permitId: permits[1], lat: 34.2, lng: 113.82, accuracyM: 8 }); // prettier-ignore
    expect(job.status).toBe(403);
    const { days } = (await regulator.get('/statistics/honest-refusals')).body as { days: Counted[] };
    const { honestRefused } = (await regulator.get('/statistics/overview')).body as { honestRefused: Counted };
    const { scans, refused, byCause } = days.at(-1)!;
    expect({ scans, refused, byCause }).toEqual({ scans: honestRefused.scans, refused: 1, byCause: [{ code: 'place.outside-site', count: 1 }] }); // prettier-ignore
    expect(days).toHaveLength(14);
  });

  describe('help on a refusal', () => {
    const question = () => ({ machineCode: sites[0]!.machineCode, permitId: permits[0], ...POINT, accuracyM: 8 });
    const inAnHour = () => new Date(Date.now() + shifted + 3_600_000).toISOString();
    const grant = { findingCodes: [CODE], reason: '检测机构已约明日上午' };
    let ticketId: string;

    it('a refusal is a ticket with one tap, and once', async () => {
      const refused = await sites[0]!.welder.post('/jobs', question());
      expect(refused).toMatchObject({ status: 403, body: { code: 'job.refused' } });
      const { decisionId } = refused.body as { decisionId: string };
      const ask = (who: Person) => who.post('/help', { decisionId, note: '老板说已经约了检测' });
      const ticket = await ask(sites[0]!.welder);
      expect(ticket).toMatchObject({ status: 201, body: { state: 'open', commands: ['close'], findings: [{ code: CODE, standing: 'stands' }] } }); // prettier-ignore
      ticketId = (ticket.body as { id: string }).id;
      expect((await ask(sites[0]!.welder)).body).toMatchObject({ id: ticketId });
      expect((await ask(sites[1]!.welder)).status).toBe(404);
      expect((await sites[1]!.welder.get(`/help/${ticketId}`)).status).toBe(404);
      const allowed = await sites[1]!.welder.post('/authorizations', { ...question(), machineCode: sites[1]!.machineCode, permitId: permits[1] }); // prettier-ignore
      const { decisionId: fine } = allowed.body as { decisionId: string };
      expect(await sites[1]!.welder.post('/help', { decisionId: fine })).toMatchObject({ status: 409, body: { code: 'help.not-refused' } }); // prettier-ignore
    });

    it('the desk of the region sees it wait; what may not be let pass is not', async () => {
      const elsewhere = await newUser(app, sites[0]!.admin, ['regulator'], { regionCode: '411002' });
      expect((await elsewhere.get('/help')).body).toMatchObject({ items: [] });
      expect((await regulator.get('/help?waiting=true')).body).toMatchObject({ items: [{ id: ticketId, poweredAt: null }] }); // prettier-ignore
      const command = (name: string, body = {}) => regulator.post(`/help/${ticketId}/commands/${name}`, body);
      expect((await command('take')).body).toMatchObject({ state: 'taken', takenBy: '测试regulator' });
      expect(await command('mend')).toMatchObject({ status: 409, body: { code: 'help.nothing-mended' } });
      const until = inAnHour();
      for (const [body, code] of [
        [{ ...grant, until, findingCodes: ['certificate.missing'] }, 'help.not-grantable'],
        [{ ...grant, until: new Date(Date.now() + shifted + 9 * 3_600_000).toISOString() }, 'help.grant-too-long'],
        [{ findingCodes: [CODE], until }, 'field.required'],
      ] as const)
        expect(await command('grant', body)).toMatchObject({ status: 422, body: { code } });
      const own = await sites[0]!.welder.post(`/help/${ticketId}/commands/grant`, { ...grant, until });
      expect(own).toMatchObject({ status: 403, body: { code: 'help.desk-only' } });
    });

    it('let pass, the welder scans again and gets power; the time is measured', async () => {
      const until = inAnHour();
      const granted = await regulator.post(`/help/${ticketId}/commands/grant`, { ...grant, until });
      expect(granted).toMatchObject({ status: 200, body: { state: 'granted', findings: [{ code: CODE, standing: 'gone' }] } }); // prettier-ignore
      const job = await sites[0]!.welder.post('/jobs', question());
      expect(job.status).toBe(201);
      const { id, workUntil, decision } = job.body as { id: string; workUntil: string; decision: { findings: { code: string }[] } }; // prettier-ignore
      expect(decision.findings.map(({ code }) => code)).toEqual(expect.arrayContaining([CODE, 'job.waived']));
      expect(Date.parse(workUntil)).toBeLessThanOrEqual(Date.parse(until));
      await app.sql(`update jobs set state = 'running', running_at = reserved_at + interval '3 seconds' where id = $1`, [id]); // prettier-ignore
      const shown = (await sites[0]!.welder.get(`/help/${ticketId}`)).body as {
        poweredAt: string;
        secondsToPower: number;
      };
      expect(shown.secondsToPower).toBeGreaterThanOrEqual(3);
      expect((await regulator.get('/help/figures')).body).toMatchObject({ waiting: 0, asked: 1, powered: 1, medianSecondsToPower: expect.any(Number) }); // prettier-ignore
      expect((await regulator.get('/help?waiting=true')).body).toMatchObject({ items: [] });
      const audit = await app.sql<{ action: string }>(`select action from audit_entries where action like 'help.%' or action like 'waiver.%' order by id`); // prettier-ignore
      expect(audit.map(({ action }) => action)).toEqual(['help.asked', 'help.take', 'waiver.granted', 'help.grant']);
    });
  });

  describe('who answers the duty desk', () => {
    const inHours = (n: number) => new Date(Date.now() + shifted + n * 3_600_000).toISOString();
    const shift = (regionCode: string, name: string, phone: string, from: number, to: number) => ({
      ...{ regionCode, name, phone },
      ...{ from: inHours(from), to: inHours(to) },
    });
    const answers = async (regionCode: string) =>
      ((await app.request.get(`/api/v1/hotline?regionCode=${regionCode}`)).body as { phone: string }).phone;

    it('is the nearest one on the roster, and the phone of the rule where nobody is', async () => {
      const common = await answers(COUNTY);
      const county = await regulator.must('/duty-shifts', shift(COUNTY, '王值班', '0374-5110001', -1, 8));
      await regulator.must('/duty-shifts', shift('411003101', '李值班', '13900000002', -1, 2));
      await regulator.must('/duty-shifts', shift(COUNTY, '赵值班', '13900000003', 8, 16));
      expect(await answers('411003101')).toBe('13900000002');
      expect(await answers('411003102')).toBe('0374-5110001');
      const { items } = (await sites[0]!.welder.get('/help')).body as { items: { id: string }[] };
      const ticket = (await sites[0]!.welder.get(`/help/${items[0]!.id}`)).body as { duty: { name: string } };
      expect(['王值班', '李值班']).toContain(ticket.duty.name);
      const ended = await app.request
        .delete(`/api/v1/duty-shifts/${String(county['id'])}`)
        .set('authorization', `Bearer ${regulator.token}`);
      expect(ended.status).toBe(200);
      expect(await answers('411003102')).toBe(common);
      const left = (await regulator.get('/duty-shifts')).body as { items: { name: string; now: boolean }[] };
      expect(left.items.map(({ name, now }) => [name, now])).toEqual([['赵值班', false], ['李值班', true]]); // prettier-ignore
    });

    it('is one person at a time, named by the region’s own regulator', async () => {
      const again = await regulator.post('/duty-shifts', shift(COUNTY, '孙值班', '13900000004', 15, 20));
      expect(again.body).toMatchObject({ status: 422, errors: [{ path: 'from', code: 'duty.taken' }] });
      const elsewhere = await regulator.post('/duty-shifts', shift('110101', '孙值班', '13900000004', 1, 2));
      expect(elsewhere.status).toBe(403);
      expect((await sites[0]!.welder.get('/duty-shifts')).status).toBe(403);
      expect((await sites[0]!.safety.post('/duty-shifts', shift(COUNTY, '孙值班', '139', 1, 2))).status).toBe(403);
      expect((await regulator.post('/duty-shifts', shift(COUNTY, '孙', '打我电话', 1, 2))).status).toBe(422);
    });
  });
});
