import { HOUR, MINUTE, SECOND } from '../../../src/kernel/time';
import { RuleBook, type RuleVersion } from '../../../src/domain/rules/rule-book';
import { rules2026, T0, versions2026 } from '../../domain/authorization/perfect-facts';
import { codesOf, JobWorld, type Pair } from './job-world';

let world: JobWorld;
beforeAll(async () => {
  world = await JobWorld.open();
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.clock.at = T0;
  world.book = rules2026;
});
/** Jobs of earlier tests must not end in later ones. */
afterEach(async () => {
  await world.sql(`update jobs set state = 'finished', ended_at = now() where state in ('reserved', 'running')`);
});

const lockOf = async (pair: Pair): Promise<{ job_id: string | null; reason: string | undefined }[]> =>
  (await world.commands(pair, 'lock')).map(({ job_id, payload }) => ({ job_id, reason: payload.reason }));

describe('a job ends by time', () => {
  it('a reservation without answer: all released after ten seconds, and locked', async () => {
    const pair = await world.pair();
    const started = await world.start(pair);
    const id = started.ok ? started.value.id : '';
    await world.tick(T0 + 10 * SECOND - 1);
    expect(await world.ending(id)).toBe('reserved -');
    await world.tick(T0 + 10 * SECOND);
    expect(await world.ending(id)).toBe('failed no-answer');
    expect(await lockOf(pair)).toEqual([{ job_id: id, reason: 'no-answer' }]);
    expect(await world.start(pair)).toMatchObject({ ok: true });
  });

  it.each([
    ['permit-expired', T0 + 4 * HOUR, ''],
    [
      'certificate-expired',
      Date.parse('2026-11-24T16:00:00Z') - 13 * HOUR,
      `update certificates set valid_to = '2026-11-23' where welder_id = $1`,
    ],
  ])('%s', async (reason, end, spoil) => {
    const pair = await world.pair();
    const id = await world.running(pair);
    await world.observe(pair, { lastArcAt: end - MINUTE });
    if (spoil === '') {
      await world.tick(end - 1);
      expect(await world.ending(id)).toBe('running -');
    } else await world.sql(spoil, [pair.welderId]);
    await world.tick(end);
    expect(await world.ending(id)).toBe(`stopped ${reason}`);
    expect(await lockOf(pair)).toEqual([{ job_id: id, reason }]);
  });

  it('a certificate ends at midnight in China', async () => {
    const pair = await world.pair();
    const midnight = Date.parse('2026-11-24T16:00:00Z');
    await world.sql('update permits set planned_end = $2 where id = $1', [pair.permitId, new Date(midnight + HOUR)]);
    await world.sql(`update certificates set valid_to = '2026-11-24' where welder_id = $1`, [pair.welderId]);
    world.clock.at = midnight - HOUR;
    const id = await world.running(pair);
    await world.tick(midnight - 1);
    expect(await world.ending(id)).toBe('running -');
    await world.tick(midnight);
    expect(await world.ending(id)).toBe('stopped certificate-expired');
  });

  it('an arc may burn on for a minute after the permit’s end, and says when power goes', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    const end = T0 + 4 * HOUR;
    world.clock.at = end - SECOND;
    await world.observe(pair, { arcOn: true, lastArcAt: end - SECOND });
    await world.tick(end + MINUTE - 1);
    expect(await world.ending(id)).toBe('running -');
    const view = await world.find.one(world.asked(pair.welder), id);
    expect(view).toMatchObject({
      ok: true,
      value: { warnings: [{ code: 'permit-expired', endsAt: new Date(end + MINUTE).toISOString() }] },
    });
    await world.tick(end + MINUTE);
    expect(await world.ending(id)).toBe('stopped permit-expired');
  });

  it('idle for 120 minutes; an arc begins the count anew', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    world.clock.at = T0 + HOUR;
    await world.observe(pair, { lastArcAt: T0 + HOUR });
    await world.tick(T0 + 3 * HOUR - 1);
    expect(await world.ending(id)).toBe('running -');
    await world.tick(T0 + 3 * HOUR);
    expect(await world.ending(id)).toBe('stopped idle');
  });

  it('eight hours in a designated area', async () => {
    const pair = await world.pair();
    await world.sql('delete from permit_welders where permit_id = $1', [pair.permitId]);
    await world.sql(
      `insert into designated_areas (id, name, enterprise_id, region_code, lat, lng, radius_m, valid_from, created_at)
       values ('A1', '固定动火区', 'E1', '411003', 34.12, 113.82, 50, $1, now())`,
      [new Date(T0 - HOUR)],
    );
    const id = await world.running(pair);
    await world.observe(pair, { lastArcAt: T0 + 8 * HOUR });
    await world.tick(T0 + 8 * HOUR - 1);
    expect(await world.ending(id)).toBe('running -');
    await world.tick(T0 + 8 * HOUR);
    expect(await world.ending(id)).toBe('stopped time-limit');
    await world.sql('update jobs set designated_area_id = null');
    await world.sql('delete from designated_areas');
  });

  it('warns 30 minutes ahead, in the words of the caller', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    await world.observe(pair, { lastArcAt: T0 + 3 * HOUR });
    world.clock.at = T0 + 3.5 * HOUR - 1;
    expect(await world.find.one(world.asked(pair.welder, 'en'), id)).toMatchObject({
      ok: true,
      value: { warnings: [] },
    });
    world.clock.at = T0 + 3.5 * HOUR;
    const view = await world.find.one(world.asked(pair.welder, 'en'), id);
    expect(view).toMatchObject({
      ok: true,
      value: { warnings: [{ code: 'permit-expired', message: 'The permit ends in 30 min; power goes off then.' }] },
    });
  });
});

