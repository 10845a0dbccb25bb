import { DAY, shanghaiDate, shanghaiMidnight } from '../../src/kernel/time';
import { RunErasures } from '../../src/modules/privacy/erasure/run-erasures';
import { RunRetention } from '../../src/modules/privacy/retention/run-retention';
import { EndSuspensions } from '../../src/modules/registry/suspensions/end-suspensions';
import { WatchRecency } from '../../src/modules/recency/watch-recency';
import { RulesReader } from '../../src/modules/rules/rules.reader';
import { Journal } from '../../src/platform/audit/journal';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Clock } from '../../src/platform/time/clock';
import { startApp, type TestApp } from '../support/app';
import { inventedIdNumber, inventedPhone } from '../support/people';
import {
  activate,
  certify,
  draftPermit,
  newSite,
  newUser,
  POINT,
  signIn,
  type Person,
  type Site,
} from '../support/site';

let app: TestApp;
let site: Site;
let regulator: Person;
let other: Person;
let far: Person;

beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  const official = (regionCode: string) => newUser(app, site.admin, ['regulator'], { regionCode });
  [regulator, other, far] = await Promise.all([official('411003'), official('411003'), official('411002')]);
}, 120_000);
afterAll(() => app?.close());

interface Erasure {
  readonly id: string;
  readonly state: string;
  readonly name: string;
  readonly obstacles: readonly string[];
  readonly keptUntil: string | null;
  readonly commands: readonly string[];
}

interface Known {
  readonly id: string;
  readonly person: Person;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

let serial = 5_000;
/** A welder whose name nobody else bears, with a card, its photo and an account. */
async function somebody(name: string): Promise<Known> {
  const n = (serial += 1);
  const [idNumber, phone] = [inventedIdNumber(n), inventedPhone(n)];
  const welder = await site.admin.must('/welders', {
    name,
    idNumber,
    phone,
    regionCode: '411003',
    enterpriseId: site.enterpriseId,
  });
  const id = String(welder['id']);
  const card = await certify(site.admin, id, idNumber);
  const username = `forget-${n}`;
  await site.admin.must('/users', { username, password: 'Test-Password-2026', name, roles: ['welder'], welderId: id });
  const person = await signIn(app, username);
  await app.sql('update certificates set photo_id = $2 where id = $1', [card, await upload(person)]);
  return { id, person, name, idNumber, phone };
}

async function upload(by: Person): Promise<string> {
  const sent = await app.request
    .post('/api/v1/files')
    .set('authorization', `Bearer ${by.token}`)
    .attach('file', await app.photo(), 'card.jpg');
  return (sent.body as { id: string }).id;
}

/** The tables in which any of these texts stands, in whatever column. Who reported is closed to the platform itself. */
async function tablesWith(...texts: string[]): Promise<string[]> {
  const tables = await app.sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema = 'public' and table_name <> 'tip_identities' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const sql = `select 1 from "${name}" t, unnest($1::text[]) x(text) where strpos(t::text, x.text) > 0 limit 1`;
    if ((await app.sql(sql, [texts])).length > 0) found.push(name);
  }
  return found;
}

const hashesOf = async (id: string): Promise<string[]> => {
  const [row] = await app.sql<Record<string, string>>(
    `select w.id_number_hash as a, w.phone_hash as b, c.number_hash as c, w.id_number_sealed as d, w.phone_sealed as e, c.number_sealed as f
     from welders w join certificates c on c.welder_id = w.id where w.id = $1`,
    [id],
  );
  return Object.values(row!);
};

const decide = (by: Person, id: string, command: string, note?: string) =>
  by.post(`/erasure-requests/${id}/commands/${command}`, note === undefined ? {} : { note });

