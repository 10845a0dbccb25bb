import { authorize } from '../../../src/domain/authorization/authorize';
import type { StoredFacts } from '../../../src/domain/authorization/facts';
import { rules2026, T0 } from '../../domain/authorization/perfect-facts';
import { codesOf, JobWorld } from './job-world';

describe('starting a job', () => {
  let world: JobWorld;
  beforeAll(async () => {
    world = await JobWorld.open();
  }, 120_000);
  afterAll(() => world.close());
  beforeEach(() => {
    world.clock.at = T0;
  });

  it('reserves, sends an unlock, and runs when the chip has answered', async () => {
    const pair = await world.pair();
    const started = await world.start(pair);
    expect(started).toMatchObject({
      ok: true,
      value: { state: 'reserved', permit: { id: pair.permitId }, decision: { allowed: true } },
    });
    const id = started.ok ? started.value.id : '';
    expect(world.poked).toContain(pair.chipNo);
    const [unlock] = await world.commands(pair, 'unlock');
    expect(unlock).toMatchObject({
      job_id: id,
      answered_at: null,
      payload: { jobId: id, boot: 7, outlet: 1, idleLimitS: 7200 },
    });
    await world.reply(pair, 'unlock', { ok: true, relay: 'closed' });
    expect(await world.ending(id)).toBe('running -');
    const events = await world.sql<{ type: string; user_ids: string[]; enterprise_ids: string[] }>(
      'select * from outbox where entity_id = $1',
      [id],
    );
    expect(events).toMatchObject([{ type: 'job.started', enterprise_ids: ['E1'] }]);
    expect(events[0]?.user_ids).toContain('U9');
    const audit = await world.sql<{ action: string }>(
      'select action from audit_entries where entity_id = $1 order by id',
      [id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['job.start', 'job.run']);
  });

  it('names all findings at once, in the language asked for, and keeps the decision', async () => {
    const pair = await world.pair();
    await world.sql(`update machines set status = 'suspended', inspection_due_on = '2026-11-23' where id = $1`, [
      pair.machineId,
    ]);
    await world.sql('update chip_states set tamper = true, last_seen_at = $2 where chip_no = $1', [
      pair.chipNo,
      new Date(T0 - 180_001),
    ]);
    await world.sql('delete from certificates where welder_id = $1', [pair.welderId]);
    await world.sql('update permits set watch_on_at = null, state = $2 where id = $1', [pair.permitId, 'suspended']);
    const refused = await world.start(pair, { lat: 35 });
    expect(codesOf(refused)).toEqual([
      'certificate.missing', 'chip.offline', 'chip.tampered', 'machine.inspection-overdue', 'machine.suspended',
      'permit.fire-watch-absent', 'permit.suspended', 'place.outside-site', 'welder.identity-unconfirmed',
    ]); // prettier-ignore
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'forbidden', code: 'job.refused' } });
    expect(JSON.stringify(refused)).toContain('监护人不在岗');
    const [kept] = await world.sql<{ allowed: boolean; finding_codes: string[] }>(
      'select * from decisions where machine_id = $1',
      [pair.machineId],
    );
    expect({ allowed: kept?.allowed, codes: [...(kept?.finding_codes ?? [])].sort() }).toEqual({
      allowed: false,
      codes: codesOf(refused),
    });
    expect(await world.sql('select 1 from jobs where machine_id = $1', [pair.machineId])).toEqual([]);
  });

  it('replays a stored decision to the same findings', async () => {
    const pair = await world.pair({ regime: 'chemical' });
    await world.start(pair, { lat: 34.1215 });
    await world.start(await world.pair());
    const kept = await world.sql<{ at: number; facts: StoredFacts; findings: unknown; allowed: boolean }>(
      'select * from decisions',
    );
    expect(kept.some(({ allowed }) => allowed)).toBe(true);
    for (const { at, facts, findings, allowed } of kept)
      expect(authorize({ ...facts, rules: rules2026 }, at)).toMatchObject({ allowed, findings });
    expect(JSON.stringify(kept)).not.toMatch(/测试|sealed/);
  });

  it('does not start anything in a dry run', async () => {
    const pair = await world.pair();
    const answer = await world.dryRun.execute(world.asked(pair.welder, 'en'), {
      machineCode: pair.machineCode,
      lat: 34.12,
      lng: 113.82,
    });
    expect(answer).toMatchObject({ ok: true, value: { allowed: true } });
    expect(await world.sql('select 1 from jobs where machine_id = $1', [pair.machineId])).toEqual([]);
    expect(await world.sql('select purpose from decisions where machine_id = $1', [pair.machineId])).toEqual([
      { purpose: 'dry-run' },
    ]);
  });

  it.each([
    ['machineCode', 'welderCode'],
    ['welderCode', 'machineCode'],
  ] as const)('a code of another kind as %s is a wrong request, not a finding', async (field, other) => {
    const pair = await world.pair();
    const answer = await world.startJob.execute(world.asked(pair.welder), {
      machineCode: pair.machineCode,
      [field]: pair[other],
    });
    expect(answer).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', code: 'code.wrong-kind', errors: [{ path: field }] },
    });
  });

  it('a code nobody knows is an unregistered machine', async () => {
    const pair = await world.pair();
    const answer = await world.startJob.execute(world.asked(pair.welder), {
      machineCode: 'https://else.example/c/0123456789',
    });
    expect(codesOf(answer)).toContain('machine.unregistered');
  });

  it('finds a machine by a provincial code, and by the address of its own', async () => {
    const pair = await world.pair();
    await world.sql(
      `insert into external_codes (content, system, kind, entity_id, created_at) values ('HN-411003-0001', 'province', 'machine', $1, now())`,
      [pair.machineId],
    );
    for (const machineCode of ['HN-411003-0001', `https://hanan.example/c/${pair.machineCode.toLowerCase()}`])
      expect(
        await world.dryRun.execute(world.asked(pair.welder, 'en'), { machineCode, lat: 34.12, lng: 113.82 }),
      ).toMatchObject({
        ok: true,
        value: { allowed: true },
      });
  });

  it('a voided code still tells that the machine was scrapped; of a machine in service it tells nothing', async () => {
    const pair = await world.pair();
    await world.sql('update codes set voided_at = now() where code = $1', [pair.machineCode]);
    expect(codesOf(await world.start(pair))).toContain('machine.unregistered');
    await world.sql(`update machines set status = 'scrapped' where id = $1`, [pair.machineId]);
    expect(codesOf(await world.start(pair))).toContain('machine.scrapped');
  });

  it('an outlet that the machine does not have is a wrong request', async () => {
    const pair = await world.pair({ outlets: 2 });
    expect(await world.start(pair, { outlet: 3 })).toMatchObject({
      ok: false,
      refusal: { code: 'job.outlet-unknown' },
    });
    expect(await world.start(pair, { outlet: 2 })).toMatchObject({ ok: true, value: { outlet: 2 } });
  });

  it.each([
    ['code-only', 'running', 0],
    ['sense', 'running', 1],
    ['cut', 'reserved', 1],
  ] as const)('a machine with control %s is %s at once, with %i unlock', async (control, state, unlocks) => {
    const pair = await world.pair({ control, process: control === 'code-only' ? 'GAS' : 'MMA' });
    const started = await world.start(pair);
    expect(started).toMatchObject({ ok: true, value: { state, control } });
    expect(await world.commands(pair, 'unlock')).toHaveLength(unlocks);
    const news = await world.sql('select 1 from outbox where type = $1 and entity_id = $2', [
      'job.started',
      started.ok ? started.value.id : '',
    ]);
    expect(news).toHaveLength(state === 'running' ? 1 : 0);
  });

  it('a watcher of the enterprise starts for a welder with a card; a stranger does not', async () => {
    const pair = await world.pair();
    const stranger = { ...world.watcher, userId: 'U7', enterpriseId: 'E2' };
    expect(await world.start(pair, { welder: stranger, welderCode: pair.welderCode })).toMatchObject({
      ok: false, refusal: { kind: 'forbidden', code: 'job.starter-not-entitled' },
    }); // prettier-ignore
    const photoId = await world.photo(world.watcher);
    const started = await world.start(pair, { welder: world.watcher, welderCode: pair.welderCode, photoId });
    expect(started).toMatchObject({ ok: true, value: { welderId: pair.welderId } });
  });

  it('a welder sees and finishes only own jobs', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    const other = await world.welder();
    expect(await world.find.one(world.asked(other.welder, 'en'), id)).toMatchObject({
      ok: false,
      refusal: { kind: 'not-found' },
    });
    expect(await world.byHand.finish(world.asked(other.welder, 'en'), id)).toMatchObject({
      ok: false,
      refusal: { kind: 'not-found' },
    });
    expect(await world.byHand.finish(world.asked(world.regulator, 'en'), id)).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden' },
    });
    expect((await world.find.list(world.asked(other.welder, 'en'), { limit: 10 })).items).toEqual([]);
    const own = await world.find.list(world.asked(pair.welder, 'en'), { limit: 10, mine: true, state: 'running' });
    expect(own.items).toMatchObject([{ id, machine: { code: pair.machineCode }, welder: { id: pair.welderId } }]);
    expect(await world.byHand.finish(world.asked(pair.welder, 'en'), id)).toMatchObject({
      ok: true,
      value: { state: 'finished', endReason: 'finished' },
    });
  });

  it('lists by pages, newest first', async () => {
    const pair = await world.pair();
    const ids = [];
    for (let n = 0; n < 3; n += 1) {
      ids.unshift(await world.running(pair));
      await world.byHand.finish(world.asked(pair.welder, 'en'), ids[0] ?? '');
      await world.reply(pair, 'lock', { relay: 'open' });
    }
    const first = await world.find.list(world.asked(world.regulator, 'en'), {
      limit: 2,
      machineId: pair.machineId,
      regionCode: '4110',
    });
    expect([first.items.map(({ id }) => id), first.nextCursor]).toEqual([ids.slice(0, 2), ids[1]]);
    const second = await world.find.list(world.asked(world.regulator, 'en'), {
      limit: 2,
      machineId: pair.machineId,
      cursor: first.nextCursor ?? '',
    });
    expect([second.items.map(({ id }) => id), second.nextCursor]).toEqual([ids.slice(2), null]);
    expect(
      (
        await world.find.list(world.asked(world.regulator, 'en'), {
          limit: 2,
          machineId: pair.machineId,
          regionCode: '42',
        })
      ).items,
    ).toEqual([]);
  });

  it('asks for at most two statements of facts and one to write', async () => {
    const pair = await world.pair();
    const seen: string[] = [];
    const { uow } = world.db;
    const run = uow.run.bind(uow);
    const spy = jest.spyOn(uow, 'run').mockImplementation((scope, work) =>
      run(scope, (tx) =>
        work({
          ...tx,
          prepared: (sql, params) => (seen.push(sql.trim()), tx.prepared(sql, params)),
          planned: (sql, params) => (seen.push(sql.trim()), tx.planned(sql, params)),
        }),
      ),
    );
    await world.start(pair);
    spy.mockRestore();
    // subjects, permits, and the decision with its job
    const facts = /^(with machine_code as|select p\.id as "id", p\.level as)/;
    expect(
      seen.filter((sql) => facts.test(sql) || /\binto decisions\b/.test(sql)).map((sql) => facts.test(sql)),
    ).toEqual([true, true, false]);
  });
});