const changedRule = (key: string, value: unknown, from: number): RuleBook => {
  const version: RuleVersion = {
    ...{ id: 'changed', key, value, regime: '', level: '', regionCode: '411003' },
    ...{ validFrom: from, validTo: null, source: 'test', certainty: 'default' },
  };
  return new RuleBook([...versions2026, version], 'changed');
};
const periodFrom = (from: number, to = from + HOUR): Promise<unknown> =>
  world.sql(
    `insert into special_periods (id, region_code, name, valid_from, valid_to) values ($1, '4110', '测试时段', $2, $3)`,
    [`S${from}`, new Date(from), new Date(to)],
  );
const warningsOf = async (pair: Pair, id: string) => {
  const found = await world.find.one(world.asked(pair.welder, 'en'), id);
  return found.ok ? found.value.warnings.map(({ code, endsAt }) => [code, Date.parse(endsAt)]) : [];
};

const workUntilOf = async (pair: Pair, id: string): Promise<number> => {
  const found = await world.find.one(world.asked(pair.welder, 'en'), id);
  return found.ok ? Date.parse(found.value.workUntil) : Number.NaN;
};

describe('D10 a raised time that begins ends the work of a lower level', () => {
  const chemical = async (): Promise<Pair> => {
    const pair = await world.pair({ regime: 'chemical' });
    await world.sql(
      `insert into permit_gas_tests (id, permit_id, sampled_at, readings, passed, tested_by, recorded_at) values ($1, $1, $2, '[]', true, 'U9', now())`,
      [pair.permitId, new Date(world.clock.at - MINUTE)],
    );
    return pair;
  };
  afterEach(() => world.sql('delete from special_periods'));

  it.each([
    ['with an arc: warned at once, off a minute later', true],
    ['without an arc: off at once', false],
  ])('a special period declared while it runs, %s', async (_, arcOn) => {
    const pair = await chemical();
    const id = await world.running(pair);
    const declared = T0 + HOUR;
    await world.observe(pair, { arcOn, lastArcAt: declared - SECOND });
    await world.tick(declared - SECOND);
    expect(await world.ending(id)).toBe('running -');
    await periodFrom(declared);
    await world.tick(declared - 1);
    expect(await world.ending(id)).toBe('running -');
    if (arcOn) {
      await world.tick(declared + MINUTE - 1);
      expect(await warningsOf(pair, id)).toEqual([['raised-time', declared + MINUTE]]);
      expect(await world.ending(id)).toBe('running -');
    }
    await world.tick(declared + (arcOn ? MINUTE : 0));
    expect(await world.ending(id)).toBe('stopped raised-time');
    expect(await lockOf(pair)).toEqual([{ job_id: id, reason: 'raised-time' }]);
  });

  it('a special period declared ahead is warned of 30, 10 and 5 minutes before', async () => {
    const pair = await chemical();
    const id = await world.running(pair);
    const begins = T0 + HOUR;
    await world.observe(pair, { lastArcAt: begins });
    expect(await workUntilOf(pair, id)).toBeGreaterThan(begins);
    await periodFrom(begins);
    expect(await workUntilOf(pair, id)).toBe(begins); // said at once, long before the first warning
    for (const [ahead, warned] of [
      [30 * MINUTE + 1, false],
      [30 * MINUTE, true],
      [10 * MINUTE, true],
      [5 * MINUTE, true],
    ] as const) {
      // prettier-ignore
      await world.tick(begins - ahead);
      expect(await warningsOf(pair, id)).toEqual(warned ? [['raised-time', begins]] : []);
    }
    await world.tick(begins);
    expect(await world.ending(id)).toBe('stopped raised-time');
  });

  it('elsewhere, over before, or for work that is never raised: nothing ends', async () => {
    const [pair, other] = [await chemical(), await world.pair()];
    const [id, general] = [await world.running(pair), await world.running(other)];
    for (const one of [pair, other]) await world.observe(one, { lastArcAt: T0 + HOUR });
    await periodFrom(T0 - 2 * HOUR, T0 - 1);
    await world.sql(
      `insert into special_periods (id, region_code, name, valid_from, valid_to) values ('far', '4111', '别处', $1, $2)`,
      [new Date(T0 + HOUR), new Date(T0 + 3 * HOUR)],
    );
    await world.tick(T0 + 2 * HOUR);
    expect(await world.ending(id)).toBe('running -');
    await periodFrom(T0 + 2 * HOUR);
    await world.tick(T0 + 2 * HOUR + SECOND);
    expect([await world.ending(id), await world.ending(general)]).toEqual(['stopped raised-time', 'running -']);
  });

  it('the night: work may not even be promised longer, and ends with the night as the reason', async () => {
    const night = Date.parse('2026-11-24T14:00:00Z');
    world.clock.at = night - HOUR;
    const pair = await chemical();
    await world.sql('update permits set planned_end = $2 where id = $1', [pair.permitId, new Date(night + HOUR)]);
    const id = await world.running(pair);
    expect((await world.job(id)).work_until).toBe(night);
    await world.observe(pair, { lastArcAt: night - MINUTE });
    await world.tick(night - 5 * MINUTE);
    expect(await warningsOf(pair, id)).toEqual([['raised-time', night]]);
    await world.tick(night);
    expect(await world.ending(id)).toBe('stopped raised-time');
  });

  it('a rule that brings the night forward reaches work that runs', async () => {
    const pair = await chemical();
    const id = await world.running(pair);
    await world.observe(pair, { lastArcAt: T0 + HOUR });
    const dark = T0 + HOUR;
    world.book = changedRule('permit.night', { from: '11:00', to: '06:00' }, T0 + MINUTE);
    await world.tick(dark - 1);
    expect(await world.ending(id)).toBe('running -');
    expect(await warningsOf(pair, id)).toEqual([['raised-time', dark]]);
    await world.tick(dark);
    expect(await world.ending(id)).toBe('stopped raised-time');
  });
});

