import { modesAt, ROLL_OUT_MODES, ROLL_OUT_TOPICS } from '../../../src/domain/authorization/roll-out-modes';
import { lookRefused, type Looker } from '../../../src/domain/jobs/photo-look';
import { standingAt, STOP_STANDINGS, type StopOrder } from '../../../src/domain/jobs/stop-order';
import { effectiveState } from '../../../src/domain/permits/effective-state';
import { PERMIT_STATES, type PermitState } from '../../../src/domain/permits/permit';
import { ESCALATION_LEVELS, nextLevel, type EscalationLevel } from '../../../src/domain/violations/escalation';
import { VIOLATION_STATES, type ViolationState } from '../../../src/domain/violations/violation-kinds';
import { isOpen } from '../../../src/domain/violations/violation-life-cycle';
import { isWithin } from '../../../src/kernel/region-code';
import { reaches } from '../../../src/platform/database/reaches';
import { systemScope, type Scope } from '../../../src/platform/database/scope';
import { standingSql } from '../../../src/modules/jobs/stop-orders/stops.sql';
import { effectiveStateSql, isNowIn } from '../../../src/modules/permit-views/lists/query/effective-state.sql';
import { PhotoChecks } from '../../../src/modules/permits/signboard/photo-checks';
import { RollOutReader } from '../../../src/modules/rules/roll-out/roll-out.reader';
import { isOpenSql } from '../../../src/modules/supervision/open-cases.sql';
import { ViolationStore } from '../../../src/modules/supervision/violation.store';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { numbersFrom } from '../../support/numbers';

/** Rules of the domain that SQL says once more, because a list cannot load every row: both must answer alike. */
const AT = Date.UTC(2026, 10, 28);
const { below, one, some } = numbersFrom(1_128);
/** Around the moment, and often the very moment: most mistakes sit on the limit. */
const around = (): number => AT + one([-86_400_000, -1, 0, 0, 1, 86_400_000]);
const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const SYSTEM = systemScope('test');
const REGIONS = ['', '33', '3301', '330108', '330108001', '330109', '41', '411003'];

let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase();
}, 60_000);
afterAll(() => db.close());

/** Ids of the invented rows for which a condition holds. `columns` names and types them. */
async function idsWhere(
  rows: readonly object[],
  columns: string,
  where: string,
  scope: Scope = SYSTEM,
): Promise<string[]> {
  const sql = `select p.id from jsonb_to_recordset($1::jsonb) as p(id text, ${columns}) where ${where} order by p.id`;
  const found = await db.uow.run(scope, (tx) => tx.query<{ id: string }>(sql, [JSON.stringify(rows)]));
  return found.map(({ id }) => id);
}

/** Rows of other tables are not needed, so their keys are not asked for. */
async function fill(table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0]!).join(', ');
  await db.dataSource.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    await manager.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]); // prettier-ignore
  });
}

const id = (i: number): string => `A${String(i).padStart(4, '0')}`;
const at = (when: number): string => new Date(when).toISOString();
const moment = `'${at(AT)}'::timestamptz`;

