import { randomBytes } from 'node:crypto';
import { loadDemo } from '../../../seeds/demo/load-demo';
import { COUNTY } from '../../../seeds/demo/county';
import outlines from '../../../seeds/reference/xuchang-outlines.json';
import type { DemoContext, DemoCounty } from '../../../seeds/demo/demo-context';
import { authorize } from '../../../src/domain/authorization/authorize';
import type { StoredFacts } from '../../../src/domain/authorization/facts';
import { isBlocking, type Finding } from '../../../src/domain/authorization/finding';
import { readIdentityNumber } from '../../../src/domain/registry/numbers/identity-number';
import { drawPairs } from '../../../src/domain/inspections/draw';
import { listHashOf, seedOf, type DrawList } from '../../../src/domain/inspections/draw-list';
import { INSPECTION_STATES } from '../../../src/domain/inspections/inspection-life-cycle';
import { HANDOVER_STATES } from '../../../src/domain/registry/machine-handover';
import { liesIn, type Ring } from '../../../src/domain/sites/site-area';
import { TIP_STATES } from '../../../src/domain/tips/tip-life-cycle';
import { PERMIT_STATES, REGIMES } from '../../../src/domain/permits/permit';
import type { Position } from '../../../src/kernel/geo';
import { DAY, HOUR, type Instant } from '../../../src/kernel/time';
import { CalendarReader } from '../../../src/modules/rules/calendar.reader';
import { endedPermits } from '../../../src/modules/supervision/detectors/views/permits-without-arcs.view';
import { TipSealer } from '../../../src/modules/tips/identity/tip-sealer';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import type { Config } from '../../../src/platform/config/config';
import { systemScope } from '../../../src/platform/database/scope';
import { Sealer } from '../../../src/platform/database/sealer';
import { Ids } from '../../../src/platform/time/ids';
import { freshDatabase, type TestDatabase } from '../../support/database';

const SYSTEM = systemScope('test');