describe('D11 a place that opens to the public', () => {
  const openAt = (from: string) =>
    changedRule('place.closed-hours-only', { crowded: { from, to: '22:00' } }, T0 - HOUR);

  it('is warned of, then ends the work', async () => {
    world.book = openAt('11:00');
    const pair = await world.pair();
    await world.sql(`update permits set place_kinds = '{crowded}' where id = $1`, [pair.permitId]);
    const id = await world.running(pair);
    const opens = T0 + HOUR;
    await world.observe(pair, { lastArcAt: opens });
    await world.tick(opens - 10 * MINUTE);
    expect(await warningsOf(pair, id)).toEqual([['open-to-public', opens]]);
    await world.tick(opens);
    expect(await world.ending(id)).toBe('stopped open-to-public');
    world.clock.at = opens;
    expect(codesOf(await world.start(pair))).toContain('place.closed-hours-only');
  });

  it('is not where its county lets it be worked in with fire separation that somebody confirmed', async () => {
    const exception = { placeKinds: ['crowded'], measures: ['fire-separated'] };
    const book = openAt('11:00');
    world.book = new RuleBook(
      [
        ...versions2026,
        { ...book.find('place.closed-hours-only', { regionCode: '411003' }, T0)! },
        {
          ...changedRule('place.open-hours-exception', exception, 0).find(
            'place.open-hours-exception',
            { regionCode: '411003' },
            T0,
          )!,
          id: 'exception',
        },
      ],
      'exception',
    );
    const [guarded, open] = [await world.pair(), await world.pair()];
    for (const { permitId } of [guarded, open])
      await world.sql(`update permits set place_kinds = '{crowded}' where id = $1`, [permitId]);
    await world.sql(
      `insert into permit_measures (permit_id, code, confirmed_by, confirmed_at) values ($1, 'fire-separated', 'U9', now())`,
      [guarded.permitId],
    );
    const [id, other] = [await world.running(guarded), await world.running(open)];
    for (const one of [guarded, open]) await world.observe(one, { lastArcAt: T0 + HOUR });
    await world.tick(T0 + HOUR);
    expect([await world.ending(id), await world.ending(other)]).toEqual(['running -', 'stopped open-to-public']);
  });
});

