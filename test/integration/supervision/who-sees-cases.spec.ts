import type { DataSource } from 'typeorm';
import { AskSettingsOfCasesOnce1796100100100 } from '../../../migrations/1796100100100-ask-settings-of-cases-once';
import { isWithin } from '../../../src/kernel/region-code';
import { systemScope, type Scope } from '../../../src/platform/database/scope';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { numbersFrom } from '../../support/numbers';

const REGIONS = ['33', '3301', '330108', '330108001', '330108002', '330109', '330109001', '41', '411003', '4110030'];
const ENTERPRISES = ['e-1', 'e-2', 'e-3', null];
const USERS = ['u-1', 'u-2', 'u-3', null];

interface Case {
  readonly id: string;
  readonly region_code: string;
  readonly enterprise_id: string | null;
  readonly assigned_enterprise: string | null;
  readonly raised_by: string | null;
  readonly assigned_to: string | null;
}

const { below, one } = numbersFrom(20_261_128);

const CASES: readonly Case[] = Array.from({ length: 240 }, (_, i) => ({
  id: `case-${String(i).padStart(3, '0')}`,
  region_code: one(REGIONS),
  enterprise_id: one(ENTERPRISES),
  assigned_enterprise: one(ENTERPRISES),
  raised_by: one(USERS),
  assigned_to: one(USERS),
}));

const CALLERS: readonly Scope[] = Array.from({ length: 45 }, (_, i): Scope => {
  const userId = one(USERS) ?? 'u-nobody';
  if (i % 3 === 0) return { kind: 'region', regionCode: one([...REGIONS, '', '99']), userId };
  if (i % 3 === 1) return { kind: 'enterprise', enterpriseId: one(ENTERPRISES) ?? 'e-nobody', userId };
  return { kind: 'person', userId, welderId: below(2) === 0 ? null : 'w-1' };
});

/** Who sees a case, in plain words: the region, both enterprises, who raised it, and who has to settle it. */
function sees(scope: Scope, one: Case): boolean {
  if (scope.kind === 'system') return true;
  if (scope.kind === 'region' && isWithin(one.region_code, scope.regionCode)) return true;
  if (scope.kind === 'enterprise' && [one.enterprise_id, one.assigned_enterprise].includes(scope.enterpriseId))
    return true;
  return [one.raised_by, one.assigned_to].includes(scope.userId);
}

let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase();
  await db.dataSource.query(
    `insert into violations (id, kind, grade, severity, state, certainty, source, cause, region_code, enterprise_id, assigned_enterprise,
       raised_by, assigned_to, description, evidence, photo_ids, found_at, last_at, raised_at)
     select x.id, 'uncertified', 'hazard', 2, 'open', 'confirmed', 'detector', x.id, x.region_code, x.enterprise_id, x.assigned_enterprise,
       x.raised_by, x.assigned_to, '', '{}', '{}', now(), now(), now()
     from jsonb_to_recordset($1::jsonb) as x(id text, region_code text, enterprise_id text, assigned_enterprise text, raised_by text, assigned_to text)`,
    [JSON.stringify(CASES)],
  );
}, 60_000);
afterAll(() => db.close());

const seenBy = async (scope: Scope): Promise<string[]> =>
  (await db.uow.run(scope, (tx) => tx.query<{ id: string }>('select id from violations order by id'))).map(({ id }) => id); // prettier-ignore

async function differences(): Promise<string[]> {
  const found: string[] = [];
  for (const scope of [...CALLERS, systemScope('test')]) {
    const seen = new Set(await seenBy(scope));
    const wrong = CASES.filter((one) => seen.has(one.id) !== sees(scope, one));
    found.push(...wrong.map(({ id }) => `${JSON.stringify(scope)}: ${id}`));
  }
  return found;
}

const migration = new AskSettingsOfCasesOnce1796100100100();
const runner = (source: DataSource) => source.createQueryRunner();

describe('who sees a case', () => {
  it('is asked of callers who see some cases and not others', () => {
    const counts = CALLERS.map((scope) => CASES.filter((one) => sees(scope, one)).length);
    expect(counts.filter((n) => n > 0 && n < CASES.length).length).toBeGreaterThan(35);
  });

  it('is the same by the policy and by the rule in words, as it was before the settings were read once', async () => {
    expect(await differences()).toEqual([]);
    await migration.down(runner(db.dataSource));
    expect(await differences()).toEqual([]);
    await migration.up(runner(db.dataSource));
    expect(await differences()).toEqual([]);
  });

  it('is nobody without a scope, and a case is written only by whom sees it afterwards', async () => {
    const write = (scope: Scope, region: string) =>
      db.uow.run(scope, (tx) =>
        tx.query("update violations set region_code = $1 where id = 'case-000' returning id", [region]),
      );
    const region: Scope = { kind: 'region', regionCode: '', userId: 'u-9' };
    expect(await write(region, '330108')).toHaveLength(1);
    const county: Scope = { kind: 'region', regionCode: '330108', userId: 'u-9' };
    await expect(write(county, '411003')).rejects.toThrow(/row-level security/);
  });
});