describe('a person asks to be forgotten', () => {
  it('an official who did not write it down decides; nothing that identifies the person is left in any table', async () => {
    const known = await somebody('欧阳忘川');
    const hashes = await hashesOf(known.id);
    const [photo] = await app.sql<{ id: string }>('select photo_id as id from certificates where welder_id = $1', [
      known.id,
    ]);
    expect(await tablesWith(known.name)).not.toEqual([]);
    expect(await tablesWith(hashes[0]!)).not.toEqual([]);

    // what enterprises keep by themselves names the person, too
    await app.sql('update users set enterprise_id = $2 where id = $1', [known.person.userId, site.enterpriseId]);
    await known.person.must('/internal-reports', { text: '气瓶间通风扇坏了' });
    await site.safety.must('/drills', { kind: 'evacuation', heldOn: shanghaiDate(Date.now()), place: '厂区', course: '疏散演练', headCount: 2, people: [known.name, '王五'], photoIds: [await upload(site.safety)] }); // prettier-ignore
    await app.sql(
      `insert into self_checks (id, enterprise_id, region_code, period_from, period_to, due_on, opened_at, led_by, signed_name, signature_id, signed_at)
       values ('SIGNED', $1, '411003', '2026-01-01', '2026-03-31', '2026-04-15', now(), $2, $3, $4, now())`,
      [site.enterpriseId, known.person.userId, known.name, await upload(known.person)],
    );
    await app.sql(
      `insert into inspections (id, source, kind, state, region_code, enterprise_id, due_on, officer_ids, created_by, created_at, signed_name, signature_id)
       values ('VISITED', 'on-spot', 'hot-work', 'signed', '411003', $1, '2026-12-01', array[$2], $2, now(), $3, $4)`,
      [site.enterpriseId, regulator.userId, known.name, await upload(regulator)],
    );
    const { sections } = (await known.person.get('/me/data')).body as { sections: { kind: string; items: object[] }[] };
    const part = (kind: string) => sections.find((one) => one.kind === kind)?.items ?? [];
    expect(part('internal-reports')).toEqual([expect.objectContaining({ text: '气瓶间通风扇坏了' })]);
    expect(part('drills')).toEqual([expect.objectContaining({ as: 'participant' })]);
    expect(part('self-checks')).toEqual([expect.objectContaining({ name: known.name })]);
    await expect(app.sql(`update self_checks set signed_name = 'x', due_on = due_on - 1 where id = 'SIGNED'`)).rejects.toThrow('a signed self-check is not changed'); // prettier-ignore

    expect(await site.manager.post('/erasure-requests', { welderId: known.id, reason: '本人书面申请' })).toMatchObject({
      status: 403,
    });
    expect(await far.post('/erasure-requests', { welderId: known.id, reason: '本人书面申请' })).toMatchObject({
      status: 404,
    });
    const asked = (await regulator.must('/erasure-requests', {
      welderId: known.id,
      reason: '本人书面申请',
    })) as unknown as Erasure;
    expect(asked).toMatchObject({ state: 'asked', name: known.name, obstacles: [], keptUntil: null });
    expect(await known.person.post('/me/erasure', { reason: '不再做焊工' })).toMatchObject({
      status: 409,
      body: { code: 'erasure.open-already' },
    });
    expect(await decide(regulator, asked.id, 'approve')).toMatchObject({
      status: 403,
      body: { code: 'erasure.own-request' },
    });
    expect(await decide(far, asked.id, 'approve')).toMatchObject({ status: 404 });
    expect(await decide(other, asked.id, 'refuse')).toMatchObject({ status: 422 });

    expect(await decide(other, asked.id, 'approve', '已核对身份')).toMatchObject({
      status: 200,
      body: { state: 'done', commands: [] },
    });
    expect(await tablesWith(known.name, known.idNumber, known.phone, ...hashes)).toEqual([]);
    expect((await known.person.get('/me')).status).toBe(401);
    expect((await site.admin.get(`/files/${photo!.id}`)).status).toBe(404);
    const [file] = await app.sql<{ n: number; sha256: string }>(
      'select length(bytes) as n, sha256 from files where id = $1',
      [photo!.id],
    );
    expect(file).toMatchObject({ n: 0, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    const trail = await app.sql<{ action: string }>(
      'select action from audit_entries where entity_id = $1 order by id',
      [asked.id],
    );
    expect(trail.map(({ action }) => action)).toEqual(['erasure.asked', 'erasure.approved', 'person.erased']);
  });

  it('who comes again is a new person, by registration and by a list; the old record does not come back', async () => {
    const known = await somebody('司马归零');
    const asked = (await known.person.must('/me/erasure', { reason: '不再做焊工' })) as unknown as Erasure;
    expect(await decide(known.person, asked.id, 'approve')).toMatchObject({ status: 403 });
    await decide(other, asked.id, 'approve');
    const again = await regulator.must('/welders', {
      name: known.name,
      idNumber: known.idNumber,
      phone: known.phone,
      regionCode: '411003',
    });
    expect(again['id']).not.toBe(known.id);
    const asked2 = (await regulator.must('/erasure-requests', {
      welderId: again['id'],
      reason: '再次申请',
    })) as unknown as Erasure;
    await decide(other, asked2.id, 'approve');
    const list = `姓名,身份证号,手机,所在地区\n${known.name},${known.idNumber},${known.phone},411003\n`;
    const sent = await app.request
      .post('/api/v1/imports')
      .set('authorization', `Bearer ${regulator.token}`)
      .field('kind', 'welders')
      .attach('file', Buffer.from(list), 'list.csv');
    const importId = (sent.body as { id: string }).id;
    const state = async (wanted: string): Promise<Record<string, unknown>> => {
      for (let n = 0; n < 200; n++) {
        const view = (await regulator.get(`/imports/${importId}`)).body as Record<string, unknown>;
        if (view['state'] === wanted || view['state'] === 'failed') return view;
        await new Promise((wait) => setTimeout(wait, 50));
      }
      throw new Error(`the list did not become ${wanted}`);
    };
    await state('previewed');
    const { items: rows } = (await regulator.get(`/imports/${importId}/rows`)).body as { items: object[] };
    expect(rows).toMatchObject([{ label: known.name, comesIn: true, entityId: null }]);
    await regulator.must(`/imports/${importId}/apply`);
    await state('done');
    const found = await app.sql<{ id: string; erased: boolean }>(
      `select id, erased_at is not null as erased from welders where name = $1 or name like '已注销%' order by id`,
      [known.name],
    );
    expect(found.filter(({ erased }) => !erased)).toHaveLength(1);
    expect(found.find(({ id }) => id === known.id)?.erased).toBe(true);
    const { items } = (await regulator.get(`/welders?q=${known.idNumber}`)).body as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(found.filter(({ erased }) => !erased).map(({ id }) => id));
  });

  it('not while something is open; and not before the law lets names of permits go', async () => {
    const known = await somebody('诸葛暂留');
    const permit = await draftPermit(site, { welderIds: [known.id] });
    await activate(site, String(permit['id']));
    const asked = (await known.person.must('/me/erasure', { reason: '不再做焊工' })) as unknown as Erasure;
    expect(asked.obstacles).toEqual(['open-permit']);
    expect(await decide(other, asked.id, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'erasure.obstacles', obstacles: ['open-permit'] },
    });
    await site.head.must(`/permits/${String(permit['id'])}/commands/suspend`, { reason: '不做了' });
    await app.sql(`update permits set state = 'closed', closed_at = now() where id = $1`, [permit['id']]);
    const approved = (await decide(other, asked.id, 'approve')).body as Erasure;
    expect(approved.state).toBe('approved');
    expect(approved.keptUntil).not.toBeNull();

    // kept, and used for nothing else: no sign-in, no power, nobody opens the account again
    expect((await known.person.get('/me')).status).toBe(401);
    expect(await site.admin.post(`/users/${known.person.userId}/enable`)).toMatchObject({ status: 409, body: { code: 'user.erased' } }); // prettier-ignore
    expect(
      await app.sql('select 1 from users where id = $1 and disabled_at is not null', [known.person.userId]),
    ).toHaveLength(1);
    expect(await app.sql('select name, status from welders where id = $1', [known.id])).toEqual([
      { name: known.name, status: 'suspended' },
    ]);
    const turn = app.app.get(RunErasures);
    await turn.execute(Date.now() + 364 * DAY);
    expect(await tablesWith(known.name)).not.toEqual([]);
    // a case that was opened meanwhile holds it
    const found = {
      kind: 'uncertified',
      welderId: known.id,
      enterpriseId: site.enterpriseId,
      description: '无证作业',
      place: '测试车间',
      ...POINT,
    };
    const held = await regulator.must('/violations', found);
    await turn.execute(Date.now() + 370 * DAY);
    expect(await tablesWith(known.name)).not.toEqual([]);
    await app.sql(`update violations set state = 'closed' where id = $1`, [held['id']]);
    await turn.execute(Date.now() + 370 * DAY);
    expect(await tablesWith(known.name)).toEqual([]);
  });

  it('takes it back until somebody has decided, and is told why not', async () => {
    const known = await somebody('令狐反悔');
    const first = (await known.person.must('/me/erasure', { reason: '不再做焊工' })) as unknown as Erasure;
    await known.person.must(`/me/erasure/${first.id}/withdraw`);
    const second = (await known.person.must('/me/erasure', { reason: '想好了' })) as unknown as Erasure;
    await decide(other, second.id, 'refuse', '材料不全');
    expect((await known.person.get('/me/erasure')).body).toMatchObject({
      request: { state: 'refused', note: '材料不全' },
      obstacles: [],
    });
    expect(await site.manager.post('/me/erasure', { reason: '注销' })).toMatchObject({
      status: 201,
      body: { obstacles: ['holds-seat'] },
    });
    expect(await regulator.post('/me/erasure', { reason: '注销' })).toMatchObject({
      status: 403,
      body: { code: 'erasure.official' },
    });
  });
});

interface Suspended {
  readonly id: string;
  readonly state: string;
  readonly reason: string;
  readonly commands: readonly string[];
}

describe('a welder is suspended, and appeals', () => {
  const day = (ahead: number): string => shanghaiDate(Date.now() + ahead * DAY);
  const suspend = (by: Person, id: string, change: object = {}) =>
    by.post(`/welders/${id}/suspensions`, { reason: '多次无证使用他人设备作业', untilOn: day(30), ...change });
  const command = (by: Person, id: string, name: string, text = '有新的证据，请核实') =>
    by.post(`/welder-suspensions/${id}/commands/${name}`, { text });
  const statusOf = async (id: string) => ((await site.admin.get(`/welders/${id}`)).body as { status: string }).status;
  const blocks = async (known: Known) => {
    const asked = { machineCode: site.machineCode, ...POINT, accuracyM: 5 };
    const { findings } = (await known.person.must('/authorizations', asked)) as unknown as {
      findings: { code: string; remedy: string }[];
    };
    return findings.find(({ code }) => code === 'welder.suspended');
  };
  const notices = async (of: Person): Promise<string[]> =>
    ((await of.get('/notices')).body as { items: { kind: string }[] }).items.map(({ kind }) => kind);

  it('with reason and end: no power, with words that teach; the welder reads why and says what is against it', async () => {
    const known = await somebody('端木受停');
    expect(await suspend(site.manager, known.id)).toMatchObject({ status: 403 });
    expect(await suspend(far, known.id)).toMatchObject({ status: 404 });
    expect(await suspend(regulator, known.id, { untilOn: day(-1) })).toMatchObject({
      status: 422,
      body: { code: 'suspension.until-past' },
    });
    expect(await suspend(regulator, known.id, { untilOn: day(200) })).toMatchObject({
      status: 422,
      body: { code: 'suspension.until-too-far' },
    });
    expect(await suspend(regulator, known.id, { reason: '  ' })).toMatchObject({ status: 422 });
    const made = (await suspend(regulator, known.id)).body as Suspended;
    expect(made).toMatchObject({ state: 'running', untilOn: day(30), commands: ['lift'] });
    expect(await suspend(other, known.id)).toMatchObject({ status: 409, body: { code: 'suspension.open-already' } });
    expect(await statusOf(known.id)).toBe('suspended');
    expect((await blocks(known))?.remedy).toContain('申诉');

    const { items } = (await known.person.get('/me/suspensions')).body as { items: Suspended[] };
    expect(items).toMatchObject([{ reason: '多次无证使用他人设备作业', commands: ['appeal'], violationId: null }]);
    expect(await command(site.welder, made.id, 'appeal')).toMatchObject({ status: 404 });
    expect(await command(regulator, made.id, 'appeal')).toMatchObject({
      status: 403,
      body: { code: 'suspension.welder-only' },
    });
    expect(await command(known.person, made.id, 'appeal')).toMatchObject({
      status: 200,
      body: { state: 'appealed', commands: [] },
    });
    expect(await command(known.person, made.id, 'appeal')).toMatchObject({ status: 409 });
    // it goes on while the appeal waits, and who decided does not answer it
    expect(await statusOf(known.id)).toBe('suspended');
    expect(await command(regulator, made.id, 'grant')).toMatchObject({
      status: 403,
      body: { code: 'suspension.own-decision' },
    });
    expect(await command(regulator, made.id, 'lift')).toMatchObject({ status: 409 });
    const tasks = async (of: Person) =>
      ((await of.get('/tasks?mine=true')).body as { items: { kind: string }[] }).items.map(({ kind }) => kind);
    expect(await tasks(other)).toContain('appeal-answer');
    expect(await tasks(regulator)).not.toContain('appeal-answer');
    expect(await command(other, made.id, 'reject', '证据不足，维持暂停')).toMatchObject({
      status: 200,
      body: { state: 'running', answer: '证据不足，维持暂停' },
    });
    expect(await command(known.person, made.id, 'appeal')).toMatchObject({
      status: 403,
      body: { code: 'suspension.appealed-before' },
    });
    expect(await known.person.get('/me/erasure')).toMatchObject({ body: { obstacles: ['suspended'] } });
    await app.elapse(1);
    expect(await notices(known.person)).toEqual(expect.arrayContaining(['welder-suspended', 'appeal-rejected']));
    expect(await notices(site.safety)).toContain('welder-suspended');

    expect(await command(regulator, made.id, 'lift', '整改到位')).toMatchObject({
      status: 200,
      body: { state: 'lifted' },
    });
    expect(await statusOf(known.id)).toBe('active');
    expect(await blocks(known)).toBeUndefined();
  });

  it('a granted appeal gives the power back; so does the last day; another record of the same person is no way around', async () => {
    const known = await somebody('百里复权');
    const made = (await suspend(regulator, known.id)).body as Suspended;
    const elsewhere = await newSite(app);
    const claim = await elsewhere.manager.must('/welders', {
      ...{ name: known.name, idNumber: known.idNumber, phone: known.phone, regionCode: '411003' },
      enterpriseId: elsewhere.enterpriseId,
    });
    const [row] = await app.sql<{ person: string; status: string }>(
      'select same_person_as as person, status from welders where id = $1',
      [claim['id']],
    );
    expect(row).toEqual({ person: known.id, status: 'suspended' });
    await command(known.person, made.id, 'appeal');
    expect(await command(other, made.id, 'grant', '认定事实有误')).toMatchObject({
      status: 200,
      body: { state: 'lifted' },
    });
    expect(await statusOf(known.id)).toBe('active');
    expect(await app.sql('select status from welders where id = $1', [claim['id']])).toEqual([{ status: 'active' }]);

    const again = (await suspend(regulator, known.id, { untilOn: day(0) })).body as Suspended;
    expect(await app.sql('select status from welders where id = $1', [claim['id']])).toEqual([{ status: 'suspended' }]);
    const end = app.app.get(EndSuspensions);
    const midnight = shanghaiMidnight(day(1));
    await end.execute(midnight - 1);
    expect(await statusOf(known.id)).toBe('suspended');
    await end.execute(midnight);
    expect(await statusOf(known.id)).toBe('active');
    const { items } = (await site.safety.get(`/welders/${known.id}/suspensions`)).body as { items: Suspended[] };
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      [again.id, 'ended'],
      [made.id, 'lifted'],
    ]);
  });
});