describe('a job ends at once, though an arc burns', () => {
  const chemicalTest = (passed: boolean) =>
    `insert into permit_gas_tests (id, permit_id, sampled_at, readings, passed, tested_by, recorded_at) select '${passed}' || $1, $1, now(), '[]', ${passed}, 'U9', now()`;
  it.each([
    ['permit-suspended', 'permit', `update permits set state = 'suspended' where id = $1`],
    ['watcher-gone', 'permit', `update permits set state = 'suspended', watch_on_at = null where id = $1`],
    ['permit-closed', 'permit', `update permits set state = 'fire_watch' where id = $1`],
    ['gas-test-failed', 'permit', chemicalTest(false)],
    [
      'certificate-revoked',
      'welder',
      `update certificates set status = 'revoked', revoked_at = now() where welder_id = $1`,
    ],
    ['certificate-revoked', 'welder', `update certificates set status = 'forged' where welder_id = $1`],
    ...(['suspended', 'repair', 'lost', 'scrapped'] as const).map(
      (status) => ['machine-out', 'machine', `update machines set status = '${status}' where id = $1`] as const,
    ),
    ['welder-suspended', 'welder', `update welders set status = 'suspended' where id = $1`],
    ['chip-restarted', 'chip', `update chip_states set boot = 8 where chip_no = $1`],
    ['tamper', 'chip', `update chip_states set tamper = true where chip_no = $1`],
  ] as const)('%s, by a change of the %s', async (reason, what, sql) => {
    const pair = await world.pair();
    const id = await world.running(pair);
    await world.observe(pair, { arcOn: true, lastArcAt: T0 });
    await world.tick(T0 + SECOND);
    expect(await world.ending(id)).toBe('running -');
    await world.sql(sql, [
      { permit: pair.permitId, welder: pair.welderId, chip: pair.chipNo, machine: pair.machineId }[what],
    ]);
    await world.tick(T0 + 2 * SECOND);
    expect(await world.ending(id)).toBe(`stopped ${reason}`);
    expect(await lockOf(pair)).toEqual([{ job_id: id, reason }]);
    const news = await world.sql<{ data: unknown }>(
      `select data from outbox where type = 'job.ended' and entity_id = $1`,
      [id],
    );
    expect(news).toMatchObject([{ data: { endReason: reason } }]);
  });

  it('a passed gas test ends nothing', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    await world.sql(chemicalTest(true), [pair.permitId]);
    await world.tick(T0 + SECOND);
    expect(await world.ending(id)).toBe('running -');
  });

  it('by a stop order, with its reason in the trail', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    expect(await world.byHand.stop(world.asked(world.regulator), id, '现场发现可燃物')).toMatchObject({
      ok: true,
      value: { state: 'stopped', endReason: 'stop-order' },
    });
    const [trail] = await world.sql<{ after: unknown; actor_id: string }>(
      `select after, actor_id from audit_entries where entity_id = $1 and action = 'job.end'`,
      [id],
    );
    expect(trail).toMatchObject({ actor_id: 'U8', after: { reason: 'stop-order', note: '现场发现可燃物' } });
  });

  it('a second finish changes nothing', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    await world.byHand.finish(world.asked(pair.welder, 'en'), id);
    world.clock.at = T0 + HOUR;
    expect(await world.byHand.stop(world.asked(world.regulator, 'en'), id, 'late')).toMatchObject({
      ok: true,
      value: { state: 'finished', endReason: 'finished' },
    });
    expect(await world.commands(pair, 'lock')).toHaveLength(1);
  });

  it('two timers at once end each job once', async () => {
    const pairs = [await world.pair(), await world.pair(), await world.pair()];
    for (const pair of pairs) await world.start(pair);
    world.clock.at = T0 + MINUTE;
    await Promise.all([
      world.endDue.execute(T0 + MINUTE),
      world.endDue.execute(T0 + MINUTE),
      world.endDue.execute(T0 + MINUTE),
    ]);
    for (const pair of pairs) expect(await world.commands(pair, 'lock')).toHaveLength(1);
  });
});