describe.each([
  ['on a working day at ten', Date.parse('2026-11-25T02:00:00Z')],
  ['on a Saturday, a minute after midnight', Date.parse('2026-11-27T16:01:00Z')],
])('the demo county, made %s', (_, now) => {
  let db: TestDatabase;
  let county: DemoCounty;
  const sealer = new Sealer({ masterKeys: new Map([[1, randomBytes(32)]]), searchKey: randomBytes(32) });

  const searchKey = randomBytes(32);
  const tipSealer = new TipSealer({ tipKeys: new Map([[1, randomBytes(32)]]), searchKey } as unknown as Config);

  beforeAll(async () => {
    db = await freshDatabase();
    const rules = new RulesReader(db.uow);
    await rules.refresh();
    const context: DemoContext = { now, ids: new Ids(), sealer, tipSealer, passwordHash: 'x', chipSeed: 'seed' };
    county = await db.uow.run(SYSTEM, async (tx) => {
      const calendar = await new CalendarReader().calendar(tx, now - 10 * DAY, now + 10 * DAY);
      return loadDemo(tx, context, { book: rules.book(), calendar });
    });
  });
  afterAll(() => db.close());

  const rows = <T>(sql: string, params: unknown[] = []): Promise<T[]> =>
    db.uow.run(SYSTEM, (tx) => tx.query<T>(sql, params));
  const counted = async (sql: string): Promise<Record<string, number>> =>
    Object.fromEntries((await rows<{ key: string; n: number }>(sql)).map(({ key, n }) => [key, n]));

  it('is as large as it is said to be', async () => {
    const [counts] =
      await rows(`select (select count(*)::int from enterprises) enterprises, (select count(*)::int from welders where same_person_as is null) welders,
      (select count(*)::int from chip_bindings) chips, (select count(*)::int from machines where process = 'GAS') gas`);
    expect(counts).toEqual({ enterprises: 60, welders: 400, chips: 300, gas: 30 });
  });

  it('lies inside the outline that its maps show', async () => {
    const rings = outlines.features.find(({ code }) => code === COUNTY)!.polygons.flat() as unknown as Ring[];
    const places = await rows<Position & { what: string }>(`select 'permit' as what, lat, lng from permits
      union select 'machine', lat, lng from machines where lat is not null
      union select 'session', lat, lng from training_sessions where lat is not null`);
    expect(new Set(places.map(({ what }) => what))).toEqual(new Set(['permit', 'machine', 'session']));
    expect(places.filter((place) => !rings.some((outline) => liesIn(place, { outline })))).toEqual([]);
  });

  it('fills the day of those who bring the county in', async () => {
    expect(
      await counted(`select 'appointments' as key, count(*)::int as n from fitting_appointments
          where state = 'planned' and day = ($$${new Date(now).toISOString()}$$::timestamptz at time zone 'Asia/Shanghai')::date
        union all select 'registrations', count(*)::int from registrations where state = 'waiting'
        union all select 'help', count(*)::int from help_tickets where state in ('open', 'taken')
        union all select 'stickers', count(*)::int from codes where roll_id is not null and kind = 'machine'
        union all select 'collected', count(*)::int from collections where kind = 'machine' and duplicate_of is null
        union all select 'later than now', count(*)::int from collections where collected_at > $$${new Date(now).toISOString()}$$`),
    ).toEqual({ appointments: 6, registrations: 5, help: 3, stickers: 84, collected: 84, 'later than now': 0 });
  });

  it('tells of grids, machines that change hands, employers, tips and inspections in each state', async () => {
    const states = (table: string): Promise<Record<string, number>> =>
      counted(`select state as key, count(*)::int as n from ${table} group by 1`);
    expect(Object.keys(await states('tips')).sort()).toEqual([...TIP_STATES].sort());
    expect(Object.keys(await states('inspections')).sort()).toEqual(
      [...INSPECTION_STATES].filter((state) => state !== 'ordered').sort(),
    );
    expect(Object.keys(await states('machine_handovers')).sort()).toEqual([...HANDOVER_STATES].sort());
    expect(await states('inspection_draws')).toEqual({ drawn: 1, published: 1 });
    expect(await states('tip_rewards')).toEqual({ paid: 1, proposed: 1 });
    expect(await states('welder_suspensions')).toEqual({ running: 1, appealed: 1 });
    expect(await states('erasure_requests')).toEqual({ asked: 1 });
    expect(
      await counted(`select 'repairs' as key, count(*)::int as n from machine_repairs
        union all select 'checks', count(*)::int from machine_checks
        union all select 'checks that say otherwise', count(*)::int from machine_checks c join machines m on m.id = c.machine_id
          where m.inspection_due_on <> c.next_due_on or c.checked_on > (now() at time zone 'Asia/Shanghai')::date`),
    ).toEqual({ repairs: 3, checks: 120, 'checks that say otherwise': 0 });
    expect(
      await counted(`select 'grids' as key, count(*)::int as n from grids
        union all select 'serve today', count(distinct user_id)::int from grid_people where until_on is null
        union all select 'wait for an answer', count(*)::int from welders where same_person_as is not null
        union all select 'without a photo', count(*)::int from machines where facts_photo_id is null`),
    ).toEqual({ grids: 18, 'serve today': 2, 'wait for an answer': 3, 'without a photo': 5 });
  });

  it('a draw of the past is what its list and its two values give', async () => {
    const [draw] = await rows<{ list: DrawList; hash: string; seed: string; pairs: unknown; values: [string, string] }>(
      `select list, list_hash as hash, seed, pairs, array(select value from draw_commitments c where c.draw_id = d.id order by place) as values
       from inspection_draws d where state = 'drawn'`,
    );
    expect(listHashOf(draw!.list)).toBe(draw!.hash);
    expect(seedOf(draw!.values, draw!.hash)).toBe(draw!.seed);
    expect(drawPairs(draw!.list, draw!.seed)).toEqual(draw!.pairs);
  });

  it('no step of a visit lies ahead, and none before the visit was planned', async () => {
    expect(
      await rows(
        `select s.step from inspection_steps s join inspections i on i.id = s.inspection_id
         where s.taken_at > $1 or s.taken_at < i.created_at or i.published_at > $1`,
        [new Date(now)],
      ),
    ).toEqual([]);
  });

  it('every enterprise has a site; plants and building sites are confirmed, some others wait', async () => {
    expect(await counted(`select state as key, count(*)::int as n from sites group by 1`)).toEqual({
      confirmed: 45,
      entered: 15,
    });
    const [open] = await rows(
      `select count(*)::int as n from sites s join enterprises e on e.id = s.enterprise_id where s.state <> 'confirmed' and e.industry in ('chemical', 'construction')`,
    );
    expect(open).toEqual({ n: 0 });
  });

  it('sites that open to the public tell their kinds and hours, so that a form shows them', async () => {
    const [told] = await rows(
      `select count(*)::int as n, count(*) filter (where confirmed is not null)::int as confirmed from sites
       where jsonb_array_length(entered -> 'kinds') > 0 and entered -> 'openingHours' ->> 'from' is not null`,
    );
    expect(told).toEqual({ n: 14, confirmed: 7 });
  });

  it('names nobody: every name says that it is a demonstration, every identity number is right and of someone long dead', async () => {
    const names = await rows<{ name: string }>(
      `select name from enterprises union all select name from welders union all select name from users`,
    );
    expect(names.filter(({ name }) => !/^演示|（演示）$/.test(name))).toEqual([]);
    for (const { sealed } of await rows<{ sealed: string }>('select id_number_sealed sealed from welders')) {
      const idNumber = sealer.open('welder.id-number', sealed);
      expect(readIdentityNumber(idNumber, now)).toMatchObject({ ok: true });
      expect(Number(idNumber.slice(6, 10))).toBeLessThan(1912);
    }
  });

  it('no two firms and no two welders have one name', async () => {
    expect(
      await rows(
        'select name from enterprises group by name having count(*) > 1 union all select name from welders where same_person_as is null group by name having count(*) > 1',
      ),
    ).toEqual([]);
  });

  it('has permits of every regime and in every state, the visitor’s shop one in each', async () => {
    expect(Object.keys(await counted('select state key, count(*)::int n from permits group by 1')).sort()).toEqual(
      [...PERMIT_STATES].sort(),
    );
    expect(Object.keys(await counted('select regime key, count(*)::int n from permits group by 1')).sort()).toEqual(
      [...REGIMES].sort(),
    );
    const own = await rows('select distinct state from permits where enterprise_id = $1', [county.enterpriseIds[0]]);
    expect(own).toHaveLength(PERMIT_STATES.length);
  });

  it('signs as the rules ask: all places of the chain, nobody twice, never the applicant, after the visit', async () => {
    const short = await rows(`select p.number, p.regime, p.level from permits p
      where p.state in ('approved', 'issued', 'active', 'suspended', 'fire_watch', 'closed', 'expired') and p.regime <> 'small'
        and (select count(*) from permit_signatures s where s.permit_id = p.id) <>
          (select jsonb_array_length(r.value) from rule_versions r where r.key = 'permit.approval-chain' and r.regime = p.regime
            and r.level in (p.level, '') order by r.level desc limit 1)`);
    expect(short).toEqual([]);
    const visits = await rows(`select 1 from permit_signatures s join permits p on p.id = s.permit_id
      where p.regime = 'construction' and s.role = 'safety-officer'
        and not exists (select 1 from permit_site_visits v where v.permit_id = p.id and v.user_id = s.user_id and v.at <= s.signed_at)`);
    expect(visits).toEqual([]);
    expect(
      await rows(
        `select number from permits where regime = 'small' and issued_at is not null and occupier_confirmed_at is null`,
      ),
    ).toEqual([]);
  });

  it('has times that could have been: in order, within the regime’s limits, at building sites within one day', async () => {
    const disorder = await rows(
      `select number, state from permits where not (created_at <= coalesce(submitted_at, created_at)
      and coalesce(submitted_at, created_at) <= coalesce(approved_at, submitted_at, created_at)
      and coalesce(issued_at, created_at) <= coalesce(started_at, issued_at, created_at)
      and coalesce(started_at, created_at) <= coalesce(finished_at, started_at, created_at)
      and coalesce(closed_at, $1) <= $1 and coalesce(issued_at, $1) <= $1)`,
      [new Date(now)],
    );
    expect(disorder).toEqual([]);
    const tooLong = await rows(
      `select number from permits where planned_end - planned_start > case regime when 'small' then interval '4 h' else interval '8 h' end`,
    );
    expect(tooLong).toEqual([]);
    const overMidnight = await rows(`select number from permits where regime = 'construction'
      and (planned_start at time zone 'Asia/Shanghai')::date <> ((planned_end - interval '1 ms') at time zone 'Asia/Shanghai')::date`);
    expect(overMidnight).toEqual([]);
  });

  it('lets the visitor begin: an active permit names him and the machine whose code is shown, watched, with all measures', async () => {
    const permits = await rows(
      `select p.state, p.watch_on_at is not null watched from permits p
      join permit_welders w on w.permit_id = p.id join permit_machines m on m.permit_id = p.id
      join users u on u.welder_id = w.welder_id and u.username = 'welder'
      where m.machine_id = $1 and p.state = 'active' and p.planned_end > $2
        and not exists (select 1 from permit_measures x where x.permit_id = p.id and x.confirmed_at is null)`,
      [county.machines[0]?.id, new Date(now)],
    );
    expect(permits).toEqual([{ state: 'active', watched: true }]);
  });

  it('has the people it promises, each in the right place', async () => {
    const people = await rows<{ username: string; roles: string[] }>(
      `select username, roles from users where username = any($1) order by username`,
      [['regulator', 'inspector', 'grid', 'enterprise', 'safety', 'leader', 'firewatch', 'welder']],
    );
    expect(people.map(({ username, roles }) => `${username} ${roles.join()}`)).toEqual([
      'enterprise enterprise-manager', 'firewatch fire-watcher', 'grid grid-worker', 'inspector inspector',
      'leader enterprise-head', 'regulator regulator', 'safety safety-officer', 'welder welder',
    ]); // prettier-ignore
    expect(new Set(Object.values(county.userIds)).size).toBe(Object.keys(county.userIds).length);
  });

  it('has a past: a fortnight of work and of people turned away, none of it impossible', async () => {
    const days = await rows<{ jobs: number }>(
      `select count(*)::int as jobs from jobs group by (reserved_at at time zone 'Asia/Shanghai')::date`,
    );
    expect(days.length).toBeGreaterThanOrEqual(13);
    const twice =
      await rows(`select a.id from jobs a join jobs b on a.id < b.id and a.reserved_at < b.ended_at and b.reserved_at < a.ended_at
      and (a.welder_id = b.welder_id or a.machine_id = b.machine_id)`);
    expect(twice).toEqual([]);
    const absurd = await rows(
      `select id from jobs where not (reserved_at < ended_at and ended_at < $1 and arc_ms < extract(epoch from ended_at - reserved_at) * 1000)
         or num_nonnulls(permit_id, designated_area_id) <> 1`,
      [new Date(now)],
    );
    expect(absurd).toEqual([]);
    const outside = await rows(`select j.id from jobs j join permits p on p.id = j.permit_id
      where j.reserved_at < p.started_at or j.ended_at > p.finished_at
        or not exists (select 1 from permit_welders w where w.permit_id = p.id and w.welder_id = j.welder_id)
        or not exists (select 1 from permit_machines m where m.permit_id = p.id and m.machine_id = j.machine_id)`);
    expect(outside).toEqual([]);
    const causes = await rows<{ code: string }>(
      'select distinct unnest(finding_codes) as code from decisions order by 1',
    );
    expect(causes.map(({ code }) => code)).toEqual([
      'certificate.expired',
      'certificate.missing',
      'certificate.unverified',
      'machine.inspection-overdue',
    ]);
  });

  it('was right to refuse: each refusal of the past follows again from its facts, for one reason', async () => {
    const rules = new RulesReader(db.uow);
    await rules.refresh();
    const kept = await rows<{ at: Instant; findings: Finding[]; facts: StoredFacts }>(
      'select at, findings, facts from decisions',
    );
    const again = kept.map(({ at, facts }) => authorize({ ...facts, rules: rules.book() }, at).findings);
    expect(again).toEqual(kept.map(({ findings }) => findings));
    const blocking = kept.map(({ findings }) => findings.filter(isBlocking).map(({ code }) => code));
    expect(blocking.filter((codes) => codes.length !== 1)).toEqual([]);
    expect(new Set(blocking.flat()).size).toBe(4);
  });

  it('has an arc under each permit that was worked, so that no detector wonders', async () => {
    const ended = await db.uow.run(SYSTEM, (tx) => endedPermits(tx, 0, now));
    expect(ended.length).toBeGreaterThan(10);
    expect(ended.filter(({ arcSeen }) => !arcSeen)).toEqual([]);
  });

  it('tells how each finding came to where it is', async () => {
    const last = await rows(`select v.id from violations v where v.state <> (
      select h.to_state from violation_history h where h.violation_id = v.id order by h.id desc limit 1)`);
    expect(last).toEqual([]);
    expect(
      await rows(`select id from violations where closed_at > $1 or rectified_at > $1`, [new Date(now + HOUR)]),
    ).toEqual([]);
  });
});