describe('who welded nowhere for half a year', () => {
  it('is told once, with the employer; nobody is refused; a statement clears it', async () => {
    const known = await somebody('宇文久歇');
    await app.sql(`update welders set created_at = now() - interval '7 months' where id = $1`, [known.id]);
    const standing = async (by: Person) => (await by.get(`/welders/${known.id}/recency`)).body as object;
    expect(await standing(known.person)).toMatchObject({ basis: 'registered', over: true, declarations: [] });
    expect((await far.get(`/welders/${known.id}/recency`)).status).toBe(404);
    const watch = new WatchRecency(
      app.app.get(UnitOfWork),
      app.app.get(RulesReader),
      app.app.get(Journal),
      app.app.get(Clock),
      app.config,
    );
    await watch.execute(Date.now());
    await new WatchRecency(
      app.app.get(UnitOfWork),
      app.app.get(RulesReader),
      app.app.get(Journal),
      app.app.get(Clock),
      app.config,
    ).execute(Date.now());
    await app.elapse(1);
    const told = async (by: Person): Promise<number> =>
      ((await by.get('/notices')).body as { items: { kind: string }[] }).items.filter(
        ({ kind }) => kind === 'recency-ends',
      ).length;
    expect([await told(known.person), await told(site.safety)]).toEqual([1, 1]);
    const { findings } = (await known.person.must('/authorizations', {
      machineCode: site.machineCode,
      ...POINT,
      accuracyM: 5,
    })) as unknown as {
      findings: { code: string }[];
    };
    expect(findings.filter(({ code }) => code.startsWith('certificate.'))).toEqual([]);

    const declare = (by: Person, workedOn: string) =>
      by.post(`/welders/${known.id}/recency`, { kind: 'elsewhere', workedOn, place: '郑州某工地' });
    const days = (ago: number): string => shanghaiDate(Date.now() - ago * DAY);
    expect(await declare(known.person, days(-1))).toMatchObject({ status: 422, body: { code: 'recency.in-future' } });
    expect(await declare(known.person, days(190))).toMatchObject({
      status: 422,
      body: { code: 'recency.too-long-ago' },
    });
    expect(await declare(site.watcher, days(3))).toMatchObject({ status: 403 });
    expect(await declare(known.person, days(3))).toMatchObject({
      status: 200,
      body: { basis: 'declared', over: false, since: days(3), days: 3 },
    });
  });
});