describe('answers of a chip', () => {
  it('an error fails the job and frees all', async () => {
    const pair = await world.pair();
    const started = await world.start(pair);
    await world.reply(pair, 'unlock', { ok: false, error: 'wrong-boot' });
    expect(await world.ending(started.ok ? started.value.id : '')).toBe('failed unlock-refused');
    expect(await world.start(pair)).toMatchObject({ ok: true });
  });

  it('an ok at the last millisecond runs, at ten seconds it is too late and met with lock', async () => {
    const pair = await world.pair();
    const started = await world.start(pair);
    const id = started.ok ? started.value.id : '';
    world.clock.at = T0 + 10 * SECOND;
    await world.reply(pair, 'unlock', { ok: true, relay: 'closed' });
    expect(await world.ending(id)).toBe('failed no-answer');
    expect(await lockOf(pair)).toEqual([{ job_id: id, reason: 'no-answer' }]);

    const other = await world.pair();
    world.clock.at = T0;
    const inTime = await world.start(other);
    world.clock.at = T0 + 10 * SECOND - 1;
    await world.reply(other, 'unlock', { ok: true, relay: 'closed' });
    expect(await world.ending(inTime.ok ? inTime.value.id : '')).toBe('running -');
  });

  it('a late ok after the job failed is met with another lock', async () => {
    const pair = await world.pair();
    const started = await world.start(pair);
    const id = started.ok ? started.value.id : '';
    await world.tick(T0 + 10 * SECOND);
    await world.reply(pair, 'lock', { relay: 'open' });
    await world.reply(pair, 'unlock', { ok: true, relay: 'closed' });
    expect(await lockOf(pair)).toEqual([
      { job_id: id, reason: 'late-answer' },
      { job_id: id, reason: 'no-answer' },
    ]);
    expect(await world.ending(id)).toBe('failed no-answer');
  });

  it('an ok from another boot is no ok', async () => {
    const pair = await world.pair();
    const started = await world.start(pair);
    await world.reply(pair, 'unlock', { ok: true, relay: 'closed', boot: 8 });
    expect(await world.ending(started.ok ? started.value.id : '')).toBe('failed no-answer');
  });

  it('an unlock is not sent any more once its job is over', async () => {
    const pair = await world.pair();
    const started = await world.start(pair);
    await world.byHand.finish(world.asked(pair.welder, 'en'), started.ok ? started.value.id : '');
    const open = await world.db.uow.run({ kind: 'system', name: 'test' }, (tx) =>
      world.queue.openFor(tx, pair.chipNo, T0),
    );
    expect(open.map(({ kind }) => kind)).toEqual(['lock']);
  });

  it('a lock is repeated after 2, 5 and 15 s, then at every contact, until the relay was seen open', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    await world.byHand.finish(world.asked(pair.welder, 'en'), id);
    const send = (at: number) =>
      world.db.uow.run({ kind: 'system', name: 'test' }, async (tx) => {
        const due = (await world.queue.due(tx, at, 1_000)).filter(({ chipNo }) => chipNo === pair.chipNo);
        await world.queue.markSent(
          tx,
          due.map(({ id: commandId }) => commandId),
          at,
        );
        return due.length;
      });
    const sentAt: number[] = [];
    for (let at = T0; at <= T0 + 40 * SECOND; at += 100) if ((await send(at)) > 0) sentAt.push(at - T0);
    expect(sentAt).toEqual([0, 2 * SECOND, 7 * SECOND, 22 * SECOND]);
    world.clock.at = T0 + MINUTE;
    await world.observe(pair, { relay: 'closed' });
    expect(await send(T0 + MINUTE)).toBe(1);
    world.clock.at = T0 + 2 * MINUTE;
    expect(codesOf(await world.start(pair))).toContain('machine.in-use');
    await world.observe(pair, { relay: 'open' });
    expect((await world.commands(pair, 'lock')).filter(({ answered_at }) => answered_at === null)).toEqual([]);
    expect(await world.start(pair)).toMatchObject({ ok: true });
  });

  it('a relay that stays closed after a job’s lock is opened without asking for the job', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    await world.byHand.finish(world.asked(pair.welder, 'en'), id);
    await world.reply(pair, 'lock', { relay: 'closed' });
    expect(await lockOf(pair)).toEqual([
      { job_id: null, reason: 'relay-still-closed' },
      { job_id: id, reason: 'finished' },
    ]);
    await world.reply(pair, 'lock', { relay: 'closed' });
    expect(await world.commands(pair, 'lock')).toMatchObject([{ answered_at: null }, {}]);
  });

  it('the relay opens after the last job on a machine', async () => {
    const pair = await world.pair({ outlets: 2 });
    const first = await world.running(pair);
    const { welder, welderId } = await world.welder();
    await world.sql('insert into permit_welders (permit_id, welder_id) values ($1, $2)', [pair.permitId, welderId]);
    const second = await world.start(pair, { welder, outlet: 2 });
    expect(second).toMatchObject({ ok: true });
    await world.byHand.finish(world.asked(pair.welder, 'en'), first);
    expect(await lockOf(pair)).toEqual([]);
    await world.byHand.finish(world.asked(welder, 'en'), second.ok ? second.value.id : '');
    expect(await lockOf(pair)).toHaveLength(1);
  });
});