describe('SQL and the domain answer alike', () => {
  it('which state a permit is in now, and which permits are in one of some states', async () => {
    const permits = many(300, (i) => ({ id: id(i), state: one(PERMIT_STATES), plannedEnd: around() }));
    const rows = permits.map(({ plannedEnd, ...rest }) => ({ ...rest, planned_end: at(plannedEnd) }));
    const columns = 'state text, planned_end timestamptz';
    for (const state of PERMIT_STATES) {
      const inState = permits.filter((permit) => effectiveState(permit, AT) === state).map((permit) => permit.id);
      expect(await idsWhere(rows, columns, `${effectiveStateSql(moment)} = '${state}'`)).toEqual(inState);
    }
    for (const states of many(40, () => some<PermitState>(PERMIT_STATES))) {
      const within = permits.filter((permit) => states.includes(effectiveState(permit, AT))).map((permit) => permit.id);
      expect(await idsWhere(rows, columns, isNowIn(states, () => moment).join(' and '))).toEqual(within);
    }
  });

  it('how an order to stop stands now', async () => {
    const orders = many(200, (i) => ({ id: id(i), standing: one(STOP_STANDINGS), dueAt: one([null, around()]) }));
    const rows = orders.map(({ dueAt, ...rest }) => ({ ...rest, due_at: dueAt === null ? null : at(dueAt) }));
    for (const standing of STOP_STANDINGS) {
      const standingSo = orders
        .filter((order: StopOrder) => standingAt(order, AT) === standing)
        .map((order) => order.id);
      const where = `${standingSql('p', moment)} = '${standing}'`;
      expect(await idsWhere(rows, 'standing text, due_at timestamptz', where)).toEqual(standingSo);
    }
  });

  it('which cases are open, and whom nobody was told of in time', async () => {
    const cases = many(300, (i) => ({
      id: id(i),
      state: one(VIOLATION_STATES),
      dueAt: one([null, around()]),
      escalatedTo: one<EscalationLevel | null>([null, ...ESCALATION_LEVELS]),
    }));
    const open = cases.filter(({ state }) => isOpen(state)).map((one) => one.id);
    expect(await idsWhere(cases, 'state text', isOpenSql('p.state'))).toEqual(open);
    await fill('violations', cases.map(caseRow));
    const locked = await db.uow.run(SYSTEM, (tx) => new ViolationStore().lockOverdue(tx, AT));
    const atOnce = { grid: 0, town: 0, county: 0, city: 0 };
    const due = cases.filter(
      ({ state, dueAt, escalatedTo }) =>
        isOpen(state) && dueAt !== null && nextLevel(dueAt, escalatedTo, atOnce, AT) !== null,
    );
    expect(locked.map((row) => row.id).sort()).toEqual(due.map((row) => row.id));
    expect(due.length).toBeGreaterThan(20);
  });

  it('whose look a photo waits for', async () => {
    const photos = many(300, (i) => ({
      photo_id: id(i),
      kind: one(['signboard', 'starter', 'welder']),
      welder_id: one([null, 'w-1', 'w-2']),
      taken_by: one(['u-1', 'u-2', 'u-3']),
      region_code: '330108',
      for_grid: one([true, false]),
      ...one([{ passed_on_at: null, passed_on_by: null }, { passed_on_at: at(AT), passed_on_by: 'u-1' }]),
      ...one([{ verdict: null, decided_at: null, decided_by: null }, { verdict: null, decided_at: null, decided_by: null }, { verdict: 'accepted', decided_at: at(AT), decided_by: 'u-1' }]),
      ...{ permit_id: 'p-1', asked_at: at(AT), due_at: at(AT) },
    }));
    await fill('photo_checks', photos);
    const roles = [['regulator'], ['inspector'], ['grid-worker'], ['safety-officer'], ['grid-worker', 'inspector']];
    for (const looker of many(40, (): Looker => ({ userId: one(['u-1', 'u-2', 'u-9']), welderId: one([null, 'w-1', 'w-9']), roles: one(roles) }))) {
      const waiting = photos.filter((photo) => {
        const seen = { takenBy: photo.taken_by, welderId: photo.welder_id, forGrid: photo.for_grid, passedOn: photo.passed_on_at !== null };
        return photo.verdict === null && lookRefused(seen, looker, 'doubted') === null;
      });
      const found = await db.uow.run(SYSTEM, (tx) => new PhotoChecks().list(tx, { waitsFor: looker, limit: 1_000 }));
      expect(found.map((photo) => photo.photoId).sort()).toEqual(waiting.map((photo) => photo.photo_id));
    }
  }); // prettier-ignore

  it('which roll-out modes hold in a region: those in force, of each topic the narrowest region’s', async () => {
    const slots = REGIONS.flatMap((regionCode) => ROLL_OUT_TOPICS.map((topic) => ({ regionCode, topic })));
    const declared = slots
      .filter(() => below(4) > 0)
      .map((slot, i) => ({ ...slot, id: id(i), mode: one(ROLL_OUT_MODES), from: around(), length: one([null, 1, 86_400_000]) }));
    const rows = declared.map(({ id: own, topic, mode, regionCode, from, length }) => ({
      ...{ id: own, topic, mode, region_code: regionCode, valid_from: at(from), valid_to: length === null ? null : at(from + length) },
    }));
    await db.dataSource.query('delete from roll_out_modes');
    await fill('roll_out_modes', rows);
    const reader = new RollOutReader();
    for (const regionCode of [...REGIONS, '3301080011', '99']) {
      const holding = declared.filter(
        ({ from, length, regionCode: where }) =>
          isWithin(regionCode, where) && from <= AT && (length === null || AT < from + length),
      );
      const modes = modesAt(holding);
      expect(await db.uow.run(SYSTEM, (tx) => reader.modesOf(tx, regionCode, AT))).toEqual(modes);
    }
  }); // prettier-ignore

  it.each([
    ['enterprises', 'id', null],
    ['welders', 'enterprise_id', 'id'],
    ['machines', 'enterprise_id', 'owner_welder_id'],
    ['workshops', 'enterprise_id', 'owner_welder_id'],
    ['sites', 'enterprise_id', null],
    ['designated_areas', 'enterprise_id', null],
  ] as const)('who reaches a row of %s: `reaches` and the policy of the table', async (table, enterprise, welder) => {
    const [policy] = await db.dataSource.query<{ qual: string }[]>(
      `select qual from pg_policies where tablename = $1 and policyname = $1 || '_scope'`, [table]);
    const rows = many(150, (i) => ({
      id: one([id(i), 'e-1', 'w-1']) + (enterprise === 'id' || welder === 'id' ? '' : `-${i}`),
      row: id(i), region_code: one(REGIONS.slice(1)), enterprise_id: one([null, 'e-1', 'e-2']), owner_welder_id: one([null, 'w-1', 'w-2']),
    }));
    const scopes = many(30, (i): Scope => {
      const userId = 'u-1';
      if (i % 3 === 0) return { kind: 'region', regionCode: one(REGIONS), userId };
      if (i % 3 === 1) return { kind: 'enterprise', enterpriseId: one(['e-1', 'e-2', 'e-9']), userId };
      return { kind: 'person', userId, welderId: one([null, 'w-1', 'w-9']) };
    });
    for (const scope of scopes) {
      const reached = rows.filter((row) => reaches(scope, {
        regionCode: row.region_code,
        enterpriseId: row[enterprise],
        welderId: welder === null ? null : row[welder],
      }));
      const sql = `select p.row from jsonb_to_recordset($1::jsonb) as p("row" text, id text, region_code text collate "C", enterprise_id text,
        owner_welder_id text) where ${policy!.qual} order by 1`;
      const seen = await db.uow.run(scope, (tx) => tx.query<{ row: string }>(sql, [JSON.stringify(rows)]));
      expect(seen.map((one) => one.row)).toEqual(reached.map((one) => one.row));
    }
  }); // prettier-ignore
});

function caseRow(one: { id: string; state: ViolationState; dueAt: number | null; escalatedTo: string | null }): object {
  const { id: own, state, dueAt, escalatedTo } = one;
  return {
    ...{ id: own, kind: 'uncertified', grade: 'hazard', severity: 2, state, certainty: 'confirmed', source: 'detector', cause: own },
    ...{ region_code: '330108', description: '', evidence: {}, photo_ids: [], occurrences: 1, rectifiers: [], version: 1 },
    ...{ found_at: at(AT), last_at: at(AT), raised_at: at(AT) },
    ...{ due_at: dueAt === null ? null : at(dueAt), escalated_to: escalatedTo },
  };
} // prettier-ignore