describe('two at the same moment', () => {
  let world: JobWorld;
  beforeAll(async () => {
    world = await JobWorld.open(20);
  }, 120_000);
  afterAll(() => world.close());

  it('100 scans of one machine give one job, and tell 99 that it is in use', async () => {
    const pair = await world.pair();
    const welders = await Promise.all(Array.from({ length: 100 }, () => world.welder()));
    await world.sql('insert into permit_welders (permit_id, welder_id) select $1, unnest($2::text[])', [
      pair.permitId,
      welders.map(({ welderId }) => welderId),
    ]);
    const answers = await Promise.all(welders.map(({ welder }) => world.start(pair, { welder })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(codesOf(answer)).toContain('machine.in-use');
    expect(await world.sql('select 1 from jobs where machine_id = $1', [pair.machineId])).toHaveLength(1);
    expect(await world.commands(pair, 'unlock')).toHaveLength(1);
    const kept = await world.sql<{ allowed: boolean }>('select allowed from decisions where machine_id = $1', [
      pair.machineId,
    ]);
    expect([kept.length, kept.filter(({ allowed }) => allowed).length]).toEqual([100, 1]);
  }, 60_000);

  it('one welder at twenty machines gets one', async () => {
    const pairs = [];
    for (let n = 0; n < 20; n += 1) pairs.push(await world.pair());
    const { welder, welderId } = await world.welder();
    for (const { permitId } of pairs)
      await world.sql('insert into permit_welders (permit_id, welder_id) values ($1, $2)', [permitId, welderId]);
    const answers = await Promise.all(pairs.map((pair) => world.start(pair, { welder, permitId: pair.permitId })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(codesOf(answer)).toContain('welder.busy');
  }, 60_000);
});