describe('what chips report', () => {
  it('arc time counts for the job named, also after its end; another chip’s claim does not', async () => {
    const pair = await world.pair();
    const other = await world.pair();
    const id = await world.running(pair);
    await world.observe(pair, { arcOn: true, lastArcAt: T0 + SECOND, arcMsByJob: new Map([[id, 1_500]]) });
    await world.observe(other, { arcMsByJob: new Map([[id, 70_000]]) });
    await world.byHand.finish(world.asked(pair.welder, 'en'), id);
    await world.observe(pair, { arcMsByJob: new Map([[id, 500]]) });
    expect((await world.job(id)).arc_ms).toBe('2000');
  });

  it.each([
    ['chip-restarted', { boot: 8, restarted: true }],
    ['tamper', { tamperOpened: true }],
  ])('%s ends the job in the same transaction', async (reason, seen) => {
    const pair = await world.pair();
    const id = await world.running(pair);
    await world.observe(pair, seen);
    expect(await world.ending(id)).toBe(`stopped ${reason}`);
    expect(await lockOf(pair)).toEqual([{ job_id: id, reason }]);
  });

  it('power without a job is taken away, once', async () => {
    const pair = await world.pair();
    await world.observe(pair, { relay: 'closed' });
    await world.observe(pair, { relay: 'closed' });
    expect(await lockOf(pair)).toEqual([{ job_id: null, reason: 'no-job' }]);
  });

  it.each([
    ['a running job', 0, true],
    ['news of more than a minute ago', MINUTE + 1, false],
  ])('%s is no power without a job', async (_, age, withJob) => {
    const pair = await world.pair();
    if (withJob) await world.running(pair);
    await world.observe(pair, { relay: 'closed', at: T0 - age });
    expect(await lockOf(pair)).toEqual([]);
  });

  it('a lock without job that is still out is taken back before the next job', async () => {
    const pair = await world.pair();
    await world.observe(pair, { relay: 'closed' });
    await world.running(pair);
    expect(await world.commands(pair, 'lock')).toMatchObject([{ next_at: null }]);
  });
});

describe('handover', () => {
  it('gives the running machine to the next welder without a lock', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    const next = await world.welder();
    await world.sql('insert into permit_welders (permit_id, welder_id) values ($1, $2)', [
      pair.permitId,
      next.welderId,
    ]);
    const answer = await world.handover.execute(world.asked(pair.welder, 'en'), id, {
      welderCode: next.welderCode,
      lat: 34.12,
      lng: 113.82,
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { state: 'reserved', welderId: next.welderId, permitId: pair.permitId },
    });
    expect(await world.ending(id)).toBe('finished handover');
    expect(await lockOf(pair)).toEqual([]);
    await world.reply(pair, 'unlock', { ok: true, relay: 'closed' });
    expect(await world.ending(answer.ok ? answer.value.id : '')).toBe('running -');
  });

  it('to a welder who may not work leaves the job as it is', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    const next = await world.welder();
    await world.sql('delete from certificates where welder_id = $1', [next.welderId]);
    const answer = await world.handover.execute(world.asked(pair.welder, 'en'), id, {
      welderCode: next.welderCode,
      lat: 34.12,
      lng: 113.82,
    });
    expect(codesOf(answer)).toEqual(['certificate.missing', 'permit.welder-not-named', 'welder.identity-unconfirmed']);
    expect(await world.ending(id)).toBe('running -');
  });

  it('of a job that is over is refused', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    await world.byHand.finish(world.asked(pair.welder, 'en'), id);
    const answer = await world.handover.execute(world.asked(pair.welder, 'en'), id, { welderCode: pair.welderCode });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'conflict', code: 'job.not-running' } });
  });
});