describe('what is over in time is erased by kind', () => {
  it('photos at work lose the picture, those of cases stay; places of jobs, last places of chips and typed numbers go', async () => {
    const [kept, gone] = [await upload(site.safety), await upload(site.safety)];
    const old = new Date(Date.now() - 1_100 * DAY);
    await app.sql(`update files set uploaded_at = $2 where id = any($1)`, [[kept, gone], old]);
    for (const [id, photo] of [
      ['OLD-1', kept],
      ['OLD-2', gone],
    ])
      await app.sql(
        `insert into jobs (id, machine_id, control, welder_id, region_code, source, state, reserved_at, work_until, idle_limit_s, lat, lng, accuracy_m, photo_id)
         values ($1, $2, 'cut', $3, '411003', 'online', 'finished', $4, $4, 0, 34.123456, 113.823456, 5, $5)`,
        [id, site.machineId, site.welderId, old, photo],
      );
    const evidence = await regulator.must('/violations', {
      kind: 'other',
      enterpriseId: site.enterpriseId,
      description: '照片为证',
      place: '测试车间',
      ...POINT,
    });
    await app.sql('update violations set photo_ids = $2 where id = $1', [evidence['id'], [kept]]);
    await app.sql(`update chip_states set lat = 34.1, lng = 113.8, position_at = $2 where chip_no = $1`, [
      site.chipNo,
      old,
    ]);
    await app.app.get(RunRetention).execute(Date.now());
    const files = await app.sql<{ id: string; erased: boolean }>(
      'select id, erased_at is not null as erased from files where id = any($1)',
      [[kept, gone]],
    );
    expect(Object.fromEntries(files.map(({ id, erased }) => [id, erased]))).toEqual({ [kept]: false, [gone]: true });
    expect(await app.sql(`select lat, lng, accuracy_m as m from jobs where id = 'OLD-1'`)).toEqual([
      { lat: 34.12, lng: 113.82, m: 1000 },
    ]);
    expect(await app.sql('select 1 from chip_states where chip_no = $1 and lat is not null', [site.chipNo])).toEqual(
      [],
    );
    const { items } = (await site.admin.get('/privacy/erasures')).body as { items: { kind: string; erased: number }[] };
    expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['photos', 'job-positions']));
    await app.app.get(RunRetention).execute(Date.now());
    expect(((await site.admin.get('/privacy/erasures')).body as { items: unknown[] }).items).toHaveLength(items.length);
  });
});
